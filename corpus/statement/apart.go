package statement

import (
	"dateline/corpus"
)

// parenthetical reads the subject of a verb that a comma, closing what opened behind the subject, stands before:
// "Peskov, the Kremlin's spokesman, said", "the president, Joe Biden, said".
func (t *task) parenthetical(i, j, from int) (subject, bool) {
	end := j
	for range 4 {
		c := end
		for c > from && t.tokens[c].gap&(gapComma|gapDash) == 0 && end-c < 25 {
			c--
		}
		if c <= from || t.tokens[c].gap&(gapComma|gapDash) == 0 {
			return subject{}, false
		}
		inner, okInner := t.named(c, j+1)
		before := c - 1
		w := &t.tokens[before]
		if w.has(pronoun) {
			return t.pronoun(before, from)
		}
		if t.is(before, someOf...) && before == from { // "One, a student, said"
			return subject{parties: []corpus.Party{{Start: w.start, End: w.end}}, from: before}, true
		}
		if !w.has(vague|conjunction|preposition|dated|stopper) && w.quote == t.tokens[i].quote {
			sub, ok := t.phrase(before, from, i)
			if ok && okInner && end == j && (sub.parties[0].Name == "" || t.tokens[before].mention == none) {
				return subject{parties: []corpus.Party{inner}, from: sub.from}, true
			}
			if ok && t.startsClause(sub.from, from) {
				return sub, true
			}
		}
		end = c - 1
	}
	return subject{}, false
}

// named returns the person whose name is all there is from token from to to, but for titles.
func (t *task) named(from, to int) (corpus.Party, bool) {
	n := t.tokens[to-1].mention
	unlisted := n == none && to-from >= 2 && to-from <= 4
	if n != none && t.mentions[n].Type != corpus.Person && t.mentions[n].Type != corpus.Organisation || n == none && !unlisted {
		return corpus.Party{}, false
	}
	for i := from; i < to; i++ {
		if t.tokens[i].has(preposition|conjunction|stopper|determiner|role) && t.tokens[i].mention == none || unlisted && !t.tokens[i].upper {
			return corpus.Party{}, false
		}
	}
	if unlisted { // a name that nobody has found
		return corpus.Party{Start: t.tokens[from].start, End: t.tokens[to-1].end}, true
	}
	return partyOf(&t.mentions[n]), true
}

// startsClause reports whether a clause can begin at token i: at the head of the sentence, behind a comma, a conjunction or an adverbial.
func (t *task) startsClause(i, from int) bool {
	if i <= from {
		return true
	}
	w, prev := &t.tokens[i], &t.tokens[i-1]
	return w.gap&^(gapSpace|gapHyphen) != 0 || prev.has(conjunction|dated|adverb) || prev.verb != nil || prev.mention == none && prev.upper
}

// inverted reads the subject behind the verb at i: "…," said Biden.
func (t *task) inverted(i int) (subject, bool) {
	v := t.tokens[i].verb
	if v.frame&inverts == 0 || v.form != finite || t.tokens[i].quote != none || v.frame&addressee != 0 || v.lemma != "said" && t.tokens[i].gap&gapQuoteClose == 0 || i+1 >= len(t.tokens) || t.tokens[i+1].gap != gapSpace {
		return subject{}, false
	}
	start := i + 1
	end, lastMention := start, none
	for end < len(t.tokens) && end-start < 14 {
		w := &t.tokens[end]
		if end > start && (t.tokens[end].gap&^(gapSpace|gapHyphen) != 0 && !(t.tokens[end-1].mention != none && t.tokens[end-1].mention == w.mention) && !(w.gap == gapStop|gapSpace && t.tokens[end-1].has(abbreviation)) || w.quote != none) {
			break
		}
		if w.mention == none && (w.has(preposition|conjunction|stopper|pronoun|vague|dated|negation) || w.verb != nil && w.verb.form != base && w.verb.frame&noun == 0 && !w.upper || w.has(determiner) && end > start) {
			break
		}
		if w.mention != none && t.mentions[w.mention].Type == corpus.Person && !t.possessive(end) {
			lastMention = end
		}
		end++
	}
	if end == start {
		if w := &t.tokens[start]; w.has(pronoun) && w.mention == none && !t.is(start, "who", "it") {
			sub, ok := t.pronoun(start, t.sentences[w.sentence].from)
			sub.inverted, sub.to, sub.from = true, start+1, i
			return sub, ok
		}
		return subject{}, false
	}
	if lastMention != none {
		m := &t.mentions[t.tokens[lastMention].mention]
		return subject{parties: []corpus.Party{partyOf(m)}, from: i, inverted: true, to: end}, true
	}
	p, ok := t.party(start, end, i)
	if ok && p.Name == "" && t.at(end).has(preposition) { // "said a spokesman for the ministry"
		for k := end + 1; k < min(end+8, len(t.tokens)) && t.tokens[k].gap.joined() && !t.tokens[k].has(stopper|dated|conjunction|preposition); k++ {
			if t.is(end, "for", "of", "from", "with", "at") {
				p.End = t.tokens[k].end
			}
		}
	}
	return subject{parties: []corpus.Party{p}, from: i, inverted: true, to: end}, ok
}
