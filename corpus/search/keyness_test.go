package search

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// keyness counts every stem of both sides by reading all texts.
func (r *reference) keyness(a, b []corpus.DocID) (terms map[string][2]int, words [2]int) {
	terms = map[string][2]int{}
	for side, docs := range [2][]corpus.DocID{a, b} {
		for _, d := range docs {
			for _, part := range r.docs[d] {
				for _, w := range part {
					n := terms[w.stem]
					n[side]++
					terms[w.stem] = n
					words[side]++
				}
			}
		}
	}
	return terms, words
}

// label is the form of a stem that stands most often in the collection, the first in the alphabet of equal ones.
func (r *reference) label(stem string) string {
	counts := map[string]int{}
	for _, parts := range r.docs {
		for _, part := range parts {
			for _, w := range part {
				if w.stem == stem {
					counts[w.form]++
				}
			}
		}
	}
	best := ""
	for form, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && form < best {
			best = form
		}
	}
	return best
}

func TestCompareAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, docs := range []int{2, 9, 80, 300} {
		r := randomCorpus(rng, docs)
		e := r.engine(t)
		for range 12 {
			var sides [2]Side
			for i := range sides {
				typed := randomQuery(rng, 1)
				q, problem := query.Parse(typed, query.AllTerms)
				if problem != nil {
					t.Fatal(problem)
				}
				var err error
				if sides[i], err = e.Side(Request{Query: q}); err != nil {
					t.Fatal(err)
				}
			}
			a, b := sides[0], sides[1]
			want, words := r.keyness(a.Docs, b.Docs)
			if words != [2]int{a.Words, b.Words} {
				t.Fatalf("%d and %d words, want %v", a.Words, b.Words, words)
			}
			leave := func(stem string) bool { return stem == "talk" }
			comparer := e.NewComparer(a, b)
			for done := false; !done; {
				var err error
				if done, err = comparer.Count(1 + rng.IntN(30)); err != nil {
					t.Fatal(err)
				}
			}
			k, err := comparer.Result(1000, leave)
			if err != nil {
				t.Fatal(err)
			}
			if a.Words == 0 || b.Words == 0 {
				if len(k.MoreInA)+len(k.MoreInB)+len(k.Shared) > 0 {
					t.Fatal("an empty side differs")
				}
				continue
			}
			found := map[string]int{} // 1 + the list it is in
			for i, list := range [3][]KeyTerm{k.MoreInA, k.MoreInB, k.Shared} {
				for _, term := range list {
					found[term.Stem] = i + 1
					n := want[term.Stem]
					x, y := float64(n[0])/float64(a.Words), float64(n[1])/float64(b.Words)
					if term.A != n[0] || term.B != n[1] || term.Word != r.label(term.Stem) || (x > y) != (term.G > 1e-9) && x != y {
						t.Fatalf("%+v, want %v, %s", term, n, r.label(term.Stem))
					}
					if n[0] > 0 && n[1] > 0 && math.Abs(term.LogRatio-math.Log2(x/y)) > 1e-9 {
						t.Fatalf("%+v has the ratio %g", term, math.Log2(x/y))
					}
				}
				if i < 2 && !slices.IsSortedFunc(list, func(x, y KeyTerm) int { return cmp.Compare(math.Abs(y.G), math.Abs(x.G)) }) {
					t.Fatalf("list %d is not in order", i)
				}
			}
			for stem, n := range want {
				g := LogLikelihood(n[0], a.Words, n[1], b.Words)
				stop := slices.ContainsFunc(r.langs, func(l string) bool { return text.Stop(r.label(stem), l) })
				expected := 0
				switch {
				case stop || stem == "talk":
				case g >= sure:
					expected = 1
				case g <= -sure:
					expected = 2
				case n[0] > 0 && n[1] > 0 && found[stem] == 0:
					expected = 3
				default:
					continue // by its effect, or too rare
				}
				if found[stem] != expected {
					t.Fatalf("%s, %v, G %g: in list %d, want %d", stem, n, g, found[stem], expected)
				}
			}
			checkActors(t, r, e, a, b)
		}
	}
}

func checkActors(t *testing.T, r *reference, e *Engine, a, b Side) {
	t.Helper()
	k, err := e.CompareActors(a, b)
	if err != nil {
		t.Fatal(err)
	}
	count := func(s Side, name string) (n int) {
		for _, d := range s.Docs {
			for _, m := range r.entries[d].Mentions {
				if m.Name == name {
					n++
				}
			}
		}
		return n
	}
	for i, list := range [3][]KeyActor{k.Both, k.OnlyA, k.OnlyB} {
		for _, one := range list {
			actor, err := e.x.Actor(one.Actor)
			if err != nil {
				t.Fatal(err)
			}
			x, y := count(a, actor.Name), count(b, actor.Name)
			if one.DocsA != x || one.DocsB != y || one.A != x || one.B != y || (x > 0) != (i < 2) || (y > 0) != (i != 1) {
				t.Fatalf("%s in list %d: %+v, want %d and %d", actor.Name, i, one, x, y)
			}
		}
	}
}

func TestScanTerms(t *testing.T) {
	r := randomCorpus(rand.New(rand.NewPCG(9, 9)), 120)
	x := r.engine(t).Index()
	n := 0
	err := x.ScanTerms(0, func(got index.Term) bool {
		want, err := x.TermByID(n)
		if err != nil || got.Stem != want.Stem || got.ID != want.ID || got.Docs != want.Docs || !slices.Equal(got.Forms, want.Forms) {
			t.Fatalf("term %d is %+v, want %+v (%v)", n, got, want, err)
		}
		n++
		return true
	})
	if err != nil || n != x.Meta().Terms {
		t.Errorf("%d terms of %d: %v", n, x.Meta().Terms, err)
	}
	n = 0
	if err := x.ScanTerms(17, func(got index.Term) bool {
		if got.ID != 17+n {
			t.Errorf("term %d comes as number %d", got.ID, 17+n)
		}
		n++
		return n < 3
	}); err != nil || n != 3 {
		t.Errorf("it went on to %d: %v", n, err)
	}
}

func BenchmarkCompare(b *testing.B) {
	e := newsEngine(b)
	q, _ := query.Parse("date:1987-03", query.AllTerms)
	other, _ := query.Parse("date:1987-04", query.AllTerms)
	for b.Loop() {
		x, err := e.Side(Request{Query: q})
		if err != nil {
			b.Fatal(err)
		}
		y, err := e.Side(Request{Query: other})
		if err != nil {
			b.Fatal(err)
		}
		c := e.NewComparer(x, y)
		if _, err := c.Count(1 << 30); err != nil {
			b.Fatal(err)
		}
		if _, err := c.Result(15, nil); err != nil {
			b.Fatal(err)
		}
		if _, err := e.CompareActors(x, y); err != nil {
			b.Fatal(err)
		}
	}
}
