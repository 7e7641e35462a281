package search

import (
	"cmp"
	"math"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

// Similar is a document that speaks of what another one speaks of.
type Similar struct {
	Doc   corpus.DocID
	Score float64 // comparable within one list only
	// Terms are the words that both share, as the other document writes them, the most telling first.
	Terms []string
	// Resemblance is the share of the runs of words of both that they have in common, from 0 to 1.
	Resemblance float64
	// Same are more documents of nearly the same text as this one, which are not in the list themselves.
	Same []corpus.DocID
}

const (
	similarTerms   = 30  // of a document, that others are looked for by
	sharedTerms    = 4   // named for each
	similarWords   = 600 // of a text, from its beginning, that are looked at: what it is about has been said by then
	shingleWords   = 4   // in a run
	nearlySame     = 0.5 // resemblance from which two texts are the same but for edits
	sharedAtLeast  = 2   // terms; one alone is chance
	candidateTimes = 3   // so many times the documents asked for are compared word by word
)

// Similar returns up to n documents that speak of what d does, most alike first. The most telling terms of d, by occurrences times
// the logarithm of how rare they are (tf-idf, Spärck Jones 1972), are looked for as a query of which any term is enough, each
// weighed by that; documents that share fewer than two of them are left out. The first of these are then compared run by run of four words:
// their resemblance is the Jaccard coefficient of the sets of runs (Broder, "On the resemblance and containment of documents", 1997).
// Documents of nearly the same text as one before them in the list are put with it.
func (e *Engine) Similar(d corpus.DocID, n int) ([]Similar, error) {
	own, err := e.profile(d, true)
	if err != nil || n <= 0 {
		return nil, err
	}
	docs := e.x.Docs()
	scores, shared := make([]float64, docs), make([]uint8, docs)
	rank := e.x.Ranking()
	var block index.Block
	for _, t := range own.terms {
		p, err := e.x.Postings(t.term)
		if err != nil {
			return nil, err
		}
		for i := range p.Blocks() {
			if err := p.Read(i, &block, docs); err != nil {
				return nil, err
			}
			for j, doc := range block.Docs {
				body, title := e.x.Words(corpus.DocID(doc))
				scores[doc] += t.weight * rank.Share(int(block.Body[j]), int(block.Title[j]), body, title)
				shared[doc]++
			}
		}
	}
	least := uint8(min(sharedAtLeast, len(own.terms)))
	found := best{k: min(n*candidateTimes, docs)}
	scale := maxScale / 64. // scores stay below some thousands
	for doc, score := range scores {
		if corpus.DocID(doc) != d && shared[doc] > 0 && shared[doc] >= least {
			found.offer(ranked{doc: uint32(doc), score: uint32(min(score*scale, math.MaxUint32))})
		}
	}
	var list []Similar
	var profiles []*profile
	for _, hit := range found.sorted() {
		candidate := corpus.DocID(hit.doc)
		other, err := e.profile(candidate, false)
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(profiles, func(p *profile) bool { return resemblance(p.runs, other.runs) >= nearlySame }); i >= 0 {
			list[i].Same = append(list[i].Same, candidate)
			continue
		}
		if len(list) == n {
			continue // it might be the same as one of them
		}
		s := Similar{Doc: candidate, Score: scores[hit.doc], Resemblance: resemblance(own.runs, other.runs)}
		for _, t := range own.terms {
			if form, ok := other.forms[t.term.Stem]; ok && len(s.Terms) < sharedTerms {
				s.Terms = append(s.Terms, form)
			}
		}
		list = append(list, s)
		profiles = append(profiles, other)
	}
	return list, nil
}

// profile is what a document is compared by.
type profile struct {
	terms []weighed         // the most telling, first first
	forms map[string]string // the first form of each of its stems
	runs  []uint64          // hashes of the runs of words, ascending, each once
}

type weighed struct {
	term   index.Term
	weight float64
}

// profile reads a document; without terms, which have to be looked up, it costs half.
func (e *Engine) profile(d corpus.DocID, terms bool) (*profile, error) {
	doc, err := e.x.Doc(d)
	if err != nil {
		return nil, err
	}
	body, err := e.x.Text(d)
	if err != nil {
		return nil, err
	}
	p := &profile{forms: map[string]string{}}
	times := map[string]int{}
	var order []string
	var window [shingleWords]uint64
	words := 0
	read := func(s string, runs bool) {
		for t := range text.Words(s) {
			if words == similarWords {
				return
			}
			word := t.Of(s)
			form := text.Form(word)
			if runs {
				window[words%shingleWords] = hash(form)
				if words++; words >= shingleWords {
					p.runs = append(p.runs, mix(window, words))
				}
			}
			if len(form) < 3 || text.Stop(form, doc.Lang) {
				continue
			}
			stem := text.Term(word, doc.Lang)
			if times[stem]++; times[stem] == 1 {
				order = append(order, stem)
				p.forms[stem] = word
			}
		}
	}
	if !doc.TitleDerived {
		read(doc.Title, false)
	}
	read(body[min(doc.DatelineLen, len(body)):], true)
	slices.Sort(p.runs)
	p.runs = slices.Compact(p.runs)
	if !terms {
		return p, nil
	}
	total := e.x.Docs()
	for _, stem := range order {
		term, ok, err := e.x.Term(stem)
		if err != nil {
			return nil, err
		}
		if !ok || term.Docs < 2 || term.Docs*2 > total && total > 8 { // in it alone, or in most documents
			continue
		}
		p.terms = append(p.terms, weighed{term, float64(times[stem]) * math.Log(1+float64(total)/float64(term.Docs))})
	}
	slices.SortStableFunc(p.terms, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	p.terms = p.terms[:min(similarTerms, len(p.terms))]
	return p, nil
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix hashes the last words before the position at, in their order.
func mix(window [shingleWords]uint64, at int) uint64 {
	h := uint64(0)
	for i := range window {
		h = (h ^ window[(at+i)%shingleWords]) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return h
}

// resemblance is the Jaccard coefficient of two ascending sets; 0 where one is empty.
func resemblance(a, b []uint64) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	if common == 0 {
		return 0
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
