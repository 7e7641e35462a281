package statement

import (
	"strings"

	"dateline/corpus"
)

// party tells whom the noun phrase from token from to to means: an actor, or who its words say; ok is false where that is nobody who speaks.
func (t *task) party(from, to, verb int) (corpus.Party, bool) {
	last := &t.tokens[to-1]
	if last.mention != none {
		m := &t.mentions[last.mention]
		if p, ok := speaker(m); ok && m.Start >= t.tokens[from].start && !t.possessive(to-1) {
			return p, true
		}
		if m.Kind == corpus.KindRole {
			return partyOf(m), true
		}
		if m.Kind != corpus.KindDemonym || t.possessive(to-1) {
			return corpus.Party{}, false
		}
	}
	p := corpus.Party{Start: t.tokens[from].start, End: last.end}
	switch {
	case last.has(role):
		if m, ok := t.roleBearer(from, to); ok {
			return m, true
		}
		return p, true
	case last.has(paper):
		for i := to - 2; i >= from; i-- { // "the Kremlin readout"
			if n := t.tokens[i].mention; n != none {
				if s, ok := speaker(&t.mentions[n]); ok && s.Type != corpus.Person && !t.possessive(i) {
					return s, true
				}
			}
		}
		return p, true
	case last.upper && !last.has(dated|determiner) && (to-from > 1 || t.tokens[to-1].gap&(gapStop|gapBreak) == 0 || verb >= to && verb-to <= 2) && last.class&^(male|female) == 0:
		for i := to - 2; i >= from && t.tokens[i+1].upper; i-- { // "her brother Petro"
			if t.tokens[i].has(role) && t.tokens[i].mention == none && !t.tokens[i].upper {
				return corpus.Party{Start: t.tokens[i+1].start, End: last.end}, true
			}
		}
		for i := from; i < to; i++ {
			if t.tokens[i].has(determiner) {
				return p, true
			}
		}
		for from < to-1 && !t.tokens[from].upper {
			from++
		}
		return corpus.Party{Start: t.tokens[from].start, End: last.end}, true
	case last.mention != none: // "the Russians"
		return p, true
	case verb >= 0 && t.is(verb, "said", "says", "told") && t.tokens[from].has(determiner) && to-from > 1 && last.class == 0:
		return p, true
	}
	return corpus.Party{}, false
}

// speaker returns the party that a mention means, if such a one can speak.
func speaker(m *corpus.Mention) (corpus.Party, bool) {
	switch m.Type {
	case corpus.Person, corpus.Organisation:
	case corpus.Country, corpus.Place:
		if m.Kind == corpus.KindDemonym {
			return corpus.Party{}, false
		}
	default:
		return corpus.Party{}, false
	}
	return partyOf(m), true
}

func partyOf(m *corpus.Mention) corpus.Party {
	return corpus.Party{Start: m.Start, End: m.End, Name: m.Name, Type: m.Type}
}

// possessive reports whether token i ends in 's or s'.
func (t *task) possessive(i int) bool {
	s := t.of(i)
	if strings.HasSuffix(s, "'s") || strings.HasSuffix(s, "’s") {
		return true
	}
	end := t.tokens[i].end
	return strings.HasSuffix(s, "s") && (strings.HasPrefix(t.text[end:], "' ") || strings.HasPrefix(t.text[end:], "’ ")) && t.tokens[i].quote == none
}
