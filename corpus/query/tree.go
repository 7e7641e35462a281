package query

// join returns the And or Or of kids, with kids of its own kind taken apart; the kid itself if there is one, nil if none.
func join(conjunction bool, kids []Node) Node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	flat := make([]Node, 0, len(kids))
	s, implied := kids[0].Bounds(), false
	for _, kid := range kids {
		b := kid.Bounds()
		s = Span{min(s.Pos, b.Pos), max(s.End, b.End)}
		if sub, ok := kid.(*And); ok && conjunction {
			flat = append(flat, sub.Kids...)
		} else if sub, ok := kid.(*Or); ok && !conjunction {
			flat = append(flat, sub.Kids...)
			implied = implied || sub.Implied
		} else {
			flat = append(flat, kid)
		}
	}
	if conjunction {
		return &And{s, flat}
	}
	return &Or{s, flat, implied}
}

// invert returns the opposite of n, as a node that begins at pos if it is new.
func invert(pos int, n Node) Node {
	if inner, ok := n.(*Not); ok {
		return inner.Kid
	}
	return &Not{Span{pos, n.Bounds().End}, n}
}

// narrows reports whether n excludes or filters only, so that it narrows a list of alternatives rather than joining it.
func narrows(n Node) bool {
	var kids []Node
	switch n := n.(type) {
	case *Not, *Actor, *By, *DateRange, *Mentions, *Value:
		return true
	case *And:
		kids = n.Kids
	case *Or:
		kids = n.Kids
	default:
		return false
	}
	for _, kid := range kids {
		if !narrows(kid) {
			return false
		}
	}
	return true
}

// nearable reports whether n has places in a text that Near can measure from.
func nearable(n Node) bool {
	switch n := n.(type) {
	case *Word, *Prefix, *Phrase, *Exact, *Wildcard, *Fuzzy, *Near:
		return true
	case *Or:
		for _, kid := range n.Kids {
			if !nearable(kid) {
				return false
			}
		}
		return true
	}
	return false
}

// Leaves returns what a match can be marked and counted by, in the order of the input: the word-like leaves that are not
// excluded. A *Near stands for what is in it, and a *Field for its kid, since where their words stand matters;
// Leaves of a Near's A and B gives the words in it.
func Leaves(n Node) []Node {
	return appendLeaves(nil, n)
}

func appendLeaves(leaves []Node, n Node) []Node {
	switch n := n.(type) {
	case *And:
		for _, kid := range n.Kids {
			leaves = appendLeaves(leaves, kid)
		}
	case *Or:
		for _, kid := range n.Kids {
			leaves = appendLeaves(leaves, kid)
		}
	case *Word, *Prefix, *Phrase, *Exact, *Wildcard, *Fuzzy, *Near, *Field:
		leaves = append(leaves, n)
	}
	return leaves
}

// Equal reports whether two trees say the same in the same way: they differ at most in spans and in how a period was written.
func Equal(a, b Node) bool {
	switch a := a.(type) {
	case *All:
		_, ok := b.(*All)
		return ok
	case *And:
		b, ok := b.(*And)
		return ok && equalAll(a.Kids, b.Kids)
	case *Or:
		b, ok := b.(*Or)
		return ok && equalAll(a.Kids, b.Kids)
	case *Not:
		b, ok := b.(*Not)
		return ok && Equal(a.Kid, b.Kid)
	case *Word:
		b, ok := b.(*Word)
		return ok && a.Text == b.Text
	case *Prefix:
		b, ok := b.(*Prefix)
		return ok && a.Text == b.Text
	case *Phrase:
		b, ok := b.(*Phrase)
		return ok && equalAll(a.Kids, b.Kids)
	case *Exact:
		b, ok := b.(*Exact)
		return ok && a.Text == b.Text
	case *Wildcard:
		b, ok := b.(*Wildcard)
		return ok && a.Pattern == b.Pattern
	case *Fuzzy:
		b, ok := b.(*Fuzzy)
		return ok && a.Text == b.Text && a.Distance == b.Distance
	case *Near:
		b, ok := b.(*Near)
		return ok && a.N == b.N && a.Ordered == b.Ordered && Equal(a.A, b.A) && Equal(a.B, b.B)
	case *Field:
		b, ok := b.(*Field)
		return ok && a.Name == b.Name && Equal(a.Kid, b.Kid)
	case *Actor:
		b, ok := b.(*Actor)
		return ok && a.Name == b.Name
	case *By:
		b, ok := b.(*By)
		return ok && a.Name == b.Name
	case *DateRange:
		b, ok := b.(*DateRange)
		return ok && a.same(b.Period)
	case *Mentions:
		b, ok := b.(*Mentions)
		return ok && a.same(b.Period)
	case *Value:
		b, ok := b.(*Value)
		return ok && a.Name == b.Name && a.Text == b.Text
	}
	return a == nil && b == nil
}

func equalAll(a, b []Node) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

func (p Period) same(q Period) bool { return p.From == q.From && p.To == q.To && p.None == q.None }
