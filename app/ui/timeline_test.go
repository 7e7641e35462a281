package ui

import (
	"strings"
	"testing"

	"dateline/app/state"
)

func TestRoundUp(t *testing.T) {
	for most, want := range map[float64]float64{0: 1, 1: 2, 2: 2, 3: 4, 7: 8, 9: 10, 10: 10, 11: 20, 130: 200, 999: 1000} {
		if got := roundUp(most, false); got != want {
			t.Errorf("roundUp(%v) = %v, want %v", most, got, want)
		}
	}
	for most, want := range map[float64]float64{.03: .04, .5: .5, .99: 1, 1: 1} {
		if got := roundUp(most, true); got-want > 1e-9 || want-got > 1e-9 {
			t.Errorf("roundUp(%v) of a share = %v, want %v", most, got, want)
		}
	}
}

// TestAxis counts bars and documents: none is lost, and the filter's dates part them.
func TestAxis(t *testing.T) {
	e, _ := at(t, mixed(t), "q=tensions&from=2021-05&bin=month")
	x := e.axis()
	docs := 0
	for _, bar := range x.t.Bars {
		docs += bar.Docs
	}
	if docs != 3 || e.a.result.Undated != 1 {
		t.Errorf("%d documents in the bars, %d undated", docs, e.a.result.Undated)
	}
	in, out := x.paths(x.days(e.s.From, e.s.To))
	if strings.Count(in, "M") != 2 || strings.Count(out, "M") != 1 {
		t.Errorf("bars inside %q, outside %q", in, out)
	}
	html := page(t, e)
	has(t, html, "Matching documents a month", `class="undated" href="#q=tensions+date:none&amp;bin=month"`, "1 more has no date", `role="slider"`, `aria-valuetext="1 May 2021"`, "<caption>")
	s := e.s
	s.Share = true
	e.set(s, replace)
	for i, v := range e.axis().values {
		if v != 0 && v != 1 {
			t.Errorf("bar %d has the share %v, but every dated document matches", i, v)
		}
	}
	has(t, page(t, e), "Share of all documents of the month", "100%")
}

func TestMoveHandle(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions&bin=month") // April to December 2021
	for _, test := range []struct {
		from, to string
		end      bool
		key      string
		want     string
	}{
		{"", "", false, "ArrowRight", "2021-05-01 "},
		{"", "", false, "ArrowLeft", " "},
		{"2021-05-01", "", false, "ArrowLeft", " "},
		{"2021-05-10", "", false, "ArrowLeft", "2021-05-01 "},
		{"2021-05-10", "", false, "ArrowRight", "2021-06-01 "},
		{"", "", true, "ArrowLeft", " 2021-11-30"},
		{"", "2021-11-10", true, "ArrowRight", " 2021-11-30"},
		{"", "2021-11-30", true, "ArrowRight", " "},
		{"", "", true, "Home", " 2021-04-30"},
		{"", "2021-06", true, "End", " "},
		{"", "2021-06", false, "End", "2021-06-01 2021-06"},
		{"2021-05-31", "", false, "PageUp", "2021-06-30 "},
		{"2021-05-31", "", false, "PageDown", "2021-04-30 "},
		{"", "", false, "Tab", "no"},
	} {
		s := e.s.SetRange(date(t, test.from), date(t, test.to))
		got, ok := moveHandle(e.axis(), s, test.end, test.key)
		said := got.From.String() + " " + got.To.String()
		if !ok {
			said = "no"
		}
		if said != test.want {
			t.Errorf("%s..%s, end %v, %s: %q, want %q", test.from, test.to, test.end, test.key, said, test.want)
		}
	}
}

func TestDrag(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions&bin=month")
	x := e.axis()
	n := len(x.t.Bars)
	middle := func(bar int) float64 { return (x.t.X(x.t.Bars[bar].Start) + x.t.X(x.t.Bars[bar].End)) / 2 }
	for _, test := range []struct {
		name  string
		d     drag
		to    float64
		a, b  int
		moved bool
	}{
		{"a new range, to the right", drag{part: newOne, start: middle(2)}, middle(5), 2, 5, true},
		{"a new range, to the left and out", drag{part: newOne, start: middle(2)}, -3, 0, 2, true},
		{"a press", drag{part: newOne, start: middle(2)}, middle(2), 2, 2, false},
		{"the first handle", drag{part: fromHandle, start: 0, from: 0, to: 6}, middle(3) + .01, 4, 6, true},
		{"the first handle over the second", drag{part: fromHandle, start: 0, from: 0, to: 3}, 1, 3, 3, true},
		{"the second handle", drag{part: toHandle, start: 1, from: 1, to: n - 1}, middle(4) - .01, 1, 3, true},
		{"the whole", drag{part: band, start: middle(3), from: 2, to: 4}, middle(5), 4, 6, true},
		{"the whole, against the edge", drag{part: band, start: middle(3), from: 2, to: 4}, 2, n - 3, n - 1, true},
	} {
		d := test.d
		d.moveTo(x, test.to)
		if d.a != test.a || d.b != test.b || d.moved != test.moved {
			t.Errorf("%s: bars %d to %d, moved %v; want %d to %d, %v", test.name, d.a, d.b, d.moved, test.a, test.b, test.moved)
		}
	}
}

func TestChoose(t *testing.T) {
	e, written := at(t, twoDocuments(t), "q=tensions&bin=month")
	tl := &timeline{E: e}
	x := e.axis()
	tl.choose(x, 1, 2)
	if e.s.From != date(t, "2021-05") || e.s.To != date(t, "2021-06") {
		t.Errorf("chosen: %v to %v", e.s.From, e.s.To)
	}
	tl.choose(x, 0, len(x.t.Bars)-1)
	if e.s.From != 0 || e.s.To != 0 {
		t.Errorf("all of the axis is still a filter: %v to %v", e.s.From, e.s.To)
	}
	if len(*written) != 2 {
		t.Errorf("history: %q", *written)
	}
}

// TestNoDates: a collection without a single date has a timeline that says so by being empty.
func TestNoDates(t *testing.T) {
	docs := seeds(t)
	for i := range docs {
		docs[i].Document.Date = 0
	}
	e, _ := at(t, build(t, "undated", docs...), "q=tensions")
	html := page(t, e)
	has(t, html, `class="timeline"`, "2 more have no date")
	hasNot(t, html, `role="slider"`)
	e.set(state.State{}, commit)
	has(t, page(t, e), "Two documents are loaded")
	if _, ok := moveHandle(e.axis(), e.s, false, "Home"); ok {
		t.Error("a handle moved on an empty axis")
	}
}
