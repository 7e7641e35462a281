package statement

import (
	"dateline/corpus"
)

// objectAnd reads an object and one of the words that its charge or task begins with: "Russia to", "NATO of". It returns the place of that word.
func (t *task) objectAnd(f *finding, k, end int, words ...string) (a int, ok bool) {
	for i := k; i < min(end, k+22); i++ {
		w := &t.tokens[i]
		if i > k && t.is(i, words...) && w.quote == t.tokens[k].quote {
			if t.is(i, "to") && t.at(i+1).has(determiner) || t.is(i, "of", "on", "for", "over") && t.ofName(i) {
				continue
			}
			f.To = t.parties(k, i)
			return i, len(f.To) > 0 && i+1 < end
		}
		if i > k && t.is(i, "not") && t.is(i+1, "to") && t.is(i+1, words...) {
			f.To = t.parties(k, i)
			return i, len(f.To) > 0
		}
		if w.verb != nil && w.verb.form == finite && w.mention == none && !w.upper && w.verb.frame&noun == 0 && i > k {
			return 0, false
		}
		if w.gap&(gapColon|gapStop|gapBreak) != 0 && i > k && w.mention == none || w.has(stopper) && !w.has(modal) && w.mention == none || t.is(i, "that") {
			return 0, false
		}
	}
	return 0, false
}

// ofName reports whether the "of" at i belongs to the object itself: "the president of Ukraine of lying".
func (t *task) ofName(i int) bool {
	if t.tokens[i].mention != none {
		return true
	}
	if !t.is(i, "of") || !t.tokens[i-1].has(role) || t.tokens[i-1].mention != none {
		return false
	}
	for j := i + 1; j < min(i+8, len(t.tokens)) && t.tokens[j].gap.joined(); j++ {
		if t.is(j, "of") {
			return true
		}
	}
	return false
}

// parties returns the actors that the tokens from a to b name as heads, or else the words as they are.
func (t *task) parties(a, b int) []corpus.Party {
	for b > a && (t.tokens[b-1].has(dated|adverb) || t.is(b-1, "last", "late", "early", "this", "next")) && t.tokens[b-1].mention == none {
		b--
	}
	if a >= b {
		return nil
	}
	var list []corpus.Party
	for i := a; i < b; i++ {
		n := t.tokens[i].mention
		if n == none || i+1 < len(t.tokens) && t.tokens[i+1].mention == n || t.possessive(i) {
			continue
		}
		p, ok := speaker(&t.mentions[n])
		if !ok || i+1 < b && t.tokens[i+1].gap.joined() && !t.tokens[i+1].has(conjunction|preposition) && t.mentions[n].Type != corpus.Person || i > a && t.tokens[i-1].has(preposition) {
			continue
		}
		if len(list) < 4 {
			list = append(list, p)
		}
	}
	if len(list) > 0 {
		return list
	}
	b = min(b, a+8)
	return []corpus.Party{{Start: t.tokens[a].start, End: t.tokens[b-1].end}}
}
