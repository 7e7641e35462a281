package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// fewAlternatives is how many terms may stand in a slot for each to be looked up document by document. Beyond, as for the words that begin
// with a few letters, it is faster to read each term once over all documents that matter and to gather where they stand.
const fewAlternatives = 4

// gathered are the positions of a slot in some documents.
type gathered struct {
	docs   []uint32
	starts []uint32 // of each document in at, and the end
	at     []uint32 // ascending within a document
	next   int      // in docs: the place to go on from
}

// in returns the positions in doc, and whether it is one of the documents that have been read.
func (g *gathered) in(doc uint32) ([]uint32, bool) {
	if g == nil || len(g.docs) == 0 {
		return nil, false
	}
	i := g.next
	if i >= len(g.docs) || g.docs[i] != doc {
		var ok bool
		if i, ok = slices.BinarySearch(g.docs, doc); !ok {
			return nil, false
		}
	}
	g.next = i + 1
	return g.at[g.starts[i]:g.starts[i+1]], true
}

// gather reads where the slot's terms stand in docs.
func (s *slot) gather(docs []uint32) error {
	s.gathered = nil
	if len(s.alternatives) <= fewAlternatives || len(docs) == 0 || s.alternatives[0].e.work < 0 {
		return nil
	}
	e := s.alternatives[0].e
	runs := []index.DocRange{{From: corpus.DocID(docs[0]), To: corpus.DocID(docs[len(docs)-1]) + 1}}
	var pairs []uint64 // place in docs<<32 | position
	for _, alt := range s.alternatives {
		next := 0
		err := e.blocks(alt.postings, runs, func(block int, b *index.Block, from, to int) error {
			if e.work < 0 {
				return nil
			}
			var positions index.Positions
			opened, skipped := false, 0
			for j := range to {
				n := int(b.Body[j] + b.Title[j])
				if j >= from {
					for next < len(docs) && docs[next] < b.Docs[j] {
						next++
					}
				}
				if j < from || next == len(docs) || docs[next] != b.Docs[j] {
					skipped += n
					continue
				}
				var err error
				if !opened {
					if positions, err = e.x.Positions(alt.postings, block); err != nil {
						return err
					}
					opened = true
				}
				positions.Skip(skipped)
				skipped = 0
				e.work -= 4 * n // which are sorted too
				if e.read, err = positions.Read(n, e.read[:0]); err != nil {
					return err
				}
				for _, p := range e.read {
					if alt.forms == nil || int(p.Form) < len(alt.forms) && alt.forms[p.Form] {
						pairs = append(pairs, uint64(next)<<32|uint64(p.At))
					}
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		if e.work < 0 {
			break
		}
	}
	slices.Sort(pairs)
	g := &gathered{docs: slices.Clone(docs), starts: make([]uint32, 0, len(docs)+1), at: make([]uint32, 0, len(pairs))}
	for i := range docs {
		g.starts = append(g.starts, uint32(len(g.at)))
		for len(g.at) < len(pairs) && pairs[len(g.at)]>>32 == uint64(i) {
			g.at = append(g.at, uint32(pairs[len(g.at)]))
		}
	}
	g.starts = append(g.starts, uint32(len(g.at)))
	s.gathered = g
	return nil
}
