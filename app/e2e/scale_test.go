package e2e

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/app/command"
)

// Reuters is a collection of 21,577 dated stories; it is not part of this project, and most checkouts lack it.
const reuters = "../../../shared/data/reuters/docs.jsonl.gz"

// TestScale builds a site of a large collection, searches it in the browser, and prints the figures.
func TestScale(t *testing.T) {
	if _, err := os.Stat(reuters); err != nil {
		t.Skipf("the large collection is not here: %v", err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "reuters.corpus")
	start := time.Now()
	var report bytes.Buffer
	if status := command.Main(context.Background(), []string{"index", reuters, "-o", file, "--name", "Stories of 1987"},
		command.Stdio{In: strings.NewReader(""), Out: &report, Err: &report}); status != 0 {
		t.Fatalf("exit status %d\n%s", status, report.String())
	}
	indexed := time.Since(start)
	start = time.Now()
	out, err := buildSite(dir, file)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("index %.1f s, site %.1f s, peak memory of both %s\n%s", indexed.Seconds(), time.Since(start).Seconds(), peakMemory(), report.String())

	s := serve(t, out, "/")
	p := newPage(t)
	p.Open(s.URL + "#q=oil+prices")
	p.Wait("a page of results is there", `dl.hits().length === 50`)
	t.Logf("to the first result: %.0f ms, %.2f MB in %d requests", eval[float64](p, "performance.now()"), float64(s.Bytes.Load())/1e6, s.Requests.Load())
	if total := eval[int](p, `dl.total()`); total < 500 || total > 5000 {
		t.Errorf("oil prices are found in %d documents", total)
	}
	p.Wait("facets are counted", `dl.all(".facet__n").length > 8`)

	// Every key of a query as people type it, from the key to the frame that shows its result.
	p.Search("")
	var times []float64
	for _, key := range strings.Split(`crude oil OPEC "price of gold" -japan trade*`, "") {
		eval[any](p, `void (dl.painted = dl.keystroke())`)
		p.Type(key)
		times = append(times, eval[float64](p, `dl.painted`))
	}
	slices.Sort(times)
	t.Logf("key to painted result, %d keys: median %.0f ms, 95 %% %.0f ms, longest %.0f ms",
		len(times), times[len(times)/2], times[len(times)*95/100], times[len(times)-1])

	// The other views, on all that the collection has of a word.
	p.Open(s.URL + "#q=oil")
	p.Wait("a page of results is there", `dl.hits().length === 50`)
	first := eval[float64](p, `dl.until("#lines tr", () => dl.visible('.views a[data-view="1"]').click())`)
	p.Wait("all hits have lines", `Number(dl.text("#lines-h").replace(/,/g, "").split(" ")[0]) > 3000`)
	p.Wait("the page is full", `dl.all("#lines > tr").length === 50`)
	p.Wait("neighbours are counted", `dl.texts(".coll button").includes("crude")`)
	p.Open(s.URL + "#q=oil&view=concordance&lines=1l&page=40") // on the first pages nothing stands before the hits
	p.Wait("lines are in the order of the word before", `((words) => words.length === 50 && String(words) === String([...words].sort()))(dl.texts("#lines .k-left b").map((s) => s.toLowerCase()))`)
	t.Logf("first lines of the concordance painted after %.0f ms", first)

	p.Click(`.views a[data-view="4"]`)
	p.Wait("two halves of the dates are compared", `dl.all(".bf").length === 2 && dl.all(".bf .is-a").length > 5 && dl.all(".bf .is-b").length > 5`)
	p.Open(s.URL + "#q=oil&trend=gold&trend=actor:Japan&bin=week&share=1")
	p.Wait("curves are drawn", `dl.all(".plot__curves path").length === 2`)
	p.Open(s.URL + "#q=gold")
	p.Wait("a burst is marked", `dl.all(".plot__bursts rect").length > 0 && dl.all(".bursts a").length > 0`)

	p.Open(s.URL + "#view=actors")
	p.Wait("the actors are listed", `dl.all("#cast .arow").length > 50 && dl.all(".arc").length > 5`)
	t.Logf("press to profile of the actor named most: %.0f ms", eval[float64](p, `new Promise((done) => {
		const start = performance.now();
		new MutationObserver(() => dl.one(".heat") && requestAnimationFrame(() => done(performance.now() - start)))
			.observe(document.body, { subtree: true, childList: true });
		dl.one("#cast a").click();
	})`))

	p.Open(s.URL + "#q=opec&sort=newest")
	p.Click(".hits .hit a")
	p.Wait("a document opens with its words marked", `dl.all(".doc__text mark").length > 0`)
	p.ClickText(".pager button", "Next")
	p.Wait("the next page is there", `location.hash.includes("page=2")`)
}

// PeakMemory is the largest resident size of this process so far, where the system tells it.
func peakMemory() string {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(data)) {
		var kB int
		if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kB); n == 1 {
			return fmt.Sprintf("%d MB", kB*1024/1_000_000)
		}
	}
	return "unknown"
}
