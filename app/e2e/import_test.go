package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// drop lets files fall on the page: names and texts.
const drop = `((...files) => {
	const transfer = new DataTransfer();
	for (const [name, text] of files) transfer.items.add(new File([text], name));
	for (const type of ["dragenter", "drop"]) {
		document.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
	}
})`

// TestImport makes a collection of dropped files, searches it, comes back to it, renames and deletes it; the site's own collection is as
// it was.
func TestImport(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	files := `(["a.txt", " date 2021-03-02 GENEVA: Delegates spoke of <b>zinc</b> quotas.\n\nZinc again."], ["b.md", "---\ntitle: Copper\ndate: 2020-05\n---\nOf copper and zinc."], ["c.txt", ""])`
	// Until the page listens a drop is the browser's.
	p.Wait("the files are ready to be added", `(dl.one("#adding-name") && dl.texts(".imp__files li").length === 3) || `+drop+files)
	p.Click("#adding-name")
	p.Type(" of metals")
	p.Click(`[data-do="make"]`)
	p.Wait("the collection is made", `dl.visible('[data-do="search"]')`)
	p.Wait("what could not be read is told", `dl.text(".imp__side").includes("c.txt")`)
	p.Click(`[data-do="search"]`)
	p.Wait("it is shown", `dl.text(".corpus__name").endsWith("of metals") && location.hash.includes("own=")`)
	p.Search("zinc")
	p.Results(2)
	p.Wait("the address follows", `location.hash.includes("q=zinc")`)
	if n := eval[int](p, `document.querySelectorAll(".hit__snip b").length`); n != 0 {
		t.Errorf("a text became %d elements", n)
	}

	p.Reload()
	p.Wait("a reload comes back to it", `dl.text(".corpus__name").endsWith("of metals") && dl.total() === 2`)
	p.Click("#open-own")
	p.Click(`[data-turn="site"]`)
	p.Wait("the site's collection is there too", `dl.text(".corpus__name").includes("Biden")`)
	eval[any](p, `history.back()`)
	p.Wait("Back returns", `dl.text(".corpus__name").endsWith("of metals") && dl.query() === "zinc"`)

	p.Click("#open-own")
	p.Click(`[data-do="rename"]`)
	p.Wait("the name can be written", `document.activeElement.id === "own-new-name"`)
	eval[any](p, `document.activeElement.select()`)
	p.Type("Metals")
	p.Click(`[data-do="renamed"]`)
	p.Wait("it has its new name", `dl.text(".corpus__name") === "Metals"`)
	p.Reload()
	p.Wait("and keeps it", `dl.text(".corpus__name") === "Metals"`)

	p.Click("#open-own")
	p.Click(`[data-do="delete"]`)
	p.Click(`[data-do="deleted"]`)
	p.Wait("it is gone", `dl.text(".corpus__name").includes("Biden")`)
	p.Reload()
	p.Wait("for good", `!dl.one("#open-own")`)
}

// TestPasted makes a collection of a text that was typed in, and leaves the panel with Escape before.
func TestPasted(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL)
	p.Click("#open-adding")
	p.Wait("the panel is open", `dl.visible(".drop")`)
	p.Type(kb.Escape)
	p.Wait("Escape closes it", `!dl.one(".drop")`)
	p.Click("#open-adding")
	p.Click(`[data-do="paste"]`)
	p.Click("#adding-text")
	p.Type("date 2019-08-07 OSLO: A cable about herring.")
	p.Click(`[data-do="text"]`)
	p.Click(`[data-do="make"]`)
	p.Wait("the collection is made", `dl.visible('[data-do="search"]')`)
	p.Click(`[data-do="search"]`)
	p.Wait("the document is dated", `dl.text("main").includes("2019")`)
}
