package search

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// places compiles what has places in a text.
func (c *compiler) places(n query.Node) (places, error) {
	switch n := n.(type) {
	case *query.Near:
		a, err := c.places(n.A)
		if err != nil {
			return nil, err
		}
		b, err := c.places(n.B)
		if err != nil {
			return nil, err
		}
		return &near{e: c.e, a: a, b: b, n: n.N, ordered: n.Ordered}, nil
	case *query.Or:
		either := &either{e: c.e}
		for _, kid := range n.Kids {
			p, err := c.places(kid)
			if err != nil {
				return nil, err
			}
			either.kids = append(either.kids, p)
		}
		return either, nil
	}
	row := &row{e: c.e}
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
			if err := c.exactly(row, text.Form(token.Of(n.Text))); err != nil {
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
			var err error
			if i < len(words)-1 {
				err = c.exactly(row, word)
			} else {
				err = c.pattern(row, matcher{prefix: word, cost: 1}, n.String())
			}
			if err != nil {
				return err
			}
		}
	case *query.Wildcard:
		if utf8.RuneCountInString(text.Form(n.Pattern)) > maxPattern {
			c.note("%s is longer than %d letters, which no pattern may be; it was not looked for.", n, maxPattern)
			row.slots = append(row.slots, slot{})
			return nil
		}
		return c.pattern(row, wildcard(text.Form(n.Pattern)), n.String())
	case *query.Fuzzy:
		return c.pattern(row, fuzzy(text.Form(n.Text), n.Distance), n.String())
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
	var stems []string // several languages often agree on one
	for _, lang := range c.e.x.Meta().Languages {
		stem := text.Term(word, lang.Code)
		if slices.Contains(stems, stem) {
			continue
		}
		stems = append(stems, stem)
		t, ok, err := c.e.x.Term(stem)
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
		if slices.ContainsFunc(terms, func(t index.Term) bool { return t.ID == f.Term }) {
			continue
		}
		t, err := c.e.x.TermByID(f.Term)
		if err != nil {
			return err
		}
		add(t)
	}
	s := slot{}
	for _, t := range terms {
		typed := -1
		for _, f := range forms {
			if i, ok := slices.BinarySearch(t.Forms, f.ID); ok {
				typed = i
			}
		}
		alt := c.shared[sharedKey{t.ID, typed}]
		if alt == nil {
			var err error
			if alt, err = c.e.alternative(t, nil); err != nil {
				return err
			}
			alt.typed = typed
			if c.shared == nil {
				c.shared = map[sharedKey]*alternative{}
			}
			c.shared[sharedKey{t.ID, typed}] = alt
		}
		s.alternatives = append(s.alternatives, alt)
	}
	r.slots = append(r.slots, s)
	return nil
}

// The most surface forms that one pattern, and all patterns of a query, may stand for; and the most that all of them may read to find these.
// The dictionary of 20,000 stories has 58,000: a pattern that begins with a star reads them all, one with a letter amiss a thousand or two.
const (
	maxForms        = 4000
	maxFormsInQuery = 12000
	maxFormsRead    = 400000
)

// exactly appends a slot for one surface form.
func (c *compiler) exactly(r *row, form string) error {
	forms, err := c.e.x.Forms(form)
	if err != nil {
		return err
	}
	pairs := make([]uint64, len(forms))
	for i, f := range forms {
		pairs[i] = uint64(f.Term)<<32 | uint64(f.ID)
	}
	return c.formSlot(r, pairs)
}

// pattern appends a slot for the surface forms that match.
func (c *compiler) pattern(r *row, match matcher, source string) error {
	most := min(maxForms, c.forms)
	if most <= 0 || c.read <= 0 {
		c.note("The patterns of this query stand for too many words: %s was not looked for. Write fewer of them, or more letters.", source)
		r.slots = append(r.slots, slot{})
		return nil
	}
	var pairs []uint64 // term<<32 | form
	over := false
	err := c.e.x.WalkForms(match.prefix, func(key []byte, shared int, f index.Form) int {
		c.read -= match.cost
		fits, dead := match.read(key, shared)
		if !fits {
			return dead
		}
		if len(pairs) == most {
			over = true
			return index.StopWalk
		}
		pairs = append(pairs, uint64(f.Term)<<32|uint64(f.ID))
		return 0
	})
	if err != nil {
		return err
	}
	if over {
		c.note("%s stands for more than %s words; the first %s in the alphabet were looked for. Write more letters.", source, number(most), number(most))
	}
	c.forms -= len(pairs)
	return c.formSlot(r, pairs)
}

// formSlot appends a slot for forms, given as term<<32 | form.
func (c *compiler) formSlot(r *row, pairs []uint64) error {
	slices.Sort(pairs)
	var ids []int
	for _, p := range pairs {
		if id := int(p >> 32); len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
	}
	s := slot{alternatives: make([]*alternative, 0, len(ids))}
	var own []int
	err := c.e.x.TermsByID(ids, func(t index.Term) error {
		own = own[:0]
		for len(pairs) > 0 && int(pairs[0]>>32) == t.ID {
			own = append(own, int(uint32(pairs[0])))
			pairs = pairs[1:]
		}
		alt, err := c.e.alternative(t, own)
		s.alternatives = append(s.alternatives, alt)
		return err
	})
	r.slots = append(r.slots, s)
	return err
}

// actor compiles the documents that mention an actor.
func (c *compiler) actor(n *query.Actor) (node, error) {
	actors, err := c.e.Actors(n.Name)
	if err != nil {
		return nil, err
	}
	if len(actors) == 0 {
		c.note("No document mentions an actor called %s.", n.Name)
		return &filterNode{}, nil
	}
	all := &listNode{}
	for _, actor := range actors {
		one, err := c.e.actorNode(actor)
		if err != nil {
			return nil, err
		}
		all.lists = append(all.lists, one.lists...)
	}
	return all, nil
}

// filter returns the documents that a filter matches.
func (c *compiler) filter(n query.Node) ([]uint32, error) {
	switch n := n.(type) {
	case *query.Value: // an id
		doc, ok, err := c.e.x.Find(n.Text)
		if !ok || err != nil {
			return nil, err
		}
		return []uint32{uint32(doc)}, nil
	case *query.By:
		actors, err := c.e.Actors(n.Name)
		if err != nil {
			return nil, err
		}
		docs, err := c.e.saidBy(actors)
		switch {
		case c.e.x.Meta().Statements == 0:
			c.note("by: finds nothing here: there are no statements in this corpus.")
		case len(actors) == 0:
			c.note("No document mentions an actor called %s.", n.Name)
		case err == nil && len(docs) == 0:
			c.note("No document has a statement by %s.", n.Name)
		}
		return docs, err
	case *query.Mentions:
		if c.e.x.Meta().Dates == 0 {
			c.note("mentions: finds nothing here: no text of this corpus speaks of a date. Who is mentioned is found by actor:")
		}
		return c.e.speaking(n.Period)
	}
	return nil, nil
}

// number writes n with a comma between thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
