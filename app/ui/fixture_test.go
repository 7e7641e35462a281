package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// hostile is text that must come out as text wherever it is shown.
const hostile = "<img src=x onerror=\"alert('&')\"> \u202eنص\u202c 🕊"

// names are found in the texts of the test collection by looking for them as they stand.
var names = []struct {
	words, name string
	typ         corpus.ActorType
	kind        corpus.MentionKind
}{
	{"Joe Biden", "Joe Biden", corpus.Person, corpus.KindName},
	{"Biden", "Joe Biden", corpus.Person, corpus.KindSurname},
	{"Vladimir Putin", "Vladimir Putin", corpus.Person, corpus.KindName},
	{"Putin", "Vladimir Putin", corpus.Person, corpus.KindSurname},
	{"NATO", "NATO", corpus.Organisation, corpus.KindAcronym},
	{"White House", "White House", corpus.Organisation, corpus.KindName},
	{"Kremlin", "Kremlin", corpus.Organisation, corpus.KindName},
	{"Ukraine", "Ukraine", corpus.Country, corpus.KindName},
	{"Russia", "Russia", corpus.Country, corpus.KindName},
	{"Geneva", "Geneva", corpus.Place, corpus.KindName},
	{hostile, hostile, corpus.Person, corpus.KindName},
}

func mentionsIn(text string) []corpus.Mention {
	var list []corpus.Mention
	for _, n := range names {
		for at := 0; ; {
			i := strings.Index(text[at:], n.words)
			if i < 0 {
				break
			}
			start := at + i
			end := start + len(n.words)
			at = end
			if slices.ContainsFunc(list, func(m corpus.Mention) bool { return m.Start < end && start < m.End }) {
				continue
			}
			list = append(list, corpus.Mention{Start: start, End: end, Name: n.name, Type: n.typ, Kind: n.kind, Confidence: 1, Rule: "test"})
		}
	}
	slices.SortFunc(list, func(a, b corpus.Mention) int { return a.Start - b.Start })
	return list
}

func date(t testing.TB, s string) corpus.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := corpus.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// build makes a collection of documents.
func build(t testing.TB, name string, docs ...index.Entry) *collection {
	t.Helper()
	c, err := openCollection(Corpus{Data: buildFile(t, name, docs...)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// buildFile makes the file of a collection.
func buildFile(t testing.TB, name string, docs ...index.Entry) []byte {
	t.Helper()
	slices.SortFunc(docs, func(a, b index.Entry) int {
		if a.Document.Date != b.Document.Date {
			return int(a.Document.Date) - int(b.Document.Date)
		}
		return strings.Compare(a.Document.ID, b.Document.ID)
	})
	b := index.NewBuilder(name)
	for _, d := range docs {
		d.Mentions = mentionsIn(d.Document.Text)
		if err := b.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// seeds are the two documents of the default corpus.
func seeds(t testing.TB) []index.Entry {
	t.Helper()
	read := func(file, day, dateline, title string) index.Entry {
		data, err := os.ReadFile(filepath.Join("..", "..", "corpus", "documents", file))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(string(data)), "date "+day))
		d := &corpus.Document{ID: strings.TrimSuffix(file, ".txt"), Path: file, Title: title, Date: date(t, day), DateFrom: "text", Lang: "en", Text: text}
		if dateline != "" {
			d.Dateline, d.DatelineLen = dateline, len(dateline)+2
		}
		return index.Entry{Document: d, TitleDerived: true}
	}
	return []index.Entry{
		read("000_6bf5c5e7e494ce45.txt", "2021-04-14", "WASHINGTON", "US President Joe Biden urged his Russian counterpart Vladimir Putin to ease mounting tensions with neighboring Ukraine…"),
		read("002_9377c1ecbd6592db.txt", "2021-12-07", "", "Russian President Vladimir Putin and his U.S. counterpart Joe Biden held a virtual summit Tuesday…"),
	}
}

// twoDocuments is the default corpus.
func twoDocuments(t testing.TB) *collection {
	t.Helper()
	return build(t, "Biden–Putin talks, 2021", seeds(t)...)
}

// mixed adds documents with a title, without a date, of a month only, and with hostile text everywhere.
func mixed(t testing.TB) *collection {
	t.Helper()
	return build(t, hostile, append(seeds(t),
		index.Entry{Document: &corpus.Document{
			ID: `h"1`, Path: "a/" + hostile + ".txt", Title: "About " + hostile, Date: date(t, "2021-06"), Lang: "en",
			Source: hostile, URL: "javascript:alert(1)", Authors: []string{hostile}, Tags: []string{hostile},
			Text: "Tension about " + hostile + " rises.\n\nGeneva waits.",
		}},
		index.Entry{Document: &corpus.Document{
			ID: "u1", Path: "u1.md", Title: "An undated note", Lang: "en", URL: "https://example.org/note?a=1&b=2",
			Text: "Nobody knows when the tensions of this note began.",
		}},
	)...)
}

// at returns an explorer that shows a state, with what it writes into the history.
func at(t *testing.T, c *collection, fragment string) (*explorer, *[]string) {
	t.Helper()
	e := newExplorer(c)
	var written []string
	e.history.push = func(_, fragment string) { written = append(written, "push "+fragment) }
	e.history.change = func(_, fragment string) { written = append(written, "replace "+fragment) }
	s, dropped := state.Parse(fragment)
	if len(dropped) > 0 {
		t.Fatalf("%q: dropped %+v", fragment, dropped)
	}
	e.set(s, arrive)
	for !e.a.written() {
		e.more(e.a)
	}
	if e.a.failure != nil {
		t.Fatal(e.a.failure)
	}
	return e, &written
}

// page returns the whole page of an explorer as HTML.
func page(t *testing.T, e *explorer) string {
	t.Helper()
	r := &root{e: e}
	engine := app.NewTestEngine()
	if err := engine.Load(r); err != nil {
		t.Fatal(err)
	}
	engine.ConsumeAll()
	return app.HTMLString(r)
}

// has fails unless the HTML holds each of the wanted pieces.
func has(t *testing.T, html string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(html, want) {
			t.Errorf("%q is missing in\n%s", want, clip(html))
		}
	}
}

func hasNot(t *testing.T, html string, unwanted ...string) {
	t.Helper()
	for _, one := range unwanted {
		if i := strings.Index(html, one); i >= 0 {
			t.Errorf("%q is in\n%s", one, clip(html[max(0, i-200):]))
		}
	}
}

func clip(s string) string {
	if len(s) > 4000 {
		return s[:4000] + "…"
	}
	return s
}

func entry(d corpus.Document) index.Entry { return index.Entry{Document: &d, TitleDerived: true} }
