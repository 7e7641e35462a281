//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// report is what a run has measured, and how.
type report struct {
	Source    string    `json:"source"`
	Documents int       `json:"documents"`
	Queries   int       `json:"queries"`
	Browser   string    `json:"browser"`
	Blank     memory    `json:"memoryBlank"`
	Engines   []figures `json:"engines"`
}

func (r *report) write(path string) error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".json", append(data, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(path+".md", []byte(r.markdown()), 0o644)
}

// rows of the table: what is measured, in which unit, and how it is read from the figures; 0 is not measured.
var rows = []struct {
	name, unit string
	value      func(f figures, blank memory) float64
}{
	{"bytes to the first result", "MB", func(f figures, _ memory) float64 { return float64(f.FirstBytes) / 1e6 }},
	{"requests to it", "", func(f figures, _ memory) float64 { return float64(f.FirstRequests) }},
	{"bytes of all files", "MB", func(f figures, _ memory) float64 { return float64(f.TotalBytes) / 1e6 }},
	{"first visit, local: first result", "ms", func(f figures, _ memory) float64 { return f.Cold.Result }},
	{"first visit, 10 Mbit/60 ms: first paint", "ms", func(f figures, _ memory) float64 { return f.Slow.Painted }},
	{"first visit, 10 Mbit/60 ms: first result", "ms", func(f figures, _ memory) float64 { return f.Slow.Result }},
	{"second visit, 10 Mbit/60 ms: first result", "ms", func(f figures, _ memory) float64 { return f.Warm.Result }},
	{"query p50", "ms", func(f figures, _ memory) float64 { return f.Query.P50 }},
	{"query p95", "ms", func(f figures, _ memory) float64 { return f.Query.P95 }},
	{"query p99", "ms", func(f figures, _ memory) float64 { return f.Query.P99 }},
	{"counts by place p50", "ms", func(f figures, _ memory) float64 { return f.Facets.P50 }},
	{"counts by place p95", "ms", func(f figures, _ memory) float64 { return f.Facets.P95 }},
	{"memory, opened", "MB", func(f figures, blank memory) float64 { return float64(f.Open.less(blank).Private) / 1e6 }},
	{"memory, after 800 queries", "MB", func(f figures, blank memory) float64 { return float64(f.Asked.less(blank).Private) / 1e6 }},
	{"memory of the explorer, opened", "MB", func(f figures, blank memory) float64 {
		if f.Page == nil {
			return 0
		}
		return float64(f.Page.less(blank).Private) / 1e6
	}},
	{"build", "s", func(f figures, _ memory) float64 { return f.BuildSeconds }},
	{"build, peak memory", "MB", func(f figures, _ memory) float64 { return float64(f.BuildPeak) / 1e6 }},
	{"nDCG@10, Cranfield, any term", "", func(f figures, _ memory) float64 { return f.NDCG }},
}

// markdown writes the table of ratios to the first engine, that of the figures, and the conditions.
func (r *report) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Full text in the browser: %d documents, %s\n", r.Documents, r.Source)
	r.table(&b, "Ratios to "+r.Engines[0].Engine+" (above 1: more bytes, time or memory than it)", true)
	r.table(&b, "Figures", false)
	fmt.Fprintf(&b, `
## Conditions

%s, headless, one after the other on this machine, a fresh profile for each visit. The search is "%s". Bodies of answers are counted, in
Brotli at its best level (9 for files above 32 MB). Dateline's first visit is that of the explorer with its interface, its second one that of
its service worker; the others are pages with a list, their second visit has their files in the browser's cache and asks for each whether it
has changed. 10 Mbit/60 ms: the server sends at that rate in all and answers each request 60 ms late. Queries: %d of one to three words from the
documents, a third of them for any of the words, a quarter each with a place or a month; each is asked once to warm up and three times to
measure, top 20, ids without texts; Dateline's time is that in its engine, without the message to its worker, Pagefind's includes its worker.
MiniSearch has stems and stop words; FlexSearch does not rank by relevance, and what it finds is filtered afterwards; Lunr's too; Pagefind takes
all words only. Counts: Dateline counts the actors of all kinds and the days, the others the places. Memory: private bytes of the renderer's
processes after a collection of the garbage of all its threads, less those of an empty page (%.0f MB). Build: native, with Dateline's actors, by one command each.
`, r.Browser, words, r.Queries, float64(r.Blank.Private)/1e6)
	for _, f := range r.Engines {
		if f.Problem != "" {
			fmt.Fprintf(&b, "\n%s: %s\n", f.Engine, f.Problem)
		}
	}
	return b.String()
}

func (r *report) table(b *strings.Builder, title string, ratios bool) {
	fmt.Fprintf(b, "\n## %s\n\n| |", title)
	for _, f := range r.Engines {
		fmt.Fprintf(b, " %s |", f.Engine)
	}
	fmt.Fprint(b, "\n|---|")
	for range r.Engines {
		fmt.Fprint(b, "---:|")
	}
	for _, row := range rows {
		label := row.name
		if row.unit != "" && !ratios {
			label += ", " + row.unit
		}
		fmt.Fprintf(b, "\n| %s |", label)
		base := row.value(r.Engines[0], r.Blank)
		for _, f := range r.Engines {
			v := row.value(f, r.Blank)
			switch {
			case v == 0 || ratios && base == 0:
				fmt.Fprint(b, " – |")
			case ratios:
				fmt.Fprintf(b, " %.3g |", v/base)
			case v >= 100:
				fmt.Fprintf(b, " %.0f |", v)
			default:
				fmt.Fprintf(b, " %.3g |", v)
			}
		}
	}
	fmt.Fprintln(b)
}
