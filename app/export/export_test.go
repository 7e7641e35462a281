package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
)

// hostile are texts that have broken formats before.
var hostile = []string{
	"", "plain", `"quoted", with comma`, "two\nlines\r\nand a tab\t.", `=HYPERLINK("http://evil","x")`, "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "a;=cmd|' /C calc'!A0",
	`x";=1+1;"`, "＝1", "'=1", "{\\input{/etc/passwd}}", "}}\n}\n@misc{x, title = {y}", `\end{document} % & # $ _ ^ ~ {`, "ER  - \r\nTY  - BOOK", "\x00\x01\x1f\x7f",
	"\u2028\u2029\ufeff\ufffe", "\xff\xfe broken", "\u202eright to left\u202c نص עברית", "🕊️ 👩‍👩‍👧", "</title><script>alert(1)</script>", "]]>", "&amp;", "Smith and Wesson", "\r=1", "\x00+1", "a\r\n-b",
	strings.Repeat("long ", 200), `\u0041 \" \\`,
}

func TestCSVReadsBack(t *testing.T) {
	table := NewTable(CSV, "a", "b", "n", "l")
	for _, s := range hostile {
		table.Row(Text(s), Value{}, Number(-7), List([]string{s, "x"}))
	}
	data := table.Bytes()
	if !bytes.HasPrefix(data, []byte(mark)) || !bytes.HasSuffix(data, []byte("\r\n")) || !utf8.Valid(data) {
		t.Errorf("%q", data)
	}
	r := csv.NewReader(bytes.NewReader(data[len(mark):]))
	r.FieldsPerRecord = 4
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(hostile)+1 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows[1:] {
		if row[1] != "" || row[2] != "-7" {
			t.Errorf("%q", row)
		}
		for _, cell := range []string{row[0], row[3]} {
			if begins(cell) {
				t.Errorf("%q opens as a formula: %q", hostile[i], cell)
			}
		}
		// Apart from apostrophes, and what is no text, the cell says what was put in.
		plain := func(s string) string {
			s = strings.ToValidUTF8(s, "\uFFFD")
			return strings.NewReplacer("'", "", "\x00", "", "\r\n", "\n", "\r", "\n").Replace(s)
		}
		if plain(row[0]) != plain(hostile[i]) {
			t.Errorf("%q became %q", hostile[i], row[0])
		}
	}
}

// begins is what a spreadsheet does, whichever character it splits at.
func begins(cell string) bool {
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";\t\r\n", r) }) {
		part = strings.TrimLeft(part, " \"\u00a0\ufeff")
		if part != "" && strings.ContainsAny(part[:1], "=+-@") {
			return true
		}
	}
	return false
}

func FuzzCSV(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		table := NewTable(CSV, "a", "b")
		table.Row(Text(s), Text("x"))
		rows, err := csv.NewReader(bytes.NewReader(table.Bytes()[len(mark):])).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != 2 || rows[1][1] != "x" {
			t.Fatalf("%q: %q, %v", s, rows, err)
		}
		if begins(rows[1][0]) {
			t.Fatalf("%q opens as a formula: %q", s, rows[1][0])
		}
	})
}

func TestJSON(t *testing.T) {
	for _, f := range []Format{JSON, NDJSON} {
		table := NewTable(f, "a", `b"`, "n", "l")
		for _, s := range hostile {
			table.Row(Text(s), Value{}, Number(len(s)), List([]string{s}))
		}
		if table.Rows() != len(hostile) {
			t.Error(table.Rows())
		}
		data := table.Bytes()
		if !bytes.Contains(data, []byte(`"b\"":null`)) {
			t.Error("the unknown value is not null under its name")
		}
		type row struct {
			A *string
			N int
			L []string
		}
		var rows []row
		if f == JSON {
			if err := json.Unmarshal(data, &rows); err != nil {
				t.Fatal(err)
			}
		} else {
			for dec := json.NewDecoder(bytes.NewReader(data)); ; {
				var r row
				if err := dec.Decode(&r); err == io.EOF {
					break
				} else if err != nil {
					t.Fatal(err)
				}
				rows = append(rows, r)
			}
			if n := bytes.Count(data, []byte("\n")); n != len(hostile) {
				t.Errorf("%d lines", n)
			}
		}
		if len(rows) != len(hostile) {
			t.Fatalf("%d rows", len(rows))
		}
		for i, r := range rows {
			want := strings.ToValidUTF8(hostile[i], "\uFFFD")
			if want == "" && r.A != nil || want != "" && (r.A == nil || *r.A != want) || r.N != len(hostile[i]) {
				t.Errorf("%q: %+v", hostile[i], r)
			}
		}
	}
	if got := string(NewTable(JSON, "a").Bytes()); got != "[]\n" {
		t.Errorf("no rows are %q", got)
	}
}

// FuzzJSON holds strings byte for byte against encoding/json.
func FuzzJSON(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got := string(appendString(nil, s)); got != strings.TrimSuffix(want.String(), "\n") {
			t.Fatalf("%q is written as %s, by encoding/json as %s", s, got, want.String())
		}
	})
}

func date(t testing.TB, s string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCitations(t *testing.T) {
	w := Work{
		ID: "000_6bf5", Title: `Tensions & "troops" rise 50 %`, Authors: []string{"Jane Doe", "Foreign and Commonwealth Office"}, Date: date(t, "2021-04-14"), Source: "The Wire",
		Lang: "en", Collection: "Talks_2021", File: "a.txt", Link: "https://example.org/#q=a+b&doc={x}",
	}
	for _, c := range []struct{ name, got, want string }{
		{"bibtex", w.BibTeX(), `@misc{doc-000_6bf5,
  title = {{Tensions \& "troops" rise 50 \%}},
  author = {Jane Doe and {Foreign and Commonwealth Office}},
  organization = {The Wire},
  year = {2021},
  month = apr,
  day = {14},
  howpublished = {Talks\_2021, a.txt},
  url = {https://example.org/#q=a+b&doc=%7Bx%7D},
  language = {en}
}
`},
		{"ris", strings.ReplaceAll(w.RIS(), "\r\n", "\n"), `TY  - NEWS
ID  - doc-000_6bf5
TI  - Tensions & "troops" rise 50 %
AU  - Jane Doe
AU  - Foreign and Commonwealth Office
PY  - 2021
DA  - 2021/04/14/
T2  - The Wire
DP  - Talks_2021
AN  - a.txt
LA  - en
UR  - https://example.org/#q=a+b&doc=%7Bx%7D
ER  - 
`},
		{"csl", w.CSL(), `[
  {
    "id": "doc-000_6bf5",
    "type": "article-newspaper",
    "title": "Tensions & \"troops\" rise 50 %",
    "author": [{"literal": "Jane Doe"}, {"literal": "Foreign and Commonwealth Office"}],
    "issued": {"date-parts": [[2021, 4, 14]]},
    "container-title": "The Wire",
    "archive": "Talks_2021",
    "archive_location": "a.txt",
    "language": "en",
    "URL": "https://example.org/#q=a+b&doc=%7Bx%7D"
  }
]
`},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
	w = Work{ID: "é", Title: "T", Date: date(t, "2021-04"), Link: "x"}
	if got := w.BibTeX(); !strings.HasPrefix(got, "@misc{doc,") || !strings.Contains(got, "month = apr") || strings.Contains(got, "day") {
		t.Error(got)
	}
	if got := w.RIS(); !strings.Contains(got, "DA  - 2021/04//\r\n") || !strings.HasPrefix(got, "TY  - GEN") {
		t.Error(got)
	}
	w.Date = 0
	if got := w.BibTeX() + w.RIS() + w.CSL(); strings.Contains(got, "year") || strings.Contains(got, "PY") || strings.Contains(got, "issued") {
		t.Error("no date is cited as one: " + got)
	}
}

func FuzzCitations(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w := Work{ID: s, Title: s, Authors: []string{s, s}, Date: date(t, "2021-04-14"), Source: s, Lang: s, Collection: s, File: s, URL: s, Link: s}
		// BibTeX: braces are even at every place but within the entry, and quotes of TeX are all escaped.
		bib := w.BibTeX()
		depth := 0
		for i, c := range bib {
			switch c {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 || depth == 0 && i > len("@misc") && i < len(bib)-2 {
				t.Fatalf("%q: the entry ends early:\n%s", s, bib)
			}
		}
		if depth != 0 || !utf8.ValidString(bib) {
			t.Fatalf("%q: %d braces are open:\n%s", s, depth, bib)
		}
		// RIS: each line has a tag, and the record ends once.
		ris := w.RIS()
		lines := strings.Split(strings.TrimSuffix(ris, "\r\n"), "\r\n")
		for i, line := range lines {
			if len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n") || (line[:2] == "ER") != (i == len(lines)-1) || (line[:2] == "TY") != (i == 0) {
				t.Fatalf("%q: line %d is %q", s, i, line)
			}
		}
		// CSL is JSON that holds the text.
		var items []struct {
			Title, URL string
			Author     []struct{ Literal string }
		}
		if err := json.Unmarshal([]byte(w.CSL()), &items); err != nil || len(items) != 1 || items[0].Title != oneLine(s) {
			t.Fatalf("%q: %v %+v", s, err, items)
		}
		if strings.ContainsAny(items[0].URL, " {}\\\n\"<>") {
			t.Fatalf("%q: the address is %q", s, items[0].URL)
		}
	})
}

func TestLink(t *testing.T) {
	const whole = "https://example.org/a%20b/?q=1&r=2#q=%22troop+levels%22&doc=a"
	if got := link(whole); got != whole {
		t.Error(got)
	}
	got := link("https://example.org/é {x}\n")
	if back, err := url.PathUnescape(got); err != nil || back != "https://example.org/é {x}\n" {
		t.Errorf("%s: %q, %v", got, back, err)
	}
}

func TestFigure(t *testing.T) {
	for _, s := range hostile {
		fig := Figure{
			Width: 640, Height: 200.256, Title: s,
			Rects:  []Rect{{1, 2.5, 3, -0.001, "#15181C"}},
			Labels: []Label{{X: 1, Y: 2, Size: 11, Anchor: End, Bold: true, Fill: "#000", Text: s}, {Text: s}},
		}
		var texts []string
		dec := xml.NewDecoder(strings.NewReader(fig.SVG()))
		for {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v\n%s", s, err, fig.SVG())
			}
			switch token := token.(type) {
			case xml.StartElement:
				if !slices.Contains([]string{"svg", "title", "rect", "text"}, token.Name.Local) {
					t.Errorf("%q became an element", s)
				}
			case xml.CharData:
				if one := strings.TrimSpace(string(token)); one != "" {
					texts = append(texts, one)
				}
			}
		}
		for _, got := range texts {
			if got != strings.ReplaceAll(oneLine(s), "\ufffe", "") {
				t.Errorf("%q is drawn as %q", s, got)
			}
		}
		if want := `<rect x="1" y="2.5" width="3" height="0" fill="#15181C"/>`; !strings.Contains(fig.SVG(), want) {
			t.Error(fig.SVG())
		}
	}
}

func TestFormats(t *testing.T) {
	for f := range NumFormats {
		if f.Extension() == "" || !strings.Contains(f.MIME(), "/") {
			t.Errorf("format %d has no name", f)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	words := strings.Repeat(`Some words, "quoted" and – long. `, 40)
	for f := range NumFormats {
		b.Run(f.Extension(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				t := NewTable(f, "text", "n")
				for range 100 {
					t.Row(Text(words), Number(1))
				}
				t.Bytes()
			}
		})
	}
}
