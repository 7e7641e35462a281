package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The version of axe-core that judges the pages.
const axeVersion = "axe-core@4.10.3"

// axe returns the source of axe-core, which npm puts into .cache once.
var axe = sync.OnceValues(func() (string, error) {
	dir := filepath.Join("..", "..", ".cache", "npm")
	file := filepath.Join(dir, "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(file); err != nil {
		npm, err := exec.LookPath("npm")
		if err != nil {
			return "", fmt.Errorf("the tests of accessibility need axe-core, and npm, which fetches it, is not on the PATH: apt-get install npm")
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return "", err
		}
		cmd := exec.Command(npm, "install", "--no-audit", "--no-fund", "--prefix", dir, axeVersion)
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("npm install %s: %w\n%s", axeVersion, err, out)
		}
	}
	data, err := os.ReadFile(file)
	return string(data), err
})

// violations are what axe-core finds wrong with the page as it stands: rule, where, why.
func (p *page) violations() []string {
	p.t.Helper()
	source, err := axe()
	if err != nil {
		p.t.Fatal(err)
	}
	if !eval[bool](p, `!!window.axe`) {
		eval[any](p, "void (() => {"+source+"\n})()")
	}
	return eval[[]string](p, `axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
		.then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 160) + " " + n.any.concat(n.all, n.none).map((c) => c.message).join("; "))))`)
}

// frames waits until two frames have been painted: what an event has asked for stands then.
func (p *page) frames() {
	p.t.Helper()
	eval[any](p, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))`)
}

// TestAxe looks for violations of WCAG 2.2 AA in every view and dialogue, theme and width.
func TestAxe(t *testing.T) {
	s := serveDefault(t)
	read := "#q=tension*+%22troop+levels%22&op=any&with=NATO&doc=" + april
	for _, theme := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1024, 1440} {
			t.Run(fmt.Sprintf("%s/%d", theme, width), func(t *testing.T) {
				p := newPage(t)
				p.Size(width, 844)
				p.Theme(theme)
				look := func(what string) {
					t.Helper()
					for _, v := range p.violations() {
						t.Errorf("%s: %s", what, v)
					}
				}
				for _, address := range []string{"", "#q=tension", "#q=nothingofthekind&from=1999", read} {
					p.Open(s.URL + address)
					look(address)
				}
				p.Wait("similar documents are there", `dl.one(".alike a")`)
				look("similar documents")
				for _, key := range []string{"c", "?"} {
					p.Type(key)
					p.Wait("a dialogue is open", `dl.onTop("[role=dialog]")`)
					look("the dialogue of " + key)
					p.Type(kb.Escape)
				}
				p.Open(s.URL + "#q=tension")
				p.frames()
				p.Type("j")
				p.Wait("a row has the focus", `document.activeElement.closest?.(".hit")`)
				p.Type("x")
				p.Wait("a document is chosen", `dl.onTop(".tray")`)
				look("the tray")
				for _, id := range []string{"open-export", "open-shelf"} {
					p.Click("#" + id)
					p.Wait("a dialogue is open", `dl.onTop("#panel [role=dialog]")`)
					look(id)
					p.Type(kb.Escape)
				}
				if width == 390 {
					p.Click("#open-filters")
					look("the sheet of filters")
				}
			})
		}
	}
}

// TestKeyboard goes the whole way without a pointer: search, list, reader, hit, citation, choice, export, what is kept.
func TestKeyboard(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Size(1440, 900)
	p.Open(s.URL)
	p.frames() // the keys are heard once the page has been mounted
	p.Type("/")
	p.Wait("the field has the focus", `document.activeElement.id === "q"`)
	p.Type("tension" + kb.Enter)
	p.Results(2)
	p.Type(kb.Escape)
	p.Wait("the field is left", `document.activeElement === document.body && dl.hits().length === 2`)
	p.frames()
	p.Type("j")
	p.Wait("a row has the focus", `document.activeElement.closest?.(".hit")`)
	p.Type("x")
	p.Wait("it is chosen", `dl.one(".hit.is-picked input").checked && dl.text(".tray").includes("1 chosen")`)
	p.Type(kb.Enter)
	p.Wait("it is open", `dl.text(".doc__text") !== ""`)
	p.Type("n")
	p.Wait("a hit is shown", `dl.one("mark.is-current")`)
	p.Type("c")
	p.Wait("the citation has the focus in it", `dl.text("#cite-text") !== "" && document.activeElement.id === "close-panel"`)
	for range 12 { // the focus stays within the dialogue
		p.Type(kb.Tab)
		p.Wait("the focus is in the dialogue", `document.activeElement === document.body || dl.one("#panel").contains(document.activeElement)`)
	}
	p.Type(kb.Escape)
	p.Wait("the dialogue is closed, and its button has the focus", `document.activeElement.id === "open-cite"`)
	for _, id := range []string{"open-export", "open-shelf"} {
		eval[any](p, fmt.Sprintf(`void dl.one("#%s").focus()`, id))
		p.Type(kb.Enter)
		p.Wait(id+" opens", `document.activeElement.id === "close-panel"`)
		p.Type(kb.Escape)
		p.Wait("and closes", fmt.Sprintf(`document.activeElement.id === %q`, id))
	}
	// A paragraph's number is a link to it.
	eval[any](p, `void dl.one("#p4 .pn").focus()`)
	p.Type(kb.Enter)
	p.Wait("the address leads to the paragraph", `location.hash.includes("p=4") && dl.one("#p4.is-target")`)
	p.Reload()
	p.Wait("the link shows it again", `dl.one("#p4.is-target") && dl.onTop("#p4")`)
}

// TestSentence selects words, cites them and follows the link to their sentence.
func TestSentence(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Size(1440, 900)
	p.Open(s.URL + "#doc=" + april)
	p.Wait("the document is open", `dl.one("[data-s='4.2']")`)
	eval[any](p, `void getSelection().selectAllChildren(dl.one("[data-s='4.2']").parentElement)`)
	p.Type("c")
	p.Wait("the words are quoted", `dl.text("#cite-text").startsWith("“White House”") && dl.text("#cite-text").endsWith("p=4.2")`)
	address := eval[string](p, `dl.text("#cite-text").match(/\S+$/)[0]`)
	other := newPage(t)
	other.Open(address)
	other.Wait("the sentence is marked", `dl.one("#p4.is-target") && [...CSS.highlights.get("place")][0].toString().startsWith("White House Press Secretary")`)
}

// TestSaved saves each kind of export and reads what the browser would have put on the disk.
func TestSaved(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	eval[any](p, `void (() => {
		window.saved = [];
		HTMLAnchorElement.prototype.click = function () {
			saved.push(this.download);
		};
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.text().then((text) => { window.last = text; window.kind = blob.type; }); return make.call(URL, blob); };
	})()`)
	for _, c := range []struct{ what, format, file, begins string }{
		{"0", "0", "biden-putin-talks-2021-documents.csv", `"id","date"`},
		{"0", "2", "biden-putin-talks-2021-documents.ndjson", `{"id":`},
		{"1", "1", "biden-putin-talks-2021-hits.json", "[\n{"},
		{"2", "0", "biden-putin-talks-2021-actors.csv", `"name","type"`},
		{"3", "0", "biden-putin-talks-2021-timeline.svg", "<svg xmlns="},
		{"3", "1", "biden-putin-talks-2021-timeline.png", "\ufffdPNG"},
	} {
		eval[any](p, `void (window.last = undefined)`)
		p.Click("#open-export")
		p.Wait("the dialogue is open", `dl.onTop("#panel")`)
		eval[any](p, fmt.Sprintf(`void dl.one("#panel input[name=what][value='%s']").click()`, c.what))
		p.frames()
		p.Wait("the formats are there", fmt.Sprintf(`dl.one("#panel input[name=format][value='%s']")`, c.format))
		eval[any](p, fmt.Sprintf(`void dl.one("#panel input[name=format][value='%s']").click()`, c.format))
		p.Wait("the format is chosen", fmt.Sprintf(`dl.one("#panel input[name=format][value='%s']").checked`, c.format))
		p.ClickText("#panel button", "Save")
		p.Wait(c.file+" is saved", fmt.Sprintf(`saved.includes(%q) && window.last !== undefined`, c.file))
		if got := strings.TrimPrefix(eval[string](p, `window.last.slice(0, 40)`), "\ufeff"); !strings.HasPrefix(got, c.begins) {
			t.Errorf("%s begins %q", c.file, got)
		}
		p.Type(kb.Escape)
		p.Wait("the dialogue is closed", `!dl.one("#panel")`)
	}
}

// TestKept keeps a search and a document, finds both after a reload, and takes them away.
func TestKept(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	p.frames()
	p.Type("j")
	p.Wait("a row has the focus", `document.activeElement.closest?.(".hit")`)
	p.Type("x")
	p.ClickText(".tray button", "Set aside")
	p.Click("#open-shelf")
	p.Click("#shelf-name")
	p.Type("Tense & <b>")
	p.ClickText("#panel button", "Keep this search")
	p.Wait("it is there", `dl.texts(".shelf a").length === 2 && dl.texts(".shelf a")[0] === "Tense & <b>"`)
	p.Open(s.URL + "?x=1")
	p.Click("#open-shelf")
	p.Wait("both are kept", `dl.texts(".shelf a").length === 2`)
	p.ClickText(".shelf a", "Tense")
	p.Results(2)
	p.Wait("the dialogue is closed", `!dl.one("#panel")`)
	p.Click("#open-shelf")
	p.ClickText(".shelf button", "Remove Tense")
	p.Wait("it is gone", `dl.texts(".shelf a").length === 1`)
	p.ClickText(".shelf button", "Remove")
	p.Wait("all is gone", `dl.texts(".shelf a").length === 0`)
}

// TestStill measures the layout shifts from the first paint to the program's page at rest: there are none.
func TestStill(t *testing.T) {
	s := serveDefault(t)
	for _, width := range []int64{390, 1440} {
		for _, address := range []string{"", "#q=tension", "#q=tension&doc=" + april} {
			p := newPage(t)
			p.Size(width, 844)
			p.Open(s.URL + address)
			eval[any](p, `new Promise((done) => setTimeout(() => done(0), 1200))`)
			shifts := eval[[]string](p, `new Promise((done) => {
				new PerformanceObserver((list) => done(list.getEntries().map((e) => e.value.toFixed(4) + " " + e.sources.map((s) => (s.node?.outerHTML ?? s.node?.textContent ?? "").slice(0, 90) + JSON.stringify([s.previousRect.y, s.currentRect.y, s.previousRect.x, s.currentRect.x])).join(" | "))))
					.observe({ type: "layout-shift", buffered: true });
				setTimeout(() => done([]), 300);
			})`)
			if len(shifts) > 0 {
				t.Errorf("%q at %d: the page moves: %s", address, width, strings.Join(shifts, "\n"))
			}
		}
	}
}
