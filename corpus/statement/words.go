package statement

import (
	"dateline/corpus"
)

// behind finds the words of the verb at i where they follow it, by the frames of the verb.
func (t *task) behind(n, i int) {
	v := t.tokens[i].verb
	sub, ok := t.subject(i)
	if !ok || sub.inverted || t.inTurnOnly(i, sub) {
		return
	}
	if q := t.tokens[i].quote; q != none && (sub.pronoun || sub.parties[0].Name == "" || sub.parties[0].Type != corpus.Person || sub.parties[0].Start < t.quotes[q].in && !t.cutsIn(i) && !sub.carried) {
		return // within a quotation only what a person is named for
	}
	f := finding{verb: i, subject: sub.from, sentence: n, pronoun: sub.pronoun, quote: none}
	f.Kind, f.Verb, f.VerbStart, f.VerbEnd = v.kind, t.of(i), t.tokens[i].start, t.tokens[i].end
	k, end := i+1, t.end(n, i)
	if k >= end {
		return
	}
	if v.lemma == "called" && t.tokens[k].gap&gapQuoteOpen != 0 && sub.parties[0].Name == "" {
		return // "a group called “…”"
	}
	a, b, ok := t.framed(&f, v, k, end)
	if !ok || b <= a {
		return
	}
	t.span(&f, v, a, b)
	if v.frame&quoted != 0 && f.Form == corpus.Indirect {
		return
	}
	t.add(f, sub.parties)
}

// inTurnOnly reports whether the text is a transcript and the subject none that is named: "he said" in a turn is anybody.
func (t *task) inTurnOnly(i int, sub subject) bool {
	return len(t.turns) > 0 && (sub.pronoun || sub.parties[0].Name == "")
}

// end returns where the words of the verb at i end at the latest: with the sentence, with the quotation it runs into, or before the next speaker.
func (t *task) end(n, i int) int {
	end := t.sentences[n].to
	if q := t.tokens[i].quote; q != none && !t.cutsIn(i) {
		return min(end, t.quotes[q].last)
	}
	if q := t.tokens[end-1].quote; q != none && t.quotes[q].first > i {
		end = max(end, t.quotes[q].last)
	}
	for x := len(t.found) - 1; x >= max(0, len(t.found)-backward); x-- { // ", the Kremlin said"
		f := &t.found[x]
		if f.sentence >= n && f.verb > i && f.last <= end && f.last > i+1 && f.last <= f.verb {
			end = min(end, f.last)
		}
	}
	return end
}

// framed finds where the words begin and end, from token k up to end, and whom they are said to.
func (t *task) framed(f *finding, v *verb, k, end int) (a, b int, ok bool) {
	if t.is(k-1, "called", "calls", "calling", "call", "appealed", "appeals", "appealing", "pointed") {
		return t.particle(f, k, end)
	}
	w := &t.tokens[k]
	if w.gap&(gapStop|gapBreak|gapOpen) != 0 {
		return 0, 0, false
	}
	if a, ok := t.quoteAfter(f, v, k, end); ok {
		b, last := t.cut(k, a, end, true), t.quotes[t.tokens[a].quote].last
		if last < b && t.tokens[last].gap&gapComma != 0 && t.firstQuote(last, b) == none {
			b = last // what a comma ties on behind the quotation is the writer's
		}
		return a, b, true
	}
	switch {
	case v.frame&objectTo != 0:
		if a, ok := t.objectAnd(f, k, end, "to"); ok {
			return a, t.cut(k, a, end, false), true
		}
		if v.lemma == "asked" && t.is(k, "for") { // patience
			return k + 1, t.cut(k, k+1, end, false), end-k > 1
		}
		if a, ok := t.objectAnd(f, k, end, "for"); ok && v.lemma == "asked" {
			return a + 1, t.cut(k, a, end, false), true
		}
		if v.frame&(clause|phrase) == 0 {
			return 0, 0, false
		}
	case v.frame&charge != 0:
		links := []string{"for", "over"}
		if v.lemma == "accused" {
			links = []string{"of"}
		}
		if a, ok := t.objectAnd(f, k, end, links...); ok {
			return a + 1, t.cut(k, a, end, false), a+1 < end
		}
		if v.frame&object == 0 {
			return 0, 0, false
		}
	}
	if v.frame&infinite != 0 && t.is(k, "to") && w.gap.joined() {
		return k, t.cut(k, k, end, false), end-k > 1
	}
	if v.frame&infinite != 0 && t.is(k, "not") && t.is(k+1, "to") {
		return k, t.cut(k, k, end, false), end-k > 2
	}
	if v.frame&clause != 0 {
		if a, ok := t.clauseAfter(f, v, k, end); ok {
			return a, t.cut(k, a, end, true), true
		}
	}
	if v.frame&(phrase|object|asPhrase) != 0 && w.gap.joined() && (!w.has(preposition|adverb|stopper|dated|vague) || w.has(determiner)) && !w.has(conjunction) && w.verb == nil {
		b := t.cut(k, k, end, false)
		if v.frame&object != 0 {
			if f.To = t.parties(k, t.nounEnd(k, b)); len(f.To) == 1 && f.To[0].Name == "" && !t.people(k, b) {
				f.To = nil
			}
		}
		if v.frame&ofSpeech != 0 && t.formOf(k, b) == corpus.Indirect && !t.spokenOf(k, b) {
			return 0, 0, false
		}
		if v.frame&asPhrase != 0 && !t.has(k, b, "as") && t.formOf(k, b) == corpus.Indirect {
			return 0, 0, false
		}
		return k, b, b-k >= 2 || v.frame&object != 0 && (w.mention != none || w.has(role))
	}
	if v.kind == corpus.Warns && t.is(k, "of", "against", "about") {
		f.VerbEnd = w.end
		f.Verb += " " + t.of(k)
		return k + 1, t.cut(k, k+1, end, false), end-k > 1
	}
	return 0, 0, false
}

// nounEnd returns where the noun phrase that begins at token a ends, b at the latest.
func (t *task) nounEnd(a, b int) int {
	i := a + 1
	for i < b && t.tokens[i].gap&^(gapSpace|gapHyphen) == 0 && (!t.tokens[i].has(preposition|stopper|dated|vague) || t.tokens[i].mention != none) && t.tokens[i].verb == nil {
		i++
	}
	return i
}

// people reports whether the noun phrase from token a to b is of people or a body.
func (t *task) people(a, b int) bool {
	last := a
	for i := a; i < b && !(i > a && (t.tokens[i].has(preposition|conjunction|stopper|dated) || !t.tokens[i].gap.joined())); i++ {
		last = i
	}
	return t.tokens[last].has(role)
}

// spokenOf reports whether the object from token a to b is something said rather than done: a court rejects an appeal, a minister an allegation.
func (t *task) spokenOf(a, b int) bool {
	for i := a; i < min(b, a+6); i++ {
		if t.tokens[i].has(spoken) {
			return true
		}
		if t.tokens[i].mention != none && t.mentions[t.tokens[i].mention].Type == corpus.Person || i > a && t.tokens[i].has(preposition|stopper) {
			return false
		}
	}
	return false
}

// has reports whether a word stands from token a to b.
func (t *task) has(a, b int, word string) bool {
	for i := a; i < b; i++ {
		if t.is(i, word) {
			return true
		}
	}
	return false
}

// particle reads what follows "called on", "called for", "appealed to", "called the move “…”", "pointed to “…”".
func (t *task) particle(f *finding, k, end int) (a, b int, ok bool) {
	name := func() { f.VerbEnd, f.Verb = t.tokens[k].end, t.text[f.VerbStart:t.tokens[k].end] }
	called := t.is(k-1, "called", "calls", "calling", "call")
	switch {
	case called && t.is(k, "on", "upon"), t.is(k-1, "appealed", "appeals", "appealing") && t.is(k, "to"):
		name()
		if a, ok := t.objectAnd(f, k+1, end, "to", "for"); ok {
			return a, t.cut(k, a, end, false), true
		}
		return 0, 0, false
	case t.is(k, "for") && !t.is(k-1, "pointed"):
		name()
		return k + 1, t.cut(k, k+1, end, false), end-k > 1
	case t.is(k-1, "pointed") && t.is(k, "to"):
		name()
		return k + 1, t.cut(k, k+1, end, false), end-k > 1
	case called && !t.is(k, "off", "up", "in", "out", "back", "to", "by", "into"):
		if q := t.firstQuote(k, min(end, k+20)); q != none {
			f.Kind = corpus.Expresses
			return k, t.cut(k, k, end, false), true
		}
	}
	return 0, 0, false
}
