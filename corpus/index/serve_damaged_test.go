package index_test

import (
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

var questions = []string{
	"", "tension", "the call", "tension OR putin OR call", `"biden calls"`, "t*", "*n", "tensoin~2", "=tensions", "biden NEAR/3 putin",
	"title:call", "actor:NATO", "date:2021", "tag:talks lang:en", "id:b", "-putin",
}

// serve asks an engine over x all that it can be asked.
func serve(x *index.Index) {
	e := search.New(x)
	for i, typed := range questions {
		q, _ := query.Parse(typed, query.Mode(i%2))
		date, _ := corpus.ParseDate("2021")
		for _, r := range []search.Request{
			{Query: q, Limit: 5, HitsOnly: true},
			{Query: q, Limit: 5, Counts: true, HalfLife: 30, With: []index.ActorID{0}, From: date},
			{Query: q, Limit: 5, Counts: true, FacetFind: "b", Sort: search.Newest},
		} {
			result, err := e.Run(r)
			if err != nil {
				continue
			}
			for _, hit := range result.Hits {
				e.Snippets(hit.Doc, q, 1, 20)
				e.Explain(hit.Doc, q)
			}
		}
		e.DidYouMean(q)
	}
	e.Suggest("t", 5)
	e.Suggest("b", 5)
}

// TestServeDamaged asks corpora of which a byte was changed and the checksums made right again: the answers may be anything, but nothing panics
// and nothing runs away.
func TestServeDamaged(t *testing.T) {
	data := index.TinyBytes(t)
	step := 1
	if testing.Short() {
		step = 7
	}
	for i := 0; i < len(data); i += step {
		for _, with := range []byte{0x00, 0x7F, 0xFF} {
			changed := append([]byte(nil), data...)
			changed[i] = with
			if x, err := index.Open(index.Resum(changed)); err == nil {
				serve(x)
			}
		}
	}
}

func FuzzServe(f *testing.F) {
	data := index.TinyBytes(f)
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if x, err := index.Open(index.Resum(data)); err == nil {
			serve(x)
		}
	})
}
