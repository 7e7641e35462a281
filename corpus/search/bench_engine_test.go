package search

import (
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// newsTerm returns the posting list of a word of the news corpus.
func newsTerm(b *testing.B, e *Engine, word string) *index.Postings {
	b.Helper()
	t, ok, err := e.x.Term(word)
	if !ok || err != nil {
		b.Fatalf("%s: %v, %v", word, ok, err)
	}
	p, err := e.x.Postings(t)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// frequentAndRare are terms of either corpus that benchmarks may run on.
func frequentAndRare(e *Engine) (frequent, rare string) {
	if e.x.Meta().Terms > 1000 {
		return "said", "oil"
	}
	return "talk", "trump"
}

// BenchmarkDecode reads a posting list from end to end.
func BenchmarkDecode(b *testing.B) {
	e := newsEngine(b)
	frequent, _ := frequentAndRare(e)
	p := newsTerm(b, e, frequent)
	var block index.Block
	b.SetBytes(int64(p.Docs) * 4)
	for b.Loop() {
		for i := range p.Blocks() {
			if err := p.Read(i, &block, e.x.Docs()); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkIntersect looks for the documents of a rarer list in those of a frequent one.
func BenchmarkIntersect(b *testing.B) {
	e := newsEngine(b)
	frequent, rare := frequentAndRare(e)
	p, q := newsTerm(b, e, frequent), newsTerm(b, e, rare)
	for b.Loop() {
		e.arena.reset()
		docs, err := e.unionDocs([]*index.Postings{q}, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := e.listDocs([]*index.Postings{p}, docs); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTop compares the search that passes by what cannot be among the best with the one that scores everything.
func BenchmarkTop(b *testing.B) {
	for _, typed := range []string{"oil price", "the of and to", "which bank said it would raise its rates for the dollar"} {
		for _, hitsOnly := range []bool{false, true} {
			name := typed + "/all"
			if hitsOnly {
				name = typed + "/top"
			}
			b.Run(name, func(b *testing.B) {
				e := newsEngine(b)
				q, _ := query.Parse(typed, query.AnyTerm)
				for b.Loop() {
					if _, err := e.Run(Request{Query: q, Limit: 20, HitsOnly: hitsOnly}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkCompile looks words and patterns up in the dictionary, without asking the engine's memory of queries.
func BenchmarkCompile(b *testing.B) {
	for _, typed := range []string{"oil", "pr*", "a*", "*tion", "sa?di", "saudi~1", "presidnet~2", "a* b* c*"} {
		b.Run(typed, func(b *testing.B) {
			e := newsEngine(b)
			q, problem := query.Parse(typed, query.AllTerms)
			if problem != nil {
				b.Fatal(problem)
			}
			for b.Loop() {
				clear(e.plans)
				if _, err := e.plan(q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFacets counts the actors of all documents, of half of them, and of a tenth.
func BenchmarkFacets(b *testing.B) {
	for name, step := range map[string]uint32{"all": 1, "half": 2, "tenth": 10} {
		b.Run(name, func(b *testing.B) {
			e := newsEngine(b)
			var docs []uint32
			for doc := uint32(0); int(doc) < e.x.Docs(); doc += step {
				docs = append(docs, doc)
			}
			for b.Loop() {
				e.arena.reset()
				if err := e.facets(docs, Request{FacetLimit: 20}, &Result{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSnippet(b *testing.B) {
	e := newsEngine(b)
	q, _ := query.Parse("oil price", query.AnyTerm)
	r, err := e.Run(Request{Query: q, Limit: 20})
	if err != nil || len(r.Hits) == 0 {
		b.Skip("the random corpus has no oil")
	}
	for i := 0; b.Loop(); i++ {
		if _, err := e.Snippets(r.Hits[i%len(r.Hits)].Doc, q, 1, 160); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSuggest(b *testing.B) {
	for _, prefix := range []string{"s", "pre"} {
		b.Run(prefix, func(b *testing.B) {
			e := newsEngine(b)
			for b.Loop() {
				if _, err := e.Suggest(prefix, 8); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDidYouMean(b *testing.B) {
	e := newsEngine(b)
	q, _ := query.Parse("presidemt", query.AllTerms)
	for b.Loop() {
		if _, err := e.DidYouMean(q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	e := newsEngine(b)
	q, _ := query.Parse("talk price", query.AnyTerm)
	for b.Loop() {
		if _, err := e.Explain(corpus.DocID(0), q); err != nil {
			b.Fatal(err)
		}
	}
}
