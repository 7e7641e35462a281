package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestFacets includes and excludes actors in the column: the list, the chips, the address and the counts beside every facet
// follow.
func TestFacets(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	p.Wait("NATO is counted in both", `dl.facet("NATO") === 2`)
	p.Wait("Finland is counted in one", `dl.facet("Finland") === 1`)

	p.ClickText(".facet__pick", "Finland")
	p.Results(1)
	p.Wait("NATO is counted in the one left", `dl.facet("NATO") === 1`)
	p.Wait("the address has the filter", `/[#&]with=.*Finland/.test(location.hash)`)
	p.Wait("a chip tells", `dl.texts(".chips .chip").some((s) => s.includes("Finland"))`)

	p.ClickText(".chips button", "Remove filter: with Finland")
	p.Results(2)
	p.Wait("NATO is counted in both again", `dl.facet("NATO") === 2`)

	p.ClickText(".facet__not", "Exclude Finland")
	p.Results(1)
	p.Wait("the address has the exclusion", `/[#&]without=.*Finland/.test(location.hash)`)
	p.Wait("the other document is left", fmt.Sprintf(`dl.hits()[0] === %q`, december))

	// An actor of the other document alone, on top: nothing is left, and the page says so.
	p.ClickText(".facet__not", "Exclude NATO")
	p.Results(0)
	p.ClickText("main button, main a, .deck button", "Clear")
	p.Results(2)
}

// TestDates narrows by the date fields and by the brush with the keyboard and the mouse.
func TestDates(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)

	p.Click("#from")
	p.Type("2021-05" + kb.Enter)
	p.Results(1)
	p.Wait("the address has the date", `location.hash.includes("from=2021-05")`)
	p.Wait("the bars are those of all dates", `dl.one("#brush-from").getAttribute("aria-valuetext").includes("2021")`)

	p.Click("#from")
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(kb.ModifierCtrl)))
	p.Type("2021-13" + kb.Enter)
	p.Wait("a wrong date is explained", `dl.text("#filters [role=alert]") !== ""`)
	p.Results(1)
	p.Click("#from")
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(kb.ModifierCtrl)))
	p.Type(kb.Backspace + kb.Enter)
	p.Results(2)

	// The handle with the keyboard: its end cuts December off, Home opens it again.
	eval[any](p, `dl.one("#brush-to").focus()`)
	p.Type(kb.Home)
	p.Results(1)
	p.Wait("the handle keeps the focus", `document.activeElement.id === "brush-to"`)
	p.Type(kb.End)
	p.Results(2)

	// The mouse draws a range over the right half, where December is.
	box := eval[[]float64](p, `dl.box(dl.one("#plot"))`)
	left, top, width, height := box[0], box[1], box[2], box[3]
	p.do(chromedp.DragAndDropXY(left+width*.5, top+height/2, left+width-1, top+height/2))
	p.Results(1)
	p.Wait("December is left", fmt.Sprintf(`dl.hits()[0] === %q`, december))
}

// TestReader opens a document from the list: its words are marked, its actors underlined, and n steps from mark to mark.
func TestReader(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	p.Click(fmt.Sprintf(`.hits a[href*=%q]`, april))
	p.Wait("the document is open", `dl.text(".doc__text").includes("Alexei Navalny")`)
	if got := eval[[]string](p, `dl.texts(".doc__text mark")`); len(got) != 2 || got[0] != "tensions" || got[1] != "tensions" {
		t.Errorf("the marks of tension are %q", got)
	}
	for _, name := range []string{"Joe Biden", "NATO", "Ukraine", "Jens Stoltenberg"} {
		p.Wait(name+" is underlined", fmt.Sprintf(`dl.texts(".doc__text .actor").some((s) => s.includes(%q))`, name))
	}
	p.Wait("the dateline is set apart", `dl.text(".doc__text .dateline").toUpperCase().startsWith("WASHINGTON")`)
	if got := eval[int](p, `dl.all(".doc__text p").length`); got != 10 {
		t.Errorf("the document has %d paragraphs, want 10", got)
	}
	p.Type("n")
	p.Wait("n goes to the first mark", `location.hash.includes("hit=1")`)
	p.Type("n")
	p.Wait("n goes to the second mark", `location.hash.includes("hit=2")`)
	p.Type(kb.Escape)
	p.Wait("Escape closes the document", `!location.hash.includes("doc=")`)
	p.Wait("and hands the focus back to its row", `document.activeElement.closest?.(".hit") !== null`)
}

// TestBack takes a few steps and goes back over each: list, filters, field and document are what they were.
func TestBack(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	p.Search("summit")
	p.Type(kb.Enter)
	p.Results(2)
	p.ClickText(".facet__pick", "Finland")
	p.Results(1)
	p.Click(".hits .hit a")
	p.Wait("the document is open", `dl.text(".doc__text") !== ""`)
	open := eval[string](p, `location.href`)

	p.do(chromedp.NavigateBack())
	p.Wait("the document is closed", `dl.text(".doc__text") === "" && dl.total() === 1`)
	p.do(chromedp.NavigateBack())
	p.Wait("the filter is gone", `dl.total() === 2 && !location.hash.includes("with") && dl.query() === "summit"`)
	p.do(chromedp.NavigateBack())
	p.Wait("the search is gone", `dl.query() === "" && !location.hash.includes("q=")`)
	p.do(chromedp.NavigateForward())
	p.do(chromedp.NavigateForward())
	p.do(chromedp.NavigateForward())
	p.Wait("forward leads to the document again", fmt.Sprintf(`location.href === %q && dl.text(".doc__text") !== "" && dl.query() === "summit"`, open))
	p.Results(1)

	// The address alone brings all of it back.
	other := newPage(t)
	other.Open(open)
	other.Wait("the document is open", `dl.text(".doc__text") !== "" && dl.query() === "summit" && dl.total() === 1`)
}

// TestAddressMoves comes with the search in the query string, which a host sees: it moves to the fragment, which none sees.
func TestAddressMoves(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "?q=tension&utm=x")
	p.Results(2)
	p.Wait("the search has moved behind the #", `location.hash.includes("q=tension") && !location.search.includes("tension")`)
	p.Wait("what is not ours stays", `location.search === "?utm=x"`)
}
