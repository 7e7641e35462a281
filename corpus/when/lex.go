package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// A token is a word of the text with what the rules ask about it.
type token struct {
	start, end int
	word             // from the vocabulary of the language
	gap        gap   // what stands between it and the token before
	digits     int8  // of a token that is digits only: their number, at most 9
	ordinal    bool  // "14th": value is in number
	plural     bool  // "1990s": value is in number
	upper      bool  // begins with a capital letter
	number     int32 // value of digits, an ordinal or a plural
}

// gap is the set of what lies between two tokens.
type gap uint8

const (
	gapSpace gap = 1 << iota // space, a line's end
	gapHyphen
	gapComma
	gapDot   // a full stop
	gapSlash //
	gapApos
	gapOpen  // an opening bracket
	gapBreak // the end of a paragraph or of a sentence by ! ? ; the start of the text; any other sign
)

// spaced reports whether only space divides two tokens.
func (g gap) spaced() bool { return g == gapSpace }

// loose reports whether space, or a comma or an abbreviation's full stop with it, divides two tokens.
func (g gap) loose() bool { return g&gapSpace != 0 && g&^(gapSpace|gapComma|gapDot) == 0 }

// lex cuts s into tokens.
func lex(s string, v *vocabulary) []token {
	tokens := make([]token, 0, len(s)/6+4)
	var key [maxKey]byte
	last := 0
	for span := range text.Words(s) {
		t := token{start: span.Start, end: span.End, gap: gapOf(s[last:span.Start])}
		if len(tokens) == 0 {
			t.gap = gapBreak
		}
		last = span.End
		word := s[span.Start:span.End]
		switch c := word[0]; {
		case c >= '0' && c <= '9':
			t.digitsOf(word)
		case c < utf8.RuneSelf:
			t.upper = c >= 'A' && c <= 'Z'
		default:
			r, _ := utf8.DecodeRuneInString(word)
			t.upper = unicode.IsUpper(r)
		}
		if t.digits == 0 && len(word) <= maxKey {
			if k, ok := lowered(key[:0], word); ok {
				t.word = v.words[string(k)]
			}
		}
		tokens = append(tokens, t)
	}
	return tokens
}

const maxKey = 24 // bytes of the longest word of a vocabulary

// lowered is text.Lowered without a possessive 's.
func lowered(key []byte, word string) (_ []byte, ok bool) {
	key, ok = text.Lowered(key, word)
	if n := len(key); n > 2 && key[n-2] == '\'' && key[n-1] == 's' {
		key = key[:n-2]
	}
	return key, ok
}

// digitsOf reads a token that begins with a digit: 14, 14th, 1990s, 2020's.
func (t *token) digitsOf(word string) {
	n, i := 0, 0
	for i < len(word) && word[i] >= '0' && word[i] <= '9' {
		if i < 9 {
			n = n*10 + int(word[i]-'0')
		}
		i++
	}
	t.number = int32(n)
	switch tail := word[i:]; {
	case tail == "":
		t.digits = int8(min(i, 9))
	case i > 4:
		t.number = 0
	case tail == "'s" || tail == "’s": // of the year, or an old way to write a decade: "the 1990's"
		t.digits = int8(i)
		t.plural = n%10 == 0
	case tail == "s" || tail == "S":
		t.plural = n%10 == 0
	case i <= 2:
		switch strings.ToLower(tail) {
		case "st", "nd", "rd", "th", "er", "re", "e", "ème", "a", "º", "го", "е":
			t.ordinal = true
		}
	}
}

// gapOf classifies what stands between two tokens.
func gapOf(s string) gap {
	if s == " " {
		return gapSpace
	}
	var g gap
	for i, r := range s {
		switch r {
		case ' ', '\u00a0', '\u202f', '\t', '\r':
			g |= gapSpace
		case '\n':
			if strings.HasPrefix(s[i+1:], "\n") {
				return gapBreak
			}
			g |= gapSpace
		case '-', '–', '‐', '‑', '—', '−':
			g |= gapHyphen
		case ',':
			g |= gapComma
		case '.':
			g |= gapDot
		case '/':
			g |= gapSlash
		case '\'', '’', '‘':
			g |= gapApos
		case '(':
			g |= gapOpen
		default:
			g |= gapBreak
		}
	}
	return g
}

// opens reports whether token i begins a sentence, as far as its gap tells.
func (t *task) opens(i int) bool {
	if i >= len(t.tokens) {
		return true
	}
	g := t.tokens[i].gap
	if g&gapBreak != 0 {
		return true
	}
	return g&gapDot != 0 && g&gapSpace != 0 && i > 0 && !t.tokens[i-1].has(abbreviation) &&
		t.tokens[i-1].end-t.tokens[i-1].start > 1 && (t.tokens[i].upper || t.tokens[i].digits > 0) && !strings.Contains(t.of(i-1), ".")
}

// of returns the text of token i.
func (t *task) of(i int) string { return t.text[t.tokens[i].start:t.tokens[i].end] }

// is reports whether token i is one of the words, which are given in small letters.
func (t *task) is(i int, words ...string) bool {
	if i < 0 || i >= len(t.tokens) {
		return false
	}
	s := t.of(i)
	for _, w := range words {
		if len(s) == len(w) && strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// at returns token i, or an empty one where there is none.
func (t *task) at(i int) *token {
	if i < 0 || i >= len(t.tokens) {
		return &token{gap: gapBreak}
	}
	return &t.tokens[i]
}
