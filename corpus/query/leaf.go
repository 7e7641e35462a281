package query

import (
	"strings"
	"unicode"
)

// leaf makes a node of a bare, quoted or exact token, nil if nothing in it can be searched.
func (p *parser) leaf(tok token) Node {
	switch tok.kind {
	case quoted:
		return p.phrase(tok)
	case exact:
		return p.exact(tok, tok.text)
	}
	text := tok.text
	switch {
	case strings.HasPrefix(text, "="):
		form := strings.TrimLeft(text, "='!¡¿:")
		if plain := strings.TrimRight(form, "*~!?:'"); strings.ContainsAny(form[len(plain):], "*~") {
			p.report(tok.Span, clip(text), "a word", "The sign = takes a word as it stands, without * or ~.")
			form = plain
		}
		return p.exact(tok, form)
	case !hasWord(text):
		p.nothing(tok)
		return nil
	}
	if i := strings.LastIndexByte(text, '~'); i > 0 && digits(text[i+1:]) {
		number := text[i+1:]
		if text = strings.TrimRight(text[:i], "~!?:'"); !hasWord(text) {
			p.nothing(tok)
			return nil
		}
		if n := p.fuzzy(tok, text, number); n != nil {
			return n
		}
	}
	if fit, ok := pattern(text); ok {
		return p.pattern(tok.Span, fit)
	}
	return &Word{p.place(tok.Span), text}
}

// fuzzy makes the node for text~number, nil if text is to be read alone.
func (p *parser) fuzzy(tok token, text, number string) Node {
	distance := 1
	switch number {
	case "", "1":
	case "2":
		distance = 2
	case "0":
		return &Exact{p.place(tok.Span), text}
	default:
		p.report(tok.Span, clip(tok.text), "~1 or ~2", "At most two letters may differ: write "+shorten(text+"~2")+".")
		distance = 2
	}
	if _, ok := pattern(text); ok {
		p.report(tok.Span, clip(tok.text), "a word", "A word takes either * and ? or ~, not both; ~ was left out.")
		return nil
	}
	return &Fuzzy{p.place(tok.Span), text, distance}
}

// pattern returns text as it is matched with the words of the dictionary, if it holds a wildcard: without what no word
// holds, and without what no word begins or ends with.
func pattern(text string) (string, bool) {
	if !strings.ContainsAny(text, "*?") || strings.Contains(text, "://") {
		return "", false
	}
	ends := func(r rune) bool { return searchable(r) || unicode.IsMark(r) || r == '*' || r == '?' }
	text = strings.Map(func(r rune) rune {
		if ends(r) || strings.ContainsRune("-.,'_·", r) || dash(r) {
			return r
		}
		return -1
	}, text)
	for {
		trimmed := strings.TrimFunc(text, func(r rune) bool { return !ends(r) })
		trimmed = strings.TrimRight(trimmed, "?") // a question mark ends a question
		if trimmed == text {
			break
		}
		text = trimmed
	}
	for strings.Contains(text, "**") {
		text = strings.ReplaceAll(text, "**", "*")
	}
	return text, strings.ContainsAny(text, "*?")
}

// pattern makes the node for what the function pattern returned.
func (p *parser) pattern(s Span, fit string) Node {
	if i := strings.IndexAny(fit, "*?"); i == len(fit)-1 && fit[i] == '*' {
		return &Prefix{p.place(s), fit[:i]}
	}
	return &Wildcard{p.place(s), fit}
}

// exact makes the node for a text that is to be found as it stands.
func (p *parser) exact(tok token, text string) Node {
	text = squeeze(text)
	if !hasWord(text) {
		p.nothing(tok)
		return nil
	}
	return &Exact{p.place(tok.Span), text}
}

// phrase makes a node of a text in double quotes.
func (p *parser) phrase(tok token) Node {
	n := &Phrase{Span: p.place(tok.Span)}
	rest := tok.text
	at := tok.Pos + 1
	if !hasWord(rest) {
		p.nothing(tok)
		return nil
	}
	for rest != "" {
		skip := len(rest) - len(strings.TrimLeft(rest, " "))
		at, rest = at+skip, rest[skip:]
		length := strings.IndexByte(rest, ' ')
		if length < 0 {
			length = len(rest)
		}
		word, s := rest[:length], Span{at, at + length}
		at, rest = at+length, rest[length:]
		switch fit, ok := pattern(word); {
		case !hasWord(word):
			if strings.ContainsAny(word, "*?") {
				p.report(s, clip(word), "a word", "A star in a phrase stands for letters of a word, not for a word: use NEAR for words in between.")
			}
		case ok:
			n.Kids = append(n.Kids, p.pattern(s, fit))
		default:
			n.Kids = append(n.Kids, &Word{p.place(s), word})
		}
	}
	return n
}

// nothing explains that a token has nothing that can be searched. Plain punctuation between words is let pass.
func (p *parser) nothing(tok token) {
	got := strings.TrimSpace(tok.text)
	msg := shorten(got) + " has no letter or digit, so there is nothing to search for; it was left out."
	switch {
	case got == "" && tok.kind != bare:
		msg = "There is nothing between the quotes: write a phrase there, or remove them."
	case got == "|" || got == "||":
		msg = "Write OR where either word will do; " + shorten(got) + " was left out."
	case got == "&&":
		msg = "Write AND, or nothing, where both words are wanted; “&&” was left out."
	case tok.kind == bare && strings.Trim(got, "*?") == "" && strings.Contains(got, "*"):
		msg = "A star or question mark stands for letters of a word: put it beside some, as in escalat*."
	case tok.kind == bare && strings.IndexFunc(got, func(r rune) bool { return !unicode.IsPunct(r) }) < 0:
		if p.quiet == nil {
			s := p.place(tok.Span)
			p.quiet = &Error{s.Pos, s.End, clip(got), "a word", msg}
		}
		return
	}
	p.report(tok.Span, clip(got), "a word", msg)
}

func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
