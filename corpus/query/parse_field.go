package query

// field = name ":" ( [ "-" | "NOT" ] leaf | value | "(" either ")" ) .
func (p *parser) field() Node {
	tok := p.tok
	f := tok.field
	p.advance()
	negated := f.kind == inField && (p.tok.kind == minus || p.tok.kind == not)
	if negated {
		p.advance()
	}
	switch p.tok.kind {
	case opening:
		n := p.scope(f, p.group())
		if negated && n != nil {
			return invert(p.place(tok.Span).Pos, n)
		}
		return n
	case bare, quoted, exact:
		if f.kind == inField {
			n := p.term(p.leaf)
			if n == nil {
				return nil
			}
			n = &Field{Span{p.place(tok.Span).Pos, n.Bounds().End}, f.Name, n}
			if negated {
				return invert(n.Bounds().Pos, n)
			}
			return n
		}
		return p.term(func(value token) Node {
			literal := value.kind != bare
			value.Pos = tok.Pos
			return p.filter(f, p.place(value.Span), value.text, literal)
		})
	}
	p.report(tok.Span, f.Name+":", f.Takes, f.Name+": needs "+f.Takes+" directly behind it, as in "+f.Example+".")
	return nil
}

// scope applies a field to all that stands in the parentheses behind it. Fields inside keep their own meaning.
func (p *parser) scope(f *field, n Node) Node {
	switch n := n.(type) {
	case *And:
		return join(true, p.scopeAll(f, n.Kids))
	case *Or:
		return join(false, p.scopeAll(f, n.Kids))
	case *Not:
		kid := p.scope(f, n.Kid)
		if kid == nil {
			return nil
		}
		return &Not{n.Span, kid}
	case *Word, *Prefix, *Phrase, *Exact, *Wildcard, *Fuzzy, *Near:
		if f.kind == inField {
			return &Field{n.Bounds(), f.Name, n}
		}
		switch n := n.(type) {
		case *Word:
			return p.filter(f, n.Span, n.Text, false)
		case *Phrase:
			return p.filter(f, n.Span, n.text(), true)
		case *Exact:
			return p.filter(f, n.Span, n.Text, true)
		}
		s := n.Bounds()
		p.reportAt(s, clip(n.String()), f.Takes, f.Name+": takes "+f.Takes+" as it stands, as in "+f.Example+"; "+shorten(n.String())+" was left out.")
		return nil
	}
	return n
}

func (p *parser) scopeAll(f *field, kids []Node) []Node {
	var out []Node
	for _, kid := range kids {
		if n := p.scope(f, kid); n != nil {
			out = append(out, n)
		}
	}
	return out
}

// filter makes the node for a field's value. s is in the input's offsets.
func (p *parser) filter(f *field, s Span, text string, literal bool) Node {
	text = squeeze(text)
	if n := len(text); !literal && n > 0 && text[n-1] == '*' {
		p.reportAt(s, clip(text), f.Takes, f.Name+": takes "+f.Takes+" as a whole; the star was left out.")
		for n > 0 && text[n-1] == '*' {
			n--
		}
		text = text[:n]
	}
	if text == "" {
		p.reportAt(s, f.Name+":", f.Takes, f.Name+": needs "+f.Takes+" directly behind it, as in "+f.Example+".")
		return nil
	}
	switch f.kind {
	case actorField:
		return &Actor{s, text}
	case byField:
		return &By{s, text}
	case dateField, mentionsField:
		period, problem := parsePeriod(text)
		if problem != "" {
			p.reportAt(s, clip(text), "a date", problem)
		}
		switch {
		case period == Period{}:
			return nil
		case f.kind == dateField:
			return &DateRange{s, period}
		}
		return &Mentions{s, period}
	}
	return &Value{s, f.Name, text}
}
