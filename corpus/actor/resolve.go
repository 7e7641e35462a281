package actor

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
)

// priority orders the rules where two candidates of one length overlap.
func (c *candidate) priority() int {
	switch c.rule {
	case "dictionary":
		return 0
	case "acronym":
		return 1
	case "title", "apposition":
		return 2
	case "given name":
		return 3
	}
	return 4
}

// weight orders candidates that overlap: sure ones first, and long ones, since what is part of a name is not meant by itself.
func (c *candidate) weight() float64 {
	return c.confidence + 0.12*float64(min(c.to-c.from, 4))
}

// resolve keeps the longest of the candidates that overlap, then the one of the surer rule, then the earlier.
func (t *task) resolve() {
	order := make([]int, 0, len(t.candidates))
	for i := range t.candidates {
		if !t.candidates[i].dropped && t.candidates[i].confidence >= lowest && !t.money(&t.candidates[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &t.candidates[i], &t.candidates[j]
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), (b.to-b.from)-(a.to-a.from), a.priority()-b.priority(), a.from-b.from)
	})
	t.taken = make([]int32, len(t.words))
	for i := range t.taken {
		t.taken[i] = none
	}
	kept := make([]candidate, 0, len(order))
	for _, i := range order {
		if c := t.candidates[i]; t.free(c.from, c.to) {
			t.take(c.from, c.to, int32(len(kept)))
			kept = append(kept, c)
		}
	}
	t.candidates = kept
}

// money reports whether c is part of an amount: US$6 million.
func (t *task) money(c *candidate) bool {
	end := t.words[c.to-1].end
	return end < len(t.text) && t.text[end] == '$'
}

// free reports whether no candidate covers a word from from to to.
func (t *task) free(from, to int) bool {
	for _, n := range t.taken[from:to] {
		if n != none {
			return false
		}
	}
	return true
}

func (t *task) take(from, to int, n int32) {
	for i := from; i < to; i++ {
		t.taken[i] = n
	}
}

// accept adds a candidate for words that are free.
func (t *task) accept(c candidate) {
	t.take(c.from, c.to, int32(len(t.candidates)))
	t.candidates = append(t.candidates, c)
}

// mentions turns the candidates that were kept into mentions in the order of the text.
func (t *task) mentions() []corpus.Mention {
	slices.SortFunc(t.candidates, func(a, b candidate) int { return a.from - b.from })
	var found []corpus.Mention
	for i := range t.candidates {
		c := &t.candidates[i]
		if c.dropped {
			continue
		}
		m := corpus.Mention{
			Start: t.words[c.from].start, End: t.words[c.to-1].end,
			Name: c.name, Type: c.typ, Kind: c.kind, Confidence: math.Round(100*min(c.confidence, 0.99)) / 100, Rule: c.rule,
		}
		if c.agreed {
			m.Rule += ", tagger"
		}
		if c.entry != none {
			m.Name, m.Type = t.dict.entries[c.entry].name, t.dict.entries[c.entry].typ
		}
		found = append(found, m)
	}
	return found
}

// plainName returns the words from to to as a canonical name: single spaces, and no name in capitals throughout.
func (t *task) plainName(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		w := &t.words[i]
		if i > from {
			switch sep := t.text[t.words[i-1].end:w.start]; {
			case w.gap&gapAnd != 0 && w.gap&gapSpace != 0:
				b.WriteString(" & ")
			case w.gap&gapSpace == 0:
				b.WriteString(sep)
			case w.gap&gapDot != 0 && !strings.HasSuffix(b.String(), "."):
				b.WriteString(". ")
			default:
				b.WriteByte(' ')
			}
		}
		s := t.text[w.start:w.end]
		if w.shape == shapeCaps && w.flags&flagCaps != 0 && w.flags&flagDotted == 0 {
			s = titleCase(s)
		}
		b.WriteString(s)
	}
	return b.String()
}

// titleCase returns word with its first letter large and the rest small.
func titleCase(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + strings.ToLower(word[size:])
}
