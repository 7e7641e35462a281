package search

import (
	"slices"

	"dateline/corpus/index"
)

// alternative is a term that may stand in a slot: in all its surface forms, or in some.
type alternative struct {
	e        *Engine
	term     index.Term
	forms    []bool // of index.Term.Forms those that count; nil for all
	typed    int    // the one of index.Term.Forms that is as it was typed; -1 for none
	postings *index.Postings

	c         *cursor // made when it is first needed: most of a thousand words that begin alike never are
	positions index.Positions
	block     int // the block that positions are of
	passed    int // documents of the block whose positions have been read
	read      []index.Position
	at        []uint32
	doc       uint32 // that read and at are of, if known
	known     bool
}

// alternative returns the term t, of which the forms of these ids count, or all if there are none given.
func (e *Engine) alternative(t index.Term, forms []int) (*alternative, error) {
	p, err := e.x.Postings(t)
	a := &alternative{e: e, term: t, postings: p, typed: -1, block: -1}
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

// has reports whether the term stands in doc, in whatever form.
func (a *alternative) has(doc uint32) (bool, error) {
	if a.c == nil {
		a.c = newCursor(a.postings, a.e.x.Docs())
	}
	return a.c.seek(doc)
}

// in returns the positions in doc at which the term stands in a form that counts, ascending; they are valid until the next call.
func (a *alternative) in(doc uint32) ([]uint32, error) {
	if a.known && a.doc == doc { // it stands in several slots
		return a.at, nil
	}
	a.at, a.read, a.known = a.at[:0], a.read[:0], false
	ok, err := a.has(doc)
	if !ok || err != nil {
		return nil, err
	}
	c := a.c
	body, title := c.frequencies()
	if a.block != c.block || a.passed > c.at {
		if a.positions, err = a.e.x.Positions(a.postings, c.block); err != nil {
			return nil, err
		}
		a.block, a.passed = c.block, 0
	}
	skipped := uint32(0)
	for ; a.passed < c.at; a.passed++ {
		skipped += c.b.Body[a.passed] + c.b.Title[a.passed]
	}
	a.positions.Skip(int(skipped))
	n := int(body + title)
	a.e.work -= n
	if a.read, err = a.positions.Read(n, a.read); err != nil {
		a.block = -1
		return nil, err
	}
	a.passed++
	for _, p := range a.read {
		if a.forms == nil || int(p.Form) < len(a.forms) && a.forms[p.Form] {
			a.at = append(a.at, p.At)
		}
	}
	a.doc, a.known = doc, true
	return a.at, nil
}
