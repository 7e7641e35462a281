package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestModule opens a corpus with dateline.js, of the site itself and by its address, and asks it what the explorer is asked.
func TestModule(t *testing.T) {
	dir := t.TempDir()
	out, err := buildSite(dir, "../../corpus/documents")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(out, "*.corpus"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the site has the collections %v, %v", files, err)
	}
	s := serve(t, out, "/a/b/")
	p := newPage(t)
	p.Open(s.URL)
	for _, address := range []string{"", `"./` + filepath.Base(files[0]) + `"`} {
		p.do(chromedp.Navigate(s.URL))
		p.Ready()
		eval[any](p, `import("./dateline.js").then(async (m) => { window.c = await m.openCorpus(`+address+`); })`)
		if n := eval[int](p, `c.about.documents`); n != 2 {
			t.Errorf("about has %d documents", n)
		}
		for _, test := range []struct {
			search, sees string
			want         []string
		}{
			{`c.search("tension")`, `r.hits.map((h) => h.id).sort()`, []string{april, december}},
			{`c.search('"troop levels"')`, `r.hits.map((h) => h.id)`, []string{april}},
			{`c.search("tension", {from: "2021-05"})`, `r.hits.map((h) => h.date)`, []string{"2021-12-07"}},
			{`c.search("", {with: ["NATO"], without: "Finland"})`, `r.hits.map((h) => h.id)`, []string{december}},
			{`c.search("ransomware Finland", {any: true, top: 1})`, `[r.hits.length + " of " + r.total]`, []string{"1 of 2"}},
			{`c.search("", {with: ["Nobody Atall"]})`, `[r.total + r.notes[0]]`, []string{"2No document names Nobody Atall, so the filter was left out."}},
			{`c.search("tensions", {sort: "oldest"})`, `r.hits.flatMap((h) => h.snippet.marks.map(([a, b]) => h.snippet.text.slice(a, b).toLowerCase()).slice(0, 1))`, []string{"tensions", "tensions"}},
			{`c.search("tension")`, `r.facets.organisations.filter((f) => f.name === "NATO").map((f) => String(f.documents))`, []string{"2"}},
			{`c.search("tension")`, `r.days.map((d) => d.date + " " + d.documents)`, []string{"2021-04-14 1", "2021-12-07 1"}},
			{`c.search('tension "open')`, `[String(r.notes[0].length > 20)]`, []string{"true"}},
			{`c.search("tension")`, `[typeof r.took]`, []string{"number"}},
			{`c.document("` + april + `")`, `[String(r.text.includes("Navalny"))]`, []string{"true"}},
			{`c.document("none").then((r) => r ?? {})`, `Object.keys(r)`, []string{}},
		} {
			got := eval[[]string](p, test.search+`.then((r) => `+test.sees+`)`)
			if !slices.Equal(got, test.want) {
				t.Errorf("%s: %q, want %q", test.search, got, test.want)
			}
		}
		for call, want := range map[string]string{
			`c.search("a", {from: "yesterday"})`: "from:",
			`c.search("a", {sort: "best"})`:      "sort:",
		} {
			if msg := eval[string](p, call+`.then(() => "no error", (e) => e.message)`); !strings.HasPrefix(msg, want) || msg == "no error" {
				t.Errorf("%s: %q", call, msg)
			}
		}
		if msg := eval[string](p, `(c.close(), c.search("a").then(() => "no error", (e) => e.message))`); !strings.Contains(msg, "closed") {
			t.Errorf("a closed corpus says %q", msg)
		}
	}
	// What is no corpus is said to be none.
	if err := os.WriteFile(filepath.Join(out, "no.corpus"), []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"./no.corpus": "not a corpus file", "./absent.corpus": "404"} {
		if msg := eval[string](p, `import("./dateline.js").then((m) => m.openCorpus("`+name+`")).then(() => "no error", (e) => e.message)`); !strings.Contains(msg, want) {
			t.Errorf("%s: %q", name, msg)
		}
	}
	p.Allow("404")

	// Stored with the site, it works without a network.
	p.Wait("the service worker is in charge", `navigator.serviceWorker.ready.then((r) => r.active.state === "activated")`)
	s.stop()
	p.Allow(serverGone)
	p.Open(s.URL)
	if n := eval[int](p, `import("./dateline.js").then((m) => m.openCorpus()).then((c) => c.search("tension")).then((r) => r.total)`); n != 2 {
		t.Errorf("offline, %d documents are found", n)
	}
}
