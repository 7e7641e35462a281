package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// mergeable reports whether alternatives are few terms in all their forms, such as the stems of a word in the languages of a corpus. One of
// them is nearly always most of it, which makes merging faster than adding up.
func mergeable(alternatives []*alternative) bool {
	return len(alternatives) > 0 && len(alternatives) <= fewAlternatives &&
		!slices.ContainsFunc(alternatives, func(a *alternative) bool { return a.forms != nil })
}

// evalMerged reads the posting lists of a few terms from end to end and merges them.
func (l *leaf) evalMerged(alternatives []*alternative) (list, error) {
	e := l.e
	var all frequencies
	for i, alt := range alternatives {
		own := e.newFrequencies(min(alt.postings.Docs, e.x.Docs()))
		err := e.blocks(alt.postings, e.allRuns(), func(_ int, b *index.Block, from, to int) error {
			own.append(part(b, from, to))
			return nil
		})
		if err != nil {
			return list{}, err
		}
		if i == 0 {
			all = own
		} else {
			all = e.merged(all, own)
		}
	}
	found := e.newList(len(all.docs))
	if l.field != anywhere {
		for j, doc := range all.docs {
			l.add(&found, doc, all.body[j], all.title[j])
		}
		return found, nil
	}
	found.docs = append(found.docs, all.docs...)
	found.scores, found.occurrences = found.scores[:len(all.docs)], found.occurrences[:len(all.docs)]
	e.scoreAll(l.weight, all, found.scores, found.occurrences)
	return found, nil
}

// newFrequencies returns none, with room for n.
func (e *Engine) newFrequencies(n int) frequencies {
	return frequencies{e.arena.take(n), e.arena.take(n), e.arena.take(n)}
}

//go:noinline
func (f *frequencies) append(g frequencies) {
	f.docs, f.body, f.title = append(f.docs, g.docs...), append(f.body, g.body...), append(f.title, g.title...)
}

// sub returns the part from, up to and without to.
func (f *frequencies) sub(from, to int) frequencies {
	return frequencies{f.docs[from:to], f.body[from:to], f.title[from:to]}
}

// merged returns the documents of both with the sums of their frequencies. What lies between two documents of the shorter is copied as a
// whole.
func (e *Engine) merged(a, b frequencies) frequencies {
	if len(b.docs) > len(a.docs) {
		a, b = b, a
	}
	if len(b.docs) == 0 {
		return a
	}
	out := e.newFrequencies(len(a.docs) + len(b.docs))
	copied := 0
	for i, doc := range b.docs {
		rest := a.docs[copied:]
		end := 1 // looks ahead in doubling steps
		for end < len(rest) && rest[end] < doc {
			end *= 2
		}
		from := min(end/2, len(rest))
		at, both := slices.BinarySearch(rest[from:min(end+1, len(rest))], doc)
		out.append(a.sub(copied, copied+from+at))
		copied += from + at
		out.append(b.sub(i, i+1))
		if both {
			out.body[len(out.body)-1] += a.body[copied]
			out.title[len(out.title)-1] += a.title[copied]
			copied++
		}
	}
	out.append(a.sub(copied, len(a.docs)))
	return out
}

// evalUnion adds up the frequencies of several terms in every document.
func (l *leaf) evalUnion(alternatives []*alternative, within []uint32) (list, error) {
	e := l.e
	e.dense.reset(e.x.Docs())
	mask, runs := e.mask(within)
	var err error
	for _, alt := range alternatives {
		if err = l.addFrequencies(alt, mask, runs); err != nil {
			break
		}
	}
	found := e.newList(e.dense.count())
	e.dense.each(func(doc, inBody, inTitle uint32) { l.add(&found, doc, inBody, inTitle) })
	if err != nil {
		return list{}, err
	}
	return found, nil
}

// mask returns the documents that are within as a bitmap and as the run they lie in; without a within, no bitmap and the present runs.
func (e *Engine) mask(within []uint32) (bitmap, []index.DocRange) {
	if within == nil {
		return nil, e.allRuns()
	}
	if len(within) == 0 {
		return nil, nil
	}
	if n := (e.x.Docs() + 63) / 64; len(e.bits) != n {
		e.bits = make(bitmap, n)
	}
	clear(e.bits)
	for _, doc := range within {
		e.bits.set(doc)
	}
	return e.bits, []index.DocRange{{From: corpus.DocID(within[0]), To: corpus.DocID(within[len(within)-1]) + 1}}
}

// addFrequencies adds up those of a term, or of some of its forms, which its positions tell.
func (l *leaf) addFrequencies(alt *alternative, mask bitmap, runs []index.DocRange) error {
	e := l.e
	d := &e.dense
	return e.blocks(alt.postings, runs, func(block int, b *index.Block, from, to int) error {
		if alt.forms == nil {
			for j := from; j < to; j++ {
				if doc := b.Docs[j]; mask == nil || mask.has(doc) {
					d.add(doc, b.Body[j], b.Title[j])
				}
			}
			return nil
		}
		positions, err := e.x.Positions(alt.postings, block)
		if err != nil {
			return err
		}
		skipped := 0
		for j := range to {
			n := int(b.Body[j] + b.Title[j])
			if j < from || mask != nil && !mask.has(b.Docs[j]) {
				skipped += n
				continue
			}
			positions.Skip(skipped)
			skipped = 0
			if e.read, err = positions.Read(n, e.read[:0]); err != nil {
				return err
			}
			start := uint32(e.x.BodyStart(corpus.DocID(b.Docs[j])))
			inBody, inTitle := uint32(0), uint32(0)
			for _, p := range e.read {
				switch {
				case int(p.Form) >= len(alt.forms) || !alt.forms[p.Form]:
				case p.At >= start:
					inBody++
				default:
					inTitle++
				}
			}
			if inBody+inTitle > 0 {
				d.add(b.Docs[j], inBody, inTitle)
			}
		}
		return nil
	})
}
