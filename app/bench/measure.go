//go:build !js

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"time"
)

// figures are what is measured of an engine. Times are in milliseconds, sizes in bytes.
type figures struct {
	Engine        string  `json:"engine"`
	Problem       string  `json:"problem,omitempty"`
	BuildSeconds  float64 `json:"buildSeconds"`
	BuildPeak     int64   `json:"buildPeak"`
	Files         int     `json:"files"`
	TotalBytes    int64   `json:"totalBytes"`
	FirstBytes    int64   `json:"firstBytes"` // to the first result
	FirstRequests int     `json:"firstRequests"`
	Cold, Slow    first
	Warm          first
	Query         spread  `json:"query"`
	Facets        spread  `json:"facets"`
	Open          memory  `json:"memoryOpen"`  // above a blank page
	Asked         memory  `json:"memoryAsked"` // after 800 queries
	Page          *memory `json:"memoryExplorer,omitempty"`
	NDCG          float64 `json:"ndcg,omitempty"`
}

// first is a visit: when something was painted, the engine was ready, and the first result was painted; 0 where it was not told.
type first struct{ Painted, Ready, Result float64 }

// spread is a distribution.
type spread struct{ P50, P95, P99 float64 }

func spreadOf(times []float64) spread {
	if len(times) == 0 {
		return spread{}
	}
	slices.Sort(times)
	at := func(p float64) float64 { return times[min(len(times)-1, int(p*float64(len(times))))] }
	return spread{at(.50), at(.95), at(.99)}
}

// measure builds an engine and measures it.
func measure(ctx context.Context, b *browser, o options, name string, set *collection) (figures, error) {
	var f figures
	made, err := build(ctx, o, name, fmt.Sprintf("docs-%d", len(set.docs)), set.docs)
	if err != nil {
		return f, err
	}
	f.BuildSeconds, f.BuildPeak = made.seconds, made.peak
	s, err := serve(made.dir, filepath.Join(o.dir, "packed"))
	if err != nil {
		return f, err
	}
	defer s.stop()
	s.warm("bench.html", "bench.js", "index.json", "index.html", "app.wasm")
	if f.TotalBytes, f.Files, err = s.total(); err != nil {
		return f, err
	}
	if err := f.visits(b, s, name, set); err != nil {
		return f, err
	}
	return f, f.queries(b, s, name, set)
}

// words is the search of the first result: two words that every news collection has.
const words = "oil prices"

// page is what a visitor opens: of Dateline the explorer, with its interface and its service worker; of the others a page with a list.
func page(name string, set *collection) string {
	q := words
	if set.source != "Reuters-21578" {
		q = set.queries[0].Text
	}
	if name == "dateline" {
		return "#q=" + url.QueryEscape(q)
	}
	return "bench.html?q=" + url.QueryEscape(q)
}

// visits measures first visits, on this machine and on a slow line, and a second one on the slow line.
func (f *figures) visits(b *browser, s *server, name string, set *collection) error {
	address := s.url + page(name, set)
	for _, way := range []struct {
		line line
		to   *first
	}{{line{}, &f.Cold}, {slow, &f.Slow}} {
		t, err := b.open()
		if err != nil {
			return err
		}
		defer t.close()
		s.begin(way.line)
		if err := t.visit(address); err != nil {
			return err
		}
		if *way.to, err = t.first(name); err != nil {
			return err
		}
		if way.line == (line{}) {
			time.Sleep(200 * time.Millisecond)
			_, f.FirstBytes, f.FirstRequests, _ = s.counts()
			if name == "dateline" {
				// It goes on fetching, so that the mark comes late: what had arrived before the result is told by the page.
				v, err := eval[[]float64](t, `(() => {
					const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
						.filter((e) => e.responseEnd <= window.firstResult && !e.name.endsWith("/mark"));
					return [all.reduce((n, e) => n + e.encodedBodySize, 0), all.length];
				})()`)
				if err != nil {
					return err
				}
				f.FirstBytes, f.FirstRequests = int64(v[0]), int(v[1])
				if err := t.wait(`dateline.offline.state === "ready"`); err != nil {
					return err
				}
				m, err := t.memory()
				if err != nil {
					return err
				}
				f.Page = &m
			}
		} else {
			if name == "dateline" { // a visitor who comes back has been there long enough for the shell to be stored
				s.begin(line{})
				if err := t.wait(`dateline.offline.state === "ready"`); err != nil {
					return err
				}
			}
			s.begin(slow)
			if err := t.visit("about:blank"); err != nil {
				return err
			}
			if err := t.visit(address); err != nil {
				return err
			}
			if f.Warm, err = t.first(name); err != nil {
				return err
			}
		}
		t.close()
	}
	return nil
}

func (t *tab) first(name string) (first, error) {
	if name == "dateline" {
		if err := t.wait(`window.firstResult`); err != nil {
			return first{}, err
		}
		v, err := eval[[]float64](t, `[window.painted ?? 0, 0, window.firstResult]`)
		if err != nil {
			return first{}, err
		}
		return first{v[0], v[1], v[2]}, nil
	}
	if err := t.wait(`window.bench`); err != nil {
		return first{}, err
	}
	v, err := eval[[]float64](t, `bench.started.then(() => [window.painted ?? 0, bench.ready, bench.first])`)
	if err != nil {
		return first{}, err
	}
	return first{v[0], v[1], v[2]}, nil
}

// passesOfAll is how often all queries are asked: once to warm up, three times to measure.
const passesOfAll = 4

// queries measures the times of queries and counts, and the memory, on a page that is there for that alone.
func (f *figures) queries(b *browser, s *server, name string, set *collection) error {
	t, err := b.open()
	if err != nil {
		return err
	}
	defer t.close()
	s.begin(line{})
	if err := t.visit(s.url + "bench.html?q=" + url.QueryEscape(set.queries[0].Text)); err != nil {
		return err
	}
	if _, err := t.first(""); err != nil {
		return err
	}
	time.Sleep(2 * time.Second)
	if f.Open, err = t.memory(); err != nil {
		return err
	}
	list, err := json.Marshal(set.queries)
	if err != nil {
		return err
	}
	if _, err := eval[any](t, "void (window.queries = "+string(list)+")"); err != nil {
		return err
	}
	passes := make([][]float64, 0, passesOfAll)
	for range passesOfAll {
		times, err := eval[[]float64](t, `bench.times(queries, "search", 20)`)
		if err != nil {
			return err
		}
		passes = append(passes, times)
	}
	f.Query = spreadOf(medians(passes[1:]))
	if f.Asked, err = t.memory(); err != nil {
		return err
	}
	if has, err := eval[bool](t, `!!bench.adapter.facets`); !has || err != nil {
		return err
	}
	passes = passes[:0]
	for range 2 {
		times, err := eval[[]float64](t, `bench.times(queries, "facets", 0)`)
		if err != nil {
			return err
		}
		passes = append(passes, times)
	}
	f.Facets = spreadOf(passes[1])
	return nil
}

// medians returns the median of each query over the passes.
func medians(passes [][]float64) []float64 {
	out := make([]float64, len(passes[0]))
	for i := range out {
		var all []float64
		for _, p := range passes {
			all = append(all, p[i])
		}
		slices.Sort(all)
		out[i] = all[len(all)/2]
	}
	return out
}
