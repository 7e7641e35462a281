package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestViews goes from view to view by key, by link and, on a narrow screen, by the bar at the foot: search and filters stay, and Back leads
// back.
func TestViews(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension&with=NATO&from=2021-04")
	p.Results(2)
	kept := `dl.query() === "tension" && location.hash.includes("with=NATO") && location.hash.includes("from=2021-04")`
	p.Click("#res-h") // by then the page hears keys
	p.Type("2")
	p.Wait("the concordance is there", `dl.all("#lines > tr").length > 0 && location.hash.includes("view=concordance") && `+kept)
	p.Wait("and is the current view", `dl.text('.views a[aria-current="page"]') === "Concordance"`)
	p.Click(`.views a[data-view="4"]`)
	p.Wait("the comparison is there", `dl.all(".bf").length === 2 && location.hash.includes("view=compare") && `+kept)
	p.do(chromedp.NavigateBack())
	p.Wait("Back leads to the concordance", `dl.all("#lines > tr").length > 0 && `+kept)
	p.do(chromedp.NavigateBack())
	p.Wait("and to the documents", `dl.all(".hits .hit").length === 2 && !location.hash.includes("view=") && `+kept)
	p.Click("#q")
	p.Type("2")
	p.Wait("a figure in the field is text", `dl.query() === "tension2" && !location.hash.includes("view=")`)

	p.Size(390, 844)
	p.Open(s.URL + "#q=tension")
	p.Click(`.tabbar a[data-view="1"]`)
	p.Wait("the concordance is there", `dl.all("#lines > tr").length > 0`)
	if small := eval[[]string](p, `dl.all(".tabbar a").filter((a) => a.getBoundingClientRect().height < 44).map((a) => a.innerText)`); len(small) > 0 {
		t.Errorf("too small for a thumb: %q", small)
	}

	p.Open(s.URL + "#q=tension&view=statements")
	p.Wait("a view that is not there is told of", `dl.text(".reading .msg").includes("no such view") && dl.all(".hits .hit").length === 2`)
}

// TestConcordance sorts lines, switches a form off, keeps the lines of a neighbour, looks at a paragraph, and opens the document at the
// very hit of a line, by keyboard alone from there on.
func TestConcordance(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + `#q=tension*+"troop+levels"&op=any&view=concordance`)
	p.Wait("each hit has a line", `dl.all("#lines > tr").length === 5`)
	p.Wait("neighbours are counted", `dl.all(".coll tbody tr").length > 3`)
	p.Click(`.kwic__sort label[title="First word before"]`)
	p.Wait("the words before the hits are in order",
		`((words) => words.length === 5 && String(words) === String([...words].sort()))(dl.texts("#lines .k-left b").map((s) => s.toLowerCase()))`)
	p.ClickText(".facet__pick", "troop levels")
	p.Wait("its lines are gone", `dl.all("#lines > tr").length === 4 && location.hash.includes("hide=troop+levels")`)
	p.Wait("the focus stays on the form", `document.activeElement.dataset.form === "troop levels"`)
	p.ClickText(".coll button", "mounting")
	p.Wait("the line of the neighbour is left", `dl.all("#lines > tr").length === 1 && dl.text("#lines-h").includes("mounting")`)
	p.ClickText(".coll button", "mounting")
	p.Wait("all are back", `dl.all("#lines > tr").length === 4`)

	p.Click("#lines button")
	p.Wait("the paragraph of the line is shown", `dl.all("#peek mark.is-current").length === 1`)
	p.Type(kb.Escape)
	p.Wait("Escape hides it", `!dl.one("#peek") && document.activeElement.closest("#lines tr") !== null`)
	p.Type("j")
	p.Wait("j goes to the next line", `document.activeElement === dl.all("#lines .k-node a")[1]`)
	p.Type(kb.ArrowRight)
	p.Wait("the arrow shows the paragraph", `dl.one("#peek") !== null`)
	p.Type(kb.ArrowLeft)
	p.Wait("and hides it", `dl.one("#peek") === null`)
	want := eval[string](p, `document.activeElement.closest("tr").querySelector(".k-left").innerText.trim().slice(-24)`)
	p.Type(kb.Enter)
	p.Wait("the document is open at the hit", fmt.Sprintf(
		`(() => { const m = dl.one("#doc mark.is-current"); if (!m) return false; const r = document.createRange(); r.setStart(m.closest("p"), 0); r.setEnd(m, 0);
		return r.toString().replace(/\s+/g, " ").trim().endsWith(%q); })()`, want))
	p.do(chromedp.NavigateBack())
	p.Wait("Back leads to the lines", `dl.all("#lines > tr").length === 4`)

	p.Size(390, 844)
	p.Wait("lines wrap", `getComputedStyle(dl.one("#lines tr")).display === "block"`)
	p.Click("#open-filters")
	p.Wait("forms are in the sheet", `dl.onTop("#filters") && dl.one("#filters").contains(document.activeElement)`)
	p.Type(kb.Escape)
	p.Wait("the sheet is closed", `!dl.onTop("#filters")`)
}

// TestCompare opens on April and December, swaps them, and compares what is written into the fields.
func TestCompare(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#view=compare")
	p.Wait("April is on the left", `dl.texts(".cdoc h2")[0].startsWith("14 April 2021") && dl.texts(".cdoc h2")[1].startsWith("7 December 2021")`)
	p.Wait("shared actors are counted", `dl.texts(".bf a").includes("NATO")`)
	p.Wait("words too", `dl.texts(".bf .bf-sub").length === 3`)
	p.ClickText("button", "Swap")
	p.Wait("December is on the left", `dl.texts(".cdoc h2")[0].startsWith("7 December 2021") && location.hash.includes("a=id:")`)
	p.Click("#side-a")
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(kb.ModifierCtrl)))
	p.Type("date:2021-04" + kb.Enter)
	p.Wait("a date is a side", `dl.texts(".cdoc h2")[0] === "Apr 2021" && location.hash.includes("a=date:2021-04")`)
	p.do(chromedp.NavigateBack())
	p.Wait("Back leads to the sides before", `dl.one("#side-a").value.startsWith("id:") && dl.texts(".cdoc h2")[0].startsWith("7 December")`)
	p.Search("tension")
	p.Wait("words are marked on both sides", `dl.all(".cdoc").every((e) => e.querySelector("mark"))`)
}

// TestTrends lays curves over one another, adds and removes one, and shows them as a table.
func TestTrends(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Click(`.timeline label:has(input[value="trends"])`)
	p.Wait("the word of the search has a curve", `dl.all(".plot__curves path").length === 1 && location.hash.includes("trend=tension")`)
	p.Wait("the field has the focus", `document.activeElement.id === "trend"`)
	p.Type("summit" + kb.Enter)
	p.Wait("another word has one", `dl.all(".plot__curves path").length === 2 && dl.one("#trend").value === ""`)
	p.Click(".trends__table summary")
	p.Wait("the table has both", `dl.texts(".trends__table thead th").length === 3`)
	p.ClickText(".trend button", "Remove the curve tension")
	p.Wait("one curve is left", `dl.all(".plot__curves path").length === 1 && !location.hash.includes("trend=tension")`)
	p.Click(`.timeline label:has(input[value="bars"])`)
	p.Wait("bars are back", `dl.all(".plot__curves").length === 0 && !location.hash.includes("trend=")`)
}
