package actor

import (
	"strings"
	"unicode"

	"dateline/corpus"
)

// bodies proposes organisations and places by the shape of their names, run by run of capitalised words.
func (t *task) bodies() {
	for i := 0; i < len(t.words); {
		if !t.words[i].upper() || t.words[i].flags&flagCaps != 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(t.words) && t.words[end].upper() && t.words[end].gap.joinedBody() && t.words[end].flags&flagCaps == 0 {
			end++
		}
		t.run(i, end)
		i = end
	}
}

// longestName is the number of words beyond which a run of capitals is a heading or a table, not a name.
const longestName = 12

// run looks at one run of capitalised words.
func (t *task) run(from, to int) {
	from = t.runStart(from, to)
	if from == to {
		return
	}
	t.explained(from, to)
	for tail := to - 1; tail >= from; tail-- {
		w := &t.words[tail]
		if tail+1 < to && t.words[tail+1].class&classTitle != 0 {
			continue // "White House Press Secretary"
		}
		if w.class&classOrgTail != 0 {
			t.organisation(from, tail)
			return
		}
		if w.class&classPlaceTail != 0 && tail > from && tail-from < 6 {
			t.place(from, tail+1, 0.65)
			return
		}
	}
	switch c := t.words[from].class; {
	case c&classPlaceHead != 0 && to-from > 1 && to-from < 4:
		t.place(from, to, 0.55)
		return
	case c&classPlaceSide != 0 && to-from == 2 && t.knownPlace(from+1):
		t.place(from, to, 0.6)
		return
	}
	t.unknown(from, to)
}

// runStart returns the first word of a run that can be part of a name: not "The", nor a title.
func (t *task) runStart(from, to int) int {
	for i := from; i < to; i++ {
		w := &t.words[i]
		switch {
		case w.shape == shapeCaps, w.class&classOpener != 0 && i+1 < to && w.flags&flagStart == 0:
			return i
		case w.class&(classFunction|classTitle|classHonorific) == 0:
			return i
		}
	}
	return to
}

// place proposes a place by the shape of its name.
func (t *task) place(from, to int, confidence float64) {
	t.propose(candidate{from: from, to: to, entry: none, name: t.plainName(from, to), typ: corpus.Place, confidence: confidence, rule: "place name"})
}

// unknown weighs what stands around a run that neither a list nor a shape explains.
func (t *task) unknown(from, to int) {
	n := to - from
	if n > 3 || t.words[from].flags&flagStart != 0 && n == 1 {
		return
	}
	for i := from; i < to; i++ {
		w := &t.words[i]
		if w.class&(classFunction|classTitle|classRole|classGiven|classPortfolio|classThing) != 0 || w.shape == shapeSingle || t.lower[w.id] || t.knownName(i) {
			return
		}
		if w.shape == shapeCaps {
			if n == 1 {
				t.acronym(i)
			}
			return
		}
	}
	var before, after *word
	if from > 0 && t.words[from].gap == gapSpace {
		before = &t.words[from-1]
	}
	if to < len(t.words) {
		after = &t.words[to]
	}
	switch {
	case before != nil && before.class&classPlaceBefore != 0 && before.shape == shapeLower:
		if end := t.nameEnd(to - 1); end > to {
			to = end // "Punta del Este"
		}
		t.place(from, to, 0.5)
	case after != nil && after.gap == gapComma|gapSpace && t.knownPlace(to):
		t.place(from, to, 0.6)
	case n >= 2 && after != nil && after.gap == gapSpace && after.shape == shapeLower && after.class&classSay != 0:
		t.propose(candidate{from: from, to: to, entry: none, name: t.plainName(from, to), typ: corpus.Person, confidence: 0.4, rule: "subject"})
	}
}

// acronym proposes two to six capitals as an organisation nobody explained.
func (t *task) acronym(i int) {
	w := &t.words[i]
	if w.start > 0 && t.text[w.start-1] == '<' || w.end-w.start < 3 || w.class&classCommon != 0 || w.flags&flagDotted != 0 || w.end-w.start > 6 || strings.IndexFunc(t.span(i, i+1), unicode.IsDigit) >= 0 {
		return
	}
	t.propose(candidate{from: i, to: i + 1, entry: none, name: t.plainName(i, i+1), typ: corpus.Organisation, kind: corpus.KindAcronym, confidence: 0.5, rule: "capitals"})
}

// knownName reports whether the dictionary knows a name that begins at word i.
func (t *task) knownName(i int) bool {
	if t.words[i].class&classStart == 0 {
		return false
	}
	a, _ := t.dict.longest(t.words, i)
	return a != none
}

// knownPlace reports whether the dictionary knows a place or country that begins at word i.
func (t *task) knownPlace(i int) bool {
	if t.words[i].class&classStart == 0 {
		return false
	}
	a, _ := t.dict.longest(t.words, i)
	if a == none {
		return false
	}
	e := &t.dict.entries[t.dict.aliases[a].entry]
	return (e.typ == corpus.Place || e.typ == corpus.Country) && t.dict.aliases[a].kind != corpus.KindDemonym
}

// organisation proposes the organisation whose name ends, or goes on with "of", at the word tail.
func (t *task) organisation(from, tail int) {
	end := t.ofEnd(tail)
	// "Dillon Read and Co", "Federal Savings and Loan Association"
	if from > 1 && t.words[from].class&classAndBefore != 0 && t.words[from].gap == gapSpace && t.words[from-1].gap == gapSpace &&
		t.span(from-1, from) == "and" && t.words[from-2].upper() {
		for from -= 2; from > 0 && tail-from < longestName && t.words[from].gap.joinedBody() && t.words[from-1].upper(); from-- {
		}
		from = t.runStart(from, tail)
	}
	if end-from < 2 || end-from > longestName {
		return
	}
	t.propose(candidate{from: from, to: end, entry: none, name: t.plainName(from, end), typ: corpus.Organisation, confidence: 0.65, rule: "organisation name"})
}

// ofEnd returns the end of the name that goes on behind its head word at i: "Ministry of Foreign Affairs",
// "Institute for the Study of War"; without such words the word behind i.
func (t *task) ofEnd(i int) int {
	end := i + 1
	if t.words[i].class&classOrgHead == 0 {
		return end
	}
	for j, links := i+1, 0; j < len(t.words) && j < i+10 && t.words[j].gap.spaced(); j++ {
		w := &t.words[j]
		switch {
		case w.upper() && w.class&(classTitle|classHonorific) == 0 && w.class&classFunction == 0:
			if links == 0 && j == i+1 {
				return end
			}
			end, links = j+1, 0
		case w.shape == shapeLower && w.class&classLink != 0 && links < 2:
			if s := t.span(j, j+1); end == i+1 && links == 0 && s != "of" && s != "for" && s != "on" && s != "de" && s != "du" {
				return end
			}
			links++
		default:
			return end
		}
	}
	return end
}

// explained reads "World Trade Organization (WTO)": the run before the bracket is an organisation if its initials
// are the acronym, and the acronym means it from here on.
func (t *task) explained(from, to int) {
	if to >= len(t.words) {
		return
	}
	w := &t.words[to]
	if w.gap != gapOpen|gapSpace || w.shape != shapeCaps || to+1 < len(t.words) && t.words[to+1].gap&gapClose == 0 {
		return
	}
	letters := appendKey(nil, t.span(to, to+1))
	if len(letters) < 2 || len(letters) > 8 {
		return
	}
	// Back over the run, and over "of the" to the run before it.
	j, n := to, len(letters)
	for n > 0 && j > 0 && to-j < 14 {
		j--
		w := &t.words[j]
		if w.upper() {
			if first := appendKey(nil, t.span(j, j+1)); len(first) == 0 || first[0] != letters[n-1] {
				return
			}
			n--
		} else if w.class&classLink == 0 {
			return
		}
		if n > 0 && !w.gap.joinedBody() {
			return
		}
	}
	if n > 0 || to-j < 2 {
		return
	}
	t.propose(candidate{from: j, to: to, entry: none, name: t.plainName(j, to), typ: corpus.Organisation, confidence: 0.85, rule: "acronym"})
}
