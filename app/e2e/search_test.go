package e2e

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The ids of the two documents of the default corpus.
const (
	april    = "000_6bf5c5e7e494ce45"
	december = "002_9377c1ecbd6592db"
)

// TestSearch types queries as a reader does and looks at what is found.
func TestSearch(t *testing.T) {
	tests := []struct {
		query string
		docs  []string // in the order of their ids
	}{
		{`tensions`, []string{april, december}},
		{`TENSION`, []string{april, december}},
		{`"troop levels"`, []string{april}},
		{`escalat*`, []string{april, december}},
		{`ransomware OR Navalny`, []string{april, december}},
		{`tensions -ransomware`, []string{april}},
		{`actor:NATO date:2021-04`, []string{april}},
		{`date:2021-05..2021-12`, []string{december}},
	}
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	for _, test := range tests {
		p.Search(test.query)
		p.Wait(fmt.Sprintf("%s finds %d", test.query, len(test.docs)), fmt.Sprintf(`dl.query() === %q && dl.hits().length === %d && dl.total() === %d`,
			test.query, len(test.docs), len(test.docs)))
		found := eval[[]string](p, `dl.hits()`)
		slices.Sort(found)
		if !slices.Equal(found, test.docs) {
			t.Errorf("%s finds %v, want %v", test.query, found, test.docs)
		}
	}
}

// TestActorAndDate filters by the actor NATO and by April 2021, in the query and in the address: one document each way.
func TestActorAndDate(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	for _, address := range []string{"#q=actor:NATO+date:2021-04", "#with=NATO&from=2021-04&to=2021-04", "?with=NATO&q=date:2021-04"} {
		p.Open(s.URL + address)
		p.Results(1)
		if got := eval[[]string](p, `dl.hits()`); len(got) != 1 || got[0] != april {
			t.Errorf("%s finds %v", address, got)
		}
	}
}

// TestTyping types fast and looks at the field after every key: the text is what was typed, and the field keeps the focus,
// whatever is rendered meanwhile.
func TestTyping(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	p.Click("#q")
	const query = `"troop levels" OR escalat* (summit Geneva) -Iran`
	for i := range query {
		p.Type(query[i : i+1])
		if got := eval[string](p, `document.activeElement.id + " " + dl.query()`); got != "q "+query[:i+1] {
			t.Fatalf("after %q the focused field and its text are %q", query[:i+1], got)
		}
	}
	p.Results(1)
	// In the middle of the text the caret stays where it is.
	for range len(" -Iran") {
		p.Type(kb.ArrowLeft)
	}
	p.Type(" call")
	p.Wait("the address follows", `location.hash.includes("call")`)
	got := eval[string](p, `dl.query() + "|" + document.querySelector("#q").selectionStart`)
	if want := fmt.Sprintf(`"troop levels" OR escalat* (summit Geneva) call -Iran|%d`, len(query)-len(" -Iran")+len(" call")); got != want {
		t.Errorf("the field holds %s, want %s", got, want)
	}
}

// TestParseError leaves a quote open: the place is explained, and the results stay.
func TestParseError(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	p.Search(`"troop levels`)
	p.Wait("the open quote is explained", `dl.text("#q-read .msg") !== ""`)
	p.Results(1)
	if msg := eval[string](p, `dl.text("#q-read .msg")`); len(msg) < 20 {
		t.Errorf("the message is %q", msg)
	}
	p.Type(`"`)
	p.Wait("the message goes when the quote is closed", `dl.text("#q-read .msg") === ""`)
	p.Results(1)
}

// TestNothingFound says so and leads on.
func TestNothingFound(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension&from=1999&to=1999")
	p.Results(0)
	p.Wait("it is said that nothing was found", `dl.text("main").includes("No document")`)
	p.Wait("ways out are offered", `dl.all("main a, main button").some(dl.shown)`)
}

// TestEscapedText searches for markup: it is text everywhere.
func TestEscapedText(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	const query = `<img src=x onerror=alert(1)> <b>`
	p.Search(query)
	p.Wait("the address has the query", fmt.Sprintf(`new URLSearchParams(location.hash.slice(1)).get("q") === %q`, query))
	if n := eval[int](p, `document.querySelectorAll("img, b").length`); n != 0 {
		t.Errorf("a query became %d elements", n)
	}
	p.Reload()
	p.Wait("after a reload the field holds it", fmt.Sprintf(`dl.query() === %q`, query))
}
