package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// writeMany writes n documents of random words as JSON lines. Each has the words "tension" and, in every tenth, NATO.
func writeMany(t *testing.T, file string, n int) {
	t.Helper()
	rng := rand.New(rand.NewPCG(31, 32))
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for i := range n {
		words := []string{"Tension"}
		for range 180 {
			k := rng.IntN(6000) * rng.IntN(6000) / 6000
			words = append(words, fmt.Sprintf("%c%xn", 'a'+k%26, k*k%104729))
		}
		if i%10 == 0 {
			words[90] = "NATO"
		}
		err := enc.Encode(map[string]string{
			"id": fmt.Sprintf("doc-%04d-%x", i, rng.Uint32()), "date": fmt.Sprintf("2021-%02d-%02d", 1+i%12, 1+i%28),
			"title": fmt.Sprintf("Report %d on %s", i, words[5]), "text": strings.Join(words, " ") + ".",
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// buildMany builds the site of 1,500 documents in chunks, with the program of the default site.
func buildMany(t *testing.T, dir, name string) string {
	t.Helper()
	of, err := defaultSite()
	if err != nil {
		t.Fatal(err)
	}
	// Written over a copy of that one, it takes over what is compressed already.
	if at := filepath.Join(dir, "site"); !exists(at) {
		if err := os.CopyFS(at, os.DirFS(of)); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "many.jsonl")
	writeMany(t, file, 1500)
	out, err := buildSite(dir, file, "--name", name, "--embed-limit", "0.1", "--wasm", filepath.Join(of, "app.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

const stored = `dateline.offline.state === "ready"`

// TestChunks visits a collection in chunks: a search fetches its own; the rest follows; then everything is there without a network.
// A new version of the site keeps the chunks that have not changed.
func TestChunks(t *testing.T) {
	dir := t.TempDir()
	out := buildMany(t, dir, "Many")
	chunks, err := filepath.Glob(filepath.Join(out, "chunks", "*.chunk"))
	if err != nil || len(chunks) < 20 {
		t.Fatalf("%d chunks, %v", len(chunks), err)
	}
	if cores, err := filepath.Glob(filepath.Join(out, "*.core")); err != nil || len(cores) != 1 {
		t.Fatalf("cores %v, %v", cores, err)
	}
	s := serve(t, out, "/a/b/")
	p := newPage(t)
	p.Open(s.URL + "#q=tension+NATO")
	p.Results(150)
	p.Wait("a page of titles", `dl.hits().length === 50 && dl.texts(".hits .hit a").every((s) => s.startsWith("Report"))`)
	p.Wait("snippets", `dl.all(".hits .hit__snip mark").length >= 50`)
	p.Wait("NATO is counted", `dl.facet("NATO") === 150`)
	p.Search("tension c*")
	p.Wait("another search", `dl.total() > 150`)
	p.Click(".hits .hit a")
	p.Wait("a document opens", `dl.all(".doc__text mark").length > 0`)
	p.Wait("all is stored", stored)
	p.Wait("the page says so", `dl.text(".store").includes("Works offline")`)
	count := `caches.keys().then(async (names) => (await (await caches.open(names.find((n) => n.endsWith(":chunks")))).keys()).map((r) => r.url))`
	if n := eval[int](p, count+`.then((urls) => urls.length)`); n != len(chunks) {
		t.Errorf("%d of %d chunks are stored", n, len(chunks))
	}
	before := eval[[]string](p, count)

	// A version under another name: its core is another, its chunks are the same, and are not fetched again.
	if buildMany(t, dir, "Many more") != out {
		t.Fatal("the second version lies elsewhere")
	}
	old := s.Bytes.Load()
	p.Reload()
	p.Wait("the new version is offered", `dl.text(".toast").includes("new version")`)
	p.ClickText(".toast button", "Switch")
	p.Wait("it is there", `dl.text(".corpus").includes("Many more")`)
	p.Wait("all of it is stored", stored)
	if now := eval[[]string](p, count); len(now) != len(chunks) {
		t.Errorf("%d chunks are stored of the new version's %d", len(now), len(chunks))
	} else if !slices.Equal(now, before) {
		t.Errorf("the chunks stored were\n%v\nand are\n%v", before, now)
	}
	all := int64(0)
	for _, c := range chunks {
		if info, err := os.Stat(c); err == nil {
			all += info.Size()
		}
	}
	if sent := s.Bytes.Load() - old; sent > all/2 {
		t.Errorf("%d bytes were sent for a version whose chunks, of %d, were all there", sent, all)
	}

	s.stop()
	p.Allow(serverGone)
	p.do(chromedp.Navigate("about:blank"))
	p.Open(s.URL + "#q=tension+NATO")
	p.Results(150)
	p.Wait("snippets", `dl.all(".hits .hit__snip mark").length >= 50`)
	p.Search("a*")
	p.Wait("a search that nobody made before", `dl.total() > 500`)
	p.Click(".hits .hit a")
	p.Wait("a document opens", `dl.all(".doc__text mark").length > 0`)
	p.Open(s.URL)
	p.Wait("the first page introduces the collection", `dl.all(".tries li").length > 0 && dl.all(".starter").length === 4`)
	got := eval[string](p, `import("./dateline.js").then((m) => m.openCorpus()).then((c) => c.search("tension NATO", {top: 7})).then((r) => r.total + " " + r.hits.length + " " + r.hits[0].snippet.marks.length)`)
	if !strings.HasPrefix(got, "150 7 ") {
		t.Errorf("dateline.js, offline: %s", got)
	}
}

// TestSaveData: a reader who saves data keeps what she has asked for, and is told how much that is. Without a network, what is not there
// is said not to be.
func TestSaveData(t *testing.T) {
	out := buildMany(t, t.TempDir(), "Many")
	s := serve(t, out, "/")
	p := newPage(t)
	p.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{
			Source: `Object.defineProperty(navigator, "connection", { value: { saveData: true } })`,
		})
		return err
	}))
	p.Open(s.URL + "#q=NATO")
	p.Results(150)
	p.Wait("what is stored is told", `dateline.offline.state === "partly" && /of .* stored for use offline/.test(dl.text(".store"))`)
	p.Reload() // now by the service worker, which keeps what it fetches
	p.Wait("snippets", `dl.all(".hits .hit__snip mark").length >= 50`)
	s.stop()
	p.Allow(serverGone + `|Failed to fetch|ERR_FAILED|net::`)
	p.do(chromedp.Navigate("about:blank"))
	p.Open(s.URL + "#q=NATO")
	p.Results(150)
	p.Wait("snippets", `dl.all(".hits .hit__snip mark").length >= 6`)
	p.Search("tension b* c* d*")
	p.Wait("what cannot be fetched is told", `dl.text("#q-read .msg").includes("not come")`)
}
