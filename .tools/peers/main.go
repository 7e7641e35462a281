// Command peers prints the names that github.com/jdkato/prose/v2 finds, for the evaluation alone: it reads lines of JSON,
// {"text":"…"}, and prints for each a line with its spans, [[start,end,"PER"],…], in bytes.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/jdkato/prose/v2"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	first, err := prose.NewDocument("Paris")
	if err != nil {
		log.Fatal(err)
	}
	for lines.Scan() {
		var in struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			log.Fatal(err)
		}
		doc, err := prose.NewDocument(in.Text, prose.UsingModel(first.Model))
		if err != nil {
			log.Fatal(err)
		}
		spans, at := [][3]any{}, 0
		for _, e := range doc.Entities() {
			label := map[string]string{"PERSON": "PER", "GPE": "LOC"}[e.Label]
			n := strings.Index(in.Text[at:], e.Text) // entities come in the order of the text, without their places
			if label == "" || n < 0 {
				continue
			}
			spans = append(spans, [3]any{at + n, at + n + len(e.Text), label})
			at += n + len(e.Text)
		}
		if err := json.NewEncoder(out).Encode(spans); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
