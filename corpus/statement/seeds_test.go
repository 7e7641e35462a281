package statement

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

// TestDefaultCorpus holds the finder to the gold list of the documents that ship: every statement was read and judged by hand, all are found, nothing
// else is. The mentions are those of the gold list of package actor. Look at each line of a diff before -update.
func TestDefaultCorpus(t *testing.T) {
	for _, id := range []string{"000_6bf5c5e7e494ce45", "002_9377c1ecbd6592db"} {
		raw, err := os.ReadFile(filepath.Join("..", "documents", id+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		d := &corpus.Document{ID: id, Text: strings.TrimSpace(string(raw[len(" date 2021-04-14 "):])), Lang: "en"}
		var b strings.Builder
		for _, s := range Find(d, goldMentions(t, id)) {
			fmt.Fprintf(&b, "%d-%d %s | %s\n", s.Start, s.End, s.Kind, line(d.Text, s))
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

// goldMentions reads the actors of a document that ships: bytes, words, type, name, kind.
func goldMentions(t *testing.T, id string) []corpus.Mention {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "actor", "testdata", id+".gold"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]corpus.MentionKind{}
	for k := range corpus.NumMentionKinds {
		kinds[k.String()] = k
	}
	var mentions []corpus.Mention
	for l := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimRight(l, "\n"), "\t")
		m := corpus.Mention{Name: parts[3], Kind: kinds[parts[4]], Confidence: 1, Rule: "gold"}
		if _, err := fmt.Sscanf(parts[0], "%d-%d", &m.Start, &m.End); err != nil {
			t.Fatal(err)
		}
		m.Type, _ = corpus.ParseActorType(parts[2])
		mentions = append(mentions, m)
	}
	return mentions
}
