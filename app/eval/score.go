package eval

import (
	"strings"

	"dateline/corpus/gold"
)

// A tally is what was right, found and wanted.
type tally struct{ right, found, gold int }

func (t tally) f1() float64 {
	if t.found+t.gold == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(t.found+t.gold)
}

func (t tally) recall() float64 { return 100 * float64(t.right) / float64(max(1, t.gold)) }

// A spanScore compares names found with names marked.
type spanScore struct {
	spans       map[string]*tally // by label, "" for all
	typed, free tally             // sets of names of a document, with and without their labels
}

func newSpanScore() *spanScore {
	return &spanScore{spans: map[string]*tally{"": {}, "PER": {}, "ORG": {}, "LOC": {}}}
}

// add counts one document. Spans count if start, end and label are the same; the set of a document holds each name once,
// case aside.
func (s *spanScore) add(text string, want, found []gold.Span) {
	open := map[gold.Span]bool{}
	for _, w := range want {
		open[w] = true
		s.spans[""].gold++
		s.spans[w.Label].gold++
	}
	for _, f := range found {
		s.spans[""].found++
		s.spans[f.Label].found++
		if open[f] {
			delete(open, f)
			s.spans[""].right++
			s.spans[f.Label].right++
		}
	}
	s.typed.sets(names(text, want, true), names(text, found, true))
	s.free.sets(names(text, want, false), names(text, found, false))
}

func (t *tally) sets(want, found map[string]bool) {
	t.gold += len(want)
	t.found += len(found)
	for name := range found {
		if want[name] {
			t.right++
		}
	}
}

func names(text string, spans []gold.Span, typed bool) map[string]bool {
	set := map[string]bool{}
	for _, s := range spans {
		name := strings.ToLower(text[s.Start:s.End])
		if typed {
			name = s.Label + " " + name
		}
		set[name] = true
	}
	return set
}

func (s *spanScore) values() []Value {
	return []Value{
		{"all", s.spans[""].f1()},
		{"PER", s.spans["PER"].f1()},
		{"ORG", s.spans["ORG"].f1()},
		{"LOC", s.spans["LOC"].f1()},
		{"sets typed", s.typed.f1()},
		{"sets untyped", s.free.f1()},
	}
}
