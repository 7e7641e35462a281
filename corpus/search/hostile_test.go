package search

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline/corpus/query"
)

// hostileQueries are what nobody asks in earnest.
func hostileQueries() map[string]string {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	distinct := func(format func(i int) string, n int) string {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = format(i)
		}
		return strings.Join(parts, " ")
	}
	letters := func(i int) string { return string([]byte{byte('a' + i/26%26), byte('a' + i%26)}) }
	return map[string]string{
		"ten thousand bytes":  many("oil price ", 1000),
		"a thousand words":    distinct(func(i int) string { return letters(i) + "said" }, 1000),
		"a thousand the":      many("the ", 1000),
		"any of a thousand":   distinct(func(i int) string { return letters(i) + " OR" }, 999) + " x",
		"everything thrice":   "a* b* c*",
		"all letters":         distinct(func(i int) string { return letters(i)[1:] + "*" }, 26),
		"all letters or":      distinct(func(i int) string { return letters(i)[1:] + "* OR" }, 25) + " z*",
		"stars before":        distinct(func(i int) string { return "*" + letters(i) }, 600),
		"stars on both sides": distinct(func(i int) string { return "*" + letters(i) + "*" }, 300),
		"letters amiss":       distinct(func(i int) string { return letters(i) + "esidnet~2" }, 600),
		"a long pattern":      many("a?", 500) + "*",
		"a long word amiss":   many("ab", 3000) + "~2",
		"quotes":              many(`"`, 999),
		"quotes and words":    many(`"the of `, 900),
		"a phrase of the":     `"` + many("the ", 900) + `"`,
		"a phrase of stars":   `"` + many("t* ", 300) + `"`,
		"operators":           many("OR AND NOT NEAR - ( ", 400),
		"near":                many("the NEAR/100 ", 99) + "of",
		"near groups":         many("(the OR of) NEAR/100 ", 90) + "(to OR in)",
		"parentheses":         many("(", 5000) + "oil" + many(")", 5000),
		"denials":             many("-", 5000) + "oil",
		"excluded":            distinct(func(i int) string { return "-" + letters(i) + "*" }, 600),
		"control":             many("\x00\x01\x02\x7f oil ", 900),
		"directions":          many("\u202eoil\u202c \u2066price\u2069 ", 300),
		"invalid":             many("\xff\xfe\xc0oil ", 900),
		"combining":           "o" + many("\u0301", 4000) + "il",
		"fields":              many("title:", 999) + "oil",
		"actors":              distinct(func(i int) string { return "actor:" + letters(i) }, 900),
		"dates":               many("date:1987 ", 900),
		"dates or":            many("date:1987 OR ", 900) + "oil",
	}
}

// TestHostile asks what nobody asks in earnest: each is answered, or cut short with a note, without more memory than the corpus has documents
// for. Times are told, not held: the work that a request may do is counted.
func TestHostile(t *testing.T) {
	n := 3000
	if testing.Short() {
		n = 300
	}
	e := randomCorpus(rand.New(rand.NewPCG(9, 9)), n).engine(t)
	for name, typed := range hostileQueries() {
		for _, mode := range []query.Mode{query.AllTerms, query.AnyTerm} {
			q, _ := query.Parse(typed, mode)
			start := time.Now()
			r := run(t, e, Request{Query: q, Limit: 20, Counts: true})
			took := time.Since(start)
			if e.work < -100000 { // one block of a word that is most of every text
				t.Errorf("%s: %d positions more than allowed were read", name, -e.work)
			}
			if r.Total > n || len(r.Hits) > 20 {
				t.Errorf("%s: %d documents, %d hits", name, r.Total, len(r.Hits))
			}
			run(t, e, Request{Query: q, Limit: 20, HitsOnly: true})
			for _, hit := range r.Hits[:min(2, len(r.Hits))] {
				if _, err := e.Snippets(hit.Doc, q, 2, 160); err != nil {
					t.Error(err)
				}
				if _, err := e.Explain(hit.Doc, q); err != nil {
					t.Error(err)
				}
			}
			if _, err := e.DidYouMean(q); err != nil {
				t.Error(err)
			}
			if took > 20*time.Millisecond {
				t.Logf("%s: %v", name, took)
			}
		}
	}
}

// BenchmarkHostile asks the same of the news corpus, each time anew.
func BenchmarkHostile(b *testing.B) {
	for name, typed := range hostileQueries() {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			e := newsEngine(b)
			for b.Loop() {
				clear(e.plans)
				q, _ := query.Parse(typed, query.AllTerms)
				if _, err := e.Run(Request{Query: q, Limit: 20, Counts: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
