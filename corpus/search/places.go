package search

import (
	"cmp"
	"slices"

	"dateline/corpus"
)

// place is a stretch of words of a document: positions from start up to, but without, end.
type place struct{ start, end uint32 }

// places is what a leaf looks for in a text.
type places interface {
	// cost is an upper bound of the documents that have a place.
	cost() int
	// weight is what a place is worth: the sum of the idf of the words it takes.
	weight() float64
	// candidates returns documents of which some may have no place, but no other document has one, ascending.
	candidates(e *Engine, within *list) ([]uint32, error)
	// in appends the places in doc to out, ascending.
	in(doc uint32, out []place) ([]place, error)
	// marks appends the places of the words to show for the places in doc.
	marks(doc uint32, out []place) ([]place, error)
}

// row is a row of slots, the words of which stand one directly after the other; a single word is a row of one.
type row struct {
	slots []slot
	docs  int // in the corpus
}

// slot is one word of a row: any of its alternatives may stand there.
type slot struct {
	alternatives []*alternative
	buffer       []uint32
}

func (s *slot) cost() int {
	sum := 0
	for _, a := range s.alternatives {
		sum += a.postings.Docs
	}
	return sum
}

// in returns the positions in doc of any alternative, ascending.
func (s *slot) in(doc uint32) ([]uint32, error) {
	if len(s.alternatives) == 1 {
		return s.alternatives[0].in(doc)
	}
	s.buffer = s.buffer[:0]
	for _, a := range s.alternatives {
		at, err := a.in(doc)
		if err != nil {
			return nil, err
		}
		s.buffer = append(s.buffer, at...)
	}
	slices.Sort(s.buffer)
	return s.buffer, nil
}

func (r *row) cost() int {
	if len(r.slots) == 0 {
		return 0
	}
	least := r.slots[0].cost()
	for i := range r.slots {
		least = min(least, r.slots[i].cost())
	}
	return least
}

// A slot of several terms weighs as much as the most frequent of them, and a row as much as its slots together.
func (r *row) weight() float64 {
	sum := 0.0
	for _, s := range r.slots {
		docs := 0
		for _, a := range s.alternatives {
			docs = max(docs, a.postings.Docs)
		}
		sum += idf(docs, r.docs)
	}
	return sum
}

func (r *row) candidates(e *Engine, within *list) ([]uint32, error) {
	if r.cost() == 0 {
		return nil, nil
	}
	order := make([]*slot, len(r.slots))
	for i := range r.slots {
		order[i] = &r.slots[i]
	}
	slices.SortStableFunc(order, func(a, b *slot) int { return cmp.Compare(a.cost(), b.cost()) })
	for _, s := range order {
		docs, err := s.candidates(e, within)
		if err != nil {
			return nil, err
		}
		within = &list{docs: docs}
	}
	return within.docs, nil
}

func (s *slot) candidates(e *Engine, within *list) ([]uint32, error) {
	if len(s.alternatives) == 1 {
		l, err := e.postingDocs(s.alternatives[0].postings, within)
		return l.docs, err
	}
	e.dense.reset(e.x.Docs())
	var failed error
	for _, a := range s.alternatives {
		if failed = e.scan(a.postings, within, func(doc, _, _ uint32) { e.dense.touch(doc) }); failed != nil {
			break
		}
	}
	var docs []uint32
	e.dense.each(func(doc uint32, _ float64, _, _ uint32) { docs = append(docs, doc) })
	return docs, failed
}

func (r *row) in(doc uint32, out []place) ([]place, error) {
	begin := len(out)
	for i := range r.slots {
		at, err := r.slots[i].in(doc)
		if err != nil {
			return out, err
		}
		if i == 0 {
			for _, p := range at {
				out = append(out, place{p, p + uint32(len(r.slots))})
			}
			continue
		}
		kept, j := out[:begin], 0
		for _, p := range out[begin:] {
			for j < len(at) && at[j] < p.start+uint32(i) {
				j++
			}
			if j < len(at) && at[j] == p.start+uint32(i) {
				kept = append(kept, p)
			}
		}
		out = kept
	}
	return out, nil
}

func (r *row) marks(doc uint32, out []place) ([]place, error) { return r.in(doc, out) }

// either is any of its kids.
type either struct{ kids []places }

func (o *either) cost() int {
	sum := 0
	for _, kid := range o.kids {
		sum += kid.cost()
	}
	return sum
}

func (o *either) weight() float64 {
	greatest := 0.0
	for _, kid := range o.kids {
		greatest = max(greatest, kid.weight())
	}
	return greatest
}

func (o *either) candidates(e *Engine, within *list) ([]uint32, error) {
	var all []uint32
	for _, kid := range o.kids {
		docs, err := kid.candidates(e, within)
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

func (o *either) in(doc uint32, out []place) ([]place, error) {
	begin := len(out)
	for _, kid := range o.kids {
		var err error
		if out, err = kid.in(doc, out); err != nil {
			return out, err
		}
	}
	return out[:begin+len(order(out[begin:]))], nil
}

func (o *either) marks(doc uint32, out []place) ([]place, error) { return o.in(doc, out) }

// order sorts places and takes out repeated ones.
func order(all []place) []place {
	slices.SortFunc(all, func(a, b place) int {
		if c := cmp.Compare(a.start, b.start); c != 0 {
			return c
		}
		return cmp.Compare(a.end, b.end)
	})
	return slices.Compact(all)
}

// near is a place of a and one of b in the same title or text that do not overlap, with at most n words between them.
type near struct {
	a, b    places
	n       int
	ordered bool
	e       *Engine
}

func (o *near) cost() int       { return min(o.a.cost(), o.b.cost()) }
func (o *near) weight() float64 { return o.a.weight() + o.b.weight() }

func (o *near) candidates(e *Engine, within *list) ([]uint32, error) {
	docs, err := o.a.candidates(e, within)
	if err != nil {
		return nil, err
	}
	return o.b.candidates(e, &list{docs: docs})
}

func (o *near) in(doc uint32, out []place) ([]place, error) {
	as, err := o.a.in(doc, nil)
	if err != nil {
		return out, err
	}
	bs, err := o.b.in(doc, nil)
	if err != nil {
		return out, err
	}
	begin := len(out)
	start := uint32(o.e.x.BodyStart(corpus.DocID(doc)))
	together := func(first, second place) bool {
		return second.start >= first.end && int(second.start-first.end) <= o.n && (first.start < start) == (second.start < start)
	}
	for _, a := range as {
		for _, b := range bs {
			switch {
			case together(a, b):
				out = append(out, place{a.start, b.end})
			case !o.ordered && together(b, a):
				out = append(out, place{b.start, a.end})
			}
		}
	}
	return out[:begin+len(order(out[begin:]))], nil
}

// marks shows the words of both sides, not what stands between them.
func (o *near) marks(doc uint32, out []place) ([]place, error) {
	whole, err := o.in(doc, nil)
	if err != nil {
		return out, err
	}
	for _, side := range []places{o.a, o.b} {
		words, err := side.marks(doc, nil)
		if err != nil {
			return out, err
		}
		for _, w := range words {
			if slices.ContainsFunc(whole, func(p place) bool { return p.start <= w.start && w.end <= p.end }) {
				out = append(out, w)
			}
		}
	}
	return out, nil
}
