package ui

import (
	"strings"
	"testing"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/query"
)

func TestAsk(t *testing.T) {
	c := mixed(t)
	for _, test := range []struct {
		fragment string
		total    int
		unknown  int
		bad      bool
	}{
		{"q=tensions", 4, 0, false},
		{"q=tensions&with=NATO", 2, 0, false},
		{"q=tensions&without=NATO", 2, 0, false},
		{"q=tensions&with=person:Joe+Biden&from=2021-05", 1, 0, false},
		{"q=tensions&with=Nobody", 4, 1, false}, // an unknown actor is told and left out
		{"q=%22troop+levels", 1, 0, true},       // an open quote is explained, and the query is still run
		{"q=tensions&page=9", 4, 0, false},
		{"from=2021-06&to=2021-06", 1, 0, false},
	} {
		e, _ := at(t, c, test.fragment)
		if e.a.result.Total != test.total || len(e.a.unknown) != test.unknown || (e.a.err != nil) != test.bad {
			t.Errorf("%s: %d documents, unknown %q, error %v", test.fragment, e.a.result.Total, e.a.unknown, e.a.err)
		}
		if len(e.a.rows) != test.total {
			t.Errorf("%s: %d rows for %d documents", test.fragment, len(e.a.rows), test.total)
		}
	}
}

// TestRowsAreText looks for hostile text of every field in the rows.
func TestRowsAreText(t *testing.T) {
	c := mixed(t)
	e, _ := at(t, c, "q=tension")
	for _, row := range e.a.rows {
		hasNot(t, row.html, "<img", "javascript:")
	}
	html := page(t, e)
	has(t, html, "&lt;img src=x onerror=&#34;alert(&#39;&amp;&#39;)&#34;&gt;")
	// go-app prints its own attributes natively without escaping, so the whole page is looked at in the browser tests.
}

func TestActorKeys(t *testing.T) {
	c := mixed(t)
	for key, want := range map[string]string{"NATO": "NATO", "nato": "NATO", "Biden": "Joe Biden", "person:Joe Biden": "Joe Biden", "country:Joe Biden": "", "": ""} {
		a, ok, err := c.find(key)
		if err != nil {
			t.Fatal(err)
		}
		if ok != (want != "") || a.name != want {
			t.Errorf("find(%q) = %q, %v", key, a.name, ok)
		}
	}
	// A filter chosen under an alias is taken away again by its facet, which knows the actor only.
	e, _ := at(t, c, "q=tension&with=Biden")
	e.toggleWith(e.a.with[0].id)
	if len(e.s.With) != 0 {
		t.Errorf("with is still %q", e.s.With)
	}
}

func TestBestSnippet(t *testing.T) {
	c := twoDocuments(t)
	e, _ := at(t, c, "q=tensions")
	for _, row := range e.a.rows {
		_, snippet, found := strings.Cut(row.html, "hit__snip")
		if !found || !strings.Contains(snippet, "<mark>tensions</mark>") {
			t.Errorf("no snippet with the term behind the opening in %s", row.html)
		}
	}
	// Without a term the row goes on where its title, which is the opening, ends.
	e, _ = at(t, c, "with=NATO&sort=oldest")
	has(t, e.a.rows[0].html, "ease mounting tensions with neighboring Ukraine…</a>", `dir="auto">Tuesday, joining a pushback`)
}

func TestFirstVisit(t *testing.T) {
	if !firstVisit(state.State{}) {
		t.Error("the zero state is not the first visit")
	}
	for _, fragment := range []string{"q=a", "from=2021", "with=NATO", "doc=x", "sort=newest"} {
		s, _ := state.Parse(fragment)
		if firstVisit(s) {
			t.Errorf("%s is the first visit", fragment)
		}
	}
}

func TestDocument(t *testing.T) {
	c := twoDocuments(t)
	node, _ := query.Parse(`"Biden voiced" tensions`, query.AnyTerm)
	d, err := c.open("000_6bf5c5e7e494ce45", node)
	if err != nil || d == nil {
		t.Fatal(d, err)
	}
	if len(d.paragraphs) != 10 || len(d.marks) != 3 {
		t.Errorf("%d paragraphs and %d marks", len(d.paragraphs), len(d.marks))
	}
	has(t, d.paragraphs[0],
		`<p id="p1"><a class="pn" href="#doc=000_6bf5c5e7e494ce45&amp;p=1" data-par="1" aria-label="Paragraph 1">1</a><span class="dateline"><span data-s="1.1"></span>WASHINGTON:</span> US President `,
		`<a class="actor actor--person" href="#with=Joe+Biden"`, `<mark data-hit="1">tensions</mark>`, `<a class="actor actor--org"`)
	// The phrase begins inside the name and runs over its end: two pieces of one hit.
	has(t, d.paragraphs[3], `title="Joe Biden"><mark data-hit="2"><span data-s="4.1"></span>Biden</mark></a><mark data-hit="2"> &#34;voiced</mark>`)
	var all strings.Builder
	for i, p := range d.paragraphs {
		if i > 0 {
			all.WriteString("\n\n")
		}
		_, body, _ := strings.Cut(p, "</span>")
		all.WriteString(strip(body))
	}
	if all.String() != d.text {
		t.Errorf("the paragraphs do not add up to the text:\n%s", all.String())
	}
	var people []string
	for _, a := range d.actors[corpus.Person] {
		people = append(people, a.name)
	}
	if got := strings.Join(people, ", "); got != "Joe Biden, Vladimir Putin" {
		t.Errorf("people: %s", got)
	}
	if missing, err := c.open("no such id", node); missing != nil || err != nil {
		t.Errorf("an unknown id gives %v, %v", missing, err)
	}
}

// strip takes the tags out of markup whose text has none.
func strip(s string) string {
	var b strings.Builder
	for s != "" {
		text, rest, _ := strings.Cut(s, "<")
		b.WriteString(text)
		_, s, _ = strings.Cut(rest, ">")
	}
	return strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(b.String())
}

func TestExamples(t *testing.T) {
	for name, c := range map[string]*collection{"two documents": twoDocuments(t), "mixed": mixed(t)} {
		e, _ := at(t, c, "")
		list, err := c.examples(e.a.result.Facets)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) < 4 {
			t.Errorf("%s: only %+v", name, list)
		}
		for _, one := range list {
			node, bad := query.Parse(one.query, query.AllTerms)
			if got := c.countOf(node); bad != nil || got != one.total || got == 0 {
				t.Errorf("%s: %s finds %d, promised %d (%v)", name, one.query, got, one.total, bad)
			}
		}
	}
}

func TestLoosen(t *testing.T) {
	c := mixed(t)
	for _, fragment := range []string{
		"q=tensions+ransomware&from=2021-01&to=2021-05&with=NATO", "q=tensions&from=2019&to=2019", "q=Geneva&without=Geneva&from=2021-06",
		"q=escalatio", "with=NATO&without=Joe+Biden", "q=xyzzy",
	} {
		e, _ := at(t, c, fragment)
		if e.a.result.Total != 0 {
			t.Fatalf("%s finds %d", fragment, e.a.result.Total)
		}
		ways, _ := c.loosen(e.s, e.a)
		if len(ways) == 0 && fragment != "q=xyzzy" {
			t.Errorf("%s: no way out", fragment)
		}
		for _, way := range ways {
			if got := c.total(way.state); got != way.total || got == 0 {
				t.Errorf("%s: %q finds %d, promised %d", fragment, way.what, got, way.total)
			}
		}
		html := page(t, e)
		has(t, html, `class="zero"`, "<h1>", w.nothing.startAnew)
	}
	e, _ := at(t, c, "q=xyzzy")
	has(t, page(t, e), "xyzzy does not occur in the collection.")
}

// BenchmarkAnswer is what a key press costs before anything is rendered: the search, its counts, and the first rows.
func BenchmarkAnswer(b *testing.B) {
	c := twoDocuments(b)
	s := state.State{}.SetQuery("tensions Biden")
	b.ReportAllocs()
	for b.Loop() {
		if a := c.ask(s); a.failure != nil || len(a.rows) != 2 {
			b.Fatal(a.failure)
		}
	}
}

// BenchmarkReader is what opening a document costs before it is rendered.
func BenchmarkReader(b *testing.B) {
	c := twoDocuments(b)
	node, _ := query.Parse("tensions Biden", query.AnyTerm)
	b.ReportAllocs()
	for b.Loop() {
		if d, err := c.open("000_6bf5c5e7e494ce45", node); err != nil || d.hits() == 0 {
			b.Fatal(err)
		}
	}
}
