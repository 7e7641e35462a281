package query

import (
	"strconv"
	"strings"
)

// The strength of what is printed; what is weaker than its place allows is put in parentheses.
const (
	weakOr = iota
	weakAnd
	weakNear
	strong
)

func strength(n Node) int {
	switch n.(type) {
	case *Or:
		return weakOr
	case *And:
		return weakAnd
	case *Near:
		return weakNear
	}
	return strong
}

func put(b *strings.Builder, n Node, least int) {
	group := strength(n) < least
	if group {
		b.WriteByte('(')
	}
	switch n := n.(type) {
	case *Or:
		for i, kid := range n.Kids {
			if i > 0 {
				b.WriteString(" OR ")
			}
			put(b, kid, weakAnd)
		}
	case *And:
		for i, kid := range n.Kids {
			if i > 0 {
				b.WriteByte(' ')
			}
			put(b, kid, weakNear)
		}
	case *Not:
		b.WriteByte('-')
		put(b, n.Kid, strong)
	case *Near:
		put(b, n.A, weakNear)
		if n.Ordered {
			b.WriteString(" BEFORE/")
		} else {
			b.WriteString(" NEAR/")
		}
		b.WriteString(strconv.Itoa(n.N))
		b.WriteByte(' ')
		put(b, n.B, strong)
	case *Field:
		b.WriteString(n.Name)
		b.WriteByte(':')
		put(b, n.Kid, strong)
	case *Word:
		b.WriteString(n.Text)
	case *Prefix:
		b.WriteString(n.Text)
		b.WriteByte('*')
	case *Wildcard:
		b.WriteString(n.Pattern)
	case *Fuzzy:
		b.WriteString(n.Text)
		b.WriteByte('~')
		b.WriteString(strconv.Itoa(n.Distance))
	case *Phrase:
		b.WriteByte('"')
		b.WriteString(n.text())
		b.WriteByte('"')
	case *Exact:
		if strings.Contains(n.Text, "'") {
			b.WriteString(`="` + n.Text + `"`)
		} else {
			b.WriteString("'" + n.Text + "'")
		}
	case *Actor:
		b.WriteString("actor:")
		b.WriteString(Quote(n.Name))
	case *By:
		b.WriteString("by:")
		b.WriteString(Quote(n.Name))
	case *DateRange:
		b.WriteString("date:")
		b.WriteString(n.Period.String())
	case *Mentions:
		b.WriteString("mentions:")
		b.WriteString(n.Period.String())
	case *Value:
		b.WriteString(n.Name)
		b.WriteByte(':')
		b.WriteString(Quote(n.Text))
	}
	if group {
		b.WriteByte(')')
	}
}

func text(n Node) string {
	var b strings.Builder
	put(&b, n, weakOr)
	return b.String()
}

// text returns what stands between the quotes.
func (n *Phrase) text() string {
	var b strings.Builder
	for i, kid := range n.Kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		put(&b, kid, strong)
	}
	return b.String()
}

func (n *All) String() string       { return "" }
func (n *And) String() string       { return text(n) }
func (n *Or) String() string        { return text(n) }
func (n *Not) String() string       { return text(n) }
func (n *Word) String() string      { return text(n) }
func (n *Prefix) String() string    { return text(n) }
func (n *Phrase) String() string    { return text(n) }
func (n *Exact) String() string     { return text(n) }
func (n *Wildcard) String() string  { return text(n) }
func (n *Fuzzy) String() string     { return text(n) }
func (n *Near) String() string      { return text(n) }
func (n *Field) String() string     { return text(n) }
func (n *Actor) String() string     { return text(n) }
func (n *By) String() string        { return text(n) }
func (n *DateRange) String() string { return text(n) }
func (n *Mentions) String() string  { return text(n) }
func (n *Value) String() string     { return text(n) }
