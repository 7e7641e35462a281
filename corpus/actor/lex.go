package actor

import (
	"unicode"
	"unicode/utf8"
)

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

// inWord reports whether the apostrophe at i, behind the given number of letters and capitals, stays inside its word:
// O'Brien and don't, not Russia's, l'Ukraine, d'Ivoire.
func inWord(text string, i, size, letters, uppers int) bool {
	if possessive(text, i) > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i+size:])
	return isLetter(r) && !(uppers == 0 && letters == 1 && (text[i-1] == 'd' || text[i-1] == 'l'))
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
