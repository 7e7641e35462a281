package actor

import (
	"unicode"
	"unicode/utf8"
)

// A word is one word of a text with what the rules ask about it.
type word struct {
	start, end int
	id         int32 // number of its key: the dictionary's vocabulary first, then the text's own words
	class      class
	shape      shape
	gap        gap // what stands between the word before and this one
	flags      flags
}

// shape tells how a word uses capitals.
type shape uint8

const (
	shapeLower  shape = iota // without a capital at its start, or of a script without case
	shapeTitle               // Capital first, then small letters only
	shapeMixed               // McCain, NaCl, YouTube
	shapeCaps                // two or more letters, all capitals: NATO, U.S., G7
	shapeSingle              // one capital letter
	shapeDigit               // begins with a digit
)

// gap is the set of what lies between two words.
type gap uint16

const (
	gapSpace   gap = 1 << iota
	gapHyphen      // a hyphen without space
	gapApos        // the apostrophe of d'Estaing
	gapDot         // the full stop of an initial or abbreviation
	gapComma       //
	gapOpen        // an opening bracket
	gapClose       // a closing bracket
	gapQuote       // a quotation mark
	gapPoss        // 's, or the apostrophe of a plural
	gapColon       //
	gapStop        // the end of a sentence
	gapBreak       // the end of a paragraph, or the start of the text
	gapOther       // any other sign
	gapLong        // more than one space, a tab: the columns of a table
	gapAnd         // &
	gapJoining = gapSpace | gapHyphen | gapApos | gapDot
)

// joined reports whether the words on both sides of g may belong to one name.
func (g gap) joined() bool { return g&^gapJoining == 0 }

// joinedBody is joined for organisations, whose names may have an ampersand.
func (g gap) joinedBody() bool { return g&^(gapJoining|gapAnd) == 0 }

// spaced reports whether only a space, and perhaps an abbreviation's full stop, divides the words.
func (g gap) spaced() bool { return g&^(gapSpace|gapDot) == 0 }

// flags are what else is known of a word.
type flags uint8

const (
	flagStart  flags = 1 << iota // opens a sentence or a quotation, so that its capital says little
	flagDotted                   // U.S.
	flagCaps                     // stands in a passage that is all in capitals
	flagAbbrev                   // its full stop is its own, not the sentence's
)

// upper reports whether the word begins with a capital letter.
func (w *word) upper() bool { return w.shape >= shapeTitle && w.shape <= shapeSingle }

// A page is a lexed text. Its memory is proportional to the text.
type page struct {
	text  string
	words []word
	local map[string]int32 // keys that the dictionary's vocabulary lacks -> id
	known int32            // ids below it are the dictionary's
	lower []bool           // by id: the text has the word in small letters too
}

// lex cuts text into words in one pass.
func (f *Finder) lex(text string) *page {
	p := &page{text: text, local: make(map[string]int32), known: int32(len(f.dict.classes))}
	p.lower = make([]bool, p.known, int(p.known)+len(text)/40)
	p.words = scan(make([]word, 0, len(text)/6+8), text, func(w *word, key []byte) {
		id, ok := f.dict.vocabulary[string(key)]
		if ok {
			w.class = f.dict.classes[id]
		} else if id, ok = p.local[string(key)]; !ok {
			id = int32(len(p.lower))
			p.local[string(key)] = id
			p.lower = append(p.lower, false)
		}
		w.id = id
		if w.shape == shapeLower {
			p.lower[id] = true
		}
	})
	markCapitals(p.words)
	return p
}

// scan appends the words of text to words; number gives each its id and class by its key.
func scan(words []word, text string, number func(w *word, key []byte)) []word {
	key := make([]byte, 0, 64)
	g := gapBreak
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !isLetter(r) && !isDigit(r) {
			next, sign := lexGap(text, i, r, size, g)
			g |= sign
			i = next
			continue
		}
		w := word{start: i, gap: g}
		g = 0
		i = lexWord(text, &w)
		key = appendKey(key[:0], text[w.start:w.end])
		number(&w, key)
		if i < len(text) && text[i] == '.' && (w.shape == shapeSingle || w.class&classAbbrev != 0) && !glued(text, i+1) {
			w.flags |= flagAbbrev
			i++
			g |= gapDot
			if w.class&classAbbrev != 0 && w.class&(classTitle|classHonorific) == 0 && i < len(text) && text[i] != '\n' {
				w.end = i // "Apple Inc." and "Robert Downey Jr." keep their full stop
			}
		}
		if n := possessive(text, i); n > 0 {
			i += n
			g |= gapPoss
		}
		words = appendWord(words, w)
	}
	return words
}

// appendWord appends w and settles whether it opens a sentence.
func appendWord(words []word, w word) []word {
	if n := len(words); n > 0 {
		// "in the U.S. The" ends a sentence although the full stop belongs to the abbreviation.
		if words[n-1].flags&(flagDotted|flagAbbrev) != 0 && w.shape == shapeTitle &&
			w.class&classFunction != 0 && w.gap&gapSpace != 0 {
			w.gap |= gapStop
		}
	}
	if w.gap&(gapStop|gapBreak|gapColon) != 0 || w.gap&gapQuote != 0 && w.gap&gapSpace != 0 {
		w.flags |= flagStart
	}
	return append(words, w)
}

// lexWord finds the end and the shape of the word at w.start and returns where to read on.
func lexWord(text string, w *word) int {
	if end := dotted(text, w.start); end > 0 {
		w.end, w.shape, w.flags = end, shapeCaps, flagDotted
		return end
	}
	letters, uppers := 0, 0
	first := true
	i := w.start
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isLetter(r):
			letters++
			if isUpper(r) {
				uppers++
				if first {
					w.shape = shapeTitle
				}
			}
		case isDigit(r):
			if first {
				w.shape = shapeDigit
			}
		case isApostrophe(r) && !first && inWord(text, i, size, letters, uppers):
		default:
			goto done
		}
		first = false
		i += size
	}
done:
	w.end = i
	if w.shape == shapeTitle {
		switch {
		case letters == 1 && i-w.start <= utf8.UTFMax && utf8.RuneCountInString(text[w.start:i]) == 1:
			w.shape = shapeSingle
		case letters == uppers:
			w.shape = shapeCaps
		case uppers > 1:
			w.shape = shapeMixed
		}
	}
	return i
}

// dotted returns the end of an acronym with full stops (U.S., U.A.E., J.R.) that starts at i, or 0.
func dotted(text string, i int) int {
	n := 0
	for i+1 < len(text) && text[i] >= 'A' && text[i] <= 'Z' && text[i+1] == '.' {
		n++
		i += 2
	}
	if n > 0 && i < len(text) && text[i] >= 'A' && text[i] <= 'Z' && !glued(text, i+1) {
		n++
		i++
	}
	if n < 2 {
		return 0
	}
	return i
}

// inWord reports whether the apostrophe at i stays inside its word: O'Brien and don't, not Russia's, l'Ukraine.
func inWord(text string, i, size, letters, uppers int) bool {
	if possessive(text, i) > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i+size:])
	return isLetter(r) && !(uppers == 0 && letters <= 2 && isUpper(r))
}

// possessive returns the length of the 's or bare plural apostrophe at i, or 0.
func possessive(text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	if !isApostrophe(r) {
		return 0
	}
	if j := i + size; j < len(text) && (text[j] == 's' || text[j] == 'S') && !glued(text, j+1) {
		return size + 1
	}
	if i > 0 && (text[i-1] == 's' || text[i-1] == 'S') && i+size < len(text) && text[i+size] == ' ' {
		return size
	}
	return 0
}

// glued reports whether a letter or digit stands at i.
func glued(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetter(r) || isDigit(r)
}

// lexGap reads the sign r at i and returns where to read on and what it adds to the gap so far.
func lexGap(text string, i int, r rune, size int, before gap) (int, gap) {
	next := i + size
	switch r {
	case ' ', '\u00a0', '\u202f':
		if before&gapSpace != 0 && i > 0 && text[i-1] == ' ' {
			return next, gapLong
		}
		return next, gapSpace
	case '\n':
		if before&gapSpace != 0 && i > 0 && text[i-1] == '\n' {
			return next, gapBreak
		}
		return next, gapSpace
	case '\t':
		return next, gapLong
	case '-', '\u2010', '\u2011':
		if before == 0 && glued(text, next) {
			return next, gapHyphen
		}
		return next, gapOther
	case '\'', '\u2019', '\u02bc':
		if before == 0 && glued(text, next) {
			return next, gapApos
		}
		return next, gapQuote
	case '.', '!', '?', '\u2026':
		if glued(text, next) {
			return next, gapOther
		}
		return next, gapStop
	case ',':
		return next, gapComma
	case '&':
		return next, gapAnd
	case ':', ';':
		return next, gapColon
	case '(', '[':
		return next, gapOpen
	case ')', ']':
		return next, gapClose
	case '"', '\u201c', '\u201d', '\u201e', '\u2018', '\u00ab', '\u00bb':
		return next, gapQuote
	}
	return next, gapOther
}

// markCapitals flags the words of sentences that are all in capitals, where shape tells nothing.
func markCapitals(words []word) {
	from := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && (i == from || words[i].gap&(gapStop|gapBreak) == 0) {
			continue
		}
		capitals, small := 0, 0
		for _, w := range words[from:i] {
			switch {
			case w.flags&flagDotted != 0:
			case w.shape == shapeCaps:
				capitals++
			case w.shape == shapeLower || w.shape == shapeTitle:
				small++
			}
		}
		if capitals >= 4 && small*3 <= capitals {
			for j := from; j < i; j++ {
				words[j].flags |= flagCaps
			}
		}
		from = i
	}
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' || r == '\u02bc' }
