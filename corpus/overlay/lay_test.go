package overlay

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
)

// entries makes documents in which actors are named in several ways, some of them the same for different actors.
func entries(rng *rand.Rand, n int) []index.Entry {
	actors := []struct {
		name  string
		typ   corpus.ActorType
		words []string
	}{
		{"Joe Biden", corpus.Person, []string{"Joe Biden", "Biden", "the  president"}},
		{"Joseph R. Biden", corpus.Person, []string{"Joseph R. Biden", "Biden"}},
		{"NATO", corpus.Organisation, []string{"NATO", "alliance"}},
		{"Kiev", corpus.Place, []string{"Kiev", "Kyiv"}},
		{"Kiev", corpus.Country, []string{"Kiev"}},
		{"Ukraine", corpus.Country, []string{"Ukraine", "Kiev", "Ukrainian"}},
		{"A “quoted” <b>", corpus.Person, []string{"quoted"}},
	}
	kinds := []corpus.MentionKind{corpus.KindName, corpus.KindSurname, corpus.KindDemonym, corpus.KindCapital, corpus.KindRole}
	var list []index.Entry
	for i := range n {
		e := index.Entry{Document: &corpus.Document{ID: fmt.Sprintf("d%05d", i), Lang: "en"}}
		var b strings.Builder
		for range rng.IntN(9) {
			a := actors[rng.IntN(len(actors))]
			m := corpus.Mention{Name: a.name, Type: a.typ, Confidence: 1, Rule: "test"}
			if rng.IntN(4) == 0 {
				m.Kind = corpus.KindGiven
			} else {
				m.Kind = kinds[rng.IntN(len(kinds))]
				m.Start = b.Len()
				b.WriteString(a.words[rng.IntN(len(a.words))])
				m.End = b.Len()
				b.WriteString(" and ")
			}
			e.Mentions = append(e.Mentions, m)
		}
		e.Document.Text = b.String() + "the end."
		slices.SortStableFunc(e.Mentions, func(a, b corpus.Mention) int { // given ones first, as ingest has them
			return a.End - b.End
		})
		list = append(list, e)
	}
	return list
}

func build(t testing.TB, list []index.Entry) *index.Index {
	t.Helper()
	b := index.NewBuilder("test")
	for _, e := range list {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// randomEdit is about actors that the corpus has, or had, or never had.
func randomEdit(rng *rand.Rand) Edit {
	names := []string{"Joe Biden", "Joseph R. Biden", "NATO", "Kiev", "Ukraine", "Biden", "A “quoted” <b>", "Nobody", "the president", "Kyiv", "alliance"}
	types := []corpus.ActorType{0, 0, 1, 3, 2, 0, 0, 0, 0, 3, 1}
	i := rng.IntN(len(names))
	e := Edit{Action: Action(rng.IntN(int(numActions))), Name: names[i], Type: types[i], Target: names[rng.IntN(len(names))], To: corpus.ActorType(rng.IntN(4))}
	switch {
	case e.Action == Split:
		e.To = e.Type
	case rng.IntN(6) == 0 && e.Action != Rename:
		e.Type = AnyType
	}
	if rng.IntN(5) == 0 {
		e.Type = corpus.ActorType(rng.IntN(4))
	}
	e, cause, _ := e.make()
	if cause != "" {
		return randomEdit(rng)
	}
	return e
}

// TestLayAgainstBuild compares the index under edits with the index built from mentions that the edits have changed, by all that
// an index tells of actors.
func TestLayAgainstBuild(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	fitted := 0
	for round := range 100 {
		list := entries(rng, []int{1, 5, 40, 150}[round%4])
		plain := build(t, list)
		edits := make([]Edit, 1+rng.IntN(6))
		for i := range edits {
			edits[i] = randomEdit(rng)
		}
		laid, misfits, err := Lay(plain, edits)
		if err != nil {
			t.Fatal(err)
		}
		fitted += len(edits) - len(misfits)
		r := NewRewriter(edits)
		rewritten := make([]index.Entry, len(list))
		for i, e := range list {
			e.Mentions = r.Rewrite(e.Document.Text, slices.Clone(e.Mentions))
			rewritten[i] = e
		}
		if unused := r.Unused(); !slices.Equal(unused, misfits) {
			t.Errorf("misfits %v, unused %v", misfits, unused)
		}
		want, got := describe(t, build(t, rewritten)), describe(t, laid)
		for _, key := range slices.Sorted(maps.Keys(want)) {
			if got[key] != want[key] {
				t.Errorf("%s:\n got %s\nwant %s", key, got[key], want[key])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d facts, want %d", len(got), len(want))
		}
		if t.Failed() {
			t.Fatalf("round %d, edits:\n%s", round, Write(edits))
		}
		// The index beneath is as it was.
		if round%10 == 0 && !maps.Equal(describe(t, plain), describe(t, build(t, list))) {
			t.Fatal("the index below has changed")
		}
	}
	if fitted < 80 {
		t.Errorf("only %d edits fitted: the test says little", fitted)
	}
}

// describe tells all that an index knows of its actors, by names and not by numbers.
func describe(t *testing.T, x *index.Index) map[string]string {
	t.Helper()
	facts := map[string]string{}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	label := func(id index.ActorID) string {
		a, err := x.Actor(id)
		must(err)
		typ, err := x.ActorType(id)
		must(err)
		if typ != a.Type || a.ID != id {
			t.Errorf("actor %d says it is %d, its type is %v and %v", id, a.ID, typ, a.Type)
		}
		return a.Type.String() + ":" + a.Name
	}
	seen := map[index.ActorID]bool{}
	for d := range corpus.DocID(x.Docs()) {
		own, err := x.ActorsOf(d, nil)
		must(err)
		if !slices.IsSorted(own) || len(slices.Compact(slices.Clone(own))) != len(own) {
			t.Errorf("the actors of %d are %v", d, own)
		}
		var labels []string
		for _, id := range own {
			seen[id] = true
			labels = append(labels, label(id))
		}
		slices.Sort(labels)
		facts[fmt.Sprintf("actors of %d", d)] = strings.Join(labels, ", ")
		mentions, err := x.Mentions(d)
		must(err)
		var b strings.Builder
		for _, m := range mentions {
			fmt.Fprintf(&b, "%d-%d %v %s %s; ", m.Start, m.End, m.Kind, label(m.Actor), m.Rule)
		}
		facts[fmt.Sprintf("mentions of %d", d)] = b.String()
	}
	for id := range seen {
		a, err := x.Actor(id)
		must(err)
		var b strings.Builder
		fmt.Fprintf(&b, "%d documents, %d mentions:", a.Docs, a.Mentions)
		given := 0 // under the name that the input gives, or the one it has been given instead
		for _, alias := range a.Aliases {
			if alias.Kind == corpus.KindGiven {
				given += alias.Count
				continue
			}
			fmt.Fprintf(&b, " %q %v %d", alias.Name, alias.Kind, alias.Count)
		}
		fmt.Fprintf(&b, " given %d", given)
		p, err := x.ActorPostings(id)
		must(err)
		var block index.Block
		for i := range p.Blocks() {
			must(p.Read(i, &block, x.Docs()))
			for j, doc := range block.Docs {
				fmt.Fprintf(&b, " %d:%d+%d", doc, block.Body[j], block.Title[j])
			}
		}
		if facts[label(id)] != "" {
			t.Errorf("%s is there twice", label(id))
		}
		facts[label(id)] = b.String()
		// It is found by its name and by all its aliases that are names, and only actors with documents are found.
		for _, name := range append([]index.Alias{{Name: a.Name}}, a.Aliases...) {
			if name.Kind == corpus.KindCapital || name.Kind == corpus.KindRole {
				continue
			}
			found, err := x.FindActor(name.Name)
			must(err)
			if !slices.Contains(found, id) {
				t.Errorf("%s is not found by %q, but %v", label(id), name.Name, found)
			}
			for i, other := range found {
				if !seen[other] {
					t.Errorf("%q finds %s, which no document has", name.Name, label(other))
				}
				one, err := x.Actor(other)
				must(err)
				if same := index.SameName(one.Name, name.Name); same && i > 0 {
					before, err := x.Actor(found[i-1])
					must(err)
					if !index.SameName(before.Name, name.Name) {
						t.Errorf("%q finds %s behind %s", name.Name, label(other), label(before.ID))
					}
				}
			}
		}
	}
	return facts
}

// TestLayFindsOldNames: who comes with an old name, as from a link, finds the actor that bears it no more.
func TestLayFindsOldNames(t *testing.T) {
	x := build(t, entries(rand.New(rand.NewPCG(1, 1)), 50))
	x, misfits, err := Lay(x, []Edit{
		{Rename, "NATO", corpus.Organisation, "North Atlantic Treaty Organization", corpus.Organisation},
		{Hide, "Ukraine", corpus.Country, "", corpus.Country},
		{Hide, "Nobody", corpus.Country, "", corpus.Country},
	})
	if err != nil || !slices.Equal(misfits, []int{2}) {
		t.Fatal(misfits, err)
	}
	found, err := x.FindActor("nato")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	if a, err := x.Actor(found[0]); err != nil || a.Name != "North Atlantic Treaty Organization" {
		t.Error(a, err)
	}
	if found, err = x.FindActor("Ukraine"); err != nil || len(found) != 0 {
		t.Error("a hidden actor is found", found, err)
	}
}

func BenchmarkLay(b *testing.B) {
	x := build(b, entries(rand.New(rand.NewPCG(1, 1)), 20000))
	for _, e := range []Edit{
		{Merge, "Joseph R. Biden", corpus.Person, "Joe Biden", corpus.Person},
		{Split, "Joe Biden", corpus.Person, "Biden", corpus.Person},
	} {
		b.Run(e.Action.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, misfits, err := Lay(x, []Edit{e}); err != nil || len(misfits) > 0 {
					b.Fatal(misfits, err)
				}
			}
		})
	}
}
