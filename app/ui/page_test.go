package ui

import (
	"errors"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestWelcome(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "")
	html := page(t, e)
	has(t, html,
		`data-state="first"`, "Two documents are loaded. Try a search.", "Biden–Putin talks, 2021", "237 days",
		`href="#doc=000_6bf5c5e7e494ce45"`, "14 April 2021", `class="filed">Washington`, "words that start with", "Joe Biden",
		"<strong>", "documents",
	)
	hasNot(t, html, `class="facets"`, `class="timeline"`)
	if n := strings.Count(html, "<h1"); n != 1 {
		t.Errorf("%d first headings", n)
	}
}

func TestResults(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tension*+%22troop+levels%22&op=any&with=NATO&without=Geneva&from=2021-03")
	html := page(t, e)
	has(t, html,
		`data-state="results"`, "1 document", `class="term"`, "<code", "tension*", `class="joiner">or`, "1 hit", "2 hits",
		`aria-label="Remove filter: with NATO"`, `aria-label="Remove filter: without Geneva"`, `class="chip chip--not"`, "from Mar 2021",
		`class="facet is-include"`, `class="facet is-exclude"`, "−1", `aria-pressed="true"`,
		`class="hit__lede"`, `<mark>`, `class="place">Washington`, `class="barcode"`, w.chooseDocument, `aria-label="Results, 1 to 1 of 1"`,
	)
	if n := strings.Count(html, "<h1"); n != 1 {
		t.Errorf("%d first headings", n)
	}
	if n := strings.Count(html, `role="status"`); n != 1 {
		t.Errorf("%d live regions for the count", n)
	}
}

func TestReader(t *testing.T) {
	e, _ := at(t, mixed(t), "q=tensions&doc=000_6bf5c5e7e494ce45&hit=2&sort=oldest")
	html := page(t, e)
	has(t, html,
		`data-pane="reader"`, "14 April 2021", "Wednesday", "10 paragraphs", "000_6bf5c5e7e494ce45.txt", "Hit 2 of 2", "1 of 4",
		`class="doc__rail"`, `lang="en"`, "open: 14 April 2021",
	)
	if n := strings.Count(html, " aria-current"); n != 3 { // the view, in both places, and the row
		t.Errorf("%d current things", n)
	}
	e.noTerms, e.noActors = true, true
	has(t, page(t, e), "doc__text no-terms no-actors")

	// A document with a title of its own shows it; only web addresses are links.
	e, _ = at(t, mixed(t), "doc=u1")
	has(t, page(t, e), "An undated note", "Undated", `href="https://example.org/note?a=1&amp;b=2"`, `rel="noopener noreferrer"`)
	e, _ = at(t, mixed(t), "doc=h%221")
	html = page(t, e)
	has(t, html, "June 2021", "About &lt;img")
	_, head, _ := strings.Cut(html, `class="doc__head"`)
	head, _, _ = strings.Cut(head, "</header>")
	hasNot(t, head, "javascript:", w.weekdays[2], "<img")

	e, _ = at(t, mixed(t), "q=tensions&doc=gone")
	has(t, page(t, e), "There is no document “gone”", w.noDocumentHelp)
}

func TestCard(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "doc=000_6bf5c5e7e494ce45&with=Joe+Biden")
	e.showCard(mustFind(t, e, "Joe Biden"))
	has(t, page(t, e), `id="pop-h"`, "Here: “Biden”.", w.onlyWith, w.addWithout)
	if !e.hideCard() || e.hideCard() {
		t.Error("the card closes once")
	}
	hasNot(t, page(t, e), `id="pop-h"`)
}

func TestFacets(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions")
	e.find = "put"
	e.rev.facets++
	html := page(t, e)
	has(t, html, `aria-label="Exclude Vladimir Putin"`)
	hasNot(t, html, `aria-label="Exclude NATO"`)
	e.find = "nobody at all"
	has(t, page(t, e), w.noActor)
	e.find = ""
	e.openSheet()
	has(t, page(t, e), `data-sheet="filters"`, `aria-modal`, `role="dialog"`, "Show 2 documents")
	e.closeSheet()
	hasNot(t, page(t, e), `data-sheet=`)
}

func TestPager(t *testing.T) {
	docs := seeds(t)
	for i := range 120 {
		d := *docs[0].Document
		d.ID = "copy" + itoa(i)
		docs = append(docs, entry(d))
	}
	c := build(t, "many", docs...)
	e, _ := at(t, c, "q=tensions&page=3")
	if len(e.a.rows) != 22 || e.s.Page != 2 {
		t.Errorf("%d rows on page %d", len(e.a.rows), e.s.Page)
	}
	has(t, page(t, e), "101–122 of 122", `data-page="1"`)
	e, _ = at(t, c, "q=tensions&page=9")
	if e.s.Page != 2 {
		t.Errorf("beyond the end is page %d", e.s.Page)
	}
	// A step over the end of a page opens the first document of the next.
	e, _ = at(t, c, "q=tensions&sort=oldest")
	for range pageSize + 1 {
		e.step(1)
	}
	if e.s.Page != 1 || e.row() != 0 {
		t.Errorf("page %d, row %d", e.s.Page, e.row())
	}
	e.step(-1)
	if e.s.Page != 0 || e.row() != pageSize-1 {
		t.Errorf("back on page %d, row %d", e.s.Page, e.row())
	}
}

// TestWaiting: before a collection is there, and when there is none.
func TestWaiting(t *testing.T) {
	r := &root{}
	has(t, app.HTMLString(r), w.loading, `role="progressbar"`, `id="q"`)
	r = &root{done: 1_500_000, total: 6_000_000}
	has(t, app.HTMLString(r), "1.5 MB of 6 MB", `aria-valuenow="25"`, `width="25%"`)
	r = &root{}
	r.opened(Corpus{Data: []byte("not a corpus")}, "", nil)
	if r.err == nil {
		t.Fatal("opened")
	}
	has(t, app.HTMLString(r), w.failed, `role="alert"`, w.reload)
	r = &root{}
	r.opened(Corpus{}, "", errors.New("the file is gone"))
	has(t, app.HTMLString(r), "The file is gone.")
}

// TestNoStyle: the page's policy allows no style attribute, and none of ours has one.
func TestNoStyle(t *testing.T) {
	for _, fragment := range []string{"", "q=tensions&doc=000_6bf5c5e7e494ce45&from=2021-03&with=NATO", "q=nothingofthekind"} {
		e, _ := at(t, twoDocuments(t), fragment)
		e.showKeys()
		e.tell("a message")
		hasNot(t, page(t, e), " style=")
	}
}
