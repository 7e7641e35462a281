package search

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/corpus/query"
)

// TestExplain holds that an explanation adds up to the score, for the hits that are fewer than those that are ordered by positions.
func TestExplain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	r := randomCorpus(rng, rerankDepth)
	e := r.engine(t)
	explained, paired := 0, 0
	for range 200 {
		typed := randomQuery(rng, 2)
		q, _ := query.Parse(typed, query.Mode(rng.IntN(2)))
		found := map[int]Hit{}
		for _, hit := range run(t, e, Request{Query: q, Limit: len(r.entries)}).Hits {
			found[int(hit.Doc)] = hit
		}
		for doc := range r.entries {
			x, err := e.Explain(docID(doc), q)
			if err != nil {
				t.Fatal(err)
			}
			hit := found[doc]
			if hit.Occurrences == 0 { // no match, or one that nothing scores
				if x.Score != 0 {
					t.Errorf("%s: document %d is explained as %g and has no score", typed, doc, x.Score)
				}
				continue
			}
			if math.Abs(x.Score-hit.Score) > 1e-4 {
				t.Errorf("%s (%s): document %d has the score %g, explained as %g: %+v", typed, q, doc, hit.Score, x.Score, x)
			}
			occurrences := 0
			for _, w := range x.Words {
				occurrences += w.Body + w.Title
			}
			if occurrences != hit.Occurrences {
				t.Errorf("%s: document %d has %d occurrences, explained as %d", typed, doc, hit.Occurrences, occurrences)
			}
			explained++
			paired += len(x.Pairs)
		}
		if t.Failed() {
			return
		}
	}
	if explained < 1000 || paired < 50 {
		t.Errorf("only %d scores and %d pairs were explained", explained, paired)
	}
}

// TestHalfLife holds that age takes away from a score and that the newest document keeps all of it.
func TestHalfLife(t *testing.T) {
	e := small(t)
	q := parse(t, "tension")
	plain, faded := map[int]float64{}, map[int]float64{}
	for _, h := range run(t, e, Request{Query: q, Limit: 9}).Hits {
		plain[int(h.Doc)] = h.Score
	}
	for _, h := range run(t, e, Request{Query: q, Limit: 9, HalfLife: 237}).Hits { // days from a to b
		faded[int(h.Doc)] = h.Score
	}
	for id, factor := range map[string]float64{"u": 0.5, "a": 0.75, "b": 1, "c": 1} {
		doc, _, _ := e.x.Find(id)
		if got, want := faded[int(doc)], plain[int(doc)]*factor; math.Abs(got-want) > 1e-4 {
			t.Errorf("%s has %g, want %g", id, got, want)
		}
	}
}
