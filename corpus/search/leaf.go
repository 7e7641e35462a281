package search

import (
	"math"

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
}

func (l *leaf) cost() int { return l.places.cost() }

// idf is the weight of a term that is in docs of n documents (Robertson and Zaragoza 2009, with 1 added so that it is never negative).
func idf(docs, n int) float64 {
	return math.Log(1 + (float64(n)-float64(docs)+0.5)/(float64(docs)+0.5))
}

// eval returns the documents of l that are within.
func (l *leaf) eval(within *list) (list, error) {
	e := l.e
	weight := l.places.weight()
	if r, ok := l.places.(*row); ok && len(r.slots) == 1 {
		alternatives := r.slots[0].alternatives
		if len(alternatives) == 1 && alternatives[0].forms == nil {
			return l.evalTerm(alternatives[0].postings, weight, within)
		}
		if len(alternatives) != 1 {
			return l.evalUnion(alternatives, weight, within)
		}
	}
	candidates, err := l.places.candidates(e, within)
	if err != nil {
		return list{}, err
	}
	var found list
	var all []place
	for _, doc := range candidates {
		if all, err = l.places.in(doc, all[:0]); err != nil {
			return list{}, err
		}
		l.score(&found, doc, weight, all)
	}
	return found, nil
}

// score adds doc to found if any of its places is in the leaf's field.
func (l *leaf) score(found *list, doc uint32, weight float64, all []place) {
	inBody, inTitle := 0, 0
	start := uint32(l.e.x.BodyStart(corpus.DocID(doc)))
	for _, p := range all {
		if p.start >= start {
			inBody++
		} else {
			inTitle++
		}
	}
	l.addFrequencies(found, doc, weight, inBody, inTitle)
}

func (l *leaf) addFrequencies(found *list, doc uint32, weight float64, inBody, inTitle int) {
	switch l.field {
	case body:
		inTitle = 0
	case title:
		inBody = 0
	}
	if inBody+inTitle == 0 {
		return
	}
	bodyWords, titleWords := l.e.x.Words(corpus.DocID(doc))
	found.add(doc, weight*l.e.rank.Share(inBody, inTitle, bodyWords, titleWords), uint32(inBody+inTitle))
}

// evalTerm reads one posting list, of its blocks those that reach a candidate.
func (l *leaf) evalTerm(p *index.Postings, weight float64, within *list) (list, error) {
	var found list
	if within == nil {
		found = list{make([]uint32, 0, p.Docs), make([]float64, 0, p.Docs), make([]uint32, 0, p.Docs)}
	}
	err := l.e.scan(p, within, func(doc, inBody, inTitle uint32) {
		l.addFrequencies(&found, doc, weight, int(inBody), int(inTitle))
	})
	return found, err
}

// scan calls visit for the documents of p that are within, all of them if it is nil.
func (e *Engine) scan(p *index.Postings, within *list, visit func(doc, body, title uint32)) error {
	var b index.Block
	next := 0 // in within
	for i := range p.Blocks() {
		if within != nil {
			if next == len(within.docs) {
				return nil
			}
			if p.Last(i) < corpus.DocID(within.docs[next]) {
				continue
			}
		}
		if err := p.Read(i, &b, e.x.Docs()); err != nil {
			return err
		}
		if within == nil {
			for j, doc := range b.Docs {
				visit(doc, b.Body[j], b.Title[j])
			}
			continue
		}
		for j, doc := range b.Docs {
			for next < len(within.docs) && within.docs[next] < doc {
				next++
			}
			if next == len(within.docs) {
				return nil
			}
			if within.docs[next] == doc {
				visit(doc, b.Body[j], b.Title[j])
				next++
			}
		}
		for next < len(within.docs) && corpus.DocID(within.docs[next]) <= p.Last(i) {
			next++
		}
	}
	return nil
}

// evalUnion adds up the frequencies of several terms in every document.
func (l *leaf) evalUnion(alternatives []*alternative, weight float64, within *list) (list, error) {
	e := l.e
	e.dense.reset(e.x.Docs())
	for _, alt := range alternatives {
		var err error
		if alt.forms != nil {
			err = l.addForms(alt, within)
		} else {
			err = e.scan(alt.postings, within, func(doc, inBody, inTitle uint32) {
				e.dense.touch(doc)
				e.dense.occurrences[doc] += inBody
				e.dense.title[doc] += inTitle
			})
		}
		if err != nil {
			e.dense.each(func(uint32, float64, uint32, uint32) {})
			return list{}, err
		}
	}
	var found list
	e.dense.each(func(doc uint32, _ float64, inBody, inTitle uint32) {
		l.addFrequencies(&found, doc, weight, int(inBody), int(inTitle))
	})
	return found, nil
}

// addForms adds up the frequencies of some of the forms of a term, which its positions tell.
func (l *leaf) addForms(alt *alternative, within *list) error {
	d := &l.e.dense
	var docs []uint32
	if err := l.e.scan(alt.postings, within, func(doc, _, _ uint32) { docs = append(docs, doc) }); err != nil {
		return err
	}
	for _, doc := range docs {
		positions, err := alt.in(doc)
		if err != nil {
			return err
		}
		start := uint32(l.e.x.BodyStart(corpus.DocID(doc)))
		for _, at := range positions {
			d.touch(doc)
			if at >= start {
				d.occurrences[doc]++
			} else {
				d.title[doc]++
			}
		}
	}
	return nil
}
