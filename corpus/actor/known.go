package actor

import (
	"strings"

	"dateline/corpus"
)

// known proposes the names of the dictionary, the longest at each place, and notes which words they take.
func (t *task) known() {
	t.listed = make([]bool, len(t.words))
	for i := 0; i < len(t.words); {
		w := &t.words[i]
		if w.class&classStart == 0 {
			i++
			continue
		}
		a, end := t.dict.longest(t.words, i)
		if a == none || t.ordinary(i, end) {
			i++
			continue
		}
		t.propose(t.fromAlias(a, i, end))
		for ; i < end; i++ {
			t.listed[i] = true
		}
	}
}

// opening proposes the place of the dateline that the reader of the document has recognised, where no list knows it.
func (t *task) opening() {
	end := 0
	for end < len(t.words) && end < 4 && t.words[end].end <= t.doc.DatelineLen && t.words[end].upper() && (end == 0 || t.words[end].gap.joined()) {
		end++
	}
	if end == 0 {
		end = t.wire()
	}
	if end == 0 {
		return
	}
	name := strings.Fields(t.plainName(0, end))
	for i, w := range name {
		if w == strings.ToUpper(w) {
			name[i] = titleCase(w)
		}
	}
	t.propose(candidate{from: 0, to: end, entry: none, name: strings.Join(name, " "), typ: corpus.Place, confidence: 1, rule: "dateline"})
}

// wire returns the number of words of a place in capitals that opens the text before a dash or the name of an agency in brackets,
// as wire services write it ("SEATTLE _", "ANN ARBOR (AP) -"), 0 if there is none.
func (t *task) wire() int {
	end := 0
	for end < len(t.words) && end < 4 && t.words[end].shape == shapeCaps && t.words[end].flags&flagDotted == 0 && (end == 0 || t.words[end].gap == gapSpace) {
		end++
	}
	if end == 0 || end == len(t.words) || t.words[end-1].end-t.words[0].start < 4 || t.words[0].flags&flagCaps != 0 {
		return 0
	}
	switch sign := strings.TrimSpace(t.text[t.words[end-1].end:t.words[end].start]); sign {
	case "_", "-", "--", "–", "—":
		return end
	case "(":
		if s := t.span(end, end+1); s == "AP" || s == "Reuters" || s == "AFP" || s == "UPI" {
			return end
		}
	}
	return 0
}

// ordinary reports whether a single word that opens a sentence is more likely a common word than a name.
func (t *task) ordinary(i, end int) bool {
	w := &t.words[i]
	return end == i+1 && w.class&classFunction != 0 && w.flags&flagStart != 0 && (w.shape != shapeCaps || w.flags&flagCaps != 0)
}

// fromAlias makes the candidate for the words i to end that are written as alias a, or as another of the same words.
func (t *task) fromAlias(a int32, i, end int) candidate {
	al := &t.dict.aliases[a]
	c := candidate{
		from: i, to: end, entry: al.entry, typ: t.dict.entries[al.entry].typ, kind: al.kind,
		confidence: 0.95, rule: "dictionary", surname: end - 1,
	}
	if al.kind == corpus.KindSurname {
		c.confidence = 0.7
		c.entry = t.bearer(a, t.words[i:end], false)
		if c.entry == none {
			c.dropped = true
		}
	}
	return c
}

// bearer chooses among the people of one surname the one that a text of the document's year means.
// Without a title before the name only people whom their surname alone means are asked. It returns none if unsure.
func (t *task) bearer(first int32, words []word, titled bool) int32 {
	chosen, n := int32(none), 0
	for pass := range 2 {
		for a := first; a != none; a = t.dict.aliases[a].next {
			al := &t.dict.aliases[a]
			if al.kind != corpus.KindSurname || !al.strong && !titled || !al.fits(words) {
				continue
			}
			e := &t.dict.entries[al.entry]
			// The second pass forgives a few years before the office and many after it.
			early, late := e.from, e.to
			if pass == 1 {
				early, late = early-3, late+20
			}
			if t.year != 0 && e.from != 0 && (t.year < early || t.year > late) {
				continue
			}
			if chosen != al.entry {
				chosen = al.entry
				n++
			}
		}
		if n > 0 || t.year == 0 {
			break
		}
	}
	if n != 1 {
		return none
	}
	return chosen
}
