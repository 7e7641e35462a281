package ui

import (
	"time"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/query"
	"dateline/corpus/search"
	"dateline/corpus/text"
)

// comparison is what the two sides of Compare have in common and what tells them apart.
type comparison struct {
	of      *answer
	a, b    string // of the state it was made for
	sides   [2]compared
	counted bool
	counter *search.Comparer // while it is being counted
	terms   search.Keyness
	actors  search.KeyActors
	err     error
	waits   bool // for what has not arrived yet
}

// compared is one side: a selection of documents by a query of its own, or one document.
type compared struct {
	typed  string // the query, as the reader chose it or as the view did
	node   query.Node
	bad    *query.Error
	search search.Request // of its documents
	docs   search.Side
	doc    *document // where it is one document by its id
}

// fewCompared is up to how many documents a comparison is counted before it is painted: more take up to half a second in a browser.
const fewCompared = 200

// comparedTerms and comparedActors are how many rows each part of the tables has.
const (
	comparedTerms  = 12
	comparedActors = 12
)

// compareSides brings the comparison in line with the state.
func (e *explorer) compareSides() {
	e.rev.view++
	if k := e.cmp; k != nil && k.of == e.a && k.a == e.s.A && k.b == e.s.B {
		return
	}
	k := &comparison{of: e.a, a: e.s.A, b: e.s.B}
	e.cmp = k
	typed := [2]string{e.s.A, e.s.B}
	if typed == [2]string{} {
		typed = e.firstSides()
	} else {
		for i := range typed {
			if typed[i] == "" {
				typed[i] = e.otherSide(typed[1-i])
			}
		}
	}
	for i := range k.sides {
		k.sides[i], k.err = e.sideOf(typed[i])
		if k.err != nil {
			return
		}
	}
	if len(k.sides[0].docs.Docs)+len(k.sides[1].docs.Docs) <= fewCompared {
		e.countSides(k)
	}
}

// sideOf finds the documents of a side. A document by its id is itself; any other side lies within what the search and its filters leave.
func (e *explorer) sideOf(typed string) (compared, error) {
	side := compared{typed: typed}
	if typed == "" {
		return side, nil
	}
	side.node, side.bad = query.Parse(typed, query.AllTerms)
	if side.bad != nil {
		return side, nil
	}
	var err error
	if v, ok := side.node.(*query.Value); ok && v.Name == "id" {
		side.search = search.Request{Query: side.node}
		if side.doc, err = e.c.open(v.Text, e.a.node); err != nil {
			return side, err
		}
	} else {
		side.search = e.a.request(e.s, 0, 0, false)
		side.search.Query = both(e.a.node, side.node)
	}
	side.docs, err = e.c.engine.Side(side.search)
	return side, err
}

// both is the conjunction of two queries.
func both(a, b query.Node) query.Node {
	if _, all := a.(*query.All); all {
		return b
	}
	if _, all := b.(*query.All); all {
		return a
	}
	return &query.And{Kids: []query.Node{a, b}}
}

// countSides counts words and actors of both sides at once.
func (e *explorer) countSides(k *comparison) {
	for !k.counted && k.err == nil && !k.waits {
		e.countOn(k, time.Hour)
	}
}

// countOn goes on to count for a while.
func (e *explorer) countOn(k *comparison, d time.Duration) {
	if e.cmp != k || k.counted || k.err != nil || k.waits {
		return
	}
	defer func() {
		if k.waits = missing(k.err); k.waits {
			k.err = nil
		}
	}()
	a, b := k.sides[0].docs, k.sides[1].docs
	if k.counter == nil {
		k.counter = e.c.engine.NewComparer(a, b)
	}
	done := false
	for start := time.Now(); !done && k.err == nil && time.Since(start) < d; {
		done, k.err = k.counter.Count(256)
	}
	if !done || k.err != nil {
		return
	}
	var names map[string]int
	if names, k.err = e.c.nameStems(a, b); k.err == nil {
		k.terms, k.err = k.counter.Result(comparedTerms, func(stem string) bool { return names[stem] > 0 })
	}
	if k.err == nil {
		k.actors, k.err = e.c.engine.CompareActors(a, b)
	}
	if k.err == nil {
		k.counted, k.counter = true, nil
	}
}

// uncounted reports that the comparison on the screen is still to be counted.
func (e *explorer) uncounted() bool {
	return e.s.View == state.Compare && e.cmp != nil && e.cmp.of == e.a && !e.cmp.counted && e.cmp.err == nil && !e.cmp.waits
}

// nameSample is how many documents of a side are looked through for words of names.
const nameSample = 25

// nameStems finds the terms that are words of names more often than not, in a sample of both sides: they have a positive balance. Actors
// have a table of their own.
func (c *collection) nameStems(sides ...search.Side) (map[string]int, error) {
	balance := map[string]int{}
	for _, side := range sides {
		n := min(nameSample, len(side.Docs))
		for i := range n {
			if err := c.countNames(side.Docs[i*len(side.Docs)/n], balance); err != nil {
				return nil, err
			}
		}
	}
	return balance, nil
}

func (c *collection) countNames(d corpus.DocID, balance map[string]int) error {
	s, err := c.x.Text(d)
	if err != nil {
		return err
	}
	mentions, err := c.x.Mentions(d)
	if err != nil {
		return err
	}
	lang, err := c.x.Lang(d)
	if err != nil {
		return err
	}
	next := 0
	for t := range text.Words(s) {
		for next < len(mentions) && mentions[next].End <= t.Start {
			next++
		}
		if next < len(mentions) && mentions[next].Start <= t.Start && t.End <= mentions[next].End {
			balance[text.Term(t.Of(s), lang)]++
		} else {
			balance[text.Term(t.Of(s), lang)]--
		}
	}
	return nil
}

// firstSides is what the view opens with: the first and the last document of a small collection, of a larger one the two halves of what
// was found by date, and where there is one date only, its two most named actors.
func (e *explorer) firstSides() [2]string {
	docs := e.c.meta.Docs
	if docs >= 2 && docs <= fewDocs {
		return e.endDocs()
	}
	if halves := e.halves(); halves[0] != "" {
		return halves
	}
	if pairs := e.pairs(); len(pairs) > 0 {
		return pairs[0]
	}
	return [2]string{}
}

// endDocs are the first and the last document by date.
func (e *explorer) endDocs() (sides [2]string) {
	if e.c.meta.Docs < 2 {
		return sides
	}
	first, last := corpus.DocID(e.c.meta.Undated), corpus.DocID(e.c.meta.Docs-1)
	if first >= last {
		first = last - 1
	}
	for i, d := range [2]corpus.DocID{first, last} {
		if doc, err := e.c.x.Doc(d); err == nil {
			sides[i] = idQuery(doc.ID)
		}
	}
	return sides
}

func idQuery(id string) string { return (&query.Value{Name: "id", Text: id}).String() }

// halves are the dates before and from the day in the middle of the documents found; empty if they have one day only.
func (e *explorer) halves() (sides [2]string) {
	total := 0
	var days []search.DayCount
	for _, d := range e.a.result.Days {
		date := dayDate(d.Day)
		if e.s.From != 0 && date < e.s.From.First() || e.s.To != 0 && date > e.s.To.Last() {
			continue
		}
		days = append(days, d)
		total += d.Docs
	}
	if len(days) < 2 {
		return sides
	}
	seen, at := 0, 0
	for at < len(days)-2 && (seen+days[at].Docs)*2 <= total {
		seen += days[at].Docs
		at++
	}
	if at == 0 {
		at = 1
	}
	span := func(from, to int) string {
		return (&query.DateRange{Period: query.Period{From: dayDate(from), To: dayDate(to)}}).String()
	}
	return [2]string{span(days[0].Day, days[at].Day-1), span(days[at].Day, days[len(days)-1].Day)}
}

// pairs are the two most named actors of each type among the documents found.
func (e *explorer) pairs() (pairs [][2]string) {
	for _, typ := range facetOrder {
		var two []string
		for _, f := range e.a.result.Facets[typ] {
			if len(two) < 2 && !contains(e.a.with, f.Actor) && f.Docs > 0 {
				if a, err := e.c.actor(f.Actor); err == nil {
					two = append(two, (&query.Actor{Name: a.key}).String())
				}
			}
		}
		if len(two) == 2 {
			pairs = append(pairs, [2]string{two[0], two[1]})
		}
	}
	return pairs
}

// otherSide is what a side is compared with if nothing is chosen: another document, or all that the side leaves.
func (e *explorer) otherSide(typed string) string {
	node, bad := query.Parse(typed, query.AllTerms)
	if bad != nil {
		return ""
	}
	switch n := node.(type) {
	case *query.Value:
		if n.Name == "id" {
			ends := e.endDocs()
			if ends[1] == typed {
				return ends[0]
			}
			return ends[1]
		}
	case *query.Not:
		return n.Kid.String()
	case *query.All:
		return ""
	}
	return (&query.Not{Kid: node}).String()
}
