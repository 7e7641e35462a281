package actor

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
