package statement

import (
	"strings"
)

// cut returns where the words from token a on end before the end of the sentence: at what another verb of the same subject adds, and, where the
// words are no clause, at what a comma ties on.
func (t *task) cut(k, a, end int, isClause bool) int {
	subordinate := t.subordinate(k)
	for i := a + 1; i < end; i++ {
		w := &t.tokens[i]
		if subordinate && w.gap&gapComma != 0 && (w.quote == none || w.quote == t.tokens[k-1].quote) && (w.mention != none || w.upper || w.has(determiner|pronoun)) {
			return i // "As X said …, Y did": the main clause
		}
		if w.quote != none && t.quotes[w.quote].first != i && w.quote != t.tokens[k-1].quote {
			continue
		}
		comma := w.gap&gapComma != 0
		switch {
		case w.verb != nil && w.verb.form == participle && comma:
			return i
		case t.is(i, "according") && t.is(i+1, "to"):
			return i
		case isClause && comma && t.is(i, "who") && t.lastClause(i, end):
			return i // what is told of somebody at the end is the writer's
		case !isClause && t.is(i, "and", "but") && w.gap.joined() && i+1 < end && t.tokens[i+1].gap.joined() && t.finiteVerb(i+1):
			return i
		case t.is(i, "and", "but") && t.carries(i, end):
			return i
		case !isClause && t.is(i, "while", "although", "though") && w.gap&^(gapSpace|gapQuoteClose) == 0 && i > a+1 && (t.at(i+1).mention != none || t.at(i+1).upper || t.at(i+1).has(determiner)):
			return i
		case !isClause && comma && t.is(i, "a", "an") && t.has(i, min(i+5, end), "that"):
			return i // "…, a charge that he denies"
		case !isClause && comma && (t.is(i, "but", "while", "as", "who", "which", "whom", "after", "though", "however", "although", "when", "where", "and") && w.quote == t.tokens[k-1].quote && !t.quotesOn(i, end) ||
			w.class == 0 && !w.upper && strings.HasSuffix(t.of(i), "ing") && w.mention == none && len(t.of(i)) > 5):
			return i
		case w.gap&gapQuoteOpen == 0 && t.semicolon(i):
			return i
		case isClause && comma && t.is(i, "while", "but", "and", "whereas") && t.speaksNext(i+1, end):
			return i
		}
	}
	return end
}

// subordinate reports whether the verb before token k stands in a clause that its sentence begins with and a main clause follows.
func (t *task) subordinate(k int) bool {
	s := &t.sentences[t.tokens[k-1].sentence]
	i := s.from
	if t.is(i, "but", "and", "yet") {
		i++
	}
	if !t.is(i, "as", "while", "although", "though", "when", "after", "before", "because", "since") {
		return false
	}
	for ; i < k; i++ {
		if t.tokens[i].gap&gapComma != 0 && i > s.from {
			return false
		}
	}
	return true
}

// lastClause reports whether no comma follows token i up to end.
func (t *task) lastClause(i, end int) bool {
	for j := i + 1; j < end; j++ {
		if t.tokens[j].gap&(gapComma|gapDash|gapQuoteOpen) != 0 {
			return false
		}
	}
	return true
}

// quotesOn reports whether a quotation opens soon behind token i: an enumeration goes on in it.
func (t *task) quotesOn(i, end int) bool { return t.firstQuote(i, min(end, i+4)) != none }

// speaksNext reports whether a clause with a verb of speech and an actor as its subject begins at token i: "while the World Bank warned".
func (t *task) speaksNext(i, end int) bool {
	for j := i; j < min(end, i+8) && t.tokens[j].gap.joined(); j++ {
		if v := t.tokens[j].verb; v != nil && j > i && (v.form == finite && v.frame&noun == 0 || v.form == base && t.tokens[j-1].has(many)) && !t.tokens[j].upper {
			return t.tokens[j-1].mention != none || t.tokens[j-1].has(role|auxiliary|adverb)
		}
	}
	return false
}

// semicolon reports whether one stands before token i.
func (t *task) semicolon(i int) bool {
	return t.tokens[i].gap&gapColon != 0 && strings.Contains(t.text[t.tokens[i-1].end:t.tokens[i].start], ";")
}

// carries reports whether the "and" at i ties on another verb of speech of the same subject.
func (t *task) carries(i, end int) bool {
	j := i + 1
	for j < end && t.tokens[j].has(adverb) {
		j++
	}
	if j >= end || !t.tokens[j].gap.joined() {
		return false
	}
	v := t.tokens[j].verb
	return v != nil && v.form == finite && (v.frame&noun == 0 || t.is(j+1, "on", "for")) && t.tokens[j].quote == t.tokens[i].quote
}
