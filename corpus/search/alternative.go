package search

import (
	"slices"
	"sort"

	"dateline/corpus"
	"dateline/corpus/index"
)

// alternative is a term that may stand in a slot: in all its surface forms, or in some. It remembers where in its posting list
// it has last read, so that documents asked for in ascending order are found by going on.
type alternative struct {
	e        *Engine
	term     index.Term
	forms    []bool // of index.Term.Forms those that count; nil for all
	postings *index.Postings

	loaded    int // the block in b, -1 for none
	b         index.Block
	positions index.Positions
	passed    int // documents of the block whose positions have been read; -1: positions are not open
	read      []index.Position
	at        []uint32
}

// alternative returns the term t, of which the forms of these ids count, or all if there are none given.
func (e *Engine) alternative(t index.Term, forms []int) (*alternative, error) {
	p, err := e.x.Postings(t)
	a := &alternative{e: e, term: t, postings: p, loaded: -1}
	if len(forms) > 0 && len(forms) < len(t.Forms) {
		a.forms = make([]bool, len(t.Forms))
		for _, id := range forms {
			if i, ok := slices.BinarySearch(t.Forms, id); ok {
				a.forms[i] = true
			}
		}
	}
	return a, err
}

// in returns the positions in doc at which the term stands in a form that counts, ascending; they are valid until the next call.
func (a *alternative) in(doc uint32) ([]uint32, error) {
	a.at = a.at[:0]
	block := a.loaded
	if block < 0 || corpus.DocID(doc) > a.postings.Last(block) || doc < a.b.Docs[0] {
		block = sort.Search(a.postings.Blocks(), func(i int) bool { return a.postings.Last(i) >= corpus.DocID(doc) })
		if block == a.postings.Blocks() {
			return nil, nil
		}
	}
	if block != a.loaded {
		a.loaded, a.passed = -1, -1
		if err := a.postings.Read(block, &a.b, a.e.x.Docs()); err != nil {
			return nil, err
		}
		a.loaded = block
	}
	i, ok := slices.BinarySearch(a.b.Docs, doc)
	if !ok {
		return nil, nil
	}
	if a.passed < 0 || a.passed > i {
		var err error
		if a.positions, err = a.e.x.Positions(a.postings, block); err != nil {
			return nil, err
		}
		a.passed = 0
	}
	for ; a.passed < i; a.passed++ {
		a.positions.Skip(int(a.b.Body[a.passed] + a.b.Title[a.passed]))
	}
	var err error
	if a.read, err = a.positions.Read(int(a.b.Body[i]+a.b.Title[i]), a.read[:0]); err != nil {
		a.passed = -1
		return nil, err
	}
	a.passed++
	for _, p := range a.read {
		if a.forms == nil || int(p.Form) < len(a.forms) && a.forms[p.Form] {
			a.at = append(a.at, p.At)
		}
	}
	return a.at, nil
}
