package tagger

import (
	"slices"
	"sort"
)

// A surface is one form of a name in a document, with all that was said of it.
type surface struct {
	tokens int
	votes  [NumTypes]float64 // confidences added up
	found  int               // mentions found
	all    int               // places where the document has these words with capitals
}

// vote lets the document's mentions of the same words decide together: where they were found as different types the stronger type
// takes all, and where the words were passed over they are found too, if most others were. What a text says once
// clearly it need not say again.
func (d *document) vote(spans []Span) []Span {
	if len(spans) == 0 {
		return spans
	}
	at := func(offset int) int {
		return sort.Search(len(d.tokens), func(i int) bool { return int(d.tokens[i].start) >= offset })
	}
	surfaces := map[uint64]*surface{}
	firsts := map[uint64][]int{} // first word -> lengths of surfaces that begin with it
	keys := make([]uint64, len(spans))
	covered := make([]bool, len(d.tokens))
	for i, s := range spans {
		from, to := at(s.Start), at(s.End)
		h := uint64(0)
		for j := from; j < to; j++ {
			h = join(h, d.tokens[j].lower)
			covered[j] = true
		}
		keys[i] = h
		f := surfaces[h]
		if f == nil {
			f = &surface{tokens: to - from}
			surfaces[h] = f
			first := d.tokens[from].lower
			if !slices.Contains(firsts[first], to-from) {
				firsts[first] = append(firsts[first], to-from)
			}
		}
		f.votes[s.Type] += s.Confidence
		f.found++
		f.all++
	}
	var added []Span
	var addedKeys []uint64
	for i := range d.tokens {
		t := &d.tokens[i]
		if covered[i] || !d.candidate(i) {
			continue
		}
		lengths := firsts[t.lower]
		best, key := 0, uint64(0)
		for _, n := range lengths {
			if n <= best || i+n > len(d.tokens) {
				continue
			}
			h, ok := uint64(0), true
			for j := i; j < i+n && ok; j++ {
				ok = !covered[j] && (j == i || d.tokens[j].flags&flagStart == 0) && (d.tokens[j].capital() || d.tokens[j].kind != kindTitle)
				h = join(h, d.tokens[j].lower)
			}
			if ok && surfaces[h] != nil && surfaces[h].tokens == n {
				best, key = n, h
			}
		}
		if best == 0 || d.partOfMore(i, i+best) {
			continue
		}
		surfaces[key].all++
		for j := i; j < i+best; j++ {
			covered[j] = true
		}
		added = append(added, Span{Start: int(t.start), End: int(d.tokens[i+best-1].end), Voted: true})
		addedKeys = append(addedKeys, key)
	}
	for i := range spans {
		s, f := &spans[i], surfaces[keys[i]]
		if f.found < 2 {
			continue
		}
		best := f.best()
		mean := f.votes[best] / float64(f.found)
		if s.Type != best && f.votes[best] > 1.5*f.votes[s.Type] {
			s.Type, s.Confidence, s.Voted = best, mean, true
		} else if s.Type == best {
			s.Confidence = max(s.Confidence, mean*0.95)
		}
	}
	out := spans
	for i := range added {
		s, f := &added[i], surfaces[addedKeys[i]]
		s.Type = f.best()
		mean := f.votes[s.Type] / float64(f.found)
		if share := float64(f.found) / float64(f.all); share >= 0.4 && mean >= 0.6 {
			s.Confidence = mean * (0.6 + 0.4*share)
			out = append(out, *s)
		}
	}
	slices.SortFunc(out, func(a, b Span) int { return a.Start - b.Start })
	return out
}

// best returns the type with most votes, the first of equals.
func (f *surface) best() Type {
	best := Type(0)
	for t := range NumTypes {
		if f.votes[t] > f.votes[best] {
			best = t
		}
	}
	return best
}

// partOfMore reports whether another capitalised word stands directly before or behind tokens from to to, so that they
// may be part of a longer name.
func (d *document) partOfMore(from, to int) bool {
	if from > 0 && d.tokens[from].flags&flagStart == 0 && d.tokens[from-1].capital() && d.tokens[from-1].class&(Title|Role|Function) == 0 {
		return true
	}
	return to < len(d.tokens) && d.tokens[to].capital() && d.tokens[to].flags&flagStart == 0
}
