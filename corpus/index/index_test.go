package index

import (
	"os"
	"strings"
	"testing"

	"dateline/corpus"
)

// seeds are the two default documents with a few mentions put in by hand.
func seeds(t testing.TB) []Entry {
	t.Helper()
	var entries []Entry
	for _, id := range []string{"000_6bf5c5e7e494ce45", "002_9377c1ecbd6592db"} {
		data, err := os.ReadFile("../documents/" + id + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		body := strings.TrimPrefix(string(data), " date ")
		date, err := corpus.ParseDate(body[:10])
		if err != nil {
			t.Fatal(err)
		}
		d := &corpus.Document{ID: id, Path: id + ".txt", Date: date, DateFrom: "text", Lang: "en", Text: strings.TrimSpace(body[10:])}
		e := Entry{Document: d}
		for _, name := range []string{"Biden", "Putin", "NATO"} {
			if i := strings.Index(d.Text, name); i >= 0 {
				e.Mentions = append(e.Mentions, corpus.Mention{Start: i, End: i + len(name), Name: name, Confidence: 0.9, Rule: "test"})
			}
		}
		entries = append(entries, e)
	}
	return entries
}

func build(t testing.TB, entries []Entry) *Index {
	t.Helper()
	b := NewBuilder("Seeds")
	for _, e := range entries {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestRoundTrip(t *testing.T) {
	entries := seeds(t)
	x := build(t, entries)
	m := x.Meta()
	if m.Docs != 2 || m.Name != "Seeds" || m.First.String() != "2021-04-14" || m.Last.String() != "2021-12-07" || m.Actors != 3 {
		t.Errorf("meta: %+v", m)
	}
	for i, e := range entries {
		d := corpus.DocID(i)
		body, err := x.Text(d)
		if err != nil || body != e.Document.Text {
			t.Errorf("text of %d: %v", i, err)
		}
		doc, err := x.Doc(d)
		if err != nil || doc.ID != e.Document.ID || doc.Date != e.Document.Date || doc.Lang != "en" || doc.DateFrom != "text" {
			t.Errorf("doc %d: %+v, %v", i, doc, err)
		}
		if got, ok, err := x.Find(doc.ID); got != d || !ok || err != nil {
			t.Errorf("Find(%s) = %d, %v, %v", doc.ID, got, ok, err)
		}
		mentions, err := x.Mentions(d)
		if err != nil || len(mentions) != len(e.Mentions) {
			t.Fatalf("mentions of %d: %v, %v", i, mentions, err)
		}
		for j, got := range mentions {
			want := e.Mentions[j]
			a, err := x.Actor(got.Actor)
			if err != nil || a.Name != want.Name || got.Start != want.Start || got.End != want.End || got.Rule != "test" || got.Confidence != 0.9 {
				t.Errorf("mention %d of %d: %+v of %+v, %v", j, i, got, a, err)
			}
		}
	}
	term, ok, err := x.Term("tension")
	if err != nil || !ok || term.Docs != 2 || term.Occurrences != 4 {
		t.Errorf("tension: %+v, %v, %v", term, ok, err)
	}
	forms, err := x.Forms("tensions")
	if err != nil || len(forms) != 1 || forms[0].Term != term.ID || forms[0].Count != 4 {
		t.Errorf("tensions: %+v, %v", forms, err)
	}
	if ids, err := x.FindActor("nato"); err != nil || len(ids) != 1 {
		t.Errorf("FindActor: %v, %v", ids, err)
	}
	if _, ok, _ := x.Find("nobody"); ok {
		t.Error("found a document that is not there")
	}
}
