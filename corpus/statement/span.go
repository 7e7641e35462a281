package statement

import (
	"strings"

	"dateline/corpus"
)

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

func (t *task) formOf(a, b int) corpus.SpeechForm {
	for i := a; i < b; i++ {
		if t.tokens[i].quote != none {
			return corpus.Mixed
		}
	}
	return corpus.Indirect
}

func (t *task) startOf(a int) int {
	if q := t.tokens[a].quote; q != none && t.quotes[q].first == a {
		return t.quotes[q].open
	}
	return t.tokens[a].start
}

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

func (t *task) trimmed(start, end int) int {
	return start + len(strings.TrimRight(t.text[start:end], ", \n"))
}

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
