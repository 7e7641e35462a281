package statement

import (
	"slices"
	"strings"

	"dateline/corpus"
)

// Find returns the statements in d.Text in the order of their words. mentions are the actors found in it, in the order of their spans.
func Find(d *corpus.Document, mentions []corpus.Mention) []corpus.Statement {
	t := &task{doc: d, text: d.Text}
	for _, m := range mentions {
		if m.End > m.Start && m.Confidence >= believed { // not those of the input's own fields
			t.mentions = append(t.mentions, m)
		}
	}
	t.quotes = findQuotations(d.Text)
	for i := range t.quotes {
		t.quotes[i].first = none
	}
	lang, _, _ := strings.Cut(d.Lang, "-")
	if lang == "" || lang == "en" {
		t.lex(english())
		t.transcript()
		t.english()
	} else if v := foreign()[lang]; v != nil {
		t.lex(v)
		t.foreign()
	}
	return t.settle()
}

// believed is the confidence from which a mention is taken for a speaker or a side.
const believed = 0.5

// task is the finding in one document.
type task struct {
	doc       *corpus.Document
	text      string
	mentions  []corpus.Mention
	quotes    []quotation
	tokens    []token
	sentences []sentence
	found     []finding
	roles     map[string]int32 // role noun → the mention it was tied to last
	resolving bool             // a pronoun: others on the way are passed over
	// The sentence whose pronouns are counted, and their number.
	inSentence int32
	pronouns   int
	turns      []corpus.Statement
	bySurname  map[string]*corpus.Mention
}

// A finding is a statement with the tokens it was found by.
type finding struct {
	corpus.Statement
	verb     int  // token, or none
	subject  int  // first token of the subject
	sentence int  // number
	pronoun  bool // the speaker was worked out
	quote    int  // the last quotation it claims, or none
	last     int  // token behind its words
}

// english reads the sentences one by one: first those whose words stand before the speaker, whose place cuts short what others claim.
func (t *task) english() {
	for n := range t.sentences {
		s := &t.sentences[n]
		t.learnRoles(s)
		var later []int
		for i := s.from; i < s.to; i++ {
			if t.is(i, "according") && t.is(i+1, "to") {
				t.according(n, i)
			}
			if t.tokens[i].verb == nil {
				continue
			}
			if !t.before(n, i) {
				later = append(later, i)
			}
		}
		for _, i := range later {
			t.behind(n, i)
		}
		t.leftQuotations(n)
	}
}

// add keeps a finding for each of its speakers.
func (t *task) add(f finding, speakers []corpus.Party) {
	for _, p := range speakers {
		f.Speaker = p
		t.found = append(t.found, f)
	}
}

// settle puts the findings in order, passes on what stands within others, and takes out what cannot stand.
func (t *task) settle() []corpus.Statement {
	slices.SortStableFunc(t.found, func(a, b finding) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		if a.End != b.End {
			return b.End - a.End
		}
		return a.VerbStart - b.VerbStart
	})
	var open []int // findings that the one at hand may lie within
	var kept []finding
	for _, f := range t.found {
		for len(open) > 0 && kept[open[len(open)-1]].End < f.End {
			open = open[:len(open)-1]
		}
		drop := f.End <= f.Start
		for _, o := range slices.Backward(open) {
			outer := &kept[o]
			if f.VerbStart < outer.Start || f.VerbStart >= outer.End || outer.VerbStart == f.VerbStart {
				continue
			}
			switch {
			case f.pronoun:
				drop = true
			case f.Via == (corpus.Party{}) && !same(outer.Speaker, f.Speaker):
				f.Via = outer.Speaker
			}
			break
		}
		if drop {
			continue
		}
		kept = append(kept, f)
		open = append(open, len(kept)-1)
		if len(open) > 8 {
			open = open[1:]
		}
	}
	out := append([]corpus.Statement(nil), t.turns...)
	for _, f := range kept {
		out = append(out, f.Statement)
	}
	slices.SortStableFunc(out, func(a, b corpus.Statement) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return slices.CompactFunc(out, func(a, b corpus.Statement) bool {
		return a.Start == b.Start && a.End == b.End && same(a.Speaker, b.Speaker)
	})
}

// same reports whether two parties are one.
func same(a, b corpus.Party) bool {
	if a.Name != "" || b.Name != "" {
		return a.Name == b.Name && a.Type == b.Type
	}
	return a.Start == b.Start && a.End == b.End
}
