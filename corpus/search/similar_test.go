package search

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

// likes is a corpus with two subjects, one story in three versions, and documents of nothing.
func likes(t testing.TB) *Engine {
	t.Helper()
	const wheat = "Farmers brought in more wheat than in any harvest before, and the price of grain fell on the exchange. " +
		"Millers bought wheat for the winter; shippers waited for the river to rise so that barges could load the harvest."
	const strike = "Dockers went on strike over wages. The union said the port would stay closed until the owners talked, and shippers looked for another port."
	var entries []index.Entry
	for _, d := range []struct{ id, title, body string }{
		{"a", "Wheat harvest", wheat},
		{"b", "", "The exchange opened. Wheat and grain were cheap after the harvest, and millers bought all winter."},
		{"c", "", strike},
		{"d", "", strings.Replace(wheat, "Farmers", "Growers", 1)},
		{"e", "", strings.Replace(wheat, "the winter", "the spring", 1) + " It was a good year."},
		{"f", "", "The union of dockers and the owners of the port ended the strike; wages rise."},
		{"g", "", "Nothing of the sort."},
		{"h", "", ""},
	} {
		entries = append(entries, index.Entry{
			Document: &corpus.Document{ID: d.id, Title: d.title, Text: d.body, Lang: "en"}, TitleDerived: d.title == "",
		})
	}
	return engineOf(t, entries)
}

func TestSimilar(t *testing.T) {
	e := likes(t)
	of := func(id string, n int) string {
		doc, _, _ := e.x.Find(id)
		found, err := e.Similar(doc, n)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, s := range found {
			one, _ := e.x.Doc(s.Doc)
			name := one.ID
			for _, same := range s.Same {
				other, _ := e.x.Doc(same)
				name += "=" + other.ID
			}
			if s.Resemblance >= nearlySame {
				name += "!"
			}
			if len(s.Terms) < sharedAtLeast {
				t.Errorf("%s and %s share %q", id, one.ID, s.Terms)
			}
			said = append(said, name)
		}
		return strings.Join(said, " ")
	}
	for id, want := range map[string]string{
		"a": "d=e! b", // two versions of it, then the same subject
		"b": "a=d=e",
		"c": "f",
		"f": "c",
		"g": "",
		"h": "",
	} {
		if got := of(id, 5); got != want {
			t.Errorf("similar to %s: %q, want %q", id, got, want)
		}
	}
	if got := of("a", 1); got != "d=e!" {
		t.Errorf("the one most similar to a: %q", got)
	}
	if got := of("a", 0); got != "" {
		t.Errorf("none: %q", got)
	}
	doc, _, _ := e.x.Find("a")
	first, _ := e.Similar(doc, 5)
	second, _ := e.Similar(doc, 5)
	for i, s := range first {
		if s.Doc != second[i].Doc || !slices.Equal(s.Terms, second[i].Terms) {
			t.Error("the same question has another answer")
		}
		if s.Doc == doc {
			t.Error("a document is similar to itself")
		}
	}
	if _, err := e.Similar(corpus.DocID(e.x.Docs()), 3); err == nil {
		t.Error("a document that is not there has similar ones")
	}
}

// TestSimilarAgainstReference scores a random corpus by reading every document whole.
func TestSimilarAgainstReference(t *testing.T) {
	r := randomCorpus(rand.New(rand.NewPCG(5, 8)), 60)
	e := r.engine(t)
	rank := e.x.Ranking()
	for d := range corpus.DocID(e.x.Docs()) {
		own, err := e.profile(d, true)
		if err != nil {
			t.Fatal(err)
		}
		want := map[corpus.DocID]float64{}
		shared := map[corpus.DocID]int{}
		for other := range corpus.DocID(e.x.Docs()) {
			for _, term := range own.terms {
				inBody, inTitle := e.count(t, other, term.term.Stem)
				if inBody+inTitle > 0 && other != d {
					body, title := e.x.Words(other)
					want[other] += term.weight * rank.Share(inBody, inTitle, body, title)
					shared[other]++
				}
			}
		}
		found, err := e.Similar(d, e.x.Docs())
		if err != nil {
			t.Fatal(err)
		}
		last := math.Inf(1)
		seen := map[corpus.DocID]bool{}
		for _, s := range found {
			if math.Abs(s.Score-want[s.Doc]) > 1e-9 || s.Score > last {
				t.Fatalf("similar to %d: %d has %f after %f, by reading %f", d, s.Doc, s.Score, last, want[s.Doc])
			}
			last = s.Score
			for _, one := range append(s.Same, s.Doc) {
				seen[one] = true
			}
		}
		for other, n := range shared {
			if (n >= min(sharedAtLeast, len(own.terms))) != seen[other] {
				t.Fatalf("similar to %d: %d shares %d terms, found: %v", d, other, n, seen[other])
			}
		}
	}
}

// count counts a stem in title and body of a document by reading it.
func (e *Engine) count(t *testing.T, d corpus.DocID, stem string) (inBody, inTitle int) {
	t.Helper()
	doc, err := e.x.Doc(d)
	if err != nil {
		t.Fatal(err)
	}
	body, err := e.x.Text(d)
	if err != nil {
		t.Fatal(err)
	}
	count := func(s string) (n int) {
		for token := range text.Words(s) {
			if text.Term(token.Of(s), doc.Lang) == stem {
				n++
			}
		}
		return n
	}
	if !doc.TitleDerived {
		inTitle = count(doc.Title)
	}
	return count(body), inTitle
}

func TestResemblance(t *testing.T) {
	for _, c := range []struct {
		a, b []uint64
		want float64
	}{
		{nil, nil, 0},
		{[]uint64{1}, nil, 0},
		{[]uint64{1, 2, 3}, []uint64{1, 2, 3}, 1},
		{[]uint64{1, 2, 3}, []uint64{2, 3, 4, 5}, 0.4},
		{[]uint64{5}, []uint64{1, 2}, 0},
	} {
		if got := resemblance(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func BenchmarkSimilar(b *testing.B) {
	e := newsEngine(b)
	b.ReportAllocs()
	d := corpus.DocID(0)
	for b.Loop() {
		if _, err := e.Similar(d, 6); err != nil {
			b.Fatal(err)
		}
		d = (d + 997) % corpus.DocID(e.x.Docs())
	}
}
