package statement

import (
	"strings"

	"dateline/corpus"
)

// phrase reads the noun phrase that ends at token j, with those that prepositions tie to it before: its head is the first of them.
func (t *task) phrase(j, from, verb int) (subject, bool) {
	type span struct{ from, to int }
	var chain []span
	for end := j; len(chain) < 4; {
		start := t.nounPhrase(end, from)
		if start > end {
			break
		}
		for start-2 >= from && t.is(start-1, "and") && t.tokens[start].upper && t.tokens[start-2].upper && t.tokens[start].mention == none && t.tokens[start-2].mention == none &&
			t.tokens[start].gap == gapSpace && t.tokens[start-1].gap == gapSpace { // "Rogaland Fire and Rescue"
			start = t.nounPhrase(start-2, from)
		}
		chain = append(chain, span{start, end + 1})
		p := start - 1
		if p-1 > from && t.is(p, "and") && t.tokens[start].gap == gapSpace && t.tokens[p].gap == gapSpace && t.tokens[p-1].mention != none { // "authorities in the UK and the US"
			if left := t.nounPhrase(p-1, from); left > from+1 && t.tokens[left-1].has(preposition) && t.tokens[left].gap.joined() {
				p = left - 1
				start = left
			}
		}
		if p < from || !t.tokens[start].gap.joined() || !t.tokens[p].has(preposition) || !t.tokens[p].gap.joined() || p == from {
			break
		}
		end = p - 1
		if left := &t.tokens[end]; end > from && left.class == 0 && left.mention == none && !left.upper && strings.HasSuffix(t.of(end), "ed") {
			end-- // "the notice published by GitHub"
		}
	}
	if len(chain) == 0 {
		return subject{}, false
	}
	for n := len(chain) - 1; n >= 0; n-- {
		c := chain[n]
		if n > 0 && t.tokens[c.to-1].has(dated|stopper) {
			continue
		}
		if p, ok := t.party(c.from, c.to, verb); ok {
			if holder, ok := t.titled(chain[0].from, chain[0].to); ok && n > 0 && p.Name == "" {
				return subject{parties: []corpus.Party{holder}, from: c.from}, true
			}
			if n > 0 && p.Name == "" { // "a spokesman for the ministry"
				p.End = t.tokens[chain[0].to-1].end
			}
			parties := []corpus.Party{p}
			first := c.from
			if n == len(chain)-1 {
				if others, start := t.joinedBefore(c.from, from, verb); len(others) > 0 {
					parties, first = append(others, parties...), start
				}
			}
			return subject{parties: parties, from: first}, true
		}
		if p, ok := t.modified(c.from, c.to); ok && n > 0 { // "officials familiar with the talks", "one of them"
			p.End = t.tokens[chain[0].to-1].end
			return subject{parties: []corpus.Party{p}, from: c.from}, true
		}
		if n > 0 && c.to-c.from == 1 && t.tokens[c.from].upper && t.tokens[c.from].class == 0 && t.is(c.to, "of", "for") { // "Transport for London"
			return subject{parties: []corpus.Party{{Start: t.tokens[c.from].start, End: t.tokens[chain[0].to-1].end}}, from: c.from}, true
		}
		if m := t.at(c.to - 2).mention; c.to-2 >= c.from && m != none && t.mentions[m].Type == corpus.Person && strings.HasSuffix(t.of(c.to-1), "ing") { // "Mitsotakis, speaking to …, said" without its commas
			return subject{parties: []corpus.Party{partyOf(&t.mentions[m])}, from: c.from}, true
		}
	}
	return subject{}, false
}

// someOf are words that stand for people by themselves, before "of" and as a subject.
var someOf = []string{"some", "many", "others", "several", "both", "most", "few", "all", "one", "two", "three", "four"}

// modified returns the people in the phrase from token from to to who have an adjective behind them, or of whom there are some.
func (t *task) modified(from, to int) (corpus.Party, bool) {
	if to-from == 1 && t.is(from, someOf...) {
		return corpus.Party{Start: t.tokens[from].start, End: t.tokens[from].end}, true
	}
	for i := to - 2; i >= max(from, to-3); i-- {
		if t.tokens[i].has(role) && t.tokens[i].mention == none && t.tokens[to-1].class == 0 && !t.tokens[to-1].upper {
			return corpus.Party{Start: t.tokens[from].start, End: t.tokens[to-1].end}, true
		}
	}
	return corpus.Party{}, false
}

// titled returns the person named behind what a title is of, in the phrase from token from to to: "Secretary of State Mike Pompeo",
// but not in "the brother of Joe Biden".
func (t *task) titled(from, to int) (corpus.Party, bool) {
	n := t.tokens[to-1].mention
	if n == none || t.mentions[n].Type != corpus.Person || t.mentions[n].Start <= t.tokens[from].start || t.possessive(to-1) {
		return corpus.Party{}, false
	}
	return partyOf(&t.mentions[n]), true
}

// joinedBefore reads "Biden and" before the phrase that begins at token i: "both the Kremlin and the White House said".
func (t *task) joinedBefore(i, from, verb int) (parties []corpus.Party, start int) {
	start = i
	for start-2 >= from && t.is(start-1, "and", "or") && t.tokens[start].gap.joined() && t.tokens[start-1].gap.joined() || start-1 >= from && len(parties) > 0 && t.tokens[start].gap == gapComma|gapSpace {
		end := start - 2
		if t.tokens[start].gap == gapComma|gapSpace {
			end = start - 1
		}
		if t.is(end, "he", "she") && !t.resolving { // "he and Ms Merkel agreed"
			if who, ok := t.pronoun(end, from); ok && who.parties[0].Name != "" {
				return append(who.parties, parties...), end
			}
		}
		if t.tokens[end].has(pronoun | vague | preposition | stopper | conjunction) {
			break
		}
		first := t.nounPhrase(end, from)
		if first > end {
			break
		}
		if first > from && t.tokens[first-1].has(preposition) && t.tokens[first].gap.joined() {
			break // "with Biden and Putin" is no subject
		}
		p, ok := t.party(first, end+1, verb)
		if !ok || p.Name == "" && len(parties) == 0 && !t.tokens[end].has(role) {
			break
		}
		parties = append([]corpus.Party{p}, parties...)
		start = first
		if len(parties) == 4 {
			break
		}
	}
	return parties, start
}

// nounPhrase returns the first token of the noun phrase that ends at token end, end+1 where there is none.
func (t *task) nounPhrase(end, from int) int {
	i := end
	for ; i >= from && end-i < 12; i-- {
		w := &t.tokens[i]
		if i < end && t.tokens[i+1].gap&^(gapSpace|gapHyphen) != 0 && !t.dotted(i) {
			break
		}
		if i < end && t.tokens[i+1].gap&(gapComma|gapBreak|gapColon|gapQuoteClose|gapQuoteOpen|gapDash|gapOpen) != 0 {
			break
		}
		if w.quote != t.tokens[end].quote {
			break
		}
		if w.mention == none {
			if w.has(determiner) {
				for i > from && t.tokens[i].gap == gapSpace && t.tokens[i-1].has(determiner) && t.tokens[i-1].quote == w.quote { // "the two leaders"
					i--
				}
				return i
			}
			if w.has(dated) && i < end && t.tokens[i+1].gap == gapHyphen { // "the 77-year-old"
				continue
			}
			if w.has(preposition|conjunction|stopper|pronoun|vague|dated|negation) || w.has(adverb) && !w.upper || w.verb != nil && w.verb.form != base && !w.upper && w.verb.frame&noun == 0 {
				break
			}
		}
	}
	return i + 1
}

// dotted reports whether the full stop behind token i is its own: "U.S. officials", "Sen. Smith".
func (t *task) dotted(i int) bool {
	if t.tokens[i+1].gap != gapStop|gapSpace {
		return t.tokens[i].mention != none && t.tokens[i].mention == t.tokens[i+1].mention
	}
	s := t.of(i)
	return t.tokens[i].has(abbreviation) || len(s) == 1 || strings.Contains(s, ".") || t.tokens[i].mention != none && t.tokens[i].mention == t.tokens[i+1].mention
}
