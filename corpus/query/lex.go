package query

import (
	"strings"
	"unicode/utf8"
)

type kind uint8

const (
	end kind = iota
	opening
	closing
	minus  // - directly before what it excludes
	not    // NOT
	and    // AND
	or     // OR
	near   // NEAR or BEFORE, with n and ordered
	name   // a field's name with its colon
	bare   // a word with whatever is attached to it
	quoted // text in double quotes, or a field's value in quotes of either kind
	exact  // text that is to stand as it is
)

// token is a piece of the input; Pos and End are offsets in the cleaned text.
type token struct {
	kind kind
	Span
	text    string
	field   *field
	n       int // -1 if the operator gives no number that can be read
	ordered bool
}

// lexer cuts the cleaned text into tokens. It reads each byte a bounded number of times.
type lexer struct {
	text      string
	pos       int
	value     bool // what follows is the value of a filter
	sentence  bool // words of which any will do: punctuation is likelier that of a sentence than an operator
	shouted   bool // a sentence all in capitals, in which AND, OR and NOT are words
	lastClose int  // the last place that can end a text in single quotes
	report    func(s Span, got, want, msg string)
}

func newLexer(text string, mode Mode, report func(s Span, got, want, msg string)) lexer {
	l := lexer{text: text, lastClose: -1, report: report, sentence: mode == AnyTerm && hasWord(text)}
	l.shouted = l.sentence && shouted(text)
	for i := len(text) - 1; i > 0; i-- {
		if l.closes(i) {
			l.lastClose = i
			break
		}
	}
	return l
}

// shouted reports whether a text is a sentence all in capitals rather than a query with operators: of some words, few of which could
// be one.
func shouted(text string) bool {
	if text != strings.ToUpper(text) {
		return false
	}
	words, operators := 0, 0
	for _, word := range strings.Fields(text) {
		if operator(word, &token{}) {
			operators++
		} else {
			words++
		}
	}
	return words >= 5 && 2*operators <= words
}

// endsWord reports whether no word can hold r.
func endsWord(r rune) bool {
	switch r {
	case ' ', '(', ')', '"', '—', '―':
		return true
	}
	return false
}

// next returns the next token.
func (l *lexer) next() token {
	value := l.value
	l.value = false
	for l.pos < len(l.text) {
		start := l.pos
		c, size := utf8.DecodeRuneInString(l.text[start:])
		switch {
		case c == '(':
			l.pos++
			return token{kind: opening, Span: Span{start, l.pos}}
		case c == ')':
			l.pos++
			return token{kind: closing, Span: Span{start, l.pos}}
		case c == '"' && l.sentence && strings.IndexByte(l.text[start+1:], '"') < 0:
			l.pos++ // a sign for inches, or the rest of a quotation: a phrase to the end would lose the words in it
			l.report(Span{start, l.pos}, `"`, `"`, "This quote has no closing one and was left out: write a phrase between two.")
		case c == '"':
			return l.quoted(start)
		case c == '\'' && l.singleQuoted(start) > 0:
			stop := l.singleQuoted(start)
			l.pos = stop + 1
			tok := token{kind: exact, Span: Span{start, l.pos}, text: l.text[start+1 : stop]}
			if value {
				tok.kind = quoted
			}
			return tok
		case value && !endsWord(c) && start > 0 && l.text[start-1] == ':':
			for l.pos < len(l.text) && !endsWord(c) {
				l.pos += size
				c, size = utf8.DecodeRuneInString(l.text[l.pos:])
			}
			if text := strings.TrimRight(l.text[start:l.pos], ",;"); text != "" {
				return token{kind: bare, Span: Span{start, start + len(text)}, text: text}
			}
		case dash(c):
			if tok, found := l.minus(start); found {
				return tok
			}
		case endsWord(c), strings.ContainsRune(",;:'!¡¿", c), l.sentence && c == '?': // ?so?
			l.pos += size
		default:
			return l.word(start)
		}
	}
	return token{kind: end, Span: Span{len(l.text), len(l.text)}}
}

// wordEnd returns where the word that starts at i ends.
func (l *lexer) wordEnd(i int) int {
	digit := func(i int) bool { return i < len(l.text) && '0' <= l.text[i] && l.text[i] <= '9' }
	start := i
	for i < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[i:])
		if endsWord(r) || (r == ',' || r == ';') && !(i > start && digit(i-1) && digit(i+1)) {
			break
		}
		i += size
	}
	return i
}

// quoted reads a text in double quotes.
func (l *lexer) quoted(start int) token {
	from := start + 1
	length := strings.IndexByte(l.text[from:], '"')
	if length < 0 {
		l.pos = len(l.text)
		tok := token{kind: quoted, Span: Span{start, l.pos}, text: l.text[from:]}
		if hasWord(tok.text) {
			l.report(tok.Span, clip(l.text[start:]), `"`,
				"There is no closing quote after "+shorten(tok.text)+": add one, or remove the first.")
		} else {
			l.report(tok.Span, `"`, "words", "Nothing follows the quote: write the phrase and a closing quote behind it.")
		}
		return tok
	}
	stop := from + length
	l.pos = stop + 1
	tok := token{kind: quoted, Span: Span{start, l.pos}, text: l.text[from:stop]}
	if tail := l.text[l.pos:]; tail != "" && (tail[0] == '~' || tail[0] == '*') {
		l.pos = l.wordEnd(l.pos)
		s := Span{stop + 1, l.pos}
		if tail[0] == '~' {
			l.report(s, clip(l.text[s.Pos:s.End]), "", "A phrase takes no ~: for words near each other write one NEAR/5 other.")
		} else {
			l.report(s, clip(l.text[s.Pos:s.End]), "", "The star belongs inside the quotes, behind the beginning of a word.")
		}
	}
	return tok
}

// closes reports whether the byte at i can end a text in single quotes: an apostrophe that ends a word.
func (l *lexer) closes(i int) bool {
	if l.text[i] != '\'' || l.text[i-1] == ' ' {
		return false
	}
	if i+1 == len(l.text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(l.text[i+1:])
	return endsWord(r) || r == ',' || r == ';'
}

// singleQuoted returns where the text in single quotes that opens at start ends, 0 if the character is an apostrophe.
func (l *lexer) singleQuoted(start int) int {
	if start+2 > l.lastClose || l.text[start+1] == ' ' {
		return 0
	}
	for i := start + 2; i <= l.lastClose; i++ {
		if l.closes(i) {
			return i
		}
	}
	return 0
}

// minus reads a run of dashes where a word could begin. It is no operator if nothing is attached to it.
func (l *lexer) minus(start int) (token, bool) {
	for l.pos < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[l.pos:])
		if !dash(r) {
			break
		}
		l.pos += size
	}
	s := Span{start, l.pos}
	if r, _ := utf8.DecodeRuneInString(l.text[l.pos:]); l.pos == len(l.text) || r == ' ' || r == ')' || r == '—' || r == '―' {
		if l.text[start:l.pos] == "-" && !l.sentence { // otherwise it is a dash between words
			l.report(s, "-", "a word", "A minus stands directly before what it excludes, as in -word; here it was left out.")
		}
		return token{}, false
	}
	return token{kind: minus, Span: s}, true
}
