package tagger

import (
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number or a sign of the text.
type token struct {
	start, end int32
	lower      uint64 // hash of its form in small letters without accents
	exact      uint64 // hash of its bytes
	shape      uint64 // hash of its shape: "Xx", "X.X.", "d"
	pre3       uint64 // hashes of beginnings and ends of its form
	pre4       uint64
	suf2       uint64
	suf3       uint64
	suf4       uint64
	kind       kind
	flags      tokenFlags
	class      Class // what the lexicon knows of the word
	cluster    uint8
	phrase     [numPhrases]uint8 // its place in a listed name, by kind of list: 0 none, 1 first, 2 inside, 3 last, 4 alone
}

type kind uint8

const (
	kindSign kind = iota
	kindLower
	kindTitle
	kindCaps
	kindMixed
	kindDigit
)

type tokenFlags uint8

const (
	flagStart     tokenFlags = 1 << iota // opens a sentence
	flagSpace                            // space before it
	flagLowerSeen                        // the text has the word in small letters too
	flagCapSeen                          // the text has the word with a capital where no sentence begins
	flagShout                            // in a sentence of capitals
	flagForeign                          // has letters of another alphabet than the Latin
	flagBreak                            // opens a paragraph
)

// capital reports whether the token begins with a capital letter and may be part of a name for it.
func (t *token) capital() bool { return t.kind >= kindTitle && t.kind <= kindMixed }

// A document is a text cut into tokens.
type document struct {
	text   string
	tokens []token
	names  bool // only the lower forms are wanted, for a lexicon
}

// abbreviations are words whose full stop does not end a sentence.
var abbreviations = func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, w := range []string{"mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sens", "reps", "jr", "sr", "no", "vs", "mt", "ft"} {
		m[hashLower(w)] = true
	}
	return m
}()

// read cuts text into tokens and looks them up.
func read(s string, lex *Lexicon) *document {
	d := &document{text: s, tokens: make([]token, 0, len(s)/5+8)}
	d.cut()
	d.know(lex)
	d.repeats()
	return d
}

// cut appends the tokens of the text.
func (d *document) cut() {
	s := d.text
	start, brk, space := true, true, false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r == '\n' && i+1 < len(s) && s[i+1] == '\n' {
			start, brk = true, true
		}
		if unicode.IsSpace(r) {
			space = true
			i += size
			continue
		}
		t := token{start: int32(i)}
		if space || i == 0 {
			t.flags |= flagSpace
		}
		if start {
			t.flags |= flagStart
		}
		if brk {
			t.flags |= flagBreak
		}
		space = false
		if isLetter(r) || isDigit(r) {
			i = d.word(&t)
			start, brk = false, false
		} else {
			i += size
			if n := len(d.tokens); r == '\'' || r == '’' {
				// 's goes with the word before it.
				if i < len(s) && (s[i] == 's' || s[i] == 'S') && (i+1 == len(s) || !letterAt(s, i+1)) && t.flags&flagSpace == 0 && n > 0 {
					i++
				}
			}
			t.end = int32(i)
			t.lower = hashLower(s[t.start:t.end])
			t.exact, t.shape = t.lower, t.lower
			t.suf3 = t.lower
			switch r {
			case '.', '!', '?':
				n := len(d.tokens)
				if r != '.' || n == 0 || t.flags&flagSpace != 0 || !d.abbreviated(n-1) {
					start = i == len(s) || s[i] != '.' && !letterAt(s, i)
				}
			case ':', '"', '“', '”', '(', ')':
				// what follows keeps the state of the sentence
			default:
				if r != '\'' && r != '‘' && r != '’' {
					start = start && t.flags&flagBreak != 0 // a bullet before the first word
				}
			}
		}
		d.tokens = append(d.tokens, t)
	}
}

// repeats notes how the text writes each word elsewhere, and which sentences are all in capitals.
func (d *document) repeats() {
	seen := make(map[uint64]tokenFlags, len(d.tokens)/4)
	for i := range d.tokens {
		t := &d.tokens[i]
		switch {
		case t.kind == kindLower:
			seen[t.lower] |= flagLowerSeen
		case t.capital() && t.flags&flagStart == 0:
			seen[t.lower] |= flagCapSeen
		}
	}
	from, caps, small := 0, 0, 0
	for i := range d.tokens {
		switch d.tokens[i].kind {
		case kindCaps:
			caps++
		case kindLower, kindTitle, kindMixed:
			small++
		}
	}
	if caps >= 20 && small*2 <= caps {
		for i := range d.tokens {
			d.tokens[i].flags |= flagShout
		}
	}
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.capital() {
			t.flags |= seen[t.lower]
		}
		if t.flags&flagStart != 0 && i > from {
			d.shout(from, i)
			from = i
		}
	}
	d.shout(from, len(d.tokens))
}

// shout flags a sentence of which most words are in capitals.
func (d *document) shout(from, to int) {
	caps, small := 0, 0
	for i := from; i < to; i++ {
		switch t := &d.tokens[i]; t.kind {
		case kindCaps:
			caps++
		case kindLower, kindTitle, kindMixed:
			small++
		}
	}
	if caps >= 5 && small*3 <= caps || caps >= 3 && small == 0 {
		for i := from; i < to; i++ {
			d.tokens[i].flags |= flagShout
		}
	}
}
