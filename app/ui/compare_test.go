package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
)

// TestCompareTwo opens the view on the default corpus: April and December, with nothing chosen.
func TestCompareTwo(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions&view=compare")
	html := page(t, e)
	has(t, html,
		`data-view="compare"`, "14 April 2021", "7 December 2021", "237 days apart", `class="filed">Washington`, "<mark", `class="bf"`,
		"shared actors", "NATO", "More in 14 Apr 2021", "In both", "More in 7 Dec 2021", "Only in 7 Dec 2021", "log ratio",
	)
	if strings.Contains(e.s.String(), "a=") {
		t.Errorf("the view's own choice stands in the address: %s", e.s)
	}
	if n := strings.Count(html, `id="p1"`); n != 0 {
		t.Errorf("%d paragraphs of the same name", n)
	}
	// Words of names are not words, function words neither.
	for _, list := range [][]string{wordsOf(e, 0), wordsOf(e, 1), wordsOf(e, 2)} {
		for _, word := range list {
			switch word {
			case "biden", "putin", "ukraine", "russia", "nato", "the", "of", "house":
				t.Errorf("%s is among the words", word)
			}
		}
	}
	if shared := strings.Join(wordsOf(e, 2), " "); !strings.Contains(shared, "border") {
		t.Errorf("both have %s", shared)
	}
	if april := strings.Join(wordsOf(e, 0), " "); !strings.Contains(april, "secretary") {
		t.Errorf("April has more of %s", april)
	}
}

func wordsOf(e *explorer, list int) (words []string) {
	for _, t := range [...]int{list} {
		terms := e.cmp.terms.MoreInA
		switch t {
		case 1:
			terms = e.cmp.terms.MoreInB
		case 2:
			terms = e.cmp.terms.Shared
		}
		for _, term := range terms {
			words = append(words, term.Word)
		}
	}
	return words
}

func TestCompareSides(t *testing.T) {
	c := mixed(t)
	for _, test := range []struct {
		fragment string
		want     []string
	}{
		{"a=actor:NATO", []string{"NATO", "-actor:NATO"}},
		{"a=date:2021-04&b=date:2021-12", []string{"Apr 2021", "Dec 2021", "1 document", `href="#q=date:2021-04&amp;`}},
		{"a=date:2021-04&b=tension", []string{"tension", "documents"}},
		{"a=id:u1", []string{"An undated note", "javascript"}},
		{"q=zzzz&a=tension&b=summit", []string{"No document matches this side", "One side has no words"}},
		{"q=zzzz", []string{"tension"}},
		{"a=%22open&b=summit", []string{`role="alert"`, "Nothing chosen"}},
		{"a=id:nobody&b=summit", []string{"No document matches this side"}},
		{"a=-tension", []string{"tension"}},
	} {
		e, _ := at(t, c, test.fragment+"&view=compare")
		html := page(t, e)
		for _, want := range test.want {
			if want == "javascript" {
				hasNot(t, html, `href="javascript`)
			} else if !strings.Contains(html+" "+e.cmp.sides[0].typed+" "+e.cmp.sides[1].typed, want) {
				t.Errorf("%s: %q is missing in\n%s", test.fragment, want, clip(html))
			}
		}
		hasNot(t, html, "<img src=x")
		if n := strings.Count(html, "<h1"); n != 1 {
			t.Errorf("%s: %d first headings", test.fragment, n)
		}
	}
}

// TestCompareMany: a large collection opens on two halves of its dates, which together are all of it, and is counted after it is painted.
func TestCompareMany(t *testing.T) {
	var docs []index.Entry
	for i := range fewCompared + 60 {
		d := corpus.Document{ID: fmt.Sprintf("d%03d", i), Date: date(t, fmt.Sprintf("2021-%02d-%02d", 1+i/28, 1+i%28)), Lang: "en", Text: "Winter talks in Geneva about NATO."}
		if i > 130 {
			d.Text = "Summer talks in Geneva about Ukraine."
		}
		docs = append(docs, entry(d))
	}
	e, _ := at(t, build(t, "many", docs...), "view=compare")
	k := e.cmp
	if k.counted || !e.uncounted() {
		t.Fatal("it was counted at once")
	}
	has(t, page(t, e), `id="cmp-count"`)
	e.countOn(k, 0)
	if k.counted {
		t.Error("it was counted in no time")
	}
	if a, b := len(k.sides[0].docs.Docs), len(k.sides[1].docs.Docs); a+b != len(docs) || a < len(docs)/3 || b < len(docs)/3 {
		t.Errorf("halves of %d and %d", a, b)
	}
	e.countSides(k)
	e.rev.view++
	has(t, page(t, e), ">winter<", ">summer<", "Compare instead", "First and last document")
	// Another search is another comparison.
	e.typed("winter")
	if e.cmp == k {
		t.Error("the comparison is that of the search before")
	}
	e.setSides(e.cmp.sides[0].typed, e.cmp.sides[1].typed)
	if e.s.A != "" {
		t.Errorf("leaving a field chose %s", e.s.A)
	}
	e.setSides("winter", "summer")
	if e.s.A != "winter" || e.s.B != "summer" {
		t.Errorf("the sides are %q and %q", e.s.A, e.s.B)
	}
}
