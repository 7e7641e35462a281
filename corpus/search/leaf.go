package search

import (
	"dateline/corpus"
	"dateline/corpus/index"
)

// field confines a leaf to a part of the document.
type field uint8

const (
	anywhere field = iota
	body
	title
)

// leaf is a part of a query that is looked for in texts: it matches the documents that have a place of it.
type leaf struct {
	e      *Engine
	text   string // as in the query
	field  field
	places places
	idf    float64 // what a place is worth at most
	weight float32 // the same in the scale of the plan
	order  int     // number of its first word in the query, function words that were left out counted too
	found  list    // by the present question
}

func (l *leaf) cost() int { return l.places.cost() }

// term returns the posting list of a leaf that is one term in all its forms, nil of any other.
func (l *leaf) term() *index.Postings {
	if r, ok := l.places.(*row); ok && len(r.slots) == 1 && len(r.slots[0].alternatives) == 1 {
		if a := r.slots[0].alternatives[0]; a.forms == nil {
			return a.postings
		}
	}
	return nil
}

// eval returns the documents of l that are within, all of the present runs if within is nil.
func (l *leaf) eval(within []uint32) (found list, err error) {
	r, isRow := l.places.(*row)
	switch p := l.term(); {
	case p != nil && within == nil:
		found, err = l.evalTerm(p)
	case p != nil:
		found, err = l.evalTermWithin(p, within)
	case isRow && len(r.slots) == 1 && within == nil && mergeable(r.slots[0].alternatives):
		found, err = l.evalMerged(r.slots[0].alternatives)
	case isRow && len(r.slots) == 1:
		found, err = l.evalUnion(r.slots[0].alternatives, within)
	default:
		found, err = l.evalPlaces(within)
	}
	l.found = found
	return found, err
}

// confined leaves out the frequency of the field that does not count.
func (l *leaf) confined(inBody, inTitle uint32) (uint32, uint32) {
	switch l.field {
	case body:
		return inBody, 0
	case title:
		return 0, inTitle
	}
	return inBody, inTitle
}

// add adds doc to found if it has any frequency in the leaf's field.
func (l *leaf) add(found *list, doc, inBody, inTitle uint32) {
	if inBody, inTitle = l.confined(inBody, inTitle); inBody+inTitle > 0 {
		found.add(doc, l.e.norms.score(l.weight, doc, inBody, inTitle), inBody+inTitle)
	}
}

// evalTerm reads one posting list from end to end.
func (l *leaf) evalTerm(p *index.Postings) (list, error) {
	e := l.e
	found := e.newList(p.Docs)
	err := e.blocks(p, e.allRuns(), func(_ int, b *index.Block, from, to int) error {
		if l.field != anywhere {
			for j := from; j < to; j++ {
				l.add(&found, b.Docs[j], b.Body[j], b.Title[j])
			}
			return nil
		}
		n := len(found.docs)
		found.docs = append(found.docs, b.Docs[from:to]...)
		found.scores, found.occurrences = found.scores[:len(found.docs)], found.occurrences[:len(found.docs)]
		e.scoreAll(l.weight, part(b, from, to), found.scores[n:], found.occurrences[n:])
		return nil
	})
	return found, err
}

// frequencies are documents with the frequencies of a word, as a block of a posting list has them, of any length.
type frequencies struct{ docs, body, title []uint32 }

// part returns the documents from, up to and without to, of b.
func part(b *index.Block, from, to int) frequencies {
	return frequencies{b.Docs[from:to], b.Body[from:to], b.Title[from:to]}
}

// scoreAll scores documents by the frequencies of a word.
func (e *Engine) scoreAll(weight float32, f frequencies, scores, occurrences []uint32) {
	docs, inBody, inTitle := f.docs, f.body, f.title
	scores, occurrences = scores[:len(docs)], occurrences[:len(docs)]
	inBody, inTitle = inBody[:len(docs)], inTitle[:len(docs)]
	norms, k1 := e.norms.body, e.norms.k1
	for i, doc := range docs {
		f := float32(inBody[i]) * norms[doc]
		if t := inTitle[i]; t != 0 {
			f = e.norms.frequency(doc, inBody[i], t)
		}
		scores[i] = uint32(weight*(f/(k1+f))) + 1
		occurrences[i] = inBody[i] + inTitle[i]
	}
}

// evalTermWithin looks for documents in one posting list, of which only the blocks that may hold one are decoded.
func (l *leaf) evalTermWithin(p *index.Postings, within []uint32) (list, error) {
	e := l.e
	found := e.newList(min(p.Docs, len(within)))
	c := &e.cursor
	c.reset(p, e.x.Docs())
	for _, doc := range within {
		ok, err := c.seek(doc)
		if err != nil {
			return list{}, err
		}
		if ok {
			inBody, inTitle := c.frequencies()
			l.add(&found, doc, inBody, inTitle)
		}
	}
	return found, nil
}

// evalPlaces looks for places in the documents that may have one.
func (l *leaf) evalPlaces(within []uint32) (list, error) {
	e := l.e
	candidates, err := l.places.candidates(within)
	if err != nil {
		return list{}, err
	}
	if err := l.places.gather(candidates); err != nil {
		return list{}, err
	}
	found := e.newList(len(candidates))
	for i, doc := range candidates {
		if e.work < 0 {
			e.tired(i, len(candidates), l.text)
			break
		}
		if e.places, err = l.places.in(doc, e.places[:0]); err != nil {
			return list{}, err
		}
		inBody, inTitle := l.count(doc, e.places)
		l.add(&found, doc, inBody, inTitle)
	}
	return found, nil
}

// count tells how many places lie in the text and in the title.
func (l *leaf) count(doc uint32, all []place) (inBody, inTitle uint32) {
	start := uint32(l.e.x.BodyStart(corpus.DocID(doc)))
	for _, p := range all {
		if p.start >= start {
			inBody++
		} else {
			inTitle++
		}
	}
	return inBody, inTitle
}
