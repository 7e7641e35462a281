package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/query"
)

// Explanation is how the score of a hit comes about: it is the sum of what its words and pairs of them add.
type Explanation struct {
	// Score is zero for a document that does not match.
	Score float64
	Words []WordScore
	Pairs []PairScore
}

// WordScore is what a word or phrase of the query adds. Share, Form and Lead are parts of IDF: the word adds IDF × (Share + Form + Lead).
type WordScore struct {
	Text        string  // as in the query
	IDF         float64 // how rare it is: ln(1 + (documents - with + ½) / (with + ½))
	Body, Title int     // its occurrences
	Share       float64 // BM25F: from 0 to below 1, by occurrences and lengths
	Form        float64 // for occurrences in the form that was typed
	Lead        float64 // for occurrences among the first words of the text
	// InForm counts the occurrences in the form that was typed, AtStart those among the first words.
	InForm, AtStart int
}

// Score is what the word adds.
func (w WordScore) Score() float64 { return w.IDF * (w.Share + w.Form + w.Lead) }

// PairScore is what two neighbours of the query add by standing together.
type PairScore struct {
	First, Second string
	Ordered       int // times the second stands behind the first as in the query
	Near          int // times they stand within eight words, on either side
	Score         float64
}

// Explain returns how document d comes to its score for q: what Run gives as Hit.Score without Request.HalfLife, which multiplies it. Form, Lead
// and Pairs are counted by Run for the fifty best documents alone.
func (e *Engine) Explain(d corpus.DocID, q query.Node) (Explanation, error) {
	p, err := e.plan(q)
	if err != nil || int(d) >= e.x.Docs() {
		return Explanation{}, err
	}
	e.begin(p)
	doc := uint32(d)
	matches, counted, err := e.counted(p.root, doc)
	if err != nil || !matches {
		return Explanation{}, err
	}
	words, pairs := rerankable(p)
	if err := e.place(doc, words); err != nil {
		return Explanation{}, err
	}
	var all Explanation
	for _, l := range p.leaves {
		if !slices.Contains(counted, l) {
			continue
		}
		w := WordScore{Text: l.text, IDF: l.idf, Share: float64(l.found.scores[0]) / p.scale / l.idf}
		if w.Body, w.Title, err = e.occurrences(l, doc); err != nil {
			return Explanation{}, err
		}
		for i := range words {
			if words[i].l == l {
				w.Form, w.Lead = e.ownShares(doc, &words[i])
				inBody, inTitle := l.confined(words[i].exact[0], words[i].exact[1])
				w.InForm, w.AtStart = int(inBody+inTitle), words[i].lead
			}
		}
		all.Words = append(all.Words, w)
		all.Score += w.Score()
	}
	for _, pair := range pairs {
		if score, ordered, near := e.pairBonus(doc, pair); near > 0 {
			all.Pairs = append(all.Pairs, PairScore{pair.first.l.text, pair.second.l.text, ordered, near, score})
			all.Score += score
		}
	}
	return all, nil
}

// occurrences counts where a leaf stands in a document.
func (e *Engine) occurrences(l *leaf, doc uint32) (inBody, inTitle int, err error) {
	places, err := l.places.in(doc, nil)
	body, title := l.confined(l.count(doc, places))
	return int(body), int(title), err
}

// counted reports whether a document matches n, and which leaves then add to its score. Of each leaf asked, found is the document or nothing.
func (e *Engine) counted(n node, doc uint32) (matches bool, leaves []*leaf, err error) {
	switch n := n.(type) {
	case *andNode:
		if n.runs != nil {
			if ok := len((list{docs: []uint32{doc}}).within(n.runs).docs) > 0; !ok {
				return false, nil, nil
			}
		}
		for _, kid := range n.kids {
			ok, own, err := e.counted(kid, doc)
			if !ok || err != nil {
				return false, nil, err
			}
			leaves = append(leaves, own...)
		}
		return true, leaves, nil
	case *orNode:
		for _, kid := range n.kids {
			ok, own, err := e.counted(kid, doc)
			if err != nil {
				return false, nil, err
			}
			if ok {
				matches, leaves = true, append(leaves, own...)
			}
		}
		return matches, leaves, nil
	case *notNode:
		ok, _, err := e.counted(n.kid, doc)
		return !ok, nil, err
	}
	found, err := e.eval(n, []uint32{doc})
	if l, ok := n.(*leaf); ok && len(found.docs) > 0 {
		leaves = []*leaf{l}
	}
	return len(found.docs) > 0, leaves, err
}
