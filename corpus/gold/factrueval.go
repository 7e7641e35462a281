package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// FactRuEval reads the Russian news of factRuEval 2016: its objects as names, from the first to the last of their words that are
// names. Where one lies in another the outer one counts, as in the English sets.
func FactRuEval(dir string) ([]Document, error) {
	dir = filepath.Join(dir, "factrueval2016", "devset")
	files, err := fs.Glob(os.DirFS(dir), "*.txt")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%w: %s", ErrAbsent, dir)
	}
	sort.Strings(files)
	var docs []Document
	for _, f := range files {
		id := strings.TrimSuffix(f, ".txt")
		text, err1 := open(dir, f)
		spans, err2 := open(dir, id+".spans")
		objects, err3 := open(dir, id+".objects")
		if err := errors.Join(err1, err2, err3); err != nil {
			return nil, err
		}
		docs = append(docs, Document{ID: id, Text: text, Spans: factSpans(text, spans, objects)})
	}
	return docs, nil
}

// factSpans turns offsets in characters into spans in bytes.
func factSpans(text, spans, objects string) []Span {
	var offsets []int
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	type piece struct {
		from, to int
		name     bool
	}
	pieces := map[string]piece{}
	for line := range strings.Lines(spans) {
		f := strings.Fields(line)
		if len(f) < 4 {
			continue
		}
		from, err1 := strconv.Atoi(f[2])
		n, err2 := strconv.Atoi(f[3])
		if err1 == nil && err2 == nil && from+n < len(offsets) {
			named := strings.HasSuffix(f[1], "name") || f[1] == "patronymic"
			pieces[f[0]] = piece{offsets[from], offsets[from+n], named}
		}
	}
	var out []Span
	for line := range strings.Lines(objects) {
		head, _, _ := strings.Cut(line, "#")
		f := strings.Fields(head)
		if len(f) < 3 {
			continue
		}
		label := map[string]string{"Person": "PER", "Org": "ORG", "Location": "LOC", "LocOrg": "LOC"}[f[1]]
		s := Span{Start: -1, Label: label}
		for _, id := range f[2:] {
			if p, ok := pieces[id]; ok && p.name {
				if s.Start < 0 || p.from < s.Start {
					s.Start = p.from
				}
				s.End = max(s.End, p.to)
			}
		}
		if label != "" && s.Start >= 0 {
			out = append(out, s)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Start != out[j].Start {
			return out[i].Start < out[j].Start
		}
		return out[i].End > out[j].End
	})
	kept := out[:0]
	end := 0
	for _, s := range out {
		if s.Start >= end {
			kept = append(kept, s)
			end = s.End
		}
	}
	return kept
}
