package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestActors walks through the view by keyboard alone: list, profile, the next one, and back.
func TestActors(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	p.Type(kb.Escape)
	p.Type("3")
	p.Wait("the view is open, the search kept", `location.hash.includes("view=actors") && dl.query() === "tension" && dl.all("#cast .arow").length > 20`)
	p.Type("j")
	p.Wait("a row has the focus", `document.activeElement.closest("#cast li") !== null`)
	name := eval[string](p, `document.activeElement.querySelector(".arow__name").textContent`)
	p.Type(kb.Enter)
	p.Wait("its profile is open", `dl.text("#main h1") === `+quoted(name))
	p.Wait("bars, table and picture are there", `dl.one(".plot--life path")?.getAttribute("d") && dl.all(".heat tbody tr").length > 5 && dl.all(".arc").length > 3`)
	p.Wait("the focus is on the row", `document.activeElement.matches("#cast a[aria-current]")`)
	p.Type("j")
	p.Wait("the next profile is open, its row has the focus", `dl.text("#main h1") !== `+quoted(name)+` && document.activeElement.getAttribute("aria-current") === "true"`)
	p.Type("k")
	p.Wait("the one before is open", `dl.text("#main h1") === `+quoted(name))
	if got := eval[int](p, `dl.all("#cast a[tabindex='0']").length`); got != 1 {
		t.Errorf("Tab reaches %d rows of the list", got)
	}
	p.Type(kb.Escape)
	p.Wait("Escape closes it", `!location.hash.includes("actor=") && document.activeElement.closest("#cast li") !== null`)

	p.Click("#find-actor")
	p.Type("navaln")
	p.Wait("the list is narrowed", `dl.texts(".arow__name").join() === "Alexei Navalny"`)
	p.Click("#cast a")
	p.Wait("the profile is open", `dl.text("#main h1") === "Alexei Navalny"`)
	p.ClickText("#main .btn", "Read the document")
	p.Wait("its document is found", `dl.total() === 1 && dl.hits().length === 1 && location.hash.includes("with=Alexei+Navalny")`)
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }

// TestNames merges, undoes and hides in the editor; what was changed holds in list, facets and after a reload, and goes away by a press.
func TestNames(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#view=actors&actor=Kremlin")
	p.Click("#edit-names")
	p.Wait("the editor has the focus", `document.activeElement.id === "edit-name" && document.activeElement.value === "Kremlin"`)
	p.Click("#edit-into")
	p.Type("nobody of that name" + kb.Enter)
	p.Wait("what is wrong is said, what was typed stays", `dl.text("#editor-wrong") !== "" && dl.one("#edit-into").value === "nobody of that name"`)
	eval[any](p, `dl.one("#edit-into").select()`)
	p.Type("White House" + kb.Enter)
	p.Wait("it is merged", `dl.text("#main h1") === "White House" && dl.text(".aka").includes("Kremlin")`)
	p.Wait("the list has one of them", `!dl.texts(".arow__name").includes("Kremlin") && dl.text(".changes").includes("Kremlin merged into White House")`)
	p.Reload()
	p.Wait("it holds after a reload", `dl.text("#main h1") === "White House" && dl.text(".aka").includes("Kremlin")`)
	p.Open(s.URL + "#q=tension&with=Kremlin")
	p.Wait("an old link finds the merged one", `dl.text(".chip__name") === "White House" && dl.facet("Kremlin") === undefined`)
	p.Open(s.URL + "#view=actors&actor=White+House")
	p.ClickText(".changes button", "Undo")
	p.Wait("undone", `dl.texts(".arow__name").includes("Kremlin") && !dl.text(".aka").includes("Kremlin")`)
	p.ClickText(".changes button", "Redo")
	p.Wait("redone", `!dl.texts(".arow__name").includes("Kremlin")`)

	// A file adds its changes, and says what it could not use.
	file := filepath.Join(t.TempDir(), "actors.csv")
	if err := os.WriteFile(file, []byte("action,name,type,target\nrename,White House,organisation,Both Houses\nmeld,A,person,\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.SetUploadFiles("#load-edits", []string{file}))
	p.Wait("the file is read", `dl.texts(".arow__name").includes("Both Houses") && dl.text(".toast").includes("line 3")`)
	for range 2 {
		p.Click(".changes [data-drop-edit]")
	}
	p.Wait("all is as it was", `dl.texts(".arow__name").includes("Kremlin") && localStorage.length === 0`)
}

// TestActorsLayout looks at the view in all widths, where nothing may stand beyond the edge, and walks the narrow screen's own way.
func TestActorsLayout(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	for _, width := range []int64{320, 390, 760, 1024, 1440} {
		p.Size(width, 844)
		for _, address := range []string{"#view=actors", "#view=actors&actor=Joe+Biden", "#view=actors&actor=gone"} {
			p.Open(s.URL + address)
			if wide := eval[[]string](p, `dl.overflow().filter((s) => !s.includes("heat__c"))`); len(wide) > 0 {
				t.Errorf("%s: beyond the edge at %d: %q", address, width, wide)
			}
		}
	}
	p.Size(390, 844)
	p.Open(s.URL + "#view=actors")
	p.ClickText("#cast a", "NATO")
	p.Wait("the profile takes the screen", `dl.text("#main h1") === "NATO" && !dl.visible("#cast")`)
	p.ClickText("#main a", "All actors")
	p.Wait("the list is back", `dl.visible("#cast")`)
}
