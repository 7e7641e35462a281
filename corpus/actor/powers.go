package actor

import "dateline/corpus"

// A capital names a place or stands for its government. powers settles it by the words around: a place follows "in" or
// opens a wire story, a power speaks, has ties and is talked to. What is next to "and" in a pair goes with its fellow.
// Where nothing tells, it stays a place.
func (t *task) powers() {
	capitals := make([]int, 0, 16)
	for n := range t.candidates {
		c := &t.candidates[n]
		if c.dropped || c.entry == none || !t.dict.entries[c.entry].capital {
			continue
		}
		capitals = append(capitals, n)
		if confidence := t.power(c); confidence > 0 {
			t.makePower(c, confidence)
		}
	}
	for _, n := range capitals {
		if c := &t.candidates[n]; c.kind == corpus.KindCapital {
			t.fellow(c)
		}
	}
}

// makePower turns the mention of a capital into one of its country.
func (t *task) makePower(c *candidate, confidence float64) {
	e := &t.dict.entries[c.entry]
	country := e.country
	if e.former != none && t.year != 0 && t.year <= t.dict.entries[e.former].to {
		country = e.former // Moscow spoke for the Soviet Union
	}
	c.entry, c.kind, c.confidence, c.rule = country, corpus.KindCapital, confidence, "capital"
}

// power returns how sure the words around c are that it stands for its government, 0 for a place.
func (t *task) power(c *candidate) float64 {
	if c.from == 0 && t.dateline(c) {
		return 0
	}
	var before, after *word
	if c.from > 0 && t.words[c.from].gap == gapSpace {
		before = &t.words[c.from-1]
	}
	if c.to < len(t.words) {
		after = &t.words[c.to]
	}
	switch {
	case after != nil && after.gap == gapHyphen && after.class&classPowerAfter != 0:
		return 0.9
	case before != nil && before.class&classPlaceBefore != 0:
		return 0
	case before != nil && before.class&classPowerBefore != 0 && (t.span(c.from-1, c.from) != "between" || t.pair(c)):
		return 0.75
	case after != nil && after.gap == gapSpace && after.shape == shapeLower && after.class&classSay != 0:
		return 0.85
	case after != nil && after.gap == gapPoss|gapSpace && after.shape == shapeLower && t.mayAct(c.from):
		return 0.6
	}
	return 0
}

// pair reports whether "and" and another country or capital follow c.
func (t *task) pair(c *candidate) bool {
	if c.to+1 >= len(t.words) || t.taken[c.to+1] == none || t.span(c.to, c.to+1) != "and" {
		return false
	}
	other := &t.candidates[t.taken[c.to+1]]
	return other.entry != none && (other.typ == corpus.Country || t.dict.entries[other.entry].capital)
}

// mayAct reports whether the word at i could open a clause or follow a verb, rather than a preposition of place.
func (t *task) mayAct(i int) bool {
	return i == 0 || t.words[i].flags&flagStart != 0 || t.words[i-1].class&classPlaceBefore == 0
}

// dateline reports whether c opens a wire story: "WASHINGTON:", "MOSCOW, April 14 (Reuters) -", "Paris -".
func (t *task) dateline(c *candidate) bool {
	if t.doc.DatelineLen > 0 && t.words[c.from].start < t.doc.DatelineLen {
		return true
	}
	return c.to < len(t.words) && t.words[c.to].gap&(gapColon|gapOther|gapOpen|gapComma) != 0
}

// fellow makes powers of the capitals that stand in a pair or list with the power c: "between Moscow and Washington".
func (t *task) fellow(c *candidate) {
	and := func(i int) bool {
		return i >= 0 && i < len(t.words) && t.words[i].gap == gapSpace && t.words[i].shape == shapeLower && t.span(i, i+1) == "and"
	}
	for _, i := range [2]int{c.to + 1, c.from - 2} {
		if i < 0 || i >= len(t.words) || t.taken[i] == none {
			continue
		}
		other := &t.candidates[t.taken[i]]
		if other.entry == none || !t.dict.entries[other.entry].capital || t.words[max(i, c.from)].gap != gapSpace {
			continue
		}
		if i > c.from && and(c.to) || i < c.from && and(c.from-1) && t.power(c) > 0 {
			t.makePower(other, c.confidence)
		}
	}
}
