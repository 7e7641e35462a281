package statement

import (
	"strings"

	"dateline/corpus"
)

// span fills in the place and form of the words from token a to b.
func (t *task) span(f *finding, v *verb, a, b int) {
	f.last = b
	if q := t.tokens[a].quote; q != none && t.quotes[q].first == a && v.frame&(clause|quoted|inverts) != 0 && t.tokens[b-1].quote == q && t.quotes[q].last <= b {
		// the words are one quotation, with what belongs to its sentence
		f.Start, f.End, f.Form = t.quotes[q].in, t.trimmed(t.quotes[q].in, t.quotes[q].out), corpus.Direct
		f.quote = int(q)
		t.quotes[q].claimed = true
		return
	}
	f.Form = t.formOf(a, b)
	f.Start, f.End = t.startOf(a), t.endOf(a, b)
	for i := a; i < b; i++ {
		if q := t.tokens[i].quote; q != none && t.quotes[q].first >= a && t.quotes[q].last <= b {
			t.quotes[q].claimed = true
			f.quote = int(q)
		}
	}
}

// formOf tells whether words of the speaker's own are among the tokens from a to b.
func (t *task) formOf(a, b int) corpus.SpeechForm {
	for i := a; i < b; i++ {
		if t.tokens[i].quote != none {
			return corpus.Mixed
		}
	}
	return corpus.Indirect
}

// startOf is where words that begin with token a begin: with the mark of a quotation, if one opens there.
func (t *task) startOf(a int) int {
	if q := t.tokens[a].quote; q != none && t.quotes[q].first == a {
		return t.quotes[q].open
	}
	return t.tokens[a].start
}

// endOf is where the words from token a up to b end: with the mark of a quotation, if one of theirs closes there.
func (t *task) endOf(a, b int) int {
	if q := t.tokens[b-1].quote; q != none && t.quotes[q].last == b {
		if t.quotes[q].first < a {
			return t.trimmed(t.quotes[q].in, t.quotes[q].out)
		}
		return t.quotes[q].end
	}
	end := t.tokens[b-1].end
	if strings.HasPrefix(t.text[end:], "%") {
		end++
	}
	return end
}

// trimmed takes the comma and space off the end of a quotation.
func (t *task) trimmed(start, end int) int {
	return start + len(strings.TrimRight(t.text[start:end], ", \n"))
}

// channelAfter finds what the words were passed on by from token a to b: "in a statement", "in an interview with Reuters", "on Twitter".
func (t *task) channelAfter(a, b int) corpus.Party {
	b = min(b, a+16, len(t.tokens))
	for i := a; i < b; i++ {
		if t.is(i, "in", "on", "via", "through") && t.is(i+1, "twitter", "facebook", "telegram", "instagram", "television", "youtube") && t.tokens[i].quote == none {
			return corpus.Party{Start: t.tokens[i+1].start, End: t.tokens[i+1].end}
		}
		if !t.is(i, "in", "during", "through", "via", "at") || t.tokens[i].quote != none {
			continue
		}
		for j := i + 1; j < min(b, i+6) && t.tokens[j].gap.joined(); j++ {
			if t.tokens[j].has(stopper | preposition) {
				break
			}
			if t.tokens[j].has(channel) && !t.at(j+1).has(channel) || t.is(j, "spokesman", "spokeswoman", "spokesperson") {
				return corpus.Party{Start: t.tokens[i+1].start, End: t.tokens[j].end}
			}
		}
	}
	return corpus.Party{}
}
