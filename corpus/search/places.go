package search

import (
	"slices"

	"dateline/corpus/index"
)

// place is a stretch of words of a document: positions from start up to, but without, end.
type place struct{ start, end uint32 }

// places is what a leaf looks for in a text.
type places interface {
	// cost is an upper bound of the documents that have a place.
	cost() int
	// weight is what a place is worth: the sum of the idf of the words it takes.
	weight() float64
	// candidates returns documents of which some may have no place, but no other document has one, ascending: those within, or in the
	// runs of the present question if within is nil.
	candidates(within []uint32) ([]uint32, error)
	// gather prepares for in being asked about docs.
	gather(docs []uint32) error
	// in appends the places in doc to out, ascending.
	in(doc uint32, out []place) ([]place, error)
	// marks appends the places of the words to show for the places in doc.
	marks(doc uint32, out []place) ([]place, error)
}

// row is a row of slots, the words of which stand one directly after the other; a single word is a row of one.
type row struct {
	e     *Engine
	slots []slot
}

// slot is one word of a row: any of its alternatives may stand there.
type slot struct {
	alternatives []*alternative
	gathered     *gathered
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
	if at, ok := s.gathered.in(doc); ok {
		return at, nil
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

// has reports whether any alternative is in doc.
func (s *slot) has(doc uint32) (bool, error) {
	for _, a := range s.alternatives {
		if ok, err := a.has(doc); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
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
	for i := range r.slots {
		docs := 0
		for _, a := range r.slots[i].alternatives {
			docs = max(docs, a.postings.Docs)
		}
		sum += idf(docs, r.e.x.Docs())
	}
	return sum
}

// candidates goes from the rarest slot to the most frequent.
func (r *row) candidates(within []uint32) ([]uint32, error) {
	if r.cost() == 0 {
		return nil, nil
	}
	order := make([]*slot, len(r.slots))
	for i := range r.slots {
		order[i] = &r.slots[i]
	}
	inOrder(order, func(s **slot) uint32 { return costKey((*s).cost()) })
	var err error
	for i, s := range order {
		if i > 0 && slices.Equal(s.alternatives, order[i-1].alternatives) { // the same word again
			continue
		}
		if within, err = r.e.slotDocs(s, within); err != nil || len(within) == 0 {
			return nil, err
		}
	}
	return within, nil
}

// slotDocs returns the documents within that any alternative of s is in.
func (e *Engine) slotDocs(s *slot, within []uint32) ([]uint32, error) {
	if within != nil && len(s.alternatives) <= fewAlternatives {
		kept := e.arena.take(min(len(within), s.cost()))
		for _, doc := range within {
			ok, err := s.has(doc)
			if err != nil {
				return nil, err
			}
			if ok {
				kept = append(kept, doc)
			}
		}
		return kept, nil
	}
	lists := make([]*index.Postings, len(s.alternatives))
	for i, a := range s.alternatives {
		lists[i] = a.postings
	}
	return e.unionDocs(lists, within)
}

// unionDocs returns the documents within that are in any of the lists.
func (e *Engine) unionDocs(lists []*index.Postings, within []uint32) ([]uint32, error) {
	if len(lists) == 1 && within == nil {
		docs := e.arena.take(lists[0].Docs)
		err := e.blocks(lists[0], e.allRuns(), func(_ int, b *index.Block, from, to int) error {
			docs = append(docs, b.Docs[from:to]...)
			return nil
		})
		return docs, err
	}
	e.dense.reset(e.x.Docs())
	mask, runs := e.mask(within)
	var err error
	for _, p := range lists {
		err = e.blocks(p, runs, func(_ int, b *index.Block, from, to int) error {
			for _, doc := range b.Docs[from:to] {
				if mask == nil || mask.has(doc) {
					e.dense.touched[doc/64] |= 1 << (doc % 64)
				}
			}
			return nil
		})
		if err != nil {
			break
		}
	}
	docs := e.arena.take(e.dense.count())
	e.dense.each(func(doc, _, _ uint32) { docs = append(docs, doc) })
	return docs, err
}

func (r *row) gather(docs []uint32) error {
	for i := range r.slots {
		if err := r.slots[i].gather(docs); err != nil {
			return err
		}
	}
	return nil
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
		if out = kept; len(out) == begin {
			break
		}
	}
	return out, nil
}

func (r *row) marks(doc uint32, out []place) ([]place, error) { return r.in(doc, out) }
