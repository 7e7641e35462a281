package query

import (
	"strings"
	"unicode/utf8"
)

// word reads the name of a field, an operator, or a word with all that is attached to it.
func (l *lexer) word(start int) token {
	if tok, found := l.name(start); found {
		return tok
	}
	l.pos = l.wordEnd(start)
	text := l.text[start:l.pos]
	tok := token{kind: bare, Span: Span{start, l.pos}, text: strings.TrimRight(text, "!?:'")}
	if tok.text == "" {
		tok.text = text
	}
	switch plain := tok; {
	case !operator(tok.text, &tok):
	case l.shouted:
		tok = plain
		tok.text = strings.ToLower(tok.text)
	default:
		return tok
	}
	if strings.Trim(text, "=") == "" && l.pos < len(l.text) && l.text[l.pos] == '"' { // ="two words"
		tok := l.quoted(l.pos)
		tok.kind, tok.Pos = exact, start
		return tok
	}
	return tok
}

// name reads letters and a colon: the name of a field, or a word if there is no such field and something stands
// directly behind the colon. Web addresses and "Washington: " are left to others.
func (l *lexer) name(start int) (token, bool) {
	colon := start
	for colon < len(l.text) && 'a' <= l.text[colon]|0x20 && l.text[colon]|0x20 <= 'z' {
		colon++
	}
	if colon == start || colon == len(l.text) || l.text[colon] != ':' {
		return token{}, false
	}
	word, rest := l.text[start:colon], l.text[colon+1:]
	if f := fieldNamed(word); f != nil {
		l.pos = colon + 1
		l.value = f.kind != inField
		return token{kind: name, Span: Span{start, l.pos}, text: word, field: f}, true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || endsWord(next) && next != '(' && next != '"' || next == ',' || next == ';' ||
		strings.HasPrefix(rest, "//") || operator(word, &token{}) {
		return token{}, false
	}
	l.pos = colon + 1
	l.report(Span{start, l.pos}, clip(word)+":", "a field", "There is no field "+shorten(word)+
		": the fields are "+fieldNames()+". It was read as a word.")
	return token{kind: bare, Span: Span{start, colon}, text: word}, true
}

// operator reports whether text is an operator, and if so sets the token's kind, n and ordered.
func operator(text string, tok *token) bool {
	switch text {
	case "AND":
		tok.kind = and
		return true
	case "OR":
		tok.kind = or
		return true
	case "NOT":
		tok.kind = not
		return true
	}
	word, number, slash := strings.Cut(text, "/")
	if word != "NEAR" && word != "BEFORE" {
		return false
	}
	tok.kind, tok.ordered, tok.n = near, word == "BEFORE", nearDefault
	if slash {
		tok.n = -1
		if n := 0; len(number) > 0 && len(number) <= 3 {
			for _, c := range []byte(number) {
				if c < '0' || c > '9' {
					return true
				}
				n = n*10 + int(c-'0')
			}
			tok.n = n
		}
	}
	return true
}
