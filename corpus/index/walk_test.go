package index

import (
	"hash/maphash"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
)

// TestWalkForms walks with parts of the dictionary passed by, chosen by chance, and holds what is visited against a plain scan that leaves out
// what begins so.
func TestWalkForms(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	seen := map[string]bool{}
	var text strings.Builder
	for range 4000 {
		word := make([]byte, 1+rng.IntN(7))
		for i := range word {
			word[i] = "aabcx"[rng.IntN(5)]
		}
		seen[string(word)] = true
		text.WriteString(string(word) + " ")
	}
	b := NewBuilder("walk")
	if err := b.Add(Entry{Document: &corpus.Document{ID: "a", Text: text.String()}}); err != nil {
		t.Fatal(err)
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for form := range seen {
		forms = append(forms, form)
	}
	slices.Sort(forms)
	for round := range 400 {
		prefix := []string{"", "", "a", "bc", "xx", "q"}[round%6]
		seed, chance := rng.Uint64(), uint64([]int{2, 5, 50, 1 << 30}[round%4])
		// cut says, by the form alone, how much of its beginning is to be passed by.
		cut := func(form string) int {
			h := maphash.String(mapSeed, form) ^ seed
			if h%chance != 0 {
				return 0
			}
			return 1 + int(h>>40)%len(form)
		}
		var got, want []string
		before := ""
		err := x.WalkForms(prefix, func(key []byte, shared int, f Form) int {
			form := string(key)
			got = append(got, form)
			if shared > len(before) || shared > len(form) || before[:shared] != form[:shared] {
				t.Fatalf("%s and %s are said to share %d bytes", before, form, shared)
			}
			if n, err := x.FormByID(f.ID); err != nil || n.Text != form || n.Term != f.Term {
				t.Fatalf("%s is form %+v: %v", form, n, err)
			}
			before = form
			return cut(form)
		})
		dead := ""
		for _, form := range forms {
			if strings.HasPrefix(form, prefix) && (dead == "" || !strings.HasPrefix(form, dead)) {
				want = append(want, form)
				dead = form[:cut(form)]
			}
		}
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%q: %d forms visited, want %d (%v)", prefix, len(got), len(want), err)
		}
	}
	visited := 0
	if err := x.WalkForms("", func([]byte, int, Form) int {
		if visited++; visited == 40 {
			return StopWalk
		}
		return 0
	}); err != nil || visited != 40 {
		t.Errorf("told to stop at 40, it stopped at %d (%v)", visited, err)
	}
}

var mapSeed = maphash.MakeSeed()
