package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/gold"
)

// cyrillic measures what the dictionary and the rules do for Russian and Ukrainian, which the tagger does not read.
func cyrillic(ctx context.Context, o *Options) ([]Row, error) {
	finder, err := actor.New()
	if err != nil {
		return nil, err
	}
	docs, err := gold.FactRuEval(o.Data)
	if err != nil {
		return nil, err
	}
	s := newSpanScore()
	for i := range docs {
		names := find(finder, &docs[i], "ru")
		s.add(docs[i].Text, docs[i].Spans, names)
		if o.Misses != nil {
			misses(o.Misses, "factrueval", &docs[i], names)
		}
	}
	rows := []Row{{"actors F1", "factRuEval (Russian)", "Dateline", s.values()}}
	cities, err := spokenCities(ctx, o, finder)
	if err != nil {
		return nil, err
	}
	return append(rows, cities), nil
}

// spokenCities measures how many of the towns that the editors of Zelenskyy's speeches list are found in their Ukrainian texts.
func spokenCities(ctx context.Context, o *Options, finder *actor.Finder) (Row, error) {
	path := filepath.Join(o.Data, "zelensky_messages", "messages.jsonl")
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Row{}, fmt.Errorf("%w: %s", gold.ErrAbsent, path)
	}
	if err != nil {
		return Row{}, err
	}
	defer file.Close()
	var t tally
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if err := ctx.Err(); err != nil {
			return Row{}, err
		}
		var m struct {
			Lang, Text string
			Cities     []string
		}
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return Row{}, err
		}
		if m.Lang != "uk" || len(m.Cities) == 0 {
			continue
		}
		have := map[string]bool{}
		for _, f := range finder.Find(&corpus.Document{Text: m.Text, Lang: "uk"}) {
			have[f.Name] = true
		}
		for _, c := range m.Cities {
			t.gold++
			if name, _, ok := finder.Canonical(c); ok && have[name] {
				t.right++
			}
		}
	}
	return Row{"given actors, recall", "Zelenskyy's speeches (Ukrainian)", "Dateline", []Value{{"towns", t.recall()}}}, lines.Err()
}
