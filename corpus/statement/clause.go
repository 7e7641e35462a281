package statement

import (
	"strings"

	"dateline/corpus"
)

// firstQuote returns the number of the first quotation that opens from token a to b, or none.
func (t *task) firstQuote(a, b int) int32 {
	for i := a; i < b; i++ {
		if q := t.tokens[i].quote; q != none && t.quotes[q].first == i {
			return q
		}
	}
	return none
}

// quoteAfter finds a quotation that opens behind the verb, directly or behind an adverbial: said: "…", said in a statement that "…".
func (t *task) quoteAfter(f *finding, v *verb, k, end int) (a int, ok bool) {
	if v.frame&(clause|quoted|inverts) == 0 {
		return 0, false
	}
	for i := k; i < min(end, k+18); i++ {
		w := &t.tokens[i]
		if q := w.quote; q != none && t.quotes[q].first == i {
			leads := i == k || w.gap&(gapColon|gapComma) != 0 || t.is(i-1, "that", "quote", "as")
			if !leads {
				return 0, false
			}
			if i > k && !t.adverbial(f, v, k, i) {
				return 0, false
			}
			f.Via = t.channelAfter(k, i)
			return i, true
		}
		if t.is(i, "that") && i > k || w.gap&gapStop != 0 {
			break
		}
	}
	return 0, false
}

// adverbial reports whether the tokens from a to b, between the verb and its words, are no words themselves: an addressee, a time, a place, a channel.
func (t *task) adverbial(f *finding, v *verb, a, b int) bool {
	i := a
	if v.frame&addressee != 0 || t.is(a-1, "asked", "warned") {
		for i < b && (t.tokens[i].gap.joined() || i == a) && !t.tokens[i].has(preposition|conjunction|dated|stopper) {
			i++
		}
		f.To = t.parties(a, i)
	}
	for ; i < b; i++ {
		w := &t.tokens[i]
		if w.has(stopper|pronoun) && w.mention == none && !t.is(i, "to") || w.verb != nil && w.verb.form == finite && w.verb.frame&noun == 0 {
			return false
		}
	}
	return t.tokens[a].has(preposition|dated|adverb|conjunction) || i > a && v.frame&addressee != 0 || t.is(b-1, "that", "quote", "as") && b-a == 1 || t.is(a, "quote")
}

// clauseAfter finds where a clause begins behind the verb: behind "that", an addressee, an adverbial, or at once.
func (t *task) clauseAfter(f *finding, v *verb, k, end int) (a int, ok bool) {
	at, skipped := k, false
	if v.frame&addressee != 0 {
		for at < end && t.tokens[at].gap.joined() && !t.tokens[at].has(preposition|conjunction|stopper) && !(at > k && t.tokens[at].has(pronoun) && t.tokens[at].mention == none) {
			at++
			if at-k > 10 {
				return 0, false
			}
			if p := t.at(at - 1); p.mention != none && t.at(at).mention != p.mention && !t.possessive(at-1) && (t.at(at).has(determiner|pronoun|adverb) || t.at(at).mention != none || t.at(at).upper) ||
				p.mention == none && (p.has(role) || t.is(at-1, "reporters", "journalists", "him", "her", "them", "me", "us")) && !t.at(at).has(role) && t.at(at).mention == none {
				break
			}
		}
		if at == k && v.lemma != "warned" {
			if !t.is(k, "that") || v.lemma == "told" {
				return 0, false
			}
		}
		if at > k && !(v.lemma == "warned" && !t.is(at, "that", "of", "about")) {
			f.To = t.parties(k, at)
		} else {
			at = k
		}
	}
	if t.is(at, "to") && len(f.To) > 0 { // told him to go
		f.Kind = corpus.Urges
		return at, end-at > 1
	}
	// an adverbial before "that"
	if w := t.at(at); v.frame&wantsThat == 0 && t.adverbialAt(at) {
		for i := at; i < min(end, at+16) && w.verb == nil; i++ {
			if t.is(i, "that") && t.tokens[i].gap&^(gapSpace|gapComma) == 0 {
				f.Via = t.channelAfter(at, i)
				return i + 1, end-i > 2
			}
			if t.tokens[i].has(stopper) && t.tokens[i].mention == none && !t.is(i, "to") {
				break
			}
		}
		next := t.afterAdverbial(at, end)
		if next == at || next >= end {
			return 0, false
		}
		f.Via = t.channelAfter(at, next)
		at, skipped = next, true
	}
	w := t.at(at)
	switch {
	case at >= end:
		return 0, false
	case t.is(at, "that"):
		return at + 1, end-at > 2 && !t.at(at+1).has(being)
	case v.frame&(noun|wantsThat) != 0:
		return 0, false
	case t.is(at, "whether", "if", "how", "why", "what", "who", "where", "when"):
		return at, end-at > 2 && w.gap.joined()
	case w.gap&(gapComma|gapDash) != 0 && !skipped, w.has(preposition) && !t.is(at, "despite", "after", "before", "during", "in", "at", "under", "since") || w.has(stopper|modal):
		return 0, false
	case w.has(conjunction) && !t.is(at, "while", "although", "though", "because", "since", "both", "once", "after", "before", "unless"):
		return 0, false
	}
	if len(f.To) == 0 && v.lemma == "told" {
		return 0, false
	}
	return at, (w.has(pronoun) || t.clauselike(at, min(end, at+40))) && end-at >= 3
}

// adverbialAt reports whether an adverbial begins at token i: "on Tuesday", "late on Monday", "privately".
func (t *task) adverbialAt(i int) bool {
	w := t.at(i)
	switch {
	case t.is(i, "both", "all", "most"):
		return false
	case w.has(preposition | dated | adverb):
		return true
	case t.is(i, "late", "early", "last", "this"):
		return t.at(i+1).has(dated) || t.is(i+1, "on")
	}
	return w.end > 0 && w.class == 0 && w.mention == none && !w.upper && strings.HasSuffix(t.of(i), "ly")
}

// afterAdverbial steps over "on Tuesday", "late on Monday", "in a statement", "at a meeting" at token k, where a clause begins behind.
func (t *task) afterAdverbial(k, end int) int {
	i := k
	for i < end {
		w := &t.tokens[i]
		switch {
		case w.has(dated), w.has(adverb) && !t.is(i, "both", "all"), w.class == 0 && w.mention == none && !w.upper && strings.HasSuffix(t.of(i), "ly"):
			i++
		case t.is(i, "on", "late", "early", "last", "this") && t.at(i+1).has(dated), t.is(i, "late", "early") && t.is(i+1, "on"):
			i++
		case w.has(preposition) && t.is(i, "in", "at", "on", "via", "through", "during"):
			j := i + 1
			for j < end && j-i < 6 && t.tokens[j].gap.joined() && !t.tokens[j].has(stopper|pronoun|preposition|dated) {
				j++
				if t.tokens[j-1].has(channel) || t.is(j-1, "meeting", "twitter", "facebook", "television", "conference", "parliament") {
					break
				}
			}
			if !t.tokens[j-1].has(channel) && !t.is(j-1, "meeting", "twitter", "facebook", "television", "conference", "parliament") {
				return i
			}
			i = j
		default:
			return i
		}
	}
	return i
}
