package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
)

func TestTrends(t *testing.T) {
	c := mixed(t)
	e, _ := at(t, c, "q=tensions&bin=month&trend=tensions&trend=actor:NATO&trend=%22open")
	x := e.axis()
	if len(x.curves) != 3 {
		t.Fatalf("%d curves", len(x.curves))
	}
	// tensions: April, June, December and an undated document; NATO: April and December.
	for i, want := range []string{"April 2021=1 June 2021=1 December 2021=1", "April 2021=1 December 2021=1", ""} {
		var got []string
		for j, v := range x.curves[i].values {
			if v > 0 {
				from, _ := x.t.Dates(j)
				got = append(got, fmt.Sprintf("%s=%v", state.LongDate(from), v))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("curve %d is %s, want %s", i, s, want)
		}
		if n := strings.Count(x.line(x.curves[i].values), "L") + 1; n != len(x.t.Bars) {
			t.Errorf("curve %d has %d points on %d bars", i, n, len(x.t.Bars))
		}
	}
	html := page(t, e)
	has(t, html,
		`class="plot__bars plot__curves"`, `class="t1"`, `aria-label="Remove the curve NATO"`, "Documents by search", w.trends.table,
		`<th scope="col" dir="auto">NATO</th>`, `<th scope="row">Jun 2021</th><td class="num">1</td><td class="num">0</td>`, "closing quote",
	)
	// Actor filters narrow the curves, the search does not.
	e, _ = at(t, c, "q=zzzz&trend=tensions&with=NATO&doc=u1")
	if got := e.axis().curves[0].dated; got != 2 {
		t.Errorf("%d documents with NATO have tensions", got)
	}
	// A share is of all documents of the time.
	e, _ = at(t, c, "q=tensions&trend=actor:NATO&share=1&bin=year")
	if v := e.axis().curves[0].values[0]; v < .66 || v > .67 {
		t.Errorf("the share of NATO is %v", v)
	}
	has(t, page(t, e), "Share of all documents by search")
}

func TestFirstTrends(t *testing.T) {
	c := mixed(t)
	for fragment, want := range map[string]string{
		"q=tension+summit&with=NATO":       "tension|summit|actor:NATO",
		"q=date:2021":                      `actor:"Joe Biden"|actor:"Vladimir Putin"`,
		"q=%22troop+levels%22+OR+tension*": `"troop levels"|tension*`,
	} {
		e, _ := at(t, c, fragment)
		if got := strings.Join(e.firstTrends(), "|"); got != want {
			t.Errorf("%s begins with %s, want %s", fragment, got, want)
		}
	}
}

// TestBurstMarks: a word that comes in one month of a year is marked there, and the mark is a date filter.
func TestBurstMarks(t *testing.T) {
	var docs []index.Entry
	for i := range 360 {
		d := corpus.Document{ID: fmt.Sprintf("d%03d", i), Date: date(t, fmt.Sprintf("2021-%02d-%02d", 1+i/30, 1+i%28)), Lang: "en", Text: "Talks in Geneva."}
		if i/30 == 6 && i%2 == 0 {
			d.Text = "Strikes in Geneva."
		}
		docs = append(docs, entry(d))
	}
	c := build(t, "burst", docs...)
	e, _ := at(t, c, "q=strikes&bin=month")
	has(t, page(t, e), `class="bursts"`, `href="#q=strikes&amp;from=2021-07&amp;to=2021-07&amp;bin=month"`, ">Jul 2021<", "plot__bursts")
	e, _ = at(t, c, "q=talks+OR+strikes&bin=month")
	has(t, page(t, e), `class="bursts" role="list" hidden`)
}

func TestUndatedLink(t *testing.T) {
	c := mixed(t)
	e, _ := at(t, c, "q=tension+OR+note&from=2021&view=concordance")
	html := page(t, e)
	_, link, _ := strings.Cut(html, `class="undated" href="#`)
	link, _, _ = strings.Cut(link, `"`)
	s, dropped := state.Parse(strings.ReplaceAll(link, "&amp;", "&"))
	if len(dropped) > 0 {
		t.Fatal(link, dropped)
	}
	if n := c.total(s); n != 1 || s.View != state.Documents {
		t.Errorf("%s finds %d documents", link, n)
	}
}
