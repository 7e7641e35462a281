package ui

import (
	"slices"
	"strings"
	"testing"

	"dateline/app/browser"
	"dateline/app/state"
)

// readConcordance reads all that the view reads between frames.
func readConcordance(t *testing.T, e *explorer) {
	t.Helper()
	for e.unread() {
		e.readOn(e.kwic)
	}
	if e.kwic.err != nil {
		t.Fatal(e.kwic.err)
	}
}

func TestConcordanceView(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tension*+%22troop+levels%22&op=any&view=concordance&lines=1l")
	html := page(t, e)
	has(t, html, `data-view="concordance"`, "5 lines in 2 documents", "Reading the words", `id="near-read"`, `data-form="troop levels"`)
	readConcordance(t, e)
	html = page(t, e)
	has(t, html,
		`<caption class="vh">`, `<th scope="col" class="k-left">`, `<b>mounting</b>`, `datetime="2021-04-14"`, ">Washington<", "¶1",
		`href="#q=tension*+%22troop+levels%22&amp;op=any&amp;doc=000_6bf5c5e7e494ce45&amp;hit=1&amp;lines=1l"`,
		`data-near="mounting"`, `<caption>Neighbours`,
	)
	hasNot(t, html, `id="near-read"`, `class="kwic__note" role="status">Reading`)
	var words []string
	for _, l := range e.kwic.lines {
		fields := strings.FieldsFunc(l.Left, func(r rune) bool { return r == ' ' || r == '-' })
		words = append(words, fields[len(fields)-1])
	}
	if !slices.IsSorted(words) {
		t.Errorf("sorted by the first word before: %q", words)
	}
	if n := strings.Count(html, "<h1"); n != 1 {
		t.Errorf("%d first headings", n)
	}
}

// TestConcordanceHits: a line leads to the very hit that it shows, in titles and texts.
func TestConcordanceHits(t *testing.T) {
	c := mixed(t)
	for _, q := range []string{"q=tension*", "q=note", "q=about+OR+tension", "q=troops+NEAR%2F9+border", "q=%22troop+levels%22+OR+levels", "q=%22of+the%22+OR+%22the+two%22+OR+of", "q=the+OR+about+OR+%22about+img%22"} {
		e, _ := at(t, c, q+"&view=concordance")
		if len(e.kwic.lines) == 0 {
			t.Fatal(q, "has no lines")
		}
		for _, l := range e.kwic.lines {
			d, err := c.read(l.Doc, e.a.node)
			if err != nil {
				t.Fatal(err)
			}
			hits := append(slices.Clone(d.title), d.marks...)
			if l.hit < 1 || l.hit > len(hits) {
				t.Fatalf("%s: hit %d of %d", q, l.hit, len(hits))
			}
			at := hits[l.hit-1]
			if inTitle := l.hit <= len(d.title); inTitle != l.InTitle || at.End <= l.Start || at.Start >= l.End {
				t.Errorf("%s: the line at %d is hit %d at %d", q, l.Start, l.hit, at.Start)
			}
		}
	}
}

func TestConcordanceChoices(t *testing.T) {
	c := mixed(t)
	e, written := at(t, c, "q=tension&view=concordance")
	readConcordance(t, e)
	all := len(e.kwic.lines)
	e.set(e.s.ToggleForm("tensions"), replace)
	if n := len(e.kwic.lines); n == 0 || n >= all {
		t.Errorf("%d of %d lines without a form", n, all)
	}
	has(t, page(t, e), `class="facet facet--form is-exclude"`)
	e.set(e.s.ToggleForm("tensions").SetNear("mounting"), commit)
	if n := len(e.kwic.lines); n != 1 {
		t.Errorf("%d lines near a word", n)
	}
	has(t, page(t, e), "1 line in 1 document with “mounting” near the hit", "<b>mounting</b>")
	_, button, _ := strings.Cut(page(t, e), `data-near="mounting"`)
	if button, _, _ = strings.Cut(button, ">"); !strings.Contains(button, `aria-pressed="true"`) {
		t.Errorf("the word is not shown as chosen: %s", button)
	}
	e.typed("summit")
	if e.s.Near != "" || len(e.kwic.lines) == 0 {
		t.Errorf("another query keeps %q, has %d lines", e.s.Near, len(e.kwic.lines))
	}
	e.typed("tension")
	readConcordance(t, e)

	// The paragraph of a line, by the key and back.
	key := func(name string, row int) func() { return e.press(browser.Key{Name: name, Row: row}) }
	if key("ArrowLeft", 1) != nil || key("ArrowRight", -1) != nil {
		t.Error("a key does what it cannot")
	}
	key("ArrowRight", 1)()
	if e.openLine() != 1 || e.page.row != 2 || e.s.View != state.Concordance {
		t.Errorf("line %d is open, the focus goes to %d", e.openLine(), e.page.row)
	}
	has(t, page(t, e), `class="k-peek"`, `id="peek"`, `aria-expanded="true"`, "Copy line with citation")
	if strings.Contains(page(t, e), `data-pane="reader"`) {
		t.Error("a paragraph is taken for the reader")
	}
	key("Escape", 1)()
	if e.openLine() != -1 || e.s.Doc != "" {
		t.Error("Escape leaves the paragraph")
	}
	key("j", 0)()
	if e.page.row != 2 {
		t.Errorf("j moves to %d", e.page.row)
	}
	for _, entry := range *written {
		if strings.HasPrefix(entry, "push ") && strings.Contains(entry, "doc=") {
			t.Errorf("a paragraph is an entry of the history: %s", entry)
		}
	}
}

func TestConcordanceOfNothing(t *testing.T) {
	c := mixed(t)
	e, _ := at(t, c, "view=concordance")
	has(t, page(t, e), w.kwic.none, `class="tries"`, "view=concordance")
	e, _ = at(t, c, "q=zzzz&view=concordance")
	has(t, page(t, e), `data-state="nothing"`)
	e, _ = at(t, c, "q=actor:NATO&view=concordance")
	has(t, page(t, e), w.kwic.none)
	// Hostile text stays text.
	e, _ = at(t, c, "q=alert&view=concordance")
	html := page(t, e)
	has(t, html, "&lt;img src=x")
	hasNot(t, html, "<img src=x")
}

func TestConcordanceRows(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tension&view=concordance")
	var rows [][]string
	if err := e.concordanceRows(func(row []string) bool { rows = append(rows, row); return true }); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 || len(rows[0]) != len(concordanceHead) || rows[0][0] != "2021-04-14" || rows[0][5] != "tensions" {
		t.Errorf("%q", rows)
	}
}
