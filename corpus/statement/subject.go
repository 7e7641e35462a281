package statement

import (
	"strings"

	"dateline/corpus"
)

// A subject is who a verb says it of.
type subject struct {
	parties  []corpus.Party
	from     int  // first token of its phrase
	inverted bool // stands behind the verb
	to       int  // of an inverted one: the token behind it
	pronoun  bool
	carried  bool // taken over from a verb before: "… and vowed"
}

// subject finds the subject of the verb at i.
func (t *task) subject(i int) (subject, bool) {
	s := &t.sentences[t.tokens[i].sentence]
	v := t.tokens[i].verb
	j, ok := t.skipBefore(i, s.from)
	if !ok {
		return subject{}, false
	}
	if j < s.from || t.tokens[j].quote != t.tokens[i].quote && t.tokens[i].quote == none && t.tokens[j+1].gap&gapQuoteClose != 0 ||
		t.tokens[j+1].gap&gapComma != 0 && j+1 == i {
		if v.form != participle && j >= s.from && t.tokens[j].quote == none && t.tokens[i].gap&gapQuoteClose == 0 {
			if sub, ok := t.parenthetical(i, j, s.from); ok && sub.from < j {
				return sub, true
			}
		}
		if sub, ok := t.inverted(i); ok {
			return sub, true
		}
		if j < s.from || t.tokens[j+1].gap&gapComma == 0 {
			return subject{}, false
		}
	}
	if t.tokens[i].quote != none && t.tokens[j].quote != t.tokens[i].quote && !t.cutsIn(i) {
		return subject{}, false
	}
	g := t.tokens[j+1].gap
	switch {
	case v.form == participle && !t.progressive(i, j):
		return t.participle(i, j, s.from)
	case g&gapComma != 0 || g&gapDash != 0:
		return t.parenthetical(i, j, s.from)
	case g&gapClose != 0:
		for j > s.from && t.tokens[j].gap&gapOpen == 0 {
			j--
		}
		j--
	case g&^(gapSpace|gapQuoteOpen) != 0:
		return subject{}, false
	}
	if j < s.from {
		return subject{}, false
	}
	w := &t.tokens[j]
	switch {
	case t.is(j, "and", "but", "or", "then"):
		return t.carry(j, s.from)
	case w.has(pronoun):
		return t.pronoun(j, s.from)
	case t.is(j, "whom") && t.is(j-1, "of") && t.is(j-2, "both"):
		return t.both(j-2, s.from)
	case t.is(j, someOf[:8]...) && t.tokens[i].verb.form != participle:
		return subject{parties: []corpus.Party{{Start: w.start, End: w.end}}, from: j}, true
	case w.has(vague | conjunction | preposition | determiner | dated | negation):
		return subject{}, false
	}
	sub, ok := t.phrase(j, s.from, i)
	if ok && v.form == base && !t.pluralSubject(sub, j) {
		return subject{}, false
	}
	return sub, ok
}

// cutsIn reports whether the quotation that the verb at i stands in began between its subject and it: Biden "voiced our concerns".
func (t *task) cutsIn(i int) bool { return t.quotes[t.tokens[i].quote].first == i }

// both reads "both of whom", at token i: who the sentence is about, and who is named right before it.
func (t *task) both(i, from int) (subject, bool) {
	verb := from + 1
	for verb < i && !t.finiteVerb(verb) {
		verb++
	}
	j := verb - 1
	for j > from && t.tokens[j].has(adverb) {
		j--
	}
	if verb >= i-1 || t.tokens[i].gap&gapComma == 0 {
		return subject{}, false
	}
	first, ok := t.phrase(j, from, verb)
	second, okSecond := t.party(t.nounPhrase(i-1, from), i, none)
	if !ok || !okSecond {
		return subject{}, false
	}
	return subject{parties: append(first.parties, second), from: i}, true
}

// skipBefore steps from the verb at i over what may stand between it and its subject, and returns the token before; ok is false where that
// denies the verb, or makes it passive or an infinitive.
func (t *task) skipBefore(i, from int) (j int, ok bool) {
	j = i - 1
	v := t.tokens[i].verb
	for ; j >= from; j-- {
		w := &t.tokens[j]
		if t.tokens[j+1].gap&^(gapSpace|gapQuoteOpen) != 0 {
			break
		}
		switch {
		case w.has(negation):
			return 0, false
		case w.has(modal):
			return 0, false
		case w.has(being):
			if v.form != participle {
				return 0, false
			}
		case w.has(auxiliary):
			if v.form != finite {
				return 0, false
			}
		case w.has(adverb) && w.mention == none, w.class == 0 && w.mention == none && strings.HasSuffix(t.of(j), "ly") && !w.upper:
		default:
			return j, true
		}
	}
	return j, true
}

// progressive reports whether a form of "be" stands before the participle at i: "are calling for".
func (t *task) progressive(i, j int) bool {
	for k := j + 1; k < i; k++ {
		if t.tokens[k].has(being) {
			return true
		}
	}
	return false
}

// carry reads the subject of a verb behind the "and" at token j: that of the verb before.
func (t *task) carry(j, from int) (subject, bool) {
	sub, ok := t.speakerBefore(j, from)
	if !ok {
		sub, ok = t.actorBefore(j, from)
	}
	sub.carried = true
	return sub, ok
}

// speakerBefore finds the nearest actor before token j in its sentence that a verb of speech follows: "Guterres said Russia had broken the charter and
// demanded …" has both verbs of Guterres.
func (t *task) speakerBefore(j, from int) (subject, bool) {
	for k := j - 1; k > from; k-- {
		if v := t.tokens[k].verb; v == nil || v.form != finite || t.tokens[k].quote != t.tokens[j].quote && t.tokens[k].quote != none && !t.cutsIn(k) || t.tokens[k].mention != none {
			continue
		}
		i, ok := t.skipBefore(k, from)
		if ok && i > from && t.tokens[i+1].gap&gapComma != 0 {
			if sub, ok := t.parenthetical(k, i, from); ok {
				return sub, true
			}
		}
		if !ok || i < from || !t.tokens[i+1].gap.joined() && t.tokens[i+1].gap&gapQuoteOpen == 0 || t.tokens[i].has(pronoun|vague|conjunction|preposition|dated) {
			continue
		}
		if sub, ok := t.phrase(i, from, k); ok {
			return sub, true
		}
	}
	return subject{}, false
}

// actorBefore finds the nearest actor before token j in its sentence that a finite verb follows, or else the first of the sentence that no
// preposition stands before.
func (t *task) actorBefore(j, from int) (subject, bool) {
	for i := j - 1; i >= from; i-- {
		w := &t.tokens[i]
		if w.mention == none && !w.has(pronoun|role|paper) || w.mention != none && i+1 < len(t.tokens) && t.tokens[i+1].mention == w.mention {
			continue
		}
		k := i + 1
		if k < j && t.tokens[k].gap&gapComma != 0 && t.is(k, "who", "which") {
			k++
		} else if k < j && t.tokens[k].gap&^(gapSpace|gapHyphen|gapClose|gapQuoteOpen) != 0 {
			continue
		}
		for k < j && (t.tokens[k].has(adverb) || t.tokens[k].has(auxiliary)) {
			k++
		}
		if k >= j || !t.finiteVerb(k) && !t.presentVerb(k) || t.possessive(i) {
			continue
		}
		if w.has(pronoun) && w.mention == none {
			if t.is(i, "he", "she") && !t.resolving {
				return t.pronoun(i, from)
			}
			continue
		}
		start := t.nounPhrase(i, from)
		if start > from && t.tokens[start-1].has(preposition) && t.tokens[start].gap.joined() {
			if sub, ok := t.phrase(i, from, k); ok {
				return sub, true
			}
			continue
		}
		if p, ok := t.party(start, i+1, none); ok {
			return subject{parties: []corpus.Party{p}, from: start}, true
		}
	}
	for i := from; i < j; i++ {
		n := t.tokens[i].mention
		if n == none {
			continue
		}
		p, ok := speaker(&t.mentions[n])
		start := i
		for start > from && t.tokens[start].gap.joined() && t.tokens[start-1].mention == none && !t.tokens[start-1].has(preposition|conjunction|stopper|dated) && t.tokens[start-1].verb == nil {
			start--
		}
		if ok && !t.possessive(i) && p.Type == corpus.Person && (start == from || !t.tokens[start-1].has(preposition)) {
			return subject{parties: []corpus.Party{p}, from: i}, true
		}
		break
	}
	return subject{}, false
}

// presentVerb reports whether token k, right behind an actor, looks like a verb of the present tense: "Uzbekistan lifts its restrictions".
func (t *task) presentVerb(k int) bool {
	w, next := &t.tokens[k], t.at(k+1)
	s := t.of(k)
	return t.tokens[k-1].mention != none && w.class == 0 && w.mention == none && !w.upper && w.gap == gapSpace && len(s) > 3 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") &&
		next.gap == gapSpace && next.has(determiner|preposition|modal)
}

// finiteVerb reports whether token k is a verb that a subject stands before.
func (t *task) finiteVerb(k int) bool {
	w := &t.tokens[k]
	if w.mention != none || w.upper {
		return false
	}
	if w.verb != nil {
		return w.verb.form == finite
	}
	s := t.of(k)
	return w.has(stopper) && !t.is(k, "to", "be", "been", "being", "not", "never", "unable") || w.class == 0 && len(s) > 3 && strings.HasSuffix(s, "ed")
}

// participle reads the subject of "saying", "accusing" …: the noun phrase right before it, or who the sentence is about.
func (t *task) participle(i, j, from int) (subject, bool) {
	if j < from {
		return subject{}, false
	}
	w := &t.tokens[j]
	g := t.tokens[i].gap
	switch {
	case g&gapComma != 0 || g&gapDash != 0 || t.is(j, "and", "but", "by", "while", "after", "before", "instead"):
		return t.actorBefore(j+1, from)
	case g != gapSpace || w.has(determiner|preposition|pronoun|vague|modal|negation) || w.has(stopper):
		return subject{}, false
	case w.has(paper):
		start := t.nounPhrase(j, from)
		p, ok := t.party(start, j+1, i)
		return subject{parties: []corpus.Party{p}, from: start}, ok
	case w.mention != none:
		start := t.nounPhrase(j, from)
		if start > from && t.is(start-1, "with") {
			p, ok := t.party(start, j+1, i)
			return subject{parties: []corpus.Party{p}, from: start}, ok
		}
		return subject{}, false
	}
	return t.actorBefore(j+1, from)
}

// at returns token i, or an empty one where there is none.
func (t *task) at(i int) *token {
	if i < 0 || i >= len(t.tokens) {
		return &token{gap: gapBreak, mention: none, quote: none}
	}
	return &t.tokens[i]
}

// pluralSubject reports whether the subject that ends at token j goes with the base form of a verb: "officials say".
func (t *task) pluralSubject(s subject, j int) bool {
	return len(s.parties) > 1 || t.tokens[j].has(many) || t.tokens[j].mention == none && t.tokens[j].has(paper) && strings.HasSuffix(t.of(j), "s")
}
