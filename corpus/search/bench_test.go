package search

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

const reutersFile = "../../../shared/data/reuters/docs.jsonl.gz"

// newsEntries are the 21,577 Reuters stories of 1987 where they are beside the project, and as many random documents where not.
var newsEntries = sync.OnceValue(func() []index.Entry {
	f, err := os.Open(reutersFile)
	if err != nil {
		return randomCorpus(rand.New(rand.NewPCG(1, 1)), 20000).entries
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		panic(err)
	}
	var entries []index.Entry
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r struct {
			ID, Date, Title, Body string
			People, Orgs, Places  []string
		}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			panic(err)
		}
		date, _ := corpus.ParseDate(r.Date)
		e := index.Entry{Document: &corpus.Document{ID: r.ID, Date: date, Title: r.Title, Text: r.Body, Lang: "en"}}
		for typ, names := range [][]string{r.People, r.Orgs, r.Places} {
			for _, name := range names {
				e.Mentions = append(e.Mentions, corpus.Mention{Name: name, Type: corpus.ActorType(typ), Kind: corpus.KindGiven, Confidence: 1})
			}
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b index.Entry) int {
		if c := int(a.Document.Date) - int(b.Document.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Document.ID, b.Document.ID)
	})
	return entries
})

var newsFile = sync.OnceValue(func() []byte {
	b := index.NewBuilder("news")
	for _, e := range newsEntries() {
		if err := b.Add(e); err != nil {
			panic(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		panic(err)
	}
	return data
})

func newsEngine(b *testing.B) *Engine {
	b.Helper()
	x, err := index.Open(newsFile())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	return New(x)
}

func BenchmarkBuild(b *testing.B) {
	entries := newsEntries()
	b.ReportAllocs()
	for b.Loop() {
		builder := index.NewBuilder("news")
		for _, e := range entries {
			if err := builder.Add(e); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := builder.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	data := newsFile()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := index.Open(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQuery(b *testing.B) {
	for _, typed := range []string{"oil", "the", "oil price", "opec OR saudi", `"crude oil"`, "pr*", "oil NEAR/5 price", "=prices", "the of and to", "oil -price", "(gold OR silver) mine*"} {
		b.Run(typed, func(b *testing.B) {
			e := newsEngine(b)
			q, problem := query.Parse(typed, query.AllTerms)
			if problem != nil {
				b.Fatal(problem)
			}
			for b.Loop() {
				if _, err := e.Run(Request{Query: q, Limit: 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPage is what a key press asks for: counts and the snippets of a page.
func BenchmarkPage(b *testing.B) {
	for _, typed := range []string{"oil", "the", `"crude oil"`, "pr*", ""} {
		b.Run(typed, func(b *testing.B) {
			e := newsEngine(b)
			q, _ := query.Parse(typed, query.AllTerms)
			for b.Loop() {
				r, err := e.Run(Request{Query: q, Limit: 50, Counts: true})
				if err != nil {
					b.Fatal(err)
				}
				for _, hit := range r.Hits {
					if _, err := e.Snippets(hit.Doc, q, 1, 160); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
