package ingest

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/corpus"
	"dateline/corpus/index"
)

func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

func TestRun(t *testing.T) {
	fsys := files(
		"a.txt", " date 2021-04-14 WASHINGTON: US President Joe Biden called Vladimir Putin. They spoke of Ukraine.",
		"copy/a.txt", " date 2021-04-14 WASHINGTON: US President Joe Biden called Vladimir Putin. They spoke of Ukraine.",
		"b/a.txt", "A note without a date, on the troops that were seen at the border and in the towns.",
		"c.jsonl", `{"id":"one","date":"2021-02-30","title":"An impossible day","text":"Nothing happened on it."}`+"\n{broken\n"+
			`{"id":"two","date":"2021-05","title":"A month","text":"Les présidents se sont entretenus de la situation à la frontière avec l'Ukraine."}`,
		"d.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\x00",
	)
	stages := map[Stage]int{}
	data, report, err := Run(fsys, Options{Name: "Test", Progress: func(p Progress) { stages[p.Stage]++ }})
	if err != nil {
		t.Fatal(err)
	}
	if report.Documents != 4 || report.Undated != 2 || len(report.Duplicates) != 1 || report.Files != 5 {
		t.Errorf("%+v", report)
	}
	var told []string
	for _, p := range report.Problems {
		told = append(told, p.String())
	}
	for _, want := range []string{"c.jsonl:2", "d.png", "2021-02-30"} {
		if !strings.Contains(strings.Join(told, "\n"), want) && !strings.Contains(strings.Join(told, "\n"), "30") {
			t.Errorf("nothing is told of %s in %q", want, told)
		}
	}
	if stages[Reading] == 0 || stages[Analysing] == 0 || stages[Writing] != 1 {
		t.Errorf("progress was told %v", stages)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][2]string{"one": {"", "en"}, "two": {"2021-05", "fr"}, "a": {"2021-04-14", "en"}, "a-2": {"", "en"}} {
		d, ok, err := x.Find(id)
		if !ok || err != nil {
			t.Errorf("there is no document %s: %v", id, err)
			continue
		}
		doc, err := x.Doc(d)
		if err != nil || doc.Date.String() != want[0] || doc.Lang != want[1] {
			t.Errorf("document %s: %+v, %v", id, doc, err)
		}
	}
	again, _, err := Run(fsys, Options{Name: "Test"})
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the same files gave other bytes")
	}
}

func TestNothingToRead(t *testing.T) {
	_, report, err := Run(files("x.bin", "\x00\x01\x02\x00"), Options{})
	if !errors.Is(err, ErrNoDocuments) || report == nil || len(report.Problems) != 1 {
		t.Errorf("%v, %+v", err, report)
	}
}

func TestDeriveTitle(t *testing.T) {
	long := strings.Repeat("words of a sentence ", 20)
	for _, c := range []struct{ text, want string }{
		{"A short one. And more.", "A short one"},
		{"Is it? Yes.", "Is it?"},
		{"* * *\n\nThe U.S. envoy left. He came back.", "The U.S. envoy left"},
		{"", "id"},
	} {
		if got := DeriveTitle(&corpus.Document{ID: "id", Text: c.text}); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	got := DeriveTitle(&corpus.Document{Text: long})
	if !strings.HasSuffix(got, "sentence…") && !strings.HasSuffix(got, "…") || len(got) > 170 || !strings.HasPrefix(long, strings.TrimSuffix(got, "…")) {
		t.Errorf("a long sentence: %q", got)
	}
}

// TestActorsFile has actors.csv correct the actors of the documents beside it, and be no document itself.
func TestActorsFile(t *testing.T) {
	fsys := files(
		"a.txt", " date 2021-04-14 WASHINGTON: US President Joe Biden called Vladimir Putin.",
		"actors.csv", "action,name,type,names\nhide,Vladimir Putin\nmerge,J. R. Biden,person,Joe Biden\nfly,X\n",
	)
	data, report, err := Run(fsys, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Documents != 1 || len(report.Problems) != 1 || report.Problems[0].Line != 4 {
		t.Errorf("%+v", report)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"Vladimir Putin": 0, "J. R. Biden": 1} {
		if ids, err := x.FindActor(name); err != nil || len(ids) != want {
			t.Errorf("%s: %v %v", name, ids, err)
		}
	}
}
