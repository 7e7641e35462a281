//go:build !js

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
)

// judged is Cranfield: abstracts, questions, and how relevant each abstract is to each.
type judged struct {
	docs      []document
	questions []struct {
		ID   string `json:"id"`
		Text string `json:"text"`
	}
	grades map[string]map[string]float64
}

func loadCranfield(dir string) (*judged, error) {
	var j judged
	f, err := os.Open(filepath.Join(dir, "docs.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, err
		}
		j.docs = append(j.docs, d)
	}
	for name, v := range map[string]any{"queries.json": &j.questions, "qrels.json": &j.grades} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, v); err != nil {
			return nil, err
		}
	}
	return &j, lines.Err()
}

// measure returns the mean nDCG@10 of any-term searches for the questions as they stand.
func (j *judged) measure(ctx context.Context, b *browser, o options, name string) (float64, error) {
	if name == "pagefind" { // it wants all of the words, which no abstract has
		return 0, nil
	}
	made, err := build(ctx, o, name, "cranfield", j.docs)
	if err != nil {
		return 0, err
	}
	s, err := serve(made.dir, filepath.Join(o.dir, "packed"))
	if err != nil {
		return 0, err
	}
	defer s.stop()
	t, err := b.open()
	if err != nil {
		return 0, err
	}
	defer t.close()
	if err := t.visit(s.url + "bench.html?q=wing"); err != nil {
		return 0, err
	}
	if _, err := t.first(""); err != nil {
		return 0, err
	}
	queries := make([]question, len(j.questions))
	for i, q := range j.questions {
		queries[i] = question{Text: q.Text, Any: true}
	}
	list, err := json.Marshal(queries)
	if err != nil {
		return 0, err
	}
	found, err := eval[[][]string](t, "bench.ids("+string(list)+", 10)")
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for i, q := range j.questions {
		sum += ndcg(found[i], j.grades[q.ID])
	}
	return sum / float64(len(j.questions)), nil
}

// ndcg is that at 10 with linear gains (Järvelin and Kekäläinen 2002).
func ndcg(found []string, grades map[string]float64) float64 {
	gain := 0.0
	for i, id := range found[:min(10, len(found))] {
		gain += max(grades[id], 0) / math.Log2(float64(i)+2)
	}
	var all []float64
	for _, g := range grades {
		all = append(all, max(g, 0))
	}
	slices.SortFunc(all, func(a, b float64) int {
		if a > b {
			return -1
		}
		return 1
	})
	best := 0.0
	for i, g := range all[:min(10, len(all))] {
		best += g / math.Log2(float64(i)+2)
	}
	if best == 0 {
		return 0
	}
	return gain / best
}
