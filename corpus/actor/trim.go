package actor

import "dateline/corpus/actor/tagger"

// trim mends the borders of a span of the tagger by what is known of titles, initials and names with "of".
func (t *task) trim(typ tagger.Type, from, to int) (int, int) {
	title := func(i int) bool {
		c := t.words[i].class
		return c&(classTitle|classHonorific) != 0 && c&(classGiven|classFamily) == 0
	}
	for i := to - 2; i > from; i-- {
		if w := &t.words[i]; w.shape == shapeLower && w.class&(classLink|classParticle|classFunction) == 0 && w.gap.spaced() && t.words[i+1].upper() {
			from = i + 1 // "Islamic militant group Hamas"
			break
		}
	}
	switch {
	case from >= to:
	case typ == tagger.Place:
		for from < to-1 && !t.words[from].upper() && t.words[from].class&classPlaceSide != 0 {
			from++ // "western Ukraine"
		}
	case typ == tagger.Person && t.titles(from, to):
		return from, from // "The President", "Vice President"
	case typ == tagger.Person:
		for to-from > 1 && title(to-1) && t.knownOther(from) {
			to-- // "U.S. President": no person
			if to-from == 1 {
				return from, from
			}
		}
		for i := to - 2; i >= from; i-- { // "Roman Catholic Bishop Ignatius Quux"
			if title(i) && t.words[i+1].class&classSuffix == 0 && (i == from || t.words[i-1].class&classGiven == 0) {
				from = i + 1
				break
			}
		}
		if w := &t.words[to-1]; w.shape == shapeSingle && to < len(t.words) && t.words[to].upper() && t.words[to].gap&gapDot != 0 {
			to = max(to, t.nameEnd(from)) // "William S. Quux"
		}
		if from > 0 && t.words[from].gap == gapHyphen && t.words[from-1].shape == shapeTitle && !t.listed[from-1] && !t.listed[from] {
			from-- // "Mir-Quux"
		}
	case typ == tagger.Organisation:
		if t.words[to-1].class&classOrgHead != 0 {
			to = max(to, t.ofEnd(to-1)) // "Committee on the Taxonomy of Viruses"
		}
		for to-from > 1 && to < len(t.words) && t.words[to-1].class&classPortfolio != 0 &&
			t.words[to].class&classTitle != 0 && t.words[to].gap == gapSpace {
			to-- // "White House Press Secretary"
		}
	}
	return from, to
}

// titles reports whether all words from to to are of offices.
func (t *task) titles(from, to int) bool {
	for _, w := range t.words[from:to] {
		if w.class&(classTitle|classHonorific|classRole|classPortfolio) == 0 || w.class&(classGiven|classFamily) != 0 {
			return false
		}
	}
	return true
}
