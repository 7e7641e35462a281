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
		{"tension", Relevance, "c b a u"}, // in a title; three times; twice; once
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
			l.add(doc, uint32(rng.IntN(5)), 1)
		}
		var want []ranked
		for i, doc := range l.docs {
			want = append(want, ranked{doc, l.scores[i], 1})
		}
		slices.SortStableFunc(want, func(a, b ranked) int { return int(b.score) - int(a.score) })
		k := rng.IntN(70)
		if got := l.best(k); !slices.Equal(got, want[:min(k, len(want))]) {
			t.Fatalf("the best %d of %v are %v", k, want, got)
		}
	}
}

// TestTopAgainstAll holds that the search that passes by what cannot be among the best finds the same hits, with the same scores, as the one
// that scores every document.
func TestTopAgainstAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	skipped := 0
	for _, n := range []int{5, 300, 6000} {
		r := randomCorpus(rng, n)
		e := r.engine(t)
		for range 120 {
			typed := word(rng)
			for range 1 + rng.IntN(4) {
				typed += " " + []string{word(rng), word(rng), word(rng), "title:" + word(rng), "tr*", `"` + word(rng) + " " + word(rng) + `"`}[rng.IntN(6)]
			}
			q, _ := query.Parse(typed, query.AnyTerm)
			request := Request{Query: q, Limit: 1 + rng.IntN(70), Offset: rng.IntN(3) * 10}
			if rng.IntN(2) == 0 {
				request.From, _ = corpus.NewDate(2020+rng.IntN(2), 1+rng.IntN(12), 0)
			}
			all := run(t, e, request)
			request.HitsOnly = true
			top := run(t, e, request)
			if !slices.Equal(all.Hits, top.Hits) {
				t.Fatalf("%s in %d documents: the best are %v, and of all %v", typed, n, top.Hits, all.Hits)
			}
			if top.Total > all.Total || !top.AtLeast && top.Total != all.Total {
				t.Fatalf("%s: a total of %d, and of all %d", typed, top.Total, all.Total)
			}
			if top.AtLeast {
				skipped++
			}
		}
	}
	if skipped < 100 {
		t.Errorf("only %d questions were answered from the best alone", skipped)
	}
}

func word(rng *rand.Rand) string { return words[rng.IntN(len(words))] }

// TestScore computes scores by hand, from the formulas of BM25F and of what forms and neighbours add.
func TestScore(t *testing.T) {
	e := small(t)
	rank := e.x.Ranking()
	share := func(h Hit, n float64) float64 {
		words, _ := e.x.Words(h.Doc)
		tf := n / (1 - 0.75 + 0.75*float64(words)/rank.MeanBody)
		return tf / (1.5 + tf)
	}
	check := func(typed string, h Hit, want float64) {
		t.Helper()
		if math.Abs(h.Score-want) > 1e-4 {
			t.Errorf("%s: document %d has the score %f, by hand %f", typed, h.Doc, h.Score, want)
		}
	}
	lead := leadWeight * 1 / (1.5 + 1) // all texts are shorter than what counts as a beginning
	weight := func(docs float64) float64 { return math.Log(1 + (4-docs+0.5)/(docs+0.5)) }
	hits := run(t, e, Request{Query: parse(t, "border"), Limit: 9}).Hits
	if len(hits) != 2 {
		t.Fatalf("border is in %d documents", len(hits))
	}
	for _, h := range hits {
		check("border", h, weight(2)*(share(h, 1)*(1+exactWeight)+lead))
	}
	hits = run(t, e, Request{Query: parse(t, "borders"), Limit: 9}).Hits
	for _, h := range hits {
		check("borders", h, weight(2)*(share(h, 1)+lead))
	}
	// "The troops move." has both next to each other; the title says Troop, a word of two.
	hits = run(t, e, Request{Query: parse(t, "text:troops move"), Limit: 9}).Hits
	if len(hits) != 1 {
		t.Fatalf("troops move: %d documents", len(hits))
	}
	words, _ := e.x.Words(hits[0].Doc)
	k := 1.5 * (1 - 0.75 + 0.75*float64(words)/rank.MeanBody)
	sum := weight(2) + weight(1)
	check("troops move", hits[0], sum*(share(hits[0], 1)*(1+exactWeight)+lead)+pairWeight*sum/2*3/(1+k))
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

// TestExcludedAlone asks an engine that has not scored anything yet for what a word is not in.
func TestExcludedAlone(t *testing.T) {
	e := small(t)
	if got := ids(t, e, run(t, e, Request{Query: parse(t, "-border"), Limit: 9}).Hits); got != "c u" {
		t.Errorf("without border: %s", got)
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
