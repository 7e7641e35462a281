package statement

import (
	"strings"

	"dateline/corpus"
)

// before finds the words of the verb at i where they stand before it and its subject:
//
//	"…," Biden said.   "…," said Biden, "…"   He will speak with him on Thursday, Sullivan said.
func (t *task) before(n, i int) bool {
	s := &t.sentences[n]
	v := t.tokens[i].verb
	if v.frame&inverts == 0 || v.form == participle || t.tokens[i].quote != none {
		return false
	}
	sub, ok := t.subject(i)
	if !ok || sub.carried {
		return false
	}
	f := finding{verb: i, subject: sub.from, sentence: n, pronoun: sub.pronoun, quote: none}
	first, after := sub.from, i+1
	switch {
	case sub.inverted:
		first, after = i, sub.to
	case v.frame&addressee != 0: // "…," he told reporters
		for after < s.to && t.tokens[after].gap.joined() && !t.tokens[after].has(preposition|conjunction|dated|stopper|adverb) && t.tokens[after].quote == none {
			after++
		}
		f.To = t.parties(i+1, after)
	}
	f.Kind, f.Verb, f.VerbStart, f.VerbEnd = v.kind, t.of(i), t.tokens[i].start, t.tokens[i].end
	if first > 0 && first <= len(t.tokens) && t.quoteEnds(first) {
		return t.quoteBefore(&f, sub, first, after)
	}
	if first == s.from || t.at(first).gap&gapComma == 0 || v.frame&quoted != 0 || t.is(first-1, "which", "who", "whom", "that", "and", "but", "or", "when", "where", "as", "because", "if") {
		return false
	}
	f.last = first
	switch {
	case first-s.from >= 3 && t.closing(after, s.to) && t.clauselike(s.from, first):
	case v.frame&addressee == 0 && after < s.to && t.tokens[after].gap&(gapComma|gapQuoteOpen) == gapComma && !t.tokens[s.from].has(dated) && t.clauselike(after, s.to) && !t.clauselike(s.from, first) &&
		!t.is(after, "who", "which", "and", "but") && (!t.tokens[s.from].has(preposition | conjunction)):
		f.last = s.to // "The president, he said, had no plans"
	default:
		return false
	}
	f.Start, f.End = t.startOf(s.from), t.endOf(s.from, f.last)
	f.Form = t.formOf(s.from, f.last)
	f.Via = t.channelAfter(after, s.to)
	t.add(f, sub.parties)
	return true
}

// quoteEnds reports whether the quotation before token first ends there as the words of whoever is named next: with a comma, a question or exclamation mark.
func (t *task) quoteEnds(first int) bool {
	w := &t.tokens[first]
	q := t.tokens[first-1].quote
	if q == none || w.quote == q || w.gap&gapQuoteClose == 0 || w.gap&gapBreak != 0 {
		return false
	}
	if w.gap&(gapComma|gapDash) != 0 {
		return true
	}
	inside := strings.TrimRight(t.text[t.quotes[q].in:t.quotes[q].out], " ")
	return inside != "" && strings.ContainsAny(inside[len(inside)-1:], ",?!-") || strings.HasSuffix(inside, "…") || strings.HasSuffix(inside, "—") ||
		w.gap&gapStop != 0 && w.gap&gapOther == 0 && (t.tokens[first].sentence == t.tokens[first-1].sentence)
}

// quoteBefore takes the quotation before the subject, with what leads up to it in its sentence and what goes on behind the verb.
func (t *task) quoteBefore(f *finding, sub subject, first, after int) bool {
	q := &t.quotes[t.tokens[first-1].quote]
	q.claimed = true
	f.quote = int(t.tokens[first-1].quote)
	start := t.sentences[t.tokens[q.first].sentence].from
	f.Start, f.End, f.Form, f.last = q.in, q.out, corpus.Direct, first
	if q.first > start && t.tokens[q.first].gap&(gapColon|gapComma|gapDash) == 0 && t.tokens[q.first-1].verb == nil {
		f.Start, f.End, f.Form = t.startOf(start), q.end, corpus.Mixed
	} else if previous := t.tokens[max(q.first-1, 0)].quote; q.first > start && previous != none && t.tokens[q.first].gap&gapComma != 0 && previous != t.tokens[first-1].quote {
		f.Start = t.startOf(start) // "a", "b" and "c," he said
		f.Form = corpus.Mixed
	}
	n := t.tokens[max(after-1, 0)].sentence
	end := t.sentences[n].to
	f.Via = t.channelAfter(after, end)
	for k := after; k < end; k++ { // "…," he said, "…"
		w := &t.tokens[k]
		if w.quote == none || t.quotes[w.quote].first != k {
			continue
		}
		if w.gap&(gapComma|gapColon|gapDash) != 0 && k-after < 14 && !t.spoken(after, k) && (t.tokens[k-1].verb == nil || k == after) {
			next := &t.quotes[w.quote]
			next.claimed = true
			f.quote = int(w.quote)
			f.End, f.last = next.out, next.last
		}
		break
	}
	f.End = t.trimmed(f.Start, f.End)
	t.add(*f, sub.parties)
	return true
}

// spoken reports whether a finite verb of speech stands from token a to b.
func (t *task) spoken(a, b int) bool {
	for i := a; i < b; i++ {
		if v := t.tokens[i].verb; v != nil && v.form == finite && t.tokens[i].quote == none && v.frame&(noun|phrase|asPhrase|object) == 0 {
			return true
		}
	}
	return false
}

// closing reports whether what follows token k up to end leaves the words before the subject the only ones: nothing, an adverbial, or a new clause.
func (t *task) closing(k, end int) bool {
	if k >= end {
		return true
	}
	w := &t.tokens[k]
	switch {
	case w.gap&(gapQuoteOpen|gapColon) != 0:
		return false
	case w.gap&gapComma != 0 && w.has(modal|stopper) && w.mention == none:
		return false // the clause before goes on
	case w.gap&(gapComma|gapDash|gapStop|gapOpen) != 0:
		return true
	case t.is(k, "to"):
		return false
	case !w.has(preposition|dated|adverb|conjunction) && !t.is(k, "reporters", "journalists"):
		return false
	case t.is(k, "that", "it", "there"):
		return false
	}
	for i := k; i < end; i++ { // an adverbial has no subject and verb of its own, but behind "as" and "after"
		if t.tokens[i].gap&gapComma != 0 || t.is(i, "as", "after", "while", "when", "before", "where") && i > k-1 {
			return true
		}
		if t.tokens[i].has(pronoun) && t.tokens[i].mention == none || t.is(i, "that") || t.tokens[i].has(modal|being) && !t.is(i, "to") {
			return false
		}
	}
	return end-k < 25
}

// clauselike reports whether the tokens from a to b hold a finite verb.
func (t *task) clauselike(a, b int) bool {
	for i := a; i < b; i++ {
		if w := &t.tokens[i]; w.mention == none && (w.has(stopper|modal) && !t.is(i, "to") || w.verb != nil && w.verb.form == finite || i > a && w.class == 0 && w.gap == gapSpace && strings.HasSuffix(t.of(i), "ed") && !t.tokens[i-1].has(determiner|preposition)) {
			return true
		}
	}
	for i := a + 1; i < b; i++ { // a present tense: "The company plans", after a noun
		if w := &t.tokens[i]; w.class == 0 && !w.upper && w.mention == none && strings.HasSuffix(t.of(i), "s") && (t.tokens[i-1].mention != none || t.tokens[i-1].has(role|pronoun)) {
			return true
		}
	}
	return false
}

// according reads "according to X": the words are the rest of its sentence.
func (t *task) according(n, i int) {
	s := &t.sentences[n]
	if t.tokens[i].quote != none {
		return
	}
	end := i + 2
	var parties []corpus.Party
	start := end
	for end < s.to && end-start < 14 {
		w := &t.tokens[end]
		if end > start && w.gap&^(gapSpace|gapHyphen) != 0 && !(t.tokens[end-1].mention != none && t.tokens[end-1].mention == w.mention) && !(w.gap == gapStop|gapSpace && t.tokens[end-1].has(abbreviation)) {
			break
		}
		if w.mention == none && end > start && (w.has(preposition|conjunction|stopper|pronoun|vague|dated) || w.verb != nil && w.verb.form != base && w.verb.frame&noun == 0) {
			break
		}
		end++
	}
	if end == start {
		return
	}
	if p, ok := t.party(start, end, none); ok {
		if p.Name == "" && t.tokens[end-1].has(paper) && t.is(end, "from", "by", "of") { // "data from the World Health Organization"
			if from, ok := t.actorAt(end + 1); ok {
				p = from
			}
		}
		parties = append(parties, p)
	} else if p, ok := t.lastPerson(start, end); ok {
		parties = append(parties, p)
	} else {
		return
	}
	f := finding{verb: i, subject: start, sentence: n, quote: none}
	f.Kind, f.Verb, f.VerbStart, f.VerbEnd = corpus.Says, t.text[t.tokens[i].start:t.tokens[i+1].end], t.tokens[i].start, t.tokens[i+1].end
	a, b := s.from, i
	if t.is(i-1, "and", "but") && i-s.from >= 3 { // "…, and according to X he died"
		a, b = end, s.to
	} else if i-s.from < 3 { // at the head of the sentence
		b = s.to
		for a = end; a < s.to && t.tokens[a].gap&gapComma == 0; a++ {
		}
		if a-end > 16 || a >= s.to {
			return
		}
		if w := &t.tokens[a]; w.has(determiner|role) || t.is(a, "formerly", "who", "former") { // "according to X, the director of Y, …"
			for b := a + 1; b < min(s.to, a+16) && !(t.tokens[b].has(stopper) && !t.is(a, "who")); b++ {
				if t.tokens[b].gap&gapComma != 0 {
					a = b
					break
				}
			}
		}
	} else if !t.clauselike(a, b) {
		return
	}
	for i := a + 1; i < b; i++ {
		if t.semicolon(i) {
			b = i
			break
		}
	}
	f.Start, f.End, f.last = t.startOf(a), t.endOf(a, b), b
	f.Form = t.formOf(a, b)
	if f.Form == corpus.Mixed && t.tokens[b-1].quote != none && t.quotes[t.tokens[b-1].quote].first == a {
		q := &t.quotes[t.tokens[b-1].quote]
		f.Form, f.Start, f.End, q.claimed = corpus.Direct, q.in, t.trimmed(q.in, q.out), true
	}
	t.add(f, parties)
}

// lastPerson returns the last actor named from token a to b.
func (t *task) lastPerson(a, b int) (corpus.Party, bool) {
	for i := b - 1; i >= a; i-- {
		if n := t.tokens[i].mention; n != none {
			if p, ok := speaker(&t.mentions[n]); ok {
				return p, true
			}
		}
	}
	return corpus.Party{}, false
}

// actorAt returns the actor that the phrase which begins at token a names first.
func (t *task) actorAt(a int) (corpus.Party, bool) {
	for i := a; i < min(a+4, len(t.tokens)) && t.tokens[i].gap.joined(); i++ {
		if n := t.tokens[i].mention; n != none {
			return speaker(&t.mentions[n])
		}
	}
	return corpus.Party{}, false
}
