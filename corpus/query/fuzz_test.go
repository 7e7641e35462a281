package query

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzParse holds what must be true of every input: no panic, a tree of the promised form with spans inside the input,
// an error inside it too, and a canonical text that is wholly understood and says the same.
func FuzzParse(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, in := range archive.Files {
			if !strings.HasPrefix(in.Name, "= ") {
				f.Add(strings.TrimSuffix(string(in.Data), "\n"), strings.HasPrefix(in.Name, "any"))
			}
		}
	}
	for _, path := range []string{"../documents/000_6bf5c5e7e494ce45.txt", "../documents/002_9377c1ecbd6592db.txt"} {
		if text, err := os.ReadFile(path); err == nil {
			f.Add(string(text), true)
		}
	}
	f.Fuzz(func(t *testing.T, input string, any bool) {
		mode := AllTerms
		if any {
			mode = AnyTerm
		}
		if err := holds(input, mode); err != nil {
			t.Fatalf("%q: %v", input, err)
		}
	})
}

// holds returns what is not true of an input that must be true of every one.
func holds(input string, mode Mode) error {
	n, problem := Parse(input, mode)
	if err := check(n, len(input)); err != nil {
		return fmt.Errorf("%w\n%s", err, dump(n))
	}
	if problem != nil && (problem.Pos < 0 || problem.Pos > problem.End || problem.End > len(input) || problem.Msg == "") {
		return fmt.Errorf("error %+v", problem)
	}
	if _, all := n.(*All); all && problem == nil && strings.Trim(input, " \t\n") != "" && hasWord(input) {
		return errors.New("everything was dropped without a word")
	}
	text := n.String()
	again, problem := parse(text, AllTerms, limits{1 << 30, 1 << 30, 1 << 30})
	if problem != nil {
		return fmt.Errorf("prints as %q, which is not understood: %v", text, problem)
	}
	if !Equal(n, again) {
		return fmt.Errorf("prints as %q, which reads differently:\n%s\n%s", text, dump(n), dump(again))
	}
	if s := again.String(); s != text {
		return fmt.Errorf("prints as %q and then as %q", text, s)
	}
	return nil
}

// TestRandom puts the pieces of the language together at random, which reaches forms that changing bytes does not.
func TestRandom(t *testing.T) {
	pieces := strings.Split(`a|b|troops|NATO|wo?d|pre*|*fix|w~1|w~|U.S.|1,000|x:y|http://x|"|"|"|'|'|=|-|–|(|(|)|)|,|;|?|!|:|*|~2| | | | | |`+
		" OR | AND | NOT | NEAR/2 | BEFORE |NEAR/|title:|text:|actor:|by:|tag:|date:|date:2021|2021..2022|<2014|none|mentions:|foo:|#|€|…|—|“|”|’|\u202e|\x00|\xff", "|")
	random := rand.New(rand.NewPCG(1, 2))
	for range 60_000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		for _, mode := range []Mode{AllTerms, AnyTerm} {
			if err := holds(b.String(), mode); err != nil {
				t.Fatalf("%q: %v", b.String(), err)
			}
		}
	}
}
