package eval

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/gold"
)

// reuters measures on every tenth story of Reuters 1987 how many of the places, people and organisations that its editors
// gave in fields of their own are found in the body.
func reuters(ctx context.Context, o *Options) ([]Row, error) {
	path := filepath.Join(o.Data, "reuters", "docs.jsonl.gz")
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", gold.ErrAbsent, path)
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	finder, err := actor.New()
	if err != nil {
		return nil, err
	}
	var places, people, orgs tally
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<24)
	for n := 0; lines.Scan(); n++ {
		if n%10 != 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var story struct {
			Date, Body           string
			Places, People, Orgs []string
		}
		if err := json.Unmarshal(lines.Bytes(), &story); err != nil {
			return nil, err
		}
		d := &corpus.Document{Text: story.Body, Lang: "en"}
		if date, err := corpus.ParseDate(story.Date); err == nil {
			d.Date = date
		}
		have := map[string]bool{}
		for _, m := range finder.Find(d) {
			if m.Confidence >= corpus.ShownConfidence {
				have[m.Name] = true
				if m.Type == corpus.Person {
					have[lastName(m.Name)] = true
				}
			}
		}
		count := func(t *tally, names []string, key func(string) string) {
			for _, name := range names {
				t.gold++
				if have[key(name)] {
					t.right++
				}
			}
		}
		canonical := func(name string) string {
			c, _, _ := finder.Canonical(strings.ReplaceAll(name, "-", " "))
			return c
		}
		count(&places, story.Places, canonical)
		count(&people, story.People, lastName)
		count(&orgs, story.Orgs, canonical)
	}
	return []Row{{"given actors, recall", "Reuters 1987", "Dateline", []Value{
		{"places", places.recall()}, {"people", people.recall()}, {"organisations", orgs.recall()},
	}}}, lines.Err()
}

// lastName is the last word of a name in small letters: "james-baker" and "James Baker" are "baker".
func lastName(name string) string {
	f := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '-' || r == ' ' })
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}
