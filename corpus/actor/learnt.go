package actor

import (
	"sort"

	"dateline/corpus"
	"dateline/corpus/actor/tagger"
)

// learnt proposes what the tagger finds. Where a rule has proposed the same words as the same type, the two are one
// candidate, surer than either.
func (t *task) learnt() {
	if t.tagger == nil || t.doc.Lang != "" && t.doc.Lang != "en" {
		return
	}
	byStart := map[int][]int{}
	for n := range t.candidates {
		byStart[t.candidates[n].from] = append(byStart[t.candidates[n].from], n)
	}
	for _, s := range t.tagger.Tag(t.text) {
		c, ok := t.fromSpan(s)
		if !ok {
			continue
		}
		for _, n := range byStart[c.from] {
			have := &t.candidates[n]
			if have.to == c.to && sameKind(have.typ, c.typ) && have.kind != corpus.KindDemonym && !have.dropped {
				have.confidence = 1 - (1-have.confidence)*(1-c.confidence)
				have.agreed, ok = true, false
			}
		}
		if ok {
			t.propose(c)
		}
	}
}

// sameKind reports whether two types are one in the eyes of the tagger, to which countries are places.
func sameKind(a, b corpus.ActorType) bool {
	return a == b || a >= corpus.Country && b >= corpus.Country
}

// fromSpan makes the candidate for a span of the tagger, which cuts words a little differently.
func (t *task) fromSpan(s tagger.Span) (c candidate, ok bool) {
	from := sort.Search(len(t.words), func(i int) bool { return t.words[i].end > s.Start })
	to := sort.Search(len(t.words), func(i int) bool { return t.words[i].start >= s.End })
	for s.Type == tagger.Person && from < to-1 && t.words[from].class&(classTitle|classHonorific) != 0 && t.words[from].class&classGiven == 0 {
		from++
	}
	if from >= to || !t.words[from].upper() && t.words[from].class&classParticle == 0 && t.words[to-1].shape == shapeLower {
		return c, false
	}
	c = candidate{from: from, to: to, entry: none, confidence: s.Confidence, rule: "tagger"}
	switch s.Type {
	case tagger.Person:
		c.typ = corpus.Person
		t.nameOf(&c, false)
	case tagger.Organisation:
		c.typ = corpus.Organisation
	default:
		c.typ = corpus.Place
	}
	if c.typ != corpus.Person {
		c.entry = t.entryOf(from, to, c.typ)
		if c.entry == none {
			c.name = t.plainName(from, to)
		}
		if to == from+1 && t.words[from].shape == shapeCaps {
			c.kind = corpus.KindAcronym
		}
	}
	return c, true
}

// entryOf returns the entry of that type of which words from to to are a name, or none.
func (t *task) entryOf(from, to int, typ corpus.ActorType) int32 {
	words := t.words[from:to]
	for a := t.dict.walk(words); a != none; a = t.dict.aliases[a].next {
		al := &t.dict.aliases[a]
		if al.kind != corpus.KindDemonym && al.kind != corpus.KindSurname && al.fits(words) && sameKind(t.dict.entries[al.entry].typ, typ) {
			return al.entry
		}
	}
	return none
}
