package search

import (
	"math/bits"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// window is how many documents are looked at together.
const window = 4096

// topTerm is one alternative of a question for the best documents: a posting list, or what a leaf has found.
type topTerm struct {
	l     *leaf
	p     *index.Postings // nil for a list
	c     *cursor
	block int // the first that reaches the present window
	list  list
	next  int    // in list
	most  uint32 // that any document of the present window gets
}

// topOf returns the k best documents of an alternative of words, best first. done is false if or has other parts than words.
//
// It goes through the corpus in windows. The bounds of posting blocks say how much a document of the window can get from each term; those
// terms that all together cannot lift a document above the worst of the k best found are not read, but looked up for the few documents whose
// other terms come close (MaxScore; Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), and blocks of the others that
// cannot matter are passed by (block maxima; Ding and Suel 2011). Over 21,577 stories and over 110,000 short ones this is as fast as scoring everything, not faster: bounds are
// of whole blocks, and scoring a posting costs no more than decoding it. It is for larger corpora.
func (e *Engine) topOf(or *orNode, k int) (found []ranked, done bool, err error) {
	terms := make([]topTerm, 0, len(or.kids))
	for _, kid := range or.kids {
		l, ok := kid.(*leaf)
		if !ok {
			return nil, false, nil
		}
		terms = append(terms, topTerm{l: l, p: l.term()})
	}
	for i := range terms {
		t := &terms[i]
		if t.p != nil {
			continue
		}
		if t.list, err = t.l.eval(nil); err != nil {
			return nil, false, err
		}
		for _, score := range t.list.scores {
			t.most = max(t.most, score)
		}
	}
	b := best{k: k, heap: make([]ranked, 0, min(k, e.x.Docs()))}
	for _, r := range e.allRuns() {
		for from := r.From; from < r.To; from += window {
			if err := e.topWindow(terms, &b, uint32(from), uint32(min(from+window, r.To))); err != nil {
				return nil, false, err
			}
		}
	}
	found = b.sorted()
	return found, true, e.countOccurrences(terms, found)
}

// bound returns the most that block i of t gives to a document.
func (t *topTerm) bound(i int) uint32 { return uint32(t.l.weight*t.p.Bound(i)) + 2 }

// topWindow offers the documents from, up to and without to.
func (e *Engine) topWindow(terms []topTerm, b *best, from, to uint32) error {
	for i := range terms {
		t := &terms[i]
		if t.p == nil {
			continue
		}
		t.most = 0
		t.block = t.p.Find(t.block, corpus.DocID(from))
		for block := t.block; block < t.p.Blocks(); block++ {
			t.most = max(t.most, t.bound(block))
			if t.p.Last(block) >= corpus.DocID(to)-1 {
				break
			}
		}
	}
	inOrder(terms, func(t *topTerm) uint32 { return t.most })
	sum, spare, rest := uint32(0), 0, uint32(0)
	for i := range terms {
		if sum += terms[i].most; sum <= b.floor() {
			spare, rest = i+1, sum
		}
	}
	if spare == len(terms) {
		return nil
	}
	if e.window == nil {
		e.window = new([window]uint32)
	}
	var touched [window / 64]uint64
	for i := spare; i < len(terms); i++ {
		t := &terms[i]
		if err := e.addTerm(t, sum-t.most, b.floor(), from, to, &touched); err != nil {
			return err
		}
	}
	for w, word := range touched {
		for ; word != 0; word &= word - 1 {
			at := w*64 + bits.TrailingZeros64(word)
			doc, score := from+uint32(at), e.window[at]
			e.window[at] = 0
			left := rest
			for i := spare - 1; i >= 0 && score+left > b.floor(); i-- {
				left -= terms[i].most
				s, err := e.scoreOf(&terms[i], doc)
				if err != nil {
					return err
				}
				score += s
			}
			if score > b.floor() {
				b.offer(ranked{doc: doc, score: score})
			}
		}
	}
	return nil
}

// addTerm adds what a term gives to the documents of a window, but for blocks that cannot matter: those whose bound, with the most
// that all others give, is not above floor.
func (e *Engine) addTerm(t *topTerm, others, floor, from, to uint32, touched *[window / 64]uint64) error {
	if t.p == nil {
		for t.next < len(t.list.docs) && t.list.docs[t.next] < from {
			t.next++
		}
		for ; t.next < len(t.list.docs) && t.list.docs[t.next] < to; t.next++ {
			at := t.list.docs[t.next] - from
			touched[at/64] |= 1 << (at % 64)
			e.window[at] += t.list.scores[t.next]
		}
		return nil
	}
	block := &e.block
	for i := t.block; i < t.p.Blocks(); i++ {
		if others+t.bound(i) > floor {
			if err := t.p.ReadDocs(i, block, e.x.Docs()); err != nil {
				return err
			}
			t.p.ReadFrequencies(i, block)
			first, last := 0, len(block.Docs)
			for first < last && block.Docs[first] < from {
				first++
			}
			for last > first && block.Docs[last-1] >= to {
				last--
			}
			e.addBlock(t.l, block, first, last, from, touched)
		}
		if t.p.Last(i) >= corpus.DocID(to)-1 {
			break
		}
	}
	return nil
}

// addBlock adds the scores of the documents from first, up to and without last, of b.
func (e *Engine) addBlock(l *leaf, b *index.Block, first, last int, from uint32, touched *[window / 64]uint64) {
	docs := b.Docs[first:last]
	inBody, inTitle := b.Body[first:last][:len(docs)], b.Title[first:last][:len(docs)]
	norms, k1, weight, sums := e.norms.body, e.norms.k1, l.weight, e.window
	for i, doc := range docs {
		at := (doc - from) % window
		if l.field != anywhere {
			body, title := l.confined(inBody[i], inTitle[i])
			if body+title == 0 {
				continue
			}
			sums[at] += e.norms.score(weight, doc, body, title)
		} else {
			f := float32(inBody[i]) * norms[doc]
			if inTitle[i] != 0 {
				f = e.norms.frequency(doc, inBody[i], inTitle[i])
			}
			sums[at] += uint32(weight*(f/(k1+f))) + 1
		}
		touched[at/64] |= 1 << (at % 64)
	}
}

// scoreOf looks up what a term gives to a document.
func (e *Engine) scoreOf(t *topTerm, doc uint32) (uint32, error) {
	if t.p == nil {
		if i, ok := slices.BinarySearch(t.list.docs, doc); ok {
			return t.list.scores[i], nil
		}
		return 0, nil
	}
	inBody, inTitle, err := e.frequenciesOf(t, doc)
	if inBody+inTitle == 0 || err != nil {
		return 0, err
	}
	return e.norms.score(t.l.weight, doc, inBody, inTitle), nil
}

func (e *Engine) frequenciesOf(t *topTerm, doc uint32) (inBody, inTitle uint32, err error) {
	if t.c == nil {
		t.c = newCursor(t.p, e.x.Docs())
	}
	ok, err := t.c.seek(doc)
	if !ok || err != nil {
		return 0, 0, err
	}
	inBody, inTitle = t.l.confined(t.c.frequencies())
	return inBody, inTitle, nil
}

// countOccurrences completes what was found.
func (e *Engine) countOccurrences(terms []topTerm, found []ranked) error {
	order := make([]*ranked, len(found))
	for i := range found {
		order[i] = &found[i]
	}
	inOrder(order, func(r **ranked) uint32 { return (*r).doc })
	for i := range terms {
		t := &terms[i]
		for _, r := range order {
			if t.p == nil {
				if j, ok := slices.BinarySearch(t.list.docs, r.doc); ok {
					r.occurrences += t.list.occurrences[j]
				}
				continue
			}
			inBody, inTitle, err := e.frequenciesOf(t, r.doc)
			if err != nil {
				return err
			}
			r.occurrences += inBody + inTitle
		}
	}
	return nil
}
