package index

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"dateline/corpus"
)

// TestSpokenRoundTrip writes dates and statements and reads them back, by document and by posting list.
func TestSpokenRoundTrip(t *testing.T) {
	day, _ := corpus.ParseDate("2021-04-13")
	first, _ := corpus.ParseDate("2014-01-01")
	last, _ := corpus.ParseDate("2014-12-31")
	dates := []corpus.DateMention{
		{Start: 3, End: 10, From: day, To: day, Unit: corpus.DayUnit, Kind: corpus.Resolved},
		{Start: 12, End: 16, From: first, To: last, Unit: corpus.YearUnit, Kind: corpus.Written},
		{Start: 20, End: 31, Kind: corpus.PastRef},
		{Start: 40, End: 47, From: day, To: day, Unit: corpus.DayUnit, Kind: corpus.Resolved},
	}
	putin := corpus.Party{Start: 9, End: 14, Name: "Putin"}
	nato := corpus.Party{Start: 30, End: 34, Name: "NATO"}
	words := corpus.Party{Start: 50, End: 59}
	statements := []corpus.Statement{
		{Start: 5, End: 40, Speaker: putin, Verb: "x", VerbStart: 2, VerbEnd: 4, Kind: corpus.Accuses, Form: corpus.Mixed, To: []corpus.Party{nato, words}, Via: words},
		{Start: 5, End: 20, Speaker: words, VerbStart: 60, VerbEnd: 64, Kind: corpus.Says, Form: corpus.Indirect},
		{Start: 30, End: 50, Speaker: putin, VerbStart: 0, VerbEnd: 0, Form: corpus.Direct},
	}
	entries := seeds(t)
	entries[1].Dates, entries[1].Statements = dates, statements
	// What is no span of the text, or no time, is left out.
	entries[0].Dates = []corpus.DateMention{{Start: 5, End: 1 << 20, Kind: corpus.PastRef}, {Start: 1, End: 2, From: last, To: first, Unit: corpus.DayUnit}}
	entries[0].Statements = []corpus.Statement{{Start: -1, End: 4, Speaker: words}}
	x := build(t, entries)
	if m := x.Meta(); m.Dates != 4 || m.Statements != 3 {
		t.Errorf("meta counts %d dates and %d statements", m.Dates, m.Statements)
	}
	got, err := x.Dates(1)
	if err != nil || !reflect.DeepEqual(got, dates) {
		t.Errorf("dates: %+v, %v", got, err)
	}
	if got, err := x.Dates(0); err != nil || len(got) != 0 {
		t.Errorf("dates of the other: %+v, %v", got, err)
	}
	said, err := x.Statements(1)
	if err != nil || len(said) != 3 {
		t.Fatalf("statements: %+v, %v", said, err)
	}
	back := func(p Party) corpus.Party {
		out := corpus.Party{Start: p.Start, End: p.End}
		if p.IsActor {
			a, err := x.Actor(p.Actor)
			if err != nil {
				t.Fatal(err)
			}
			out.Name, out.Type = a.Name, a.Type
		}
		return out
	}
	for i, s := range said {
		again := corpus.Statement{
			Start: s.Start, End: s.End, Speaker: back(s.Speaker), Via: back(s.Via), Verb: statements[i].Verb,
			VerbStart: s.VerbStart, VerbEnd: s.VerbEnd, Kind: s.Kind, Form: s.Form,
		}
		for _, p := range s.To {
			again.To = append(again.To, back(p))
		}
		if !reflect.DeepEqual(again, statements[i]) {
			t.Errorf("statement %d: %+v, want %+v", i, again, statements[i])
		}
	}
	times, err := x.SpokenTimes()
	if err != nil || len(times) != 2 || times[0].From != first || times[1].Docs != 1 || times[1].Mentions != 2 {
		t.Errorf("times: %+v, %v", times, err)
	}
	for _, time := range times {
		p, err := x.SpokenPostings(time)
		if err != nil {
			t.Fatal(err)
		}
		var b Block
		if err := p.Read(0, &b, x.Docs()); err != nil || len(b.Docs) != 1 || b.Docs[0] != 1 || int(b.Body[0]) != time.Mentions {
			t.Errorf("%+v: %v, %v", time, b.Docs, err)
		}
	}
	speakers, err := x.Speakers()
	if err != nil || len(speakers) != 1 || speakers[0].Statements != 2 {
		t.Fatalf("speakers: %+v, %v", speakers, err)
	}
	if p, err := x.SpeakerPostings(speakers[0].Actor); err != nil || p == nil || p.Docs != 1 || p.Occurrences != 2 {
		t.Errorf("postings of the speaker: %+v, %v", p, err)
	}
	for a := range x.Meta().Actors {
		if ActorID(a) == speakers[0].Actor {
			continue
		}
		if p, err := x.SpeakerPostings(ActorID(a)); err != nil || p != nil {
			t.Errorf("postings of one who said nothing: %+v, %v", p, err)
		}
	}
}

// TestWithoutSpoken reads a file that has no such sections, as those of version 1.
func TestWithoutSpoken(t *testing.T) {
	x := build(t, seeds(t))
	for _, s := range []section{secWhen, secDays, secDayp, secStmt, secSpkr, secSpkp} {
		x.file.sections[s] = extent{}
	}
	dates, err := x.Dates(0)
	statements, err2 := x.Statements(0)
	times, err3 := x.SpokenTimes()
	speakers, err4 := x.Speakers()
	p, err5 := x.SpeakerPostings(0)
	for _, err := range []error{err, err2, err3, err4, err5} {
		if err != nil {
			t.Error(err)
		}
	}
	if len(dates)+len(statements)+len(times)+len(speakers) != 0 || p != nil {
		t.Error("something was found where nothing is")
	}
}

// TestSpokenDamage holds that a record with times or parties that cannot be is an error, not a panic.
func TestSpokenDamage(t *testing.T) {
	for _, data := range []string{
		"\x01\x00\x01\x01\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00", // a day beyond all
		"\x01\x00\x01\xff",     // no such kind
		"\xff\xff\xff\xff\x07", // more than there can be
		"\x01\x00",
	} {
		x := build(t, seeds(t))
		for _, which := range []int{storeWhen, storeStatements} {
			x.stores[which] = blockCache{store: &store{n: 2}, entries: []cachedBlock{{0, [][]byte{[]byte(data), nil}}}}
		}
		if _, err := x.Dates(0); err == nil || !strings.Contains(err.Error(), "corpus file") {
			t.Errorf("dates of %x: %v", data, err)
		}
		if _, err := x.Statements(0); err == nil || !strings.Contains(err.Error(), "corpus file") {
			t.Errorf("statements of %x: %v", data, err)
		}
	}
}

// TestVersion1 opens a file that the first version wrote, of the documents that ship: all that it has is read, and it speaks of no dates.
func TestVersion1(t *testing.T) {
	data, err := os.ReadFile("testdata/version1.corpus")
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if m := x.Meta(); m.Version != 1 || m.Docs != 2 || m.Mentions == 0 || m.Dates != 0 || m.Statements != 0 {
		t.Errorf("%+v", m)
	}
	for d := range corpus.DocID(2) {
		mentions, err := x.Mentions(d)
		if err != nil || len(mentions) == 0 {
			t.Errorf("document %d: %d mentions, %v", d, len(mentions), err)
		}
		dates, err := x.Dates(d)
		statements, err2 := x.Statements(d)
		if err != nil || err2 != nil || len(dates)+len(statements) != 0 {
			t.Errorf("document %d: %v, %v, %v, %v", d, dates, statements, err, err2)
		}
	}
	if err := touchAll(x); err != nil {
		t.Error(err)
	}
}
