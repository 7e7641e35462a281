package actor

import (
	"unicode/utf8"

	"dateline/corpus"
)

// readable reports whether the tagger could have found c: it does not read passages in capitals and other alphabets.
func (t *task) readable(c *candidate) bool {
	for _, w := range t.words[c.from:c.to] {
		if w.flags&flagCaps != 0 {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(t.text[t.words[c.from].start:])
	return r < 0x250
}

// alone is how sure a rule is of what the tagger has read and passed over: about the share of such mentions that were right in
// the development sets, a little more for names that mean one thing wherever they stand.
func (t *task) alone(c *candidate) float64 {
	long := c.to-c.from > 1
	switch c.rule {
	case "acronym", "dateline":
		return 1
	case "dictionary":
		switch {
		case c.kind == corpus.KindDemonym, c.entry != none && t.dict.entries[c.entry].owned, c.typ == corpus.Person && long:
			return 1
		case c.typ == corpus.Country && (long || c.kind == corpus.KindAcronym):
			return 0.6
		case c.typ == corpus.Country:
			return 0.55
		case c.entry != none && t.dict.entries[c.entry].capital:
			if c.to < len(t.words) && t.words[c.to].gap == gapHyphen && t.words[c.to].class&classPowerAfter != 0 {
				return 1 // Moscow-backed
			}
			return 0.5
		case c.typ == corpus.Person, long, c.kind == corpus.KindAcronym && t.words[c.from].end-t.words[c.from].start > 2:
			return 0.5
		}
		return 0.35
	case "title":
		if t.words[c.from].class&classGiven != 0 && long {
			return 0.6
		}
		return 0.5
	case "apposition":
		return 0.6
	case "organisation name":
		if t.words[c.to-1].class&(classAbbrev|classAndBefore) != 0 {
			return 0.75 // Inc, Ltd, Co
		}
		if t.words[c.from].class&classOrgHead != 0 && t.words[c.from+1].shape == shapeLower {
			return 0.6 // Ministry of
		}
		return 0.45
	case "given name":
		for _, w := range t.words[c.from+1 : c.to] {
			if w.shape == shapeSingle || w.class&(classParticle|classSuffix) != 0 {
				return 0.6
			}
		}
		return 0.4
	}
	return 0.3
}
