package query

import "strconv"

// primary = "(" either ")" | field | leaf .
func (p *parser) primary() Node {
	switch p.tok.kind {
	case opening:
		return p.group()
	case name:
		return p.field()
	}
	return p.term(p.leaf)
}

// term makes a node of the present token and moves on.
func (p *parser) term(node func(token) Node) Node {
	tok := p.tok
	p.advance()
	if p.leaves >= p.terms {
		p.report(tok.Span, clip(tok.text), "", "There are more than "+strconv.Itoa(p.terms)+" terms: the rest was left out.")
		return nil
	}
	n := node(tok)
	if n != nil {
		p.leaves++
	}
	return n
}

func (p *parser) group() Node {
	start := p.tok
	if p.open >= p.depth {
		p.report(start.Span, "(", "", "There are more than "+strconv.Itoa(p.depth)+" parentheses in one another here: what is in this one was left out.")
		for inside := 0; p.tok.kind != end; p.advance() {
			if p.tok.kind == opening {
				inside++
			} else if p.tok.kind == closing {
				if inside--; inside == 0 {
					break
				}
			}
		}
		if p.tok.kind == closing {
			p.advance()
		}
		return nil
	}
	p.open++
	p.advance()
	empty := p.tok.kind == closing || p.tok.kind == end
	n := p.either()
	closed := p.tok.kind == closing
	switch {
	case empty && closed:
		p.report(Span{start.Pos, p.tok.End}, "()", "a word",
			"There is nothing between the parentheses: write something there, or remove them.")
	case !closed:
		p.report(start.Span, "(", ")", "This parenthesis is not closed: add ) where the group ends, or remove it.")
	}
	p.open--
	if closed {
		p.advance()
	}
	return n
}
