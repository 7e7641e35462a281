package source

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/corpus"
)

func walk(t testing.TB, fsys fstest.MapFS, opts Options) (docs []corpus.Document, problems []string) {
	t.Helper()
	err := Walk(fsys, opts, Visitor{
		Document: func(d corpus.Document) error { docs = append(docs, d); return nil },
		Problem:  func(p Problem) { problems = append(problems, p.String()) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs, problems
}

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// TestReaders reads one document in each form.
func TestReaders(t *testing.T) {
	for name, c := range map[string]struct{ input, want string }{
		"lead.txt":             {" date 2021-04-14 WASHINGTON: US President Joe Biden.\n\nMore.", "lead|2021-04-14|||WASHINGTON|WASHINGTON: US President Joe Biden.¶More."},
		"nodateline.txt":       {" date 2021-12-07 Russian President Vladimir Putin.", "nodateline|2021-12-07||||Russian President Vladimir Putin."},
		"2021-04-14-talks.txt": {"The leaders spoke.", "2021-04-14-talks|2021-04-14||||The leaders spoke."},
		"undated.txt":          {"The leaders spoke.", "undated|||||The leaders spoke."},
		"front.md":             {"---\ntitle: A title\ndate: 2021-04\ntags: [a, b]\nlang: en\n---\nFirst *words*.\n\n- an item\n", "front|2021-04|A title|en||First words.¶an item"},
		"toml.md":              {"+++\ntitle = \"A title\"\ndate = 2021-04-14\n+++\nWords.\n", "toml|2021-04-14|A title|||Words."},
		"page.html": {`<html lang="fr"><head><title>Un titre</title><meta property="article:published_time" content="2021-04-14T10:00:00Z"></head>
<body><script>alert(1)</script><p>Des <b>mots</b>.</p><p>Encore.</p></body></html>`, "page|2021-04-14|Un titre|fr||Des mots.¶Encore."},
		"one.json":      {`{"id":"x1","headline":"Title","published":"April 14, 2021","body":"Words."}`, "x1|2021-04-14|Title|||Words."},
		"lines.jsonl":   {`{"id":7,"date":"2021","text":"Words."}`, "7|2021||||Words."},
		"array.json":    {`[{"id":"a","date":"2021-04-14","text":"Words."}]`, "a|2021-04-14||||Words."},
		"wrapped.json":  {`{"articles":[{"id":"a","date":"2021-04-14","text":"Words."}]}`, "a|2021-04-14||||Words."},
		"table.csv":     {"id,date,title,text\nr1,2021-04-14,\"A, title\",\"Words\n\nand more.\"\n", "r1|2021-04-14|A, title|||Words¶and more."},
		"table.tsv":     {"date\theadline\tcontent\n14 April 2021\tTitle\tWords.\n", "table#1|2021-04-14|Title|||Words."},
		"semi.csv":      {"Datum;Titel;Text\n2021-04-14;T;Words.\n", "semi#1|2021-04-14|T|||Words."},
		"packed.txt.gz": {packed(" date 2021-04-14 Words."), "packed|2021-04-14||||Words."},
		"utf16.csv":     {"\xff\xfed\x00a\x00t\x00e\x00,\x00t\x00e\x00x\x00t\x00\n\x002\x000\x002\x001\x00,\x00W\x00\n\x00", "utf16#1|2021||||W"},
	} {
		docs, problems := walk(t, fstest.MapFS{name: {Data: []byte(c.input)}}, Options{})
		if len(docs) != 1 {
			t.Errorf("%s: %d documents, problems %q", name, len(docs), problems)
			continue
		}
		d := docs[0]
		got := strings.Join([]string{d.ID, d.Date.String(), d.Title, d.Lang, d.Dateline, strings.ReplaceAll(d.Text, "\n\n", "¶")}, "|")
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n%q", name, got, c.want, problems)
		}
	}
}

// TestProblems holds that what is broken is told, by file and line, and the rest is read.
func TestProblems(t *testing.T) {
	var varied strings.Builder // packs to a tenth, not to nothing
	for i := range 2000 {
		fmt.Fprintf(&varied, `{"text":"%x and some words more"}`+"\n", i*i*7919)
	}
	docs, problems := walk(t, fstest.MapFS{
		"a.jsonl":    {Data: []byte("{\"text\":\"one\"}\n{broken\n[1]\nnull\n{\"text\":\"two\",\"date\":\"2021-02-30\"}\n")},
		"b.csv":      {Data: []byte("x,y\n1,2\n")},
		"c.png":      {Data: []byte("\x89PNG\r\n\x1a\n\x00")},
		"d.txt":      {Data: nil},
		"e.zip":      {Data: []byte("PK\x03\x04 cut")},
		"f.json":     {Data: []byte(`[{"text":"three"}, 5, {"text"`)},
		"g.txt.gz":   {Data: []byte("\x1f\x8b\x08 cut")},
		"good.txt":   {Data: []byte("four")},
		".hidden":    {Data: []byte("left out")},
		"actors.csv": {Data: []byte("name\nJoe Biden\n")},
	}, Options{})
	if len(docs) != 4 {
		t.Errorf("%d documents: %+v", len(docs), docs)
	}
	all := strings.Join(problems, "\n")
	for _, want := range []string{"a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5", "b.csv", "c.png", "d.txt", "e.zip", "f.json", "g.txt.gz"} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing is told of %s in\n%s", want, all)
		}
	}
	if strings.Contains(all, "hidden") || strings.Contains(all, "actors.csv") {
		t.Errorf("what is left out is told:\n%s", all)
	}
}

func TestGivenFields(t *testing.T) {
	docs, _ := walk(t, fstest.MapFS{"a.jsonl": {Data: []byte(`{"when":"2021-04-14","inhalt":"Words.","people":["reagan"],"places":["usa"],"orgs":["opec"]}`)}},
		Options{Fields: Fields{Date: "when", Text: "inhalt"}})
	if len(docs) != 1 || docs[0].Date.String() != "2021-04-14" || docs[0].Text != "Words." || len(docs[0].Actors) != 3 {
		t.Errorf("%+v", docs)
	}
}

// TestRealData counts what the collections beside the project hold, where they are.
func TestRealData(t *testing.T) {
	for dir, want := range map[string]int{"reuters": 21577, "wikinews_2019_2020/data": 295} {
		fsys := os.DirFS("../../../shared/data/" + dir)
		n, undated := 0, 0
		err := Walk(fsys, Options{}, Visitor{Document: func(d corpus.Document) error {
			if n++; d.Date == 0 {
				undated++
			}
			return nil
		}})
		if err != nil {
			t.Logf("%s is not beside the project: %v", dir, err)
			continue
		}
		if n != want || undated > 0 {
			t.Errorf("%s: %d documents, %d of them undated, want %d", dir, n, undated, want)
		}
	}
}

// TestLimits holds that files of records may be large and others may not, and that what a small archive unfolds to is bounded.
func TestLimits(t *testing.T) {
	line := `{"text":"` + strings.Repeat("word ", 10) + `"}` + "\n"
	var varied strings.Builder // packs to a tenth, not to nothing
	for i := range 2000 {
		fmt.Fprintf(&varied, `{"text":"%x and some words more"}`+"\n", i*i*7919)
	}
	docs, problems := walk(t, fstest.MapFS{
		"a.jsonl":    {Data: []byte(strings.Repeat(line, 2000))},
		"b.jsonl.gz": {Data: []byte(packed(varied.String()))},
		"c.csv":      {Data: []byte("text\n" + strings.Repeat("some words\n", 10_000))},
		"d.json":     {Data: []byte("[" + strings.Repeat(strings.TrimSpace(line)+",", 2000) + "1]")},
		"e.txt":      {Data: []byte(strings.Repeat("word ", 20_000))},
		"f.jsonl.gz": {Data: []byte(packed(strings.Repeat(line, 300_000)))},
	}, Options{MaxBytes: 70_000}) // more than is read ahead
	counts := map[string]int{}
	for _, d := range docs {
		file, _, _ := strings.Cut(d.Path, "#")
		counts[file]++
	}
	if counts["a.jsonl"] != 2000 || counts["b.jsonl.gz"] != 2000 || counts["c.csv"] != 10_000 || counts["d.json"] > 1200 || counts["e.txt"] != 0 || counts["f.jsonl.gz"] > 250_000 {
		t.Errorf("%v, problems %q", counts, problems)
	}
	for _, want := range []string{"d.json", "e.txt", "f.jsonl.gz"} {
		if !strings.Contains(strings.Join(problems, "\n"), want+": ") {
			t.Errorf("nothing is told of %s in %q", want, problems)
		}
	}
}

// TestLongMarkdown holds that a text too long for a tree stays in as plain text.
func TestLongMarkdown(t *testing.T) {
	docs, problems := walk(t, fstest.MapFS{"a.md": {Data: []byte("---\ndate: 2021\n---\n" + strings.Repeat("* x\n", maxMarkdown/4+1))}}, Options{})
	if len(docs) != 1 || docs[0].Date.String() != "2021" || len(docs[0].Text) < maxMarkdown/2 || len(problems) != 1 {
		t.Errorf("%d documents, %q", len(docs), problems)
	}
}

func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, _ := walk(t, fstest.MapFS{name: {Data: data}}, Options{MaxBytes: 1 << 20})
		for _, d := range docs {
			if !d.Date.Valid() || d.DatelineLen > len(d.Text) || strings.ToValidUTF8(d.Text, "") != d.Text || d.ID == "" {
				t.Fatalf("%+v", d)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzzFormat(f, "a.txt", " date 2021-04-14 WASHINGTON: Words.", "Title: x\nDate: 14 April 2021\n\nWords", "\xff\xfeW\x00", "MOSCOW, Feb 3 (AFP) - a\r\n\r\nb")
}

func FuzzMarkdown(f *testing.F) {
	fuzzFormat(f, "a.md", "---\ntitle: a\ndate: 2021\n---\n# b\n\n> c", "+++\ndate = 2021-01-01\n+++\n", "---\na: &a [*a]\n---\n")
}

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, "a.html", "<title>a</title><meta name=date content=2021><p>b", `<script type="application/ld+json">{"datePublished":"2021"}</script>`)
}

func FuzzJSON(f *testing.F) {
	fuzzFormat(f, "a.json", `{"text":"a","date":"2021"}`, `[{"text":"a"},1]`, "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", `{"a":{"a":[{"name":"x"}]}}`)
}

func FuzzCSV(f *testing.F) {
	fuzzFormat(f, "a.csv", "date,text\n2021,\"a\nb\"\n", "text;date\n\"a;2021", "text\tid\n\n\n", fmt.Sprintf("text%s\n", strings.Repeat(",x", 3000)))
}

func FuzzArchive(f *testing.F) {
	fuzzFormat(f, "a.zip", "PK\x03\x04", "PK\x05\x06"+strings.Repeat("\x00", 18), packed("x"))
}
