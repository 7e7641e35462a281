package query

import (
	"fmt"
	"strings"
)

// dump writes a tree with the span of each node: (and@0-4 (word@0-1 "a") (word@3-4 "b")).
func dump(n Node) string {
	var b strings.Builder
	var walk func(n Node)
	walk = func(n Node) {
		s := n.Bounds()
		open := func(kind string) { fmt.Fprintf(&b, "(%s@%d-%d", kind, s.Pos, s.End) }
		kids := func(kids ...Node) {
			for _, kid := range kids {
				b.WriteByte(' ')
				walk(kid)
			}
		}
		period := func(p Period) {
			fmt.Fprintf(&b, " %q from=%v to=%v none=%v", p.Source, p.From, p.To, p.None)
		}
		switch n := n.(type) {
		case *All:
			open("all")
		case *And:
			open("and")
			kids(n.Kids...)
		case *Or:
			open("or")
			kids(n.Kids...)
		case *Not:
			open("not")
			kids(n.Kid)
		case *Word:
			open("word")
			fmt.Fprintf(&b, " %q", n.Text)
		case *Prefix:
			open("prefix")
			fmt.Fprintf(&b, " %q", n.Text)
		case *Phrase:
			open("phrase")
			kids(n.Kids...)
		case *Exact:
			open("exact")
			fmt.Fprintf(&b, " %q", n.Text)
		case *Wildcard:
			open("wildcard")
			fmt.Fprintf(&b, " %q", n.Pattern)
		case *Fuzzy:
			open("fuzzy")
			fmt.Fprintf(&b, " %q %d", n.Text, n.Distance)
		case *Near:
			open("near")
			fmt.Fprintf(&b, " %d %v", n.N, n.Ordered)
			kids(n.A, n.B)
		case *Field:
			open("field")
			b.WriteString(" " + n.Name)
			kids(n.Kid)
		case *Actor:
			open("actor")
			fmt.Fprintf(&b, " %q", n.Name)
		case *By:
			open("by")
			fmt.Fprintf(&b, " %q", n.Name)
		case *DateRange:
			open("date")
			period(n.Period)
		case *Mentions:
			open("mentions")
			period(n.Period)
		case *Value:
			open("value")
			fmt.Fprintf(&b, " %s %q", n.Name, n.Text)
		default:
			panic(fmt.Sprintf("unknown node %T", n))
		}
		b.WriteByte(')')
	}
	walk(n)
	return b.String()
}

// check returns what is wrong with the form of a tree that Parse has made of an input of the given length.
func check(n Node, length int) error {
	s := n.Bounds()
	if s.Pos < 0 || s.Pos > s.End || s.End > length {
		return fmt.Errorf("%T has the span %d-%d in an input of %d bytes", n, s.Pos, s.End, length)
	}
	var kids []Node
	switch n := n.(type) {
	case *And:
		kids = n.Kids
	case *Or:
		kids = n.Kids
	case *Not:
		if _, twice := n.Kid.(*Not); twice {
			return fmt.Errorf("a not stands in a not: %s", n)
		}
		kids = []Node{n.Kid}
	case *Near:
		if !nearable(n.A) || !nearable(n.B) || n.N < 0 || n.N > MaxNear {
			return fmt.Errorf("near cannot measure %s", n)
		}
		kids = []Node{n.A, n.B}
	case *Field:
		if _, or := n.Kid.(*Or); or || !nearable(n.Kid) {
			return fmt.Errorf("%s: confines %T", n.Name, n.Kid)
		}
		kids = []Node{n.Kid}
	case *Phrase:
		if kids = n.Kids; len(kids) == 0 {
			return fmt.Errorf("an empty phrase")
		}
		for _, kid := range kids {
			switch kid.(type) {
			case *Word, *Prefix, *Wildcard:
			default:
				return fmt.Errorf("%T in a phrase", kid)
			}
		}
	}
	for _, kid := range kids {
		if _, all := kid.(*All); all {
			return fmt.Errorf("all stands below %T", n)
		}
		_, andIn := n.(*And)
		_, orIn := n.(*Or)
		_, and := kid.(*And)
		_, or := kid.(*Or)
		if andIn && and || orIn && or || (andIn || orIn) && len(kids) < 2 {
			return fmt.Errorf("not flat: %s", n)
		}
		if b := kid.Bounds(); b.Pos < s.Pos || b.End > s.End {
			return fmt.Errorf("%T at %d-%d sticks out of %T at %d-%d", kid, b.Pos, b.End, n, s.Pos, s.End)
		}
		if err := check(kid, length); err != nil {
			return err
		}
	}
	return nil
}
