package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/actor/tagger"
	"dateline/corpus/gold"
)

// weak labels texts that nobody has annotated: those of wcep_linked before June 2021, whose links say where names are, and some
// of each year of wcep_text. The first model labels them, with the dictionary and the rules; what it is not sure of teaches
// nothing. A link's span counts as a name of the type that its title has wherever it was found.
func weak(data string, m *tagger.Model, perYear int, weight float32) ([]tagger.Sample, error) {
	finder, err := actor.NewWith(m)
	if err != nil {
		return nil, err
	}
	linked, err := readEvents(filepath.Join(data, "wcep_linked"), "202[01].jsonl")
	if err != nil {
		return nil, err
	}
	plain, err := readEvents(filepath.Join(data, "wcep_text"), "20[01]?.jsonl")
	if err != nil {
		return nil, err
	}
	titles := map[string]*[3]float64{}
	var samples []tagger.Sample
	kept := linked[:0]
	for _, e := range linked {
		if e.Date < "2021-06" {
			kept = append(kept, e)
		}
	}
	linked = kept
	for i := range linked {
		linked[i].found = find(finder, &linked[i])
		linked[i].vote(titles)
	}
	for i := range linked {
		if s, ok := linked[i].sample(titles, weight); ok {
			samples = append(samples, s)
		}
	}
	fmt.Fprintf(os.Stderr, "%d linked texts, %d titles\n", len(samples), len(titles))
	year, n := "", 0
	for i := range plain {
		e := &plain[i]
		if y := e.Date[:4]; y != year {
			year, n = y, 0
		}
		if n++; n%7 != 0 || n/7 > perYear {
			continue
		}
		e.found = find(finder, e)
		if s, ok := e.sample(nil, weight); ok {
			samples = append(samples, s)
		}
	}
	fmt.Fprintf(os.Stderr, "%d texts labelled by the first model\n", len(samples))
	return samples, nil
}

// An event is a text with what was found in it.
type event struct {
	*gold.Event
	found []corpus.Mention
}

func readEvents(dir, pattern string) ([]event, error) {
	read, err := gold.ReadEvents(dir, pattern)
	if err != nil {
		return nil, err
	}
	events := make([]event, len(read))
	for i := range read {
		events[i].Event = &read[i]
	}
	return events, nil
}

func find(f *actor.Finder, e *event) []corpus.Mention {
	d := &corpus.Document{Text: e.Text, Lang: "en"}
	if date, err := corpus.ParseDate(e.Date); err == nil {
		d.Date = date
	}
	return f.Find(d)
}

// vote counts as what each title was found.
func (e *event) vote(titles map[string]*[3]float64) {
	for i := range e.Links {
		start, end := e.Span(i)
		for _, m := range e.found {
			if m.Start == start && m.End == end && m.Kind != corpus.KindDemonym {
				v := titles[e.Links[i].Title]
				if v == nil {
					v = new([3]float64)
					titles[e.Links[i].Title] = v
				}
				v[tagType(m.Type)] += m.Confidence
			}
		}
	}
}

func tagType(t corpus.ActorType) tagger.Type {
	return [...]tagger.Type{tagger.Person, tagger.Organisation, tagger.Place, tagger.Place}[t]
}

const (
	sure   = 0.85 // a mention above is a label
	unsure = 0.25 // one below is none; those between teach nothing
)

// sample makes the labels of an event.
func (e *event) sample(titles map[string]*[3]float64, weight float32) (tagger.Sample, bool) {
	s := tagger.Sample{Text: e.Text, Weight: weight}
	taken := func(start, end int) bool {
		for _, p := range s.Spans {
			if start < p.End && end > p.Start {
				return true
			}
		}
		return false
	}
	for i := range e.Links {
		start, end := e.Span(i)
		r, _ := utf8.DecodeRuneInString(e.Links[i].Surface)
		if end == 0 || !strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZ", r) || taken(start, end) {
			continue
		}
		v := titles[e.Links[i].Title]
		if v == nil || demonym(e.found, start, end) {
			continue
		}
		best, sum := 0, 0.0
		for t, x := range v {
			sum += x
			if x > v[best] {
				best = t
			}
		}
		if v[best] > 0.75*sum && sum > 0.6 {
			s.Spans = append(s.Spans, tagger.Span{Start: start, End: end, Type: tagger.Type(best)})
		} else {
			s.Doubt = append(s.Doubt, tagger.Span{Start: start, End: end})
		}
	}
	for _, m := range e.found {
		switch {
		case m.Kind == corpus.KindDemonym || m.Kind == corpus.KindRole || taken(m.Start, m.End):
		case m.Confidence >= sure:
			s.Spans = append(s.Spans, tagger.Span{Start: m.Start, End: m.End, Type: tagType(m.Type)})
		case m.Confidence >= unsure:
			s.Doubt = append(s.Doubt, tagger.Span{Start: m.Start, End: m.End})
		}
	}
	sort.Slice(s.Spans, func(i, j int) bool { return s.Spans[i].Start < s.Spans[j].Start })
	return s, len(s.Spans) > 0
}

func demonym(found []corpus.Mention, start, end int) bool {
	for _, m := range found {
		if m.Start == start && m.End == end {
			return m.Kind == corpus.KindDemonym
		}
	}
	return false
}
