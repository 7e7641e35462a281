package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/corpus"
	"dateline/corpus/index"
)

// mixture is a folder of n records of news in several formats, with ids that collide, duplicates, languages told and not, and
// files that cannot be read.
func mixture(n int) fstest.MapFS {
	rng := rand.New(rand.NewPCG(17, 18))
	names := strings.Fields("Biden Putin NATO Russia Ukraine Geneva Moscow Washington Zelenskyy Macron")
	verbs := strings.Fields("called met warned thanked visited accused")
	var jsonl, csv strings.Builder
	csv.WriteString("id,date,title,text,tags,people\n")
	fsys := fstest.MapFS{"broken.png": {Data: []byte("\x89PNG\r\n\x1a\n")}, "empty.txt": {}, "bad.jsonl": {Data: []byte("{\n[1]\n")}}
	for i := range n {
		var b strings.Builder
		for range 3 + rng.IntN(40) {
			fmt.Fprintf(&b, "The president of %s %s %s about the situation at the border on day %d. ",
				names[rng.IntN(len(names))], verbs[rng.IntN(len(verbs))], names[rng.IntN(len(names))], rng.IntN(30))
		}
		body := strings.TrimSpace(b.String())
		date := fmt.Sprintf("2021-%02d-%02d", 1+rng.IntN(12), 1+rng.IntN(28))
		switch i % 5 {
		case 0:
			fmt.Fprintf(&jsonl, `{"id":"j%d","date":%q,"title":"Story %d","text":%q,"people":["reagan"],"source":"Wire %d"}`+"\n", i, date, i, body, i%3)
		case 1:
			fmt.Fprintf(&jsonl, `{"date":"","text":%q,"tags":["a","b, c"]}`+"\n", body)
		case 2:
			fmt.Fprintf(&csv, "c%d,%s,,%q,\"x; y\",Joe Biden\n", i, date, body)
		case 3:
			fsys[fmt.Sprintf("%d/a.txt", i)] = &fstest.MapFile{Data: []byte(" date " + date + " WASHINGTON: " + body)}
			if i%10 == 3 {
				fsys[fmt.Sprintf("%d/copy.txt", i)] = fsys[fmt.Sprintf("%d/a.txt", i)]
			}
		case 4:
			body = "Les présidents se sont entretenus de la situation à la frontière avec l'Ukraine et de la sécurité en Europe."
			fsys[fmt.Sprintf("%d/a.md", i)] = &fstest.MapFile{Data: []byte("---\ndate: 2021-05\n---\n" + body + fmt.Sprint(i))}
		}
	}
	fsys["lines.jsonl"] = &fstest.MapFile{Data: []byte(jsonl.String())}
	fsys["table.csv"] = &fstest.MapFile{Data: []byte(csv.String())}
	return fsys
}

// TestWorkers holds that neither the bytes nor the report depend on the number of workers.
func TestWorkers(t *testing.T) {
	fsys := mixture(700)
	var first []byte
	var told string
	for _, workers := range []int{1, 2, 7} {
		data, report, err := Run(fsys, Options{Name: "Test", Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first, told = data, fmt.Sprintf("%+v", *report)
		}
		if !bytes.Equal(data, first) {
			t.Errorf("%d workers write other bytes", workers)
		}
		if got := fmt.Sprintf("%+v", *report); got != told {
			t.Errorf("%d workers report\n%s\nwant\n%s", workers, got, told)
		}
	}
}

// TestMerge holds that a corpus built in three parts and merged, in whatever order, is the one built at once.
func TestMerge(t *testing.T) {
	fsys := mixture(400)
	whole, report, err := Run(fsys, Options{Name: "Test"})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Duplicates) < 40 {
		t.Fatalf("%d duplicates: the test has lost its point", len(report.Duplicates))
	}
	var parts [3]fstest.MapFS
	for i := range parts {
		parts[i] = fstest.MapFS{}
	}
	for name, file := range fsys {
		parts[len(name)*31%3][name] = file
	}
	var inputs []Input
	for i, part := range parts {
		if i == 2 { // a folder among corpora
			inputs = append(inputs, Input{Name: "folder", Files: part})
			continue
		}
		data, _, err := Run(part, Options{Name: fmt.Sprint("part ", i)})
		if err != nil {
			t.Fatalf("part %d: %v", i, err)
		}
		x, err := index.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, Input{Name: fmt.Sprintf("part%d.corpus", i), Corpus: x})
	}
	for range inputs {
		merged, again, err := Merge(inputs, Options{Name: "Test"})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(merged, whole) {
			t.Errorf("merged, the corpus has %d bytes that are not those (%d) of the one built at once", len(merged), len(whole))
		}
		if again.Documents != report.Documents || again.Mentions != report.Mentions {
			t.Errorf("merged: %+v", again)
		}
		inputs = append(inputs[1:], inputs[0])
	}

	// A corpus merged with itself is itself, and says so.
	x, err := index.Open(whole)
	if err != nil {
		t.Fatal(err)
	}
	twice, again, err := Merge([]Input{{Name: "a", Corpus: x}, {Name: "b", Corpus: x}}, Options{Name: "Test"})
	if err != nil || !bytes.Equal(twice, whole) || len(again.Duplicates) != report.Documents || !strings.HasPrefix(again.Duplicates[0].Path, "b: ") {
		t.Errorf("twice the same: %v, %d duplicates of %d", err, len(again.Duplicates), report.Documents)
	}
}

func TestNoActors(t *testing.T) {
	data, report, err := Run(files("a.jsonl", `{"text":"Joe Biden called Vladimir Putin.","people":["reagan"]}`), Options{NoActors: true})
	if err != nil || report.Mentions != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if mentions, err := x.Mentions(0); err != nil || len(mentions) != 1 || mentions[0].Kind != corpus.KindGiven {
		t.Errorf("%+v, %v", mentions, err)
	}
}

// TestLanguages holds that short texts with a few foreign function words go with most documents, and whole texts in another language do not.
func TestLanguages(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 200 {
		fsys[fmt.Sprintf("%03d.txt", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "The leaders of the two countries spoke about the %dth round of their talks.", i)}
	}
	for name, body := range map[string]string{
		"al.txt": "Ali Hassan al-Jaber, an Al-Jazeera cameraman, is killed in Libya.",
		"fr.txt": "Les présidents se sont entretenus de la situation à la frontière avec l'Ukraine.",
		"no.txt": "12 13 14",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(body)}
	}
	data, _, err := Run(fsys, Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"al": "en", "fr": "fr", "no": "en"} {
		d, ok, err := x.Find(id)
		if !ok || err != nil {
			t.Fatal(id, err)
		}
		if lang, err := x.Lang(d); lang != want || err != nil {
			t.Errorf("%s is in %q, want %q: %v", id, lang, want, err)
		}
	}
}

// TestPack holds that nothing of a document is lost while it waits.
func TestPack(t *testing.T) {
	date, _ := corpus.ParseDate("2021-04")
	for _, want := range []corpus.Document{
		{},
		{
			ID: "a", OwnID: true, Path: "x/a.txt#3", Title: "Title", Date: date, DateFrom: "text", Dateline: "KYIV", DatelineLen: 6, Lang: "uk",
			Source: "Wire", URL: "https://example.org", Authors: []string{"", "B"}, Tags: []string{"x"},
			Actors: []corpus.GivenActor{{Name: "NATO", Type: corpus.Organisation}, {Name: "", Type: corpus.Place}}, Text: "KYIV: " + strings.Repeat("words ", 100),
		},
	} {
		it := newItem(&want, &origin{})
		got := it.entry().Document
		if fmt.Sprintf("%+v", *got) != fmt.Sprintf("%+v", want) {
			t.Errorf("got  %+v\nwant %+v", *got, want)
		}
		if it.path() != want.Path || it.id() != want.ID || it.text() != want.Text || it.where() != want.Path {
			t.Errorf("parts of %+v", want)
		}
	}
	from := &origin{rule: map[string]int{}, actors: []index.Actor{{Name: "NATO", Type: corpus.Organisation}, {Name: "Geneva", Type: corpus.Place}}}
	packed := from.packMentions([]index.Mention{
		{Start: 3, End: 9, Actor: 1, Kind: corpus.KindName, Confidence: 0.95, Rule: "dictionary"},
		{Actor: 0, Kind: corpus.KindGiven, Confidence: 1, Rule: "given"},
		{Start: 300, End: 304, Actor: 0, Kind: corpus.KindAcronym, Confidence: 0.29, Rule: "dictionary"},
	})
	want := "[{Start:3 End:9 Name:Geneva Type:place Kind:name Confidence:0.95 Rule:dictionary} " +
		"{Start:0 End:0 Name:NATO Type:organisation Kind:given Confidence:1 Rule:given} " +
		"{Start:300 End:304 Name:NATO Type:organisation Kind:acronym Confidence:0.29 Rule:dictionary}]"
	if got := fmt.Sprintf("%+v", from.mentions(packed)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestStopped holds that the work ends when its context does, wherever it is.
func TestStopped(t *testing.T) {
	fsys := mixture(300)
	for _, stage := range []Stage{Reading, Analysing} {
		ctx, cancel := context.WithCancel(t.Context())
		_, report, err := Run(fsys, Options{Context: ctx, Progress: func(p Progress) {
			if p.Stage == stage {
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) || report == nil {
			t.Errorf("stopped at stage %d: %v", stage, err)
		}
		cancel()
	}
}

// TestSameIDs holds that documents that bring the same id with them all stay, and that it is told.
func TestSameIDs(t *testing.T) {
	lines := ""
	for i := range 30 {
		lines += fmt.Sprintf(`{"id":"x","text":"Text %d of the documents."}`+"\n", i)
	}
	data, report, err := Run(files("a.jsonl", lines), Options{})
	if err != nil || report.Documents != 30 {
		t.Fatalf("%+v, %v", report, err)
	}
	doubtful := 0
	for _, p := range report.Problems {
		if !p.Note {
			t.Errorf("skipped %s", p)
		}
		doubtful += 1 + p.More
	}
	if doubtful != 29 || len(report.Problems) > 25 || !strings.Contains(report.Problems[0].String(), `a.jsonl#2: its id "x"`) {
		t.Errorf("%d doubts: %q", doubtful, report.Problems)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"x", "x-2", "x-30"} {
		if _, ok, err := x.Find(id); !ok || err != nil {
			t.Errorf("there is no document %s: %v", id, err)
		}
	}
}
