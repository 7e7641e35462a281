package statement

import "dateline/corpus"

// leastLeft is how many words a quotation within a sentence must have to be a statement of its own without a verb of speech: a few may be a name or
// irony.
const leastLeft = 5

// leftQuotations gives the quotations that end in sentence n and that no verb has claimed to who spoke before them: one that opens a sentence
// continues the speech before it in the paragraph or at the end of the one before; one behind a colon is of whom its sentence is about.
func (t *task) leftQuotations(n int) {
	end := t.sentences[n].to
	for i := t.sentences[n].from; i < end; i++ {
		number := t.tokens[i].quote
		if number == none || t.quotes[number].last != i+1 {
			continue
		}
		q := &t.quotes[number]
		if q.claimed || q.last-q.first < 3 || q.last-q.first < leastLeft && q.first != t.sentences[t.tokens[q.first].sentence].from || q.last < end && t.tokens[q.last].gap&(gapStop|gapBreak) == 0 {
			continue
		}
		i, n := q.first, int(t.tokens[q.first].sentence)
		s := &t.sentences[n]
		f := finding{verb: none, subject: i, sentence: n, quote: int(number), last: q.last}
		f.Start, f.End, f.Form, f.Kind = q.in, t.trimmed(q.in, q.out), corpus.Direct, corpus.Says
		switch {
		case i == s.from:
			last, ok := t.speechBefore(n)
			if !ok {
				continue
			}
			f.Verb, f.VerbStart, f.VerbEnd, f.verb, f.pronoun = last.Verb, last.VerbStart, last.VerbEnd, last.verb, last.pronoun
			q.claimed = true
			t.add(f, []corpus.Party{last.Speaker})
		case t.tokens[i].gap&gapColon != 0:
			sub, ok := t.actorBefore(i, s.from)
			if !ok || sub.pronoun && sub.parties[0].Name == "" || sub.parties[0].Type != corpus.Person && sub.parties[0].Type != corpus.Organisation {
				continue
			}
			q.claimed = true
			t.add(f, sub.parties[:1])
		}
	}
}

// speechBefore returns the last direct speech whose sentence comes right before sentence n, in its paragraph or the one before.
func (t *task) speechBefore(n int) (finding, bool) {
	best := -1
	for i := len(t.found) - 1; i >= max(0, len(t.found)-backward); i-- {
		f := &t.found[i]
		if f.quote == none || f.sentence > n || f.sentence == n && f.verb != none && f.verb < f.last {
			continue
		}
		if best < 0 || f.Start > t.found[best].Start {
			best = i
		}
	}
	if best < 0 {
		return finding{}, false
	}
	f := &t.found[best]
	end := max(f.sentence, int(t.tokens[max(f.last-1, 0)].sentence))
	if n-end > 1 || n == end {
		return finding{}, false
	}
	return *f, true
}
