package when

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/corpus"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// TestDefaultCorpus holds the finder to the gold list of the documents that ship: every date was read and judged by hand, all are found,
// nothing else is. Look at each line of a diff before -update.
func TestDefaultCorpus(t *testing.T) {
	for _, id := range []string{"000_6bf5c5e7e494ce45", "002_9377c1ecbd6592db"} {
		d := seed(t, id)
		var b strings.Builder
		for _, m := range Find(d, nil) {
			fmt.Fprintf(&b, "%d-%d\t%s\t%s\t%s\t%s\n", m.Start, m.End, d.Text[m.Start:m.End], m.Value(), m.Unit, m.Kind)
		}
		golden := filepath.Join("testdata", id+".gold")
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: found\n%swant\n%s", id, b.String(), want)
		}
	}
}

// seed reads a document that ships as its reader does: " date 2021-04-14 " is not part of its text.
func seed(t *testing.T, id string) *corpus.Document {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "documents", id+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	head := len(" date 2021-04-14 ")
	date, err := corpus.ParseDate(string(raw[6 : head-1]))
	if err != nil {
		t.Fatal(err)
	}
	return &corpus.Document{ID: id, Text: strings.TrimSpace(string(raw[head:])), Date: date, Lang: "en"}
}
