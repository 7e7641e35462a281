package search

import (
	"fmt"
	"math"
	"slices"

	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// plan is a query looked up in the index.
type plan struct {
	root   node
	leaves []*leaf // those that count towards a match, in the order of the query
	notes  []string
}

// scored reports whether anything in the plan gives a score.
func (p *plan) scored() bool { return len(p.leaves) > 0 }

// node is a part of a plan.
type node interface {
	// cost is an upper bound of the documents it matches.
	cost() int
}

type (
	andNode struct{ kids []node }
	orNode  struct{ kids []node }
	notNode struct{ kid node }
	// filterNode matches documents by what is known of them.
	filterNode struct{ docs list }
	allNode    struct{ docs int }
)

func (n *andNode) cost() int {
	least := math.MaxInt
	for _, kid := range n.kids {
		least = min(least, kid.cost())
	}
	return least
}

func (n *orNode) cost() int {
	sum := 0
	for _, kid := range n.kids {
		sum += kid.cost()
	}
	return sum
}

// A negation is evaluated last of a conjunction, when there is something to take away from.
func (n *notNode) cost() int    { return math.MaxInt }
func (n *filterNode) cost() int { return len(n.docs.docs) }
func (n *allNode) cost() int    { return n.docs }

// maxPlans is how many compiled queries an engine keeps: the one on screen, and those of the keys just typed.
const maxPlans = 32

// plan compiles q, or takes it from those kept.
func (e *Engine) plan(q query.Node) (*plan, error) {
	if q == nil {
		q = &query.All{}
	}
	key := q.String()
	if p := e.plans[key]; p != nil {
		return p, nil
	}
	c := compiler{e: e, plan: &plan{}}
	root, err := c.node(q, true)
	if err != nil {
		return nil, err
	}
	c.plan.root = root
	if len(e.plans) >= maxPlans {
		clear(e.plans)
	}
	e.plans[key] = c.plan
	return c.plan, nil
}

// compiler turns a tree into a plan.
type compiler struct {
	e    *Engine
	plan *plan
}

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
		slices.SortStableFunc(kids, func(a, b node) int { // the rarest first
			switch x, y := a.cost(), b.cost(); {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
		return &andNode{kids}, err
	case *query.Or:
		kids, err := c.nodes(n.Kids, positive)
		return &orNode{kids}, err
	case *query.Not:
		kid, err := c.node(n.Kid, false)
		return &notNode{kid}, err
	case *query.Word, *query.Prefix, *query.Phrase, *query.Exact, *query.Wildcard, *query.Fuzzy, *query.Near, *query.Field:
		l, err := c.leaf(n)
		if err == nil && positive {
			c.plan.leaves = append(c.plan.leaves, l)
		}
		return l, err
	}
	docs, err := c.filter(n)
	return &filterNode{list{docs: docs}}, err
}

func (c *compiler) nodes(from []query.Node, positive bool) ([]node, error) {
	kids := make([]node, len(from))
	for i, n := range from {
		var err error
		if kids[i], err = c.node(n, positive); err != nil {
			return nil, err
		}
	}
	return kids, nil
}

// leaf compiles a word-like node.
func (c *compiler) leaf(n query.Node) (*leaf, error) {
	l := &leaf{text: n.String(), e: c.e}
	inner := n
	if f, ok := n.(*query.Field); ok {
		inner = f.Kid
		if l.field = body; f.Name == "title" {
			l.field = title
		}
	}
	p, err := c.places(inner)
	l.places = p
	return l, err
}

// places compiles what has places in a text.
func (c *compiler) places(n query.Node) (places, error) {
	switch n := n.(type) {
	case *query.Near:
		a, err := c.places(n.A)
		if err != nil {
			return nil, err
		}
		b, err := c.places(n.B)
		return &near{e: c.e, a: a, b: b, n: n.N, ordered: n.Ordered}, err
	case *query.Or:
		either := &either{}
		for _, kid := range n.Kids {
			p, err := c.places(kid)
			if err != nil {
				return nil, err
			}
			either.kids = append(either.kids, p)
		}
		return either, nil
	}
	row := &row{docs: c.e.x.Docs()}
	return row, c.slots(row, n)
}

// slots appends the slots of a word or phrase to row.
func (c *compiler) slots(row *row, n query.Node) error {
	switch n := n.(type) {
	case *query.Phrase:
		for _, kid := range n.Kids {
			if err := c.slots(row, kid); err != nil {
				return err
			}
		}
	case *query.Word:
		for token := range text.Words(n.Text) {
			if err := c.word(row, token.Of(n.Text)); err != nil {
				return err
			}
		}
	case *query.Exact:
		for token := range text.Words(n.Text) {
			if err := c.forms(row, equal(text.Form(token.Of(n.Text))), n.String()); err != nil {
				return err
			}
		}
	case *query.Prefix:
		// All words before the last stand as they are; the last one is open.
		var words []string
		for token := range text.Words(n.Text) {
			words = append(words, text.Form(token.Of(n.Text)))
		}
		for i, word := range words {
			match := equal(word)
			if i == len(words)-1 {
				match = begins(word)
			}
			if err := c.forms(row, match, n.String()); err != nil {
				return err
			}
		}
	case *query.Wildcard:
		return c.forms(row, wildcard(text.Form(n.Pattern)), n.String())
	case *query.Fuzzy:
		return c.forms(row, fuzzy(text.Form(n.Text), n.Distance), n.String())
	}
	return nil
}

// word appends a slot for every term that word may be indexed under: its stem in each language of the corpus, and
// whatever its form, typed perhaps without the accents that stemming reads, stands for in the dictionary.
func (c *compiler) word(r *row, word string) error {
	var terms []index.Term
	add := func(t index.Term) {
		if !slices.ContainsFunc(terms, func(u index.Term) bool { return u.ID == t.ID }) {
			terms = append(terms, t)
		}
	}
	for _, lang := range c.e.x.Meta().Languages {
		t, ok, err := c.e.x.Term(text.Term(word, lang.Code))
		if err != nil {
			return err
		}
		if ok {
			add(t)
		}
	}
	forms, err := c.e.x.Forms(text.Form(word))
	if err != nil {
		return err
	}
	for _, f := range forms {
		t, err := c.e.x.TermByID(f.Term)
		if err != nil {
			return err
		}
		add(t)
	}
	s := slot{}
	for _, t := range terms {
		alt, err := c.e.alternative(t, nil)
		if err != nil {
			return err
		}
		s.alternatives = append(s.alternatives, alt)
	}
	r.slots = append(r.slots, s)
	return nil
}

// maxForms is how many surface forms a prefix or pattern may stand for.
const maxForms = 1000

// forms appends a slot for the surface forms that match.
func (c *compiler) forms(r *row, match matcher, source string) error {
	byTerm := map[int][]int{}
	var order []int
	count := 0
	err := c.e.x.ScanForms(match.prefix, func(key []byte, f index.Form) bool {
		if !match.fits(key) {
			return true
		}
		if count == maxForms {
			c.note("%s stands for more than %d words; the first %d in the alphabet were looked for. Write more letters.", source, maxForms, maxForms)
			return false
		}
		count++
		if byTerm[f.Term] == nil {
			order = append(order, f.Term)
		}
		byTerm[f.Term] = append(byTerm[f.Term], f.ID)
		return true
	})
	if err != nil {
		return err
	}
	s := slot{}
	for _, id := range order {
		t, err := c.e.x.TermByID(id)
		if err != nil {
			return err
		}
		alt, err := c.e.alternative(t, byTerm[id])
		if err != nil {
			return err
		}
		s.alternatives = append(s.alternatives, alt)
	}
	r.slots = append(r.slots, s)
	return nil
}

// filter returns the documents that a filter matches.
func (c *compiler) filter(n query.Node) ([]uint32, error) {
	x := c.e.x
	switch n := n.(type) {
	case *query.Actor:
		actors, err := c.e.Actors(n.Name)
		if err != nil {
			return nil, err
		}
		if len(actors) == 0 {
			c.note("No document mentions an actor called %s.", n.Name)
		}
		var docs []uint32
		for _, actor := range actors {
			l, err := c.e.actorDocs(actor, nil)
			if err != nil {
				return nil, err
			}
			docs = append(docs, l.docs...)
		}
		slices.Sort(docs)
		return slices.Compact(docs), nil
	case *query.DateRange:
		if n.None {
			return runDocs(x.Undated()), nil
		}
		return runDocs(x.InPeriod(n.From, n.To)...), nil
	case *query.Value:
		if n.Name == "id" {
			doc, ok, err := x.Find(n.Text)
			if !ok || err != nil {
				return nil, err
			}
			return []uint32{uint32(doc)}, nil
		}
		p, err := x.ValuePostings(n.Name, n.Text)
		if p == nil || err != nil {
			return nil, err
		}
		l, err := c.e.postingDocs(p, nil)
		return l.docs, err
	case *query.By:
		actors, err := c.e.Actors(n.Name)
		if err != nil {
			return nil, err
		}
		docs, err := c.e.saidBy(actors)
		switch {
		case x.Meta().Statements == 0:
			c.note("by: finds nothing here: there are no statements in this corpus.")
		case len(actors) == 0:
			c.note("No document mentions an actor called %s.", n.Name)
		case err == nil && len(docs) == 0:
			c.note("No document has a statement by %s.", n.Name)
		}
		return docs, err
	case *query.Mentions:
		if x.Meta().Dates == 0 {
			c.note("mentions: finds nothing here: no text of this corpus speaks of a date. Who is mentioned is found by actor:")
		}
		return c.e.speaking(n.Period)
	}
	return nil, nil
}

func runDocs(runs ...index.DocRange) (docs []uint32) {
	for _, r := range runs {
		for d := r.From; d < r.To; d++ {
			docs = append(docs, uint32(d))
		}
	}
	return docs
}
