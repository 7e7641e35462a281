package search

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// compiler turns a tree into a plan.
type compiler struct {
	e     *Engine
	plan  *plan
	words int // of the query so far
	forms int // surface forms that its patterns may still stand for
	read  int // and those that they may read
	// shared are the alternatives that stand in several slots.
	shared map[sharedKey]*alternative
}

type sharedKey struct{ term, typed int }

func (c *compiler) note(format string, args ...any) {
	note := fmt.Sprintf(format, args...)
	if !slices.Contains(c.plan.notes, note) {
		c.plan.notes = append(c.plan.notes, note)
	}
}

// node compiles n; positive says that it stands under no negation.
func (c *compiler) node(n query.Node, positive bool) (node, error) {
	switch n := n.(type) {
	case *query.All:
		return &allNode{c.e.x.Docs()}, nil
	case *query.And:
		kids, err := c.nodes(n.Kids, positive)
		and := &andNode{}
		for _, kid := range kids {
			if r, ok := kid.(*rangeNode); !ok {
				and.kids = append(and.kids, kid)
			} else if and.runs == nil {
				and.runs = r.runs
			} else {
				and.runs = overlap(and.runs, r.runs)
			}
		}
		rarestFirst(and.kids)
		return and, err
	case *query.Or:
		if n.Implied {
			return c.anyOf(n, positive)
		}
		kids, err := c.nodes(n.Kids, positive)
		return joined(kids), err
	case *query.Not:
		kid, err := c.node(n.Kid, false)
		return &notNode{kid}, err
	case *query.Word, *query.Prefix, *query.Phrase, *query.Exact, *query.Wildcard, *query.Fuzzy, *query.Near, *query.Field:
		return c.addLeaf(n, positive)
	case *query.DateRange:
		if n.None {
			return &rangeNode{runs(c.e.x.Undated())}, nil
		}
		return &rangeNode{runs(c.e.x.InPeriod(n.From, n.To)...)}, nil
	case *query.Actor:
		return c.actor(n)
	case *query.Value:
		if n.Name == "id" {
			break
		}
		p, err := c.e.x.ValuePostings(n.Name, n.Text)
		if p == nil || err != nil {
			return &filterNode{}, err
		}
		return &listNode{[]*index.Postings{p}}, nil
	}
	docs, err := c.filter(n)
	return &filterNode{docs}, err
}

// joined makes an alternative of kids, its dates into one.
func joined(kids []node) *orNode {
	or := &orNode{}
	var dates []index.DocRange
	for _, kid := range kids {
		if r, ok := kid.(*rangeNode); ok {
			dates = append(dates, r.runs...)
		} else {
			or.kids = append(or.kids, kid)
		}
	}
	if len(or.kids) == len(kids) {
		return or
	}
	inOrder(dates, func(r *index.DocRange) uint32 { return uint32(r.From) })
	merged := []index.DocRange{}
	for _, r := range dates {
		if n := len(merged); n > 0 && r.From <= merged[n-1].To {
			merged[n-1].To = max(merged[n-1].To, r.To)
		} else {
			merged = append(merged, r)
		}
	}
	or.kids = append(or.kids, &rangeNode{merged})
	return or
}

// runs leaves out empty ones, and is never nil.
func runs(all ...index.DocRange) []index.DocRange {
	return overlap(all, all)
}

// nodes compiles the parts of a conjunction or alternative, each once.
func (c *compiler) nodes(from []query.Node, positive bool) ([]node, error) {
	kids := make([]node, 0, len(from))
	seen := make(map[string]bool, len(from))
	for _, n := range from {
		key := n.String()
		if seen[key] {
			continue
		}
		seen[key] = true
		kid, err := c.node(n, positive)
		if err != nil {
			return nil, err
		}
		kids = append(kids, kid)
	}
	return kids, nil
}

// anyOf compiles words side by side of which any will do. Function words among them are left out as long as there is another word: a
// question asked in a sentence is about those. A word that is several to the index, such as build-up, counts as each of them, and words that
// are one to it count once.
func (c *compiler) anyOf(n *query.Or, positive bool) (node, error) {
	var kids []query.Node
	shouted := true // what is all in capitals has none that mean something
	for _, kid := range n.Kids {
		word, ok := kid.(*query.Word)
		if !ok {
			kids = append(kids, kid)
			continue
		}
		shouted = shouted && word.Text == strings.ToUpper(word.Text)
		for token := range text.Words(word.Text) {
			kids = append(kids, &query.Word{Span: word.Span, Text: token.Of(word.Text)})
		}
	}
	isStop := func(n query.Node) bool {
		word, ok := n.(*query.Word)
		return ok && c.functionWord(word.Text, shouted)
	}
	keepAll := !slices.ContainsFunc(kids, func(n query.Node) bool { return !isStop(n) })
	seen := map[string]*leaf{}
	or := &orNode{}
	for _, kid := range kids {
		if !keepAll && isStop(kid) {
			c.words++
			continue
		}
		made, err := c.node(kid, positive)
		if err != nil {
			return nil, err
		}
		if l, ok := made.(*leaf); ok {
			key := cmp.Or(l.terms(), l.text)
			if same := seen[key]; same != nil {
				if positive {
					last := len(c.plan.leaves) - 1
					c.plan.leaves = c.plan.leaves[:last]
					c.plan.sequence[len(c.plan.sequence)-1].l = same
				}
				continue
			}
			seen[key] = l
		}
		or.kids = append(or.kids, made)
	}
	return or, nil
}

// terms names what a leaf of one word stands for, "" of any other.
func (l *leaf) terms() string {
	r, ok := l.places.(*row)
	if !ok || len(r.slots) != 1 || l.field != anywhere {
		return ""
	}
	key := ""
	for _, a := range r.slots[0].alternatives {
		if a.forms != nil {
			return ""
		}
		key += a.term.Stem + " "
	}
	return key
}

// functionWord reports whether word is one in a language of the corpus that a good part of it is in. What is typed in capitals, such as
// US, is a name, unless all is.
func (c *compiler) functionWord(word string, shouted bool) bool {
	if !shouted && len(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word) {
		return false
	}
	return c.e.functionForm(text.Form(word))
}

func (c *compiler) addLeaf(n query.Node, positive bool) (node, error) {
	l, err := c.leaf(n)
	if err == nil && positive {
		c.plan.leaves = append(c.plan.leaves, l)
		c.plan.sequence = append(c.plan.sequence, ordered{l, l.order})
	}
	return l, err
}

// leaf compiles a word-like node.
func (c *compiler) leaf(n query.Node) (*leaf, error) {
	l := &leaf{text: n.String(), e: c.e, order: c.words}
	inner := n
	if f, ok := n.(*query.Field); ok {
		inner = f.Kid
		if l.field = body; f.Name == "title" {
			l.field = title
		}
	}
	p, err := c.places(inner)
	if err != nil {
		return nil, err
	}
	l.places, l.idf = p, p.weight()
	c.words++
	if r, ok := p.(*row); ok {
		c.words += max(len(r.slots)-1, 0)
	}
	return l, nil
}
