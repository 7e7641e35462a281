package query

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the code does into testdata; look at the difference")

// Each archive in testdata holds one query a file, followed by what is made of it: the canonical text, the tree and,
// where something was not understood, the error. A file named "any …" is read in AnyTerm.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out []txtar.File
		for i := 0; i < len(archive.Files); i++ {
			in := archive.Files[i]
			if strings.HasPrefix(in.Name, "= ") {
				continue
			}
			input := strings.TrimSuffix(string(in.Data), "\n")
			mode := AllTerms
			if strings.HasPrefix(in.Name, "any") {
				mode = AnyTerm
			}
			n, problem := Parse(input, mode)
			got := fmt.Sprintf("text  %s\ntree  %s\n", n, dump(n))
			if problem != nil {
				got += fmt.Sprintf("error %d-%d got %q want %q\n      %s\n", problem.Pos, problem.End, problem.Got, problem.Want, problem)
			}
			if i+1 < len(archive.Files) && archive.Files[i+1].Name == "= "+in.Name {
				if want := string(archive.Files[i+1].Data); want != got && !*update {
					t.Errorf("%s: %s: %s\n got\n%s want\n%s", path, in.Name, input, got, want)
				}
			} else if !*update {
				t.Errorf("%s: %s has no result; run go test -update", path, in.Name)
			}
			out = append(out, in, txtar.File{Name: "= " + in.Name, Data: []byte(got)})
		}
		if *update {
			archive.Files = out
			data := txtar.Format(archive)
			if old, _ := os.ReadFile(path); !bytes.Equal(old, data) {
				if err := os.WriteFile(path, data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
