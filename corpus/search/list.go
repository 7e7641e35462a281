package search

import (
	"math/bits"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// list is a set of documents in ascending order with what each has gathered so far. scores and occurrences are nil
// where nothing scores; otherwise they are as long as docs. Lists live in the engine's arena, until the next question.
type list struct {
	docs, scores, occurrences []uint32
}

// newList returns an empty list with room for n scored documents.
func (e *Engine) newList(n int) list {
	return list{e.arena.take(n), e.arena.take(n), e.arena.take(n)}
}

func (l *list) add(doc, score, occurrences uint32) {
	l.docs = append(l.docs, doc)
	l.scores = append(l.scores, score)
	l.occurrences = append(l.occurrences, occurrences)
}

// scored reports the score and occurrences of document i of the list.
func (l *list) scored(i int) (score, occurrences uint32) {
	if l.scores == nil {
		return 0, 0
	}
	return l.scores[i], l.occurrences[i]
}

// sub returns the part of l from i to j.
func (l *list) sub(i, j int) list {
	part := list{docs: l.docs[i:j]}
	if l.scores != nil {
		part.scores, part.occurrences = l.scores[i:j], l.occurrences[i:j]
	}
	return part
}

// within keeps what is in the runs, which ascend, in place.
//
//go:noinline
func (l list) within(runs []index.DocRange) list {
	n := 0
	for _, r := range runs {
		from, _ := slices.BinarySearch(l.docs, uint32(r.From))
		to, _ := slices.BinarySearch(l.docs, uint32(r.To))
		if len(runs) == 1 {
			return l.sub(from, to)
		}
		copy(l.docs[n:], l.docs[from:to])
		if l.scores != nil {
			copy(l.scores[n:], l.scores[from:to])
			copy(l.occurrences[n:], l.occurrences[from:to])
		}
		n += to - from
	}
	return l.sub(0, n)
}

// meet keeps, in place, the documents that other has too, with the sums of both. What other does not score counts nothing.
func (e *Engine) meet(l, other list) list {
	if l.scores == nil && other.scores != nil {
		n := len(l.docs)
		l.scores, l.occurrences = e.arena.take(n)[:n], e.arena.take(n)[:n]
		clear(l.scores)
		clear(l.occurrences)
	}
	n, j := 0, 0
	for i, doc := range l.docs {
		for j < len(other.docs) && other.docs[j] < doc {
			j++
		}
		if j == len(other.docs) {
			break
		}
		if other.docs[j] != doc {
			continue
		}
		l.docs[n] = doc
		if l.scores != nil {
			score, occurrences := other.scored(j)
			l.scores[n], l.occurrences[n] = l.scores[i]+score, l.occurrences[i]+occurrences
		}
		n++
	}
	return l.sub(0, n)
}

// minus keeps, in place, the documents that other has not.
//
//go:noinline
func (l list) minus(other list) list {
	n, j := 0, 0
	for i, doc := range l.docs {
		for j < len(other.docs) && other.docs[j] < doc {
			j++
		}
		if j < len(other.docs) && other.docs[j] == doc {
			continue
		}
		l.docs[n] = doc
		if l.scores != nil {
			l.scores[n], l.occurrences[n] = l.scores[i], l.occurrences[i]
		}
		n++
	}
	return l.sub(0, n)
}

// ranked is a document with its score; occurrences are known where it comes from a list.
type ranked struct{ doc, score, occurrences uint32 }

// worse reports whether r comes behind s: a lower score, or an equal one and a later document.
func (r ranked) worse(s ranked) bool {
	return r.score < s.score || r.score == s.score && r.doc > s.doc
}

// best keeps the k best of what is offered to it, in a heap whose root is the worst of them.
type best struct {
	k    int
	heap []ranked
}

// floor is the score that a document must reach to be kept, even if it comes first among equals.
func (b *best) floor() uint32 {
	if len(b.heap) < b.k {
		return 0
	}
	return b.heap[0].score
}

func (b *best) offer(r ranked) {
	switch {
	case len(b.heap) < b.k:
		b.heap = append(b.heap, r)
		for i := len(b.heap) - 1; i > 0; {
			parent := (i - 1) / 2
			if !b.heap[i].worse(b.heap[parent]) {
				break
			}
			b.heap[i], b.heap[parent] = b.heap[parent], b.heap[i]
			i = parent
		}
	case b.k > 0 && b.heap[0].worse(r):
		b.heap[0] = r
		b.down(len(b.heap))
	}
}

// down moves the root of the first n to where it belongs.
func (b *best) down(n int) {
	for i := 0; ; {
		child := 2*i + 1
		if child >= n {
			return
		}
		if child+1 < n && b.heap[child+1].worse(b.heap[child]) {
			child++
		}
		if !b.heap[child].worse(b.heap[i]) {
			return
		}
		b.heap[i], b.heap[child] = b.heap[child], b.heap[i]
		i = child
	}
}

// sorted returns what was kept, best first: it takes the worst off the heap until nothing is left.
func (b *best) sorted() []ranked {
	for n := len(b.heap) - 1; n > 0; n-- {
		b.heap[0], b.heap[n] = b.heap[n], b.heap[0]
		b.down(n)
	}
	return b.heap
}

// best returns the k documents of the highest scores, best first; of equal ones those that come first by date and id.
func (l *list) best(k int) []ranked {
	b := best{k: min(k, len(l.docs))}
	b.heap = make([]ranked, 0, b.k)
	if b.k == 0 {
		return nil
	}
	for i, doc := range l.docs {
		if score := l.scores[i]; len(b.heap) < b.k || score > b.heap[0].score {
			b.offer(ranked{doc, score, l.occurrences[i]})
		}
	}
	return b.sorted()
}

// dense adds up pairs of numbers by document in an array as long as the corpus, and gives back the sums in ascending order of
// documents. It is empty between uses.
type dense struct {
	touched []uint64 // a bit for each document
	sums    []uint64 // the first number of the pair below 1<<32, the second above
}

func (d *dense) reset(docs int) {
	if len(d.sums) != docs {
		*d = dense{make([]uint64, (docs+63)/64), make([]uint64, docs)}
	}
}

func (d *dense) add(doc, first, second uint32) {
	d.touched[doc/64] |= 1 << (doc % 64)
	d.sums[doc] += uint64(first) | uint64(second)<<32
}

// count returns how many documents have been touched.
func (d *dense) count() (n int) {
	for _, word := range d.touched {
		n += bits.OnesCount64(word)
	}
	return n
}

// each calls visit for every touched document in ascending order and clears it.
func (d *dense) each(visit func(doc, first, second uint32)) {
	for w, word := range d.touched {
		for ; word != 0; word &= word - 1 {
			doc := uint32(w*64 + bits.TrailingZeros64(word))
			sum := d.sums[doc]
			d.sums[doc] = 0
			visit(doc, uint32(sum), uint32(sum>>32))
		}
		d.touched[w] = 0
	}
}

// bitmap is a set of documents.
type bitmap []uint64

func (b bitmap) has(doc uint32) bool { return b[doc/64]>>(doc%64)&1 != 0 }

func (b bitmap) set(doc uint32) { b[doc/64] |= 1 << (doc % 64) }

// runDocs returns the documents of runs.
//
//go:noinline
func (e *Engine) runDocs(runs []index.DocRange) []uint32 {
	n := 0
	for _, r := range runs {
		n += int(r.To - r.From)
	}
	docs := e.arena.take(n)
	for _, r := range runs {
		for d := r.From; d < r.To; d++ {
			docs = append(docs, uint32(d))
		}
	}
	return docs
}

// allRuns are the documents that the present question may find.
func (e *Engine) allRuns() []index.DocRange {
	if e.runs != nil {
		return e.runs
	}
	return []index.DocRange{{From: 0, To: corpus.DocID(e.x.Docs())}}
}
