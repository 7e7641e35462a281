package search

import (
	"math/bits"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// list is a set of documents in ascending order with what each has gathered so far. scores and occurrences are nil
// where nothing scores; otherwise they are as long as docs.
type list struct {
	docs        []uint32
	scores      []float64
	occurrences []uint32
}

func (l *list) add(doc uint32, score float64, occurrences uint32) {
	l.docs = append(l.docs, doc)
	l.scores = append(l.scores, score)
	l.occurrences = append(l.occurrences, occurrences)
}

func (l *list) hit(i int) Hit {
	h := Hit{Doc: corpus.DocID(l.docs[i])}
	if l.scores != nil {
		h.Score, h.Occurrences = l.scores[i], int(l.occurrences[i])
	}
	return h
}

// sub returns the part of l from i to j.
func (l *list) sub(i, j int) list {
	part := list{docs: l.docs[i:j]}
	if l.scores != nil {
		part.scores, part.occurrences = l.scores[i:j], l.occurrences[i:j]
	}
	return part
}

// within keeps what is in the runs, which ascend.
func (l list) within(runs []index.DocRange) list {
	var kept list
	for i, r := range runs {
		from, _ := slices.BinarySearch(l.docs, uint32(r.From))
		to, _ := slices.BinarySearch(l.docs, uint32(r.To))
		if i == 0 {
			kept = l.sub(from, to)
			kept.docs = slices.Clip(kept.docs)
			kept.scores, kept.occurrences = slices.Clip(kept.scores), slices.Clip(kept.occurrences)
			continue
		}
		part := l.sub(from, to)
		kept.docs = append(kept.docs, part.docs...)
		kept.scores = append(kept.scores, part.scores...)
		kept.occurrences = append(kept.occurrences, part.occurrences...)
	}
	return kept
}

// and keeps the documents that other has too, with the sums of both. What other does not score counts nothing.
func (l list) and(other list) list {
	var kept list
	scored := l.scores != nil || other.scores != nil
	j := 0
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
		if !scored {
			kept.docs = append(kept.docs, doc)
			continue
		}
		a, b := l.hit(i), other.hit(j)
		kept.add(doc, a.Score+b.Score, uint32(a.Occurrences+b.Occurrences))
	}
	return kept
}

// minus keeps the documents that other has not.
func (l list) minus(other list) list {
	var kept list
	j := 0
	for i, doc := range l.docs {
		for j < len(other.docs) && other.docs[j] < doc {
			j++
		}
		if j < len(other.docs) && other.docs[j] == doc {
			continue
		}
		kept.docs = append(kept.docs, doc)
		if l.scores != nil {
			kept.scores = append(kept.scores, l.scores[i])
			kept.occurrences = append(kept.occurrences, l.occurrences[i])
		}
	}
	return kept
}

// best returns the k documents of the highest scores, best first; of equal ones those that come first by date and id.
// It keeps the k best seen in a heap whose root is the worst of them.
func (l *list) best(k int) []Hit {
	k = min(k, len(l.docs))
	heap := make([]int, 0, k)
	worse := func(a, b int) bool { // positions in l
		return l.scores[a] < l.scores[b] || l.scores[a] == l.scores[b] && a > b
	}
	down := func(i int) {
		for {
			child := 2*i + 1
			if child >= len(heap) {
				return
			}
			if child+1 < len(heap) && worse(heap[child+1], heap[child]) {
				child++
			}
			if !worse(heap[child], heap[i]) {
				return
			}
			heap[i], heap[child] = heap[child], heap[i]
			i = child
		}
	}
	for i := range l.docs {
		if len(heap) < k {
			heap = append(heap, i)
			if len(heap) == k {
				for j := k/2 - 1; j >= 0; j-- {
					down(j)
				}
			}
			continue
		}
		if k > 0 && worse(heap[0], i) {
			heap[0] = i
			down(0)
		}
	}
	slices.SortFunc(heap, func(a, b int) int {
		if worse(b, a) {
			return -1
		}
		return 1
	})
	hits := make([]Hit, len(heap))
	for i, at := range heap {
		hits[i] = l.hit(at)
	}
	return hits
}

// dense adds up numbers by document in arrays as long as the corpus, and gives back the sums in ascending order of documents.
// It is empty between uses.
type dense struct {
	touched     []uint64 // a bit for each document
	scores      []float64
	occurrences []uint32
	title       []uint32
}

func (d *dense) reset(docs int) {
	if len(d.scores) != docs {
		*d = dense{make([]uint64, (docs+63)/64), make([]float64, docs), make([]uint32, docs), make([]uint32, docs)}
	}
}

// each calls visit for every touched document in ascending order and clears it.
func (d *dense) each(visit func(doc uint32, score float64, occurrences, title uint32)) {
	for w, word := range d.touched {
		for ; word != 0; word &= word - 1 {
			doc := uint32(w*64 + bits.TrailingZeros64(word))
			visit(doc, d.scores[doc], d.occurrences[doc], d.title[doc])
			d.scores[doc], d.occurrences[doc], d.title[doc] = 0, 0, 0
		}
		d.touched[w] = 0
	}
}

func (d *dense) touch(doc uint32) { d.touched[doc/64] |= 1 << (doc % 64) }
