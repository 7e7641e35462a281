package statement

import (
	"strings"
	"unicode"

	"dateline/corpus"
)

// leastTurns is how many labels make a text a transcript.
const leastTurns = 3

// transcript reads the turns of a transcript, whose paragraphs begin with a label: "MS. PSAKI:  Hi, everyone." A turn runs to the next label.
// "Q" without a colon, as the White House writes for whoever asks, is one too.
func (t *task) transcript() {
	type label struct{ start, end, body int }
	var labels []label
	named := 0
	for at := 0; at < len(t.text); {
		if n, body := labelAt(t.text[at:]); n > 0 {
			labels = append(labels, label{at, at + n, at + body})
			if n > 1 {
				named++
			}
		}
		next := strings.Index(t.text[at:], "\n")
		if next < 0 {
			break
		}
		at += next
		for at < len(t.text) && (t.text[at] == '\n' || t.text[at] == ' ') {
			at++
		}
	}
	if named < leastTurns {
		return
	}
	for i, l := range labels {
		end := len(t.text)
		if i+1 < len(labels) {
			end = labels[i+1].start
		}
		end = l.body + len(strings.TrimRightFunc(t.text[l.body:end], unicode.IsSpace))
		if end <= l.body {
			continue
		}
		s := corpus.Statement{Start: l.body, End: end, Kind: corpus.Says, Form: corpus.Direct, Speaker: t.labelled(l.start, l.end)}
		t.turns = append(t.turns, s)
	}
}

// labelAt returns the length of the label at the start of s, and where what is said begins; 0 where there is none.
func labelAt(s string) (n, body int) {
	if strings.HasPrefix(s, "Q ") || strings.HasPrefix(s, "Q\u00a0") {
		return 1, len(s) - len(strings.TrimLeft(s[1:], " \u00a0"))
	}
	colon := strings.IndexByte(s[:min(len(s), 60)], ':')
	if colon < 3 || strings.ContainsAny(s[:colon], "\n\"“(") && !strings.Contains(s[:colon], " (") {
		return 0, 0
	}
	letters := 0
	for _, r := range s[:colon] {
		switch {
		case unicode.IsLower(r):
			if strings.Contains(s[:colon], "Mc") || strings.Contains(s[:colon], "Mac") {
				continue
			}
			return 0, 0
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			return 0, 0
		}
	}
	rest := strings.TrimLeft(s[colon+1:], " \u00a0\t")
	if letters < 3 || rest == "" || rest[0] == '\n' || len(rest) == len(s)-colon-1 {
		return 0, 0
	}
	return colon, len(s) - len(rest)
}

// labelled returns whom a label names: the person of the document whose surname its last word is.
func (t *task) labelled(start, end int) corpus.Party {
	p := corpus.Party{Start: start, End: end}
	words := strings.Fields(t.text[start:end])
	if len(words) == 0 {
		return p
	}
	if m := t.surnames()[strings.ToUpper(words[len(words)-1])]; m != nil {
		p.Name, p.Type = m.Name, m.Type
	}
	return p
}

// surnames returns the first person of each surname, in capitals, that the document names in full.
func (t *task) surnames() map[string]*corpus.Mention {
	if t.bySurname == nil {
		t.bySurname = map[string]*corpus.Mention{}
		for i := range t.mentions {
			m := &t.mentions[i]
			space := strings.LastIndexByte(m.Name, ' ')
			if m.Type != corpus.Person || space < 0 {
				continue
			}
			if key := strings.ToUpper(m.Name[space+1:]); t.bySurname[key] == nil {
				t.bySurname[key] = m
			}
		}
	}
	return t.bySurname
}
