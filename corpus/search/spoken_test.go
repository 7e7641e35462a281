package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// spokenEntries are documents with dates and statements at random; the words of a statement are "said" and a number.
func spokenEntries(n int) []index.Entry {
	rng := rand.New(rand.NewPCG(1, 2))
	names := []string{"Joe Biden", "Vladimir Putin", "NATO"}
	const body = "Biden Putin NATO say ceasefires and troops in talks."
	places := [][2]int{{0, 5}, {6, 11}, {12, 16}}
	var entries []index.Entry
	for i := range n {
		d := &corpus.Document{ID: fmt.Sprintf("d%03d", i), Lang: "en", Text: body}
		d.Date, _ = corpus.NewDate(2020, 1+i*12/n, 0)
		e := index.Entry{Document: d}
		for j, name := range names {
			e.Mentions = append(e.Mentions, corpus.Mention{Start: places[j][0], End: places[j][1], Name: name, Confidence: 1})
		}
		for range rng.IntN(4) {
			day, _ := corpus.NewDate(2010+rng.IntN(12), 1+rng.IntN(12), 1+rng.IntN(28))
			unit := []corpus.TimeUnit{corpus.DayUnit, corpus.MonthUnit, corpus.YearUnit, corpus.DecadeUnit, corpus.CenturyUnit}[rng.IntN(5)]
			m := corpus.DateMention{Start: 3, End: 9, Unit: unit}
			m.From, m.To = unit.Around(day)
			e.Dates = append(e.Dates, m)
		}
		for range rng.IntN(3) {
			by, to := rng.IntN(4), rng.IntN(3)
			s := corpus.Statement{Start: 17, End: 36, VerbStart: 17, VerbEnd: 20, Speaker: corpus.Party{Start: 17, End: 20}, Kind: corpus.StatementKind(rng.IntN(3))}
			if by < 3 {
				s.Speaker = corpus.Party{Start: places[by][0], End: places[by][1], Name: names[by]}
			}
			s.To = []corpus.Party{{Start: places[to][0], End: places[to][1], Name: names[to]}}
			if rng.IntN(2) == 0 {
				s.Start = 12
			}
			e.Statements = append(e.Statements, s)
		}
		entries = append(entries, e)
	}
	return entries
}

// TestSpokenFilters compares mentions: and by: with a reading of every entry.
func TestSpokenFilters(t *testing.T) {
	entries := spokenEntries(200)
	e := engineOf(t, entries)
	day := func(s string) corpus.Date { d, _ := corpus.ParseDate(s); return d }
	speaks := func(from, to string) func(index.Entry) bool {
		return func(entry index.Entry) bool {
			return slices.ContainsFunc(entry.Dates, func(m corpus.DateMention) bool {
				first, last := day(from), day(to)
				if m.Unit == corpus.CenturyUnit {
					return m.From >= first && m.To <= last
				}
				return m.To >= first && m.From <= last
			})
		}
	}
	by := func(name string) func(index.Entry) bool {
		return func(entry index.Entry) bool {
			return slices.ContainsFunc(entry.Statements, func(s corpus.Statement) bool { return s.Speaker.Name == name })
		}
	}
	for typed, want := range map[string]func(index.Entry) bool{
		"mentions:2014":             speaks("2014-01-01", "2014-12-31"),
		"mentions:2014-04..2014-06": speaks("2014-04-01", "2014-06-30"),
		"mentions:2014-04-13":       speaks("2014-04-13", "2014-04-13"),
		"mentions:<2012":            speaks("0001-01-01", "2011-12-31"),
		"mentions:1900..2100":       speaks("1900-01-01", "2100-12-31"),
		"-mentions:2014":            func(entry index.Entry) bool { return !speaks("2014-01-01", "2014-12-31")(entry) },
		"by:NATO":                   by("NATO"),
		`by:"joe biden"`:            by("Joe Biden"),
		"by:Putin mentions:2014": func(entry index.Entry) bool {
			return by("Vladimir Putin")(entry) && speaks("2014-01-01", "2014-12-31")(entry)
		},
	} {
		q, _ := query.Parse(typed, query.AllTerms)
		result, err := e.Run(Request{Query: q, Limit: 1000, Sort: Oldest})
		if err != nil {
			t.Fatal(err)
		}
		var got, all []int
		for _, h := range result.Hits {
			got = append(got, int(h.Doc))
		}
		for i, entry := range entries {
			if want(entry) {
				all = append(all, i)
			}
		}
		if !slices.Equal(got, all) || len(all) == 0 {
			t.Errorf("%s: %d documents, want %d", typed, len(got), len(all))
		}
	}
	q, _ := query.Parse("by:nobody", query.AllTerms)
	if result, err := e.Run(Request{Query: q}); err != nil || result.Total != 0 || len(result.Notes) != 1 {
		t.Errorf("by:nobody: %+v, %v", result, err)
	}
}

// TestStatements compares Statements with a reading of every entry.
func TestStatements(t *testing.T) {
	entries := spokenEntries(100)
	e := engineOf(t, entries)
	actor := func(name string) []index.ActorID {
		ids, err := e.Actors(name)
		if err != nil || len(ids) != 1 {
			t.Fatal(ids, err)
		}
		return ids
	}
	q, _ := query.Parse("date:2020-06..2020-08", query.AllTerms)
	for _, c := range []struct {
		name string
		r    StatementRequest
		want func(d *corpus.Document, s corpus.Statement) bool
	}{
		{"all", StatementRequest{}, func(*corpus.Document, corpus.Statement) bool { return true }},
		{"speaker", StatementRequest{Speakers: actor("NATO")}, func(_ *corpus.Document, s corpus.Statement) bool { return s.Speaker.Name == "NATO" }},
		{"to", StatementRequest{To: actor("Putin")}, func(_ *corpus.Document, s corpus.Statement) bool { return s.To[0].Name == "Vladimir Putin" }},
		{"about", StatementRequest{About: actor("NATO")}, func(_ *corpus.Document, s corpus.Statement) bool {
			return s.Start == 12 && s.Speaker.Name != "NATO"
		}},
		{"topic", StatementRequest{Topic: "ceasefire"}, func(*corpus.Document, corpus.Statement) bool { return true }},
		{"no topic", StatementRequest{Topic: "ceasefire weather"}, func(*corpus.Document, corpus.Statement) bool { return false }},
		{"kind", StatementRequest{Kinds: []corpus.StatementKind{corpus.Denies}}, func(_ *corpus.Document, s corpus.Statement) bool { return s.Kind == corpus.Denies }},
		{"dates and speaker", StatementRequest{Request: Request{Query: q}, Speakers: actor("NATO")}, func(d *corpus.Document, s corpus.Statement) bool {
			_, m, _ := d.Date.Parts()
			return s.Speaker.Name == "NATO" && m >= 6 && m <= 8
		}},
	} {
		total, docs := 0, 0
		for _, entry := range entries {
			n := 0
			for _, s := range entry.Statements {
				if c.want(entry.Document, s) {
					n++
				}
			}
			total += n
			docs += min(n, 1)
		}
		c.r.Offset, c.r.Limit = 2, 5
		result, err := e.Statements(c.r)
		if err != nil || result.Total != total || result.Docs != docs || len(result.Hits) != min(5, max(total-2, 0)) {
			t.Errorf("%s: total %d in %d documents, %d hits; want %d in %d; %v", c.name, result.Total, result.Docs, len(result.Hits), total, docs, err)
		}
		for _, h := range result.Hits {
			if h.Words == "" || h.Verb != "say" || h.SpeakerWords == "" {
				t.Errorf("%s: %+v", c.name, h)
			}
		}
		sum := 0
		for _, f := range result.Speakers {
			sum += f.Docs
		}
		if sum > total || c.name == "speaker" && (sum != total || result.Speakers[0].Name != "NATO") {
			t.Errorf("%s: speakers %+v", c.name, result.Speakers)
		}
	}
	newest, _ := e.Statements(StatementRequest{Request: Request{Limit: 1}})
	oldest, _ := e.Statements(StatementRequest{Request: Request{Limit: 1, Sort: Oldest}})
	if newest.Hits[0].Doc <= oldest.Hits[0].Doc {
		t.Error("the newest statement comes before the oldest")
	}
}

// TestMentionedDays compares the histogram with a count over every entry.
func TestMentionedDays(t *testing.T) {
	entries := spokenEntries(100)
	e := engineOf(t, entries)
	want := map[int]int{}
	for _, entry := range entries {
		seen := map[corpus.DateMention]bool{}
		for _, m := range entry.Dates {
			if !seen[m] && m.Unit <= corpus.YearUnit {
				want[m.From.Days()]++
			}
			seen[m] = true
		}
	}
	days, err := e.MentionedDays(Request{})
	if err != nil || len(days) != len(want) {
		t.Fatalf("%d days, want %d; %v", len(days), len(want), err)
	}
	for i, d := range days {
		if want[d.Day] != d.Docs || i > 0 && days[i-1].Day >= d.Day {
			t.Errorf("day %d: %d documents, want %d", d.Day, d.Docs, want[d.Day])
		}
	}
	q, _ := query.Parse("id:d000", query.AllTerms)
	times, err := e.Mentioned(Request{Query: q})
	for _, c := range times {
		if c.Docs != 1 {
			t.Errorf("one document counts %d", c.Docs)
		}
	}
	if err != nil || len(times) > len(entries[0].Dates) {
		t.Errorf("%+v, %v", times, err)
	}
}
