package actor

import (
	"sort"
	"strings"

	"dateline/corpus"
	"dateline/corpus/actor/tagger"
)

// learnt proposes what the tagger finds. Where a rule has proposed the same words as the same type, the two are one
// candidate, surer than either.
func (t *task) learnt() {
	if t.tagger == nil || !t.english() {
		return
	}
	t.storms()
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
			if have.to == c.to && have.rule == "dictionary" && have.typ >= corpus.Country && have.kind != corpus.KindDemonym &&
				(c.to-c.from > 1 || have.kind == corpus.KindAcronym) {
				have.agreed, have.confidence, ok = true, 1, false // whatever the tagger takes the UAE and the West Bank for
				continue
			}
			if have.to == c.to && sameKind(have.typ, c.typ) && have.kind != corpus.KindDemonym && !have.dropped {
				have.confidence = 1 - (1-have.confidence)*(1-c.confidence)
				have.agreed, ok = true, false
			}
		}
		if ok {
			t.propose(c)
		}
	}
	t.within()
	for n := range t.candidates {
		if c := &t.candidates[n]; !c.agreed && c.rule != "tagger" && t.readable(c) {
			c.confidence = min(c.confidence, t.alone(c))
		}
	}
}

// within has a listed name of several words stand where the tagger saw but a part of it: "Democratic Republic" of the Congo.
func (t *task) within() {
	part := map[int]int{} // first word of what the tagger found -> the word behind it
	for n := range t.candidates {
		if c := &t.candidates[n]; c.rule == "tagger" {
			part[c.from] = c.to
		}
	}
	for n := range t.candidates {
		c := &t.candidates[n]
		if c.rule != "dictionary" || c.agreed || c.to-c.from < 2 || c.kind == corpus.KindDemonym {
			continue
		}
		for i := c.from; i < c.to; i++ {
			if to, ok := part[i]; ok && to <= c.to {
				c.agreed = true
			}
		}
	}
}

// lowest is the confidence below which a candidate is dropped: it would be wrong more often than right.
const lowest = 0.4

// englishWords are small words that few other languages have.
var englishWords = []string{"the", "of", "and", "to", "was", "with", "for", "that", "said", "has", "from", "by", "at", "is", "it"}

// english reports whether the document is in the language of the tagger. Where nobody has said, its small words tell; a text that
// is too short for that is taken for English.
func (t *task) english() bool {
	if t.doc.Lang != "" {
		return t.doc.Lang == "en"
	}
	small, ours := 0, 0
	var key []byte
	ids := map[int32]bool{}
	for _, w := range englishWords {
		key = appendKey(key[:0], w)
		if id, ok := t.dict.vocabulary[string(key)]; ok {
			ids[id] = true
		}
	}
	for i := range t.words {
		if w := &t.words[i]; w.shape == shapeLower {
			small++
			if ids[w.id] {
				ours++
			}
		}
		if small > 2000 {
			break
		}
	}
	return small < 12 || ours*20 >= small
}

// sameKind reports whether two types are one in the eyes of the tagger, to which countries are places.
func sameKind(a, b corpus.ActorType) bool {
	return a == b || a >= corpus.Country && b >= corpus.Country
}

// fromSpan makes the candidate for a span of the tagger, which cuts words a little differently.
func (t *task) fromSpan(s tagger.Span) (c candidate, ok bool) {
	from := sort.Search(len(t.words), func(i int) bool { return t.words[i].end > s.Start })
	to := sort.Search(len(t.words), func(i int) bool { return t.words[i].start >= s.End })
	from, to = t.trim(s.Type, from, to)
	if from >= to || !t.words[from].upper() && t.words[from].class&classParticle == 0 && t.words[to-1].shape == shapeLower {
		return c, false
	}
	if to == from+1 && t.words[from].class&classPlaceSide != 0 {
		return c, false // the West
	}
	if to == from+2 && t.words[from+1].gap == gapHyphen && t.knownPlace(from) && t.knownPlace(from+1) {
		return c, false // "the U.S.-Russia relationship": two
	}
	if to == from+1 && t.storm[t.words[from].id] {
		return c, false
	}
	// The model is too modest about its doubtful finds: from 0.44 on, more are right than are lost by leaving them out.
	c = candidate{from: from, to: to, entry: none, confidence: 0.1 + 0.9*s.Confidence, rule: "tagger"}
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

// storms notes the names that the text gives to storms, which are those of people: "Hurricane Dorian".
func (t *task) storms() {
	for i := 1; i < len(t.words); i++ {
		w := &t.words[i]
		if !w.upper() || w.gap != gapSpace || !t.words[i-1].upper() {
			continue
		}
		switch strings.ToLower(t.span(i-1, i)) {
		case "hurricane", "typhoon", "storm", "cyclone":
			if t.storm == nil {
				t.storm = map[int32]bool{}
			}
			t.storm[w.id] = true
		}
	}
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
