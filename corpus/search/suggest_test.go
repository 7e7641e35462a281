package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/query"
)

func docID(i int) corpus.DocID { return corpus.DocID(i) }

func TestSuggest(t *testing.T) {
	e := small(t)
	for _, c := range []struct{ prefix, words, actors string }{
		{"t", "tension troops", ""},
		{"TEN", "tension", ""},
		{"the", "", ""}, // a function word
		{"jo", "", "Joe Biden"},
		{"nató", "nato", "NATO"},
		{"x", "", ""},
		{"", "", ""},
	} {
		s, err := e.Suggest(c.prefix, 5)
		if err != nil {
			t.Fatal(err)
		}
		var words, actors []string
		for _, w := range s.Words {
			words = append(words, w.Word)
		}
		for _, a := range s.Actors {
			actors = append(actors, a.Name)
		}
		if strings.Join(words, " ") != c.words || strings.Join(actors, "|") != c.actors {
			t.Errorf("%q suggests %v and %v", c.prefix, s.Words, s.Actors)
		}
	}
	if s, _ := e.Suggest("t", 1); len(s.Words) != 1 || s.Words[0] != (WordSuggestion{"tension", 4}) {
		t.Errorf("the first of t: %v", s.Words)
	}
}

// TestSuggestCounts holds that what is suggested finds as many documents as it says.
func TestSuggestCounts(t *testing.T) {
	r := randomCorpus(rand.New(rand.NewPCG(8, 8)), 200)
	e := r.engine(t)
	for _, prefix := range []string{"t", "s", "b", "ca", "20", "n", "uk"} {
		s, err := e.Suggest(prefix, 20)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range s.Words {
			if i > 0 && s.Words[i-1].Docs < w.Docs {
				t.Errorf("%s: not in order: %v", prefix, s.Words)
			}
			if got := run(t, e, Request{Query: parse(t, w.Word)}).Total; got < w.Docs {
				t.Errorf("%s is suggested with %d documents and finds %d", w.Word, w.Docs, got)
			}
		}
		for _, a := range s.Actors {
			if got := run(t, e, Request{Query: parse(t, "actor:"+query.Quote(a.Name))}).Total; got != a.Docs {
				t.Errorf("%s is suggested with %d documents and finds %d", a.Name, a.Docs, got)
			}
		}
	}
}

func TestDidYouMean(t *testing.T) {
	e := small(t)
	for typed, want := range map[string]string{
		"tension":                   "tension",
		"tensoin":                   "tension",
		"Tnesion troops":            "tension troops",
		"bordre -trops":             "border -trops", // what is excluded need not be there
		`"teh troops moev"`:         `"the troops move"`,
		"title:tensiom":             "title:tension",
		"moutnign":                  "mounting",
		"zzz":                       "zzz",
		"xx":                        "xx",
		"tenssions NEAR/3 boarder":  "tensions NEAR/3 border",
		"  bordër* washignton ":     "  bordër* washington ",
		"actor:Bidne tenzion OR no": "actor:Bidne tension OR no",
	} {
		q, _ := query.Parse(typed, query.AllTerms)
		corrections, err := e.DidYouMean(q)
		if err != nil {
			t.Fatal(err)
		}
		if got := Correct(typed, corrections); got != want {
			t.Errorf("%s: did you mean %s, want %s (%+v)", typed, got, want, corrections)
		}
	}
}

// TestAutomataAgainstReference reads every form by the automata, with what they say may be passed by, and by the plain definitions.
func TestAutomataAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 3))
	letters := func(n int, from string) string {
		var b strings.Builder
		for range n {
			b.WriteByte(from[rng.IntN(len(from))])
		}
		return b.String()
	}
	var forms []string
	for range 3000 {
		forms = append(forms, letters(1+rng.IntN(6), "abc"))
	}
	slices.Sort(forms)
	forms = slices.Compact(forms)
	for range 300 {
		pattern, word, distance := letters(1+rng.IntN(5), "ab*?c"), letters(1+rng.IntN(6), "abc"), 1+rng.IntN(2)
		if !strings.ContainsAny(pattern, "*?") {
			pattern += "*"
		}
		check := func(name string, m matcher, want func(string) bool) {
			dead, before := "", ""
			for _, form := range forms {
				if !strings.HasPrefix(form, m.prefix) {
					continue
				}
				if dead != "" && strings.HasPrefix(form, dead) {
					if want(form) {
						t.Fatalf("%s passes by %s, which fits, behind %s", name, form, dead)
					}
					continue
				}
				shared := 0
				for shared < len(form) && shared < len(before) && form[shared] == before[shared] {
					shared++
				}
				fits, n := m.read([]byte(form), shared)
				if fits != want(form) {
					t.Fatalf("%s: %s fits: %v", name, form, fits)
				}
				dead, before = form[:n], form
			}
		}
		check(pattern, wildcard(pattern), func(s string) bool { return glob(pattern, s) })
		check(word+"~", fuzzy(word, distance), func(s string) bool { return editDistance(word, s) <= distance })
	}
}

// editDistance is distance, whose name a variable takes above.
func editDistance(a, b string) int { return distance(a, b) }
