package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// mixedQueries are n questions as people ask them: one to four words of one document, phrases and prefixes of its words, joined by AND or
// by OR, some of them between dates or with an actor of the document. They are drawn from the corpus by chance, the same each time.
func mixedQueries(tb testing.TB, x *index.Index, n int) []Request {
	tb.Helper()
	rng := rand.New(rand.NewPCG(7, 11))
	var requests []Request
	for len(requests) < n {
		doc := corpus.DocID(rng.IntN(x.Docs()))
		body, err := x.Text(doc)
		if err != nil {
			tb.Fatal(err)
		}
		var all []string
		for token := range text.Words(body) {
			all = append(all, token.Of(body))
		}
		if len(all) < 30 {
			continue
		}
		content := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return len(w) < 4 || text.Stop(text.Form(w), "en") })
		if len(content) < 8 {
			continue
		}
		word := func() string { return content[rng.IntN(len(content))] }
		r := Request{Limit: 20}
		mode := query.AllTerms
		var parts []string
		switch kind := len(requests) % 10; {
		case kind < 3: // words that all stand
			for range 1 + rng.IntN(4) {
				parts = append(parts, word())
			}
		case kind < 6: // words of which any stands
			mode = query.AnyTerm
			for range 2 + rng.IntN(3) {
				parts = append(parts, word())
			}
		case kind < 8: // a phrase
			at := rng.IntN(len(all) - 3)
			parts = append(parts, `"`+strings.Join(all[at:at+2+rng.IntN(2)], " ")+`"`)
		default: // a prefix
			w := []rune(word())
			parts = append(parts, string(w[:min(len(w), 3+rng.IntN(3))])+"*")
			if kind == 9 {
				parts = append(parts, word())
			}
		}
		if rng.IntN(3) == 0 {
			date := x.Date(doc)
			r.From, r.To = date, corpus.DateOfDays(date.Days()+30)
		}
		if rng.IntN(3) == 0 {
			own, err := x.ActorsOf(doc, nil)
			if err != nil {
				tb.Fatal(err)
			}
			if len(own) > 0 {
				r.With = []index.ActorID{own[rng.IntN(len(own))]}
			}
		}
		q, problem := query.Parse(strings.Join(parts, " "), mode)
		if problem != nil {
			continue
		}
		r.Query = q
		requests = append(requests, r)
	}
	return requests
}

// BenchmarkMixed tells the times of 200 mixed queries, each asked of an engine that has not seen it, as percentiles in microseconds: the
// best twenty alone, the same with their total, and with facets and histogram.
// DATELINE_BENCH_CORPUS names a corpus file to ask instead of the one made here.
func BenchmarkMixed(b *testing.B) {
	var data []byte
	if path := os.Getenv("DATELINE_BENCH_CORPUS"); path != "" {
		var err error
		if data, err = os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
	} else {
		data = newsFile()
	}
	for _, how := range []struct {
		name string
		set  func(r *Request)
	}{
		{"hits", func(r *Request) { r.HitsOnly = true }},
		{"total", func(*Request) {}},
		{"counts", func(r *Request) { r.Counts, r.FacetLimit = true, 20 }},
	} {
		b.Run(how.name, func(b *testing.B) {
			x, err := index.Open(data)
			if err != nil {
				b.Fatal(err)
			}
			requests := mixedQueries(b, x, 200)
			ask := func(e *Engine, r Request) time.Duration {
				how.set(&r)
				start := time.Now()
				if _, err := e.Run(r); err != nil {
					b.Fatal(err)
				}
				return time.Since(start)
			}
			best := make([]time.Duration, len(requests))
			rounds := 0
			for b.Loop() {
				e := New(x)
				ask(e, Request{Limit: 1, Counts: true}) // what the first question of a session pays
				for i, r := range requests {
					if took := ask(e, r); rounds == 0 || took < best[i] {
						best[i] = took
					}
				}
				rounds++
			}
			if os.Getenv("DATELINE_BENCH_SLOWEST") != "" {
				order := make([]int, len(best))
				for i := range order {
					order[i] = i
				}
				slices.SortFunc(order, func(i, j int) int { return int(best[j] - best[i]) })
				for _, i := range order[:12] {
					fmt.Println(best[i], requests[i].Query, requests[i].From, requests[i].With)
				}
			}
			slices.Sort(best)
			for _, p := range []int{50, 95, 99} {
				b.ReportMetric(float64(best[len(best)*p/100].Nanoseconds())/1000, fmt.Sprintf("p%d-µs", p))
			}
		})
	}
}
