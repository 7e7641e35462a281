package actor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
)

func TestCanonical(t *testing.T) {
	f := newFinder(t)
	for name, want := range map[string]string{
		"usa": "United States/country", "U.S.": "United States/country", "uk": "United Kingdom/country", "west-germany": "West Germany/country",
		"USSR": "Soviet Union/country", "uae": "United Arab Emirates/country", "ivory coast": "Ivory Coast/country",
		"Côte d’Ivoire": "Ivory Coast/country", "cote d'ivoire": "Ivory Coast/country", "yemen-demo-republic": "Yemen/country",
		"Burma": "Myanmar/country", "Holland": "Netherlands/country", "Росії": "Russia/country", "Britons": "United Kingdom/country",
		"Kiev": "Kyiv/place", "Київ": "Kyiv/place", "Saint Petersburg": "Saint Petersburg/place", "Donbass": "Donbas/place",
		"ec": "European Community/organisation", "worldbank": "World Bank/organisation", "nato": "NATO/organisation", "НАТО": "NATO/organisation",
		"zelensky": "Volodymyr Zelenskyy/person", "Volodymyr Zelenskiy": "Volodymyr Zelenskyy/person", "Владимира Путина": "Vladimir Putin/person",
		"xi": "Xi Jinping/person", "Xi Jinping": "Xi Jinping/person", "von der Leyen": "Ursula von der Leyen/person",
		"bush": "", "nobody at all": "", "": "", "the": "",
	} {
		got := ""
		if canonical, typ, ok := f.Canonical(name); ok {
			got = canonical + "/" + typ.String()
		}
		if got != want {
			t.Errorf("Canonical(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestGiven matches the actors that an input names itself.
func TestGiven(t *testing.T) {
	f := newFinder(t)
	date, _ := corpus.ParseDate("1987-03-01")
	d := &corpus.Document{
		Text: "Treasury Secretary James Baker met Hugo Quux in Paris.", Date: date,
		Actors: []corpus.GivenActor{
			{Name: "usa", Type: corpus.Place},
			{Name: "west-germany", Type: corpus.Place},
			{Name: "reagan", Type: corpus.Person},
			{Name: "james-baker", Type: corpus.Person},
			{Name: "stoltenberg", Type: corpus.Person},
			{Name: "quux", Type: corpus.Person},
			{Name: "hugo-van-quux", Type: corpus.Person},
			{Name: "opec", Type: corpus.Organisation},
			{Name: "iwcc", Type: corpus.Organisation},
			{Name: "USA", Type: corpus.Country},
			{Name: "  ", Type: corpus.Person},
			{Name: "bahia", Type: corpus.Place},
		},
	}
	var got []string
	for _, m := range f.Find(d) {
		if m.Kind == corpus.KindGiven {
			got = append(got, m.Name+"/"+m.Type.String())
		}
	}
	want := []string{
		"United States/country", "West Germany/country", "Ronald Reagan/person", "James Baker/person", "Gerhard Stoltenberg/person",
		"Hugo Quux/person", "Hugo van Quux/person", "OPEC/organisation", "IWCC/organisation", "Bahia/place",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestLongest compares the trie with a plain search over all aliases on random sequences of their words.
func TestLongest(t *testing.T) {
	d := newFinder(t).dict
	// paths lists the words of every alias, by walking the trie from each node's parent.
	type edge struct{ parent, id int32 }
	up := make(map[int32]edge, len(d.steps))
	for at, node := range d.steps {
		up[node] = edge{int32(at >> 32), int32(uint32(at))}
	}
	type path struct {
		ids   []int32
		first int32
	}
	var paths []path
	for node, first := range d.ends {
		if first == none {
			continue
		}
		var ids []int32
		for n := int32(node); n != 0; n = up[n].parent {
			ids = append(ids, up[n].id)
		}
		slices.Reverse(ids)
		paths = append(paths, path{ids, first})
	}
	slow := func(words []word, i int) (best int32, end int) {
		best = none
		for _, p := range paths {
			if len(p.ids) <= end-i || i+len(p.ids) > len(words) ||
				!slices.EqualFunc(p.ids, words[i:i+len(p.ids)], func(id int32, w word) bool { return id == w.id }) {
				continue
			}
			for a := p.first; a != none; a = d.aliases[a].next {
				if al := &d.aliases[a]; (al.kind != corpus.KindSurname || al.strong) && al.fits(words[i:i+len(p.ids)]) {
					best, end = a, i+len(p.ids)
					break
				}
			}
		}
		return best, end
	}
	random := rand.New(rand.NewPCG(1, 2))
	shapes := []shape{shapeTitle, shapeTitle, shapeCaps, shapeLower}
	for range 60 {
		var words []word
		for len(words) < 12 {
			p := paths[random.IntN(len(paths))]
			for _, id := range p.ids[:1+random.IntN(len(p.ids))] {
				words = append(words, word{id: id, shape: shapes[random.IntN(len(shapes))], gap: gapSpace, start: 0, end: 5})
			}
		}
		for i := range words {
			a, end := d.longest(words, i)
			b, want := slow(words, i)
			if a != b || a != none && end != want {
				t.Fatalf("word %d: the trie has alias %d to %d, the plain search %d to %d", i, a, end, b, want)
			}
		}
	}
}

// TestData holds the data files to what they promise.
func TestData(t *testing.T) {
	d := newFinder(t).dict
	if n := len(wordsFile) + len(givenNamesFile) + len(countriesFile) + len(organisationsFile) + len(placesFile) + len(peopleFile); n > 190_000 {
		t.Errorf("the data files take %d bytes; they are linked into programs", n)
	}
	type key struct {
		name string
		typ  corpus.ActorType
	}
	seen := map[key]bool{}
	counts := [corpus.NumActorTypes]int{}
	for _, e := range d.entries {
		k := key{e.name, e.typ}
		if seen[k] {
			t.Errorf("%s %q has two entries", e.typ, e.name)
		}
		seen[k] = true
		counts[e.typ]++
		if e.name != strings.TrimSpace(e.name) || e.name == "" || strings.ContainsAny(e.name, "^*|;") {
			t.Errorf("%q is no name", e.name)
		}
		if e.to < e.from || e.from != 0 && e.from < 1700 {
			t.Errorf("%s: years %d-%d", e.name, e.from, e.to)
		}
	}
	t.Logf("%d people, %d organisations, %d countries, %d places, %d names, %d words", counts[corpus.Person],
		counts[corpus.Organisation], counts[corpus.Country], counts[corpus.Place], len(d.aliases), len(d.classes))
	// One name of two actors that are no people is decided by the order of the files; none is left.
	var shared []string
	for _, first := range d.ends {
		for a := first; a != none; a = d.aliases[a].next {
			for b := d.aliases[a].next; b != none; b = d.aliases[b].next {
				x, y := &d.aliases[a], &d.aliases[b]
				if x.entry != y.entry && x.kind != corpus.KindSurname && y.kind != corpus.KindSurname && x.upper == y.upper && x.caps == y.caps {
					shared = append(shared, d.entries[x.entry].name+" and "+d.entries[y.entry].name)
				}
			}
		}
	}
	slices.Sort(shared)
	t.Logf("one name for two: %q", shared)
	if len(shared) > 0 {
		t.Errorf("%d names belong to two actors: %q", len(shared), shared)
	}
}

func TestBrokenData(t *testing.T) {
	for text, want := range map[string]string{
		"word":            "x:1: words before the first [class]",
		"[no such]\nword": "x:1: there is no class \"no such\"",
	} {
		d := &dictionary{vocabulary: map[string]int32{}, classes: make([]class, 1)}
		if err := d.parseWords("x", text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
	if _, _, err := years("soon"); err == nil {
		t.Error("years are not checked")
	}
	l := &loader{dictionary: &dictionary{byName: map[string]int32{}}}
	if err := l.organisation([]string{"X", "", "Atlantis"}); err == nil || !strings.Contains(err.Error(), "Atlantis") {
		t.Errorf("an unknown country: %v", err)
	}
}
