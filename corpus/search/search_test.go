package search

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

func parse(t testing.TB, typed string) query.Node {
	t.Helper()
	q, problem := query.Parse(typed, query.AllTerms)
	if problem != nil {
		t.Fatal(problem)
	}
	return q
}

func run(t testing.TB, e *Engine, r Request) *Result {
	t.Helper()
	result, err := e.Run(r)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// small is a corpus of four documents.
func small(t testing.TB) *Engine {
	t.Helper()
	r := &reference{}
	for _, d := range []struct{ id, date, title, body, actors string }{
		{"u", "", "", "An undated note on tension and troops.", "NATO"},
		{"a", "2021-04-14", "Troop levels", "WASHINGTON: Tensions rise. The troops move.\n\nMounting tensions on the border, said NATO.", "NATO|Joe Biden"},
		{"b", "2021-12-07", "", "Rising tension, and the tension of the border tensions.", "Joe Biden|Russia"},
		{"c", "2021-12-07", "Tension", "Nothing of the sort.", "Russia"},
	} {
		e := index.Entry{Document: &corpus.Document{ID: d.id, Title: d.title, Text: d.body, Lang: "en"}}
		if d.date != "" {
			e.Document.Date, _ = corpus.ParseDate(d.date)
		}
		if strings.HasPrefix(d.body, "WASHINGTON: ") {
			e.Document.Dateline, e.Document.DatelineLen = "WASHINGTON", len("WASHINGTON: ")
		}
		for _, name := range strings.Split(d.actors, "|") {
			m := corpus.Mention{Name: name, Kind: corpus.KindGiven, Confidence: 1}
			m.Type = map[string]corpus.ActorType{"NATO": corpus.Organisation, "Russia": corpus.Country}[name]
			e.Mentions = append(e.Mentions, m)
		}
		r.entries = append(r.entries, e)
	}
	r.read()
	return r.engine(t)
}

func ids(t testing.TB, e *Engine, hits []Hit) string {
	t.Helper()
	var all []string
	for _, h := range hits {
		d, err := e.x.Doc(h.Doc)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d.ID)
	}
	return strings.Join(all, " ")
}

func TestOrder(t *testing.T) {
	e := small(t)
	for _, c := range []struct {
		typed string
		sort  Sort
		want  string
	}{
		{"", Relevance, "c b a u"},
		{"", Newest, "c b a u"},
		{"", Oldest, "a b c u"},
		{"tension", Newest, "c b a u"},
		{"tension", Oldest, "a b c u"},
		{"tension", Relevance, "b c a u"}, // three times; in a title; twice; once
		{"date:2021", Relevance, "c b a"},
	} {
		r := Request{Query: parse(t, c.typed), Sort: c.sort, Limit: 10}
		if got := ids(t, e, run(t, e, r).Hits); got != c.want {
			t.Errorf("%q in order %d: %s, want %s", c.typed, c.sort, got, c.want)
		}
		whole := run(t, e, r).Hits
		for offset := range len(whole) + 2 {
			r.Offset, r.Limit = offset, 2
			want := whole[min(offset, len(whole)):min(offset+2, len(whole))]
			if got := run(t, e, r).Hits; !slices.Equal(got, want) {
				t.Errorf("%q in order %d: the page from %d is %v, want %v", c.typed, c.sort, offset, got, want)
			}
		}
	}
}

// TestBestAgainstSort compares the heap of the best with a plain sort, on many equal scores.
func TestBestAgainstSort(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 9))
	for range 200 {
		var l list
		for doc := range uint32(rng.IntN(60)) {
			l.add(doc, float64(rng.IntN(5)), 1)
		}
		var want []Hit
		for i := range l.docs {
			want = append(want, l.hit(i))
		}
		slices.SortStableFunc(want, func(a, b Hit) int { return int(b.Score) - int(a.Score) })
		k := rng.IntN(70)
		if got := l.best(k); !slices.Equal(got, want[:min(k, len(want))]) {
			t.Fatalf("the best %d of %v are %v", k, want, got)
		}
	}
}

// TestScore computes a score by hand, from the formulas of BM25F.
func TestScore(t *testing.T) {
	e := small(t)
	hits := run(t, e, Request{Query: parse(t, "border"), Limit: 9}).Hits
	rank := e.x.Ranking()
	for _, h := range hits {
		words, _ := e.x.Words(h.Doc)
		tf := 1 / (1 - 0.75 + 0.75*float64(words)/rank.MeanBody)
		want := math.Log(1+(4-2+0.5)/(2+0.5)) * tf / (1.2 + tf)
		if math.Abs(h.Score-want) > 1e-9 {
			t.Errorf("document %d has the score %f, by hand %f", h.Doc, h.Score, want)
		}
	}
	if len(hits) != 2 {
		t.Errorf("border is in %d documents", len(hits))
	}
}

func TestFilters(t *testing.T) {
	e := small(t)
	actor := func(name string) index.ActorID {
		found, err := e.Actors(name)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		return found[0]
	}
	biden, nato, russia := actor("joe biden"), actor("organisation:NATO"), actor("Russia")
	if found, _ := e.Actors("person:NATO"); len(found) != 0 {
		t.Error("NATO is no person")
	}
	april, _ := corpus.ParseDate("2021-04")
	for _, c := range []struct {
		r    Request
		want string
	}{
		{Request{With: []index.ActorID{biden}}, "b a"},
		{Request{With: []index.ActorID{biden, nato}}, "a"},
		{Request{With: []index.ActorID{biden}, Without: []index.ActorID{nato}}, "b"},
		{Request{Without: []index.ActorID{nato, russia}}, ""},
		{Request{From: april, To: april}, "a"},
		{Request{From: april, Query: parse(t, "title:tension")}, "c"},
		{Request{Query: parse(t, "text:tension"), To: april}, "a"},
	} {
		c.r.Limit, c.r.Sort = 10, Newest
		if got := ids(t, e, run(t, e, c.r).Hits); got != c.want {
			t.Errorf("%+v: %q, want %q", c.r, got, c.want)
		}
	}
	r := run(t, e, Request{Query: parse(t, "tension"), From: april, To: april, Counts: true, Limit: 10, Without: []index.ActorID{russia}})
	if r.Total != 1 || r.Occurrences != 2 || r.Undated != 1 || len(r.Days) != 1 || r.Days[0].Docs != 1 {
		t.Errorf("%+v", r)
	}
	if f := r.Facets[corpus.Country]; len(f) != 1 || f[0].Docs != 0 || f[0].Name != "Russia" {
		t.Errorf("the actor left out is not among the facets: %v", f)
	}
	if f := r.Facets[corpus.Organisation]; len(f) != 1 || f[0] != (Facet{nato, "NATO", 1}) {
		t.Errorf("organisations: %v", f)
	}
	r = run(t, e, Request{Counts: true, FacetFind: "bid"})
	if f := r.Facets[corpus.Person]; len(f) != 1 || f[0].Name != "Joe Biden" || f[0].Docs != 2 || r.FacetTotals[corpus.Organisation] != 0 {
		t.Errorf("found by bid: %v", r.Facets)
	}
}

func TestTermCounts(t *testing.T) {
	e := small(t)
	r := run(t, e, Request{Query: parse(t, `(tension OR "the troops") -sort`), Counts: true})
	want := []TermCount{{"tension", 3, 6}, {`"the troops"`, 1, 1}}
	if !slices.Equal(r.Terms, want) || r.Total != 3 || r.Occurrences != 7 {
		t.Errorf("%+v", r)
	}
}

func TestMarks(t *testing.T) {
	e := small(t)
	doc, _, _ := e.x.Find("a")
	body, _ := e.x.Text(doc)
	for typed, want := range map[string]string{
		"tension":                    "Tensions|tensions",
		`"mounting tensions" border`: "Mounting tensions|border",
		`"tensions rise" tension`:    "Tensions rise|tensions",
		"tension NEAR/3 border":      "tensions|border",
		"title:troop":                "",
		"troop levels":               "troops", // levels stands in the title alone
		"-border NATO":               "NATO",
		"t*":                         "Tensions|The|troops|tensions|the",
		"washington":                 "WASHINGTON",
		`"troops move mounting"`:     "troops move.\n\nMounting",
		"=tensions":                  "Tensions|tensions",
		`"the border" "border said"`: "the border, said",
		"actor:NATO":                 "",
	} {
		marks, err := e.Marks(doc, parse(t, typed))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range marks {
			got = append(got, body[m.Start:m.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s marks %q, want %q", typed, got, want)
		}
	}
	spans, err := e.MarkText("Troop levels: the troop", "en", parse(t, `"troop levels" OR troops`))
	if err != nil || !slices.Equal(spans, []Span{{0, 12}, {18, 23}}) {
		t.Errorf("MarkText: %v, %v", spans, err)
	}
}

func TestSnippets(t *testing.T) {
	e := small(t)
	doc, _, _ := e.x.Find("a")
	body, _ := e.x.Text(doc)
	snippets, err := e.Snippets(doc, parse(t, "tension"), 2, 40)
	if err != nil || len(snippets) != 2 {
		t.Fatalf("%v, %v", snippets, err)
	}
	for _, s := range snippets {
		if s.Text != body[s.Start:s.End] || strings.Contains(s.Text, "\n") || len(s.Marks) != 1 || len(s.Text) > 60 {
			t.Errorf("%+v", s)
		}
		if m := s.Marks[0]; !strings.EqualFold(s.Text[m.Start:m.End], "tensions") {
			t.Errorf("%+v marks %q", s, s.Text[m.Start:m.End])
		}
	}
	opening, err := e.Snippets(doc, nil, 1, 30)
	if err != nil || len(opening) != 1 || opening[0].Text != "Tensions rise. The troops" || !opening[0].CutRight || opening[0].Marks != nil {
		t.Errorf("the opening: %+v, %v", opening, err)
	}
}

func TestNotes(t *testing.T) {
	e := small(t)
	for typed, want := range map[string]string{"by:Putin": "no statements", "actor:nobody": "No document mentions"} {
		r := run(t, e, Request{Query: parse(t, typed)})
		if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], want) || r.Total != 0 {
			t.Errorf("%s: %+v", typed, r)
		}
	}
}
