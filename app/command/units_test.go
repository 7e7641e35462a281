package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/corpus/ingest"
	"dateline/corpus/query"
)

func TestParsePlacesFlagsAnywhere(t *testing.T) {
	tests := []struct {
		args  string
		want  string // "top any | arguments"
		wrong string
	}{
		{"F q", "0 false | F q", ""},
		{"--top 5 F q", "5 false | F q", ""},
		{"F --any q --top=5 r", "5 true | F q r", ""},
		{"F q -any", "0 true | F q", ""},
		{"F -- -any --top", "0 false | F -any --top", ""},
		{"F q -- --", "0 false | F q --", ""},
		{"F --none", "", "there is no flag --none"},
		{"F --top x", "", `invalid value "x" for --top`},
		{"F --top", "", "a value is missing behind --top"},
		{"", "", "something is missing"},
		{"a b c d e", "", `"e" is one argument too many`},
	}
	for _, test := range tests {
		c := newCall(context.Background(), searchCommand, strings.Fields(test.args), Stdio{})
		top := c.flags.Int("top", 0, "")
		any := c.flags.Bool("any", false, "")
		args, err := c.parse(1, 4)
		if test.wrong != "" {
			var usage *usageError
			if !errors.As(err, &usage) || !strings.Contains(usage.text, test.wrong) {
				t.Errorf("%q: error %v, want %q", test.args, err, test.wrong)
			}
			continue
		}
		if got := fmt.Sprintf("%d %v | %s", *top, *any, strings.Join(args, " ")); err != nil || got != test.want {
			t.Errorf("%q: %s, %v, want %s", test.args, got, err, test.want)
		}
	}
}

// TestHelpOfEveryCommand holds that each command has help, on standard output, which names every flag of it.
func TestHelpOfEveryCommand(t *testing.T) {
	for _, cmd := range commands() {
		for _, args := range [][]string{{cmd.name, "--help"}, {cmd.name, "-h"}, {"help", cmd.name}} {
			var out, err bytes.Buffer
			if status := run(args, nil, &out, &err); status != exitOK || err.Len() > 0 {
				t.Errorf("%v: status %d, %s", args, status, err.String())
			}
			if !strings.HasPrefix(out.String(), "usage: dateline "+cmd.name+" ") {
				t.Errorf("%v prints %q", args, out.String())
			}
		}
	}
}

func TestReadLine(t *testing.T) {
	const most = 5
	tests := []struct{ in, want string }{
		{"", ""},
		{"a", "a|"},
		{"a\n", "a|"},
		{"a\r\nb\n\nc", "a|b||c|"},
		{"12345\n1\r\n", "12345|1|"},
		{"123456789\nb", "too long|b|"},
		{"b\n" + strings.Repeat("x", 100_000), "b|too long|"},
		{"\n", "|"},
	}
	for _, test := range tests {
		r := bufio.NewReaderSize(strings.NewReader(test.in), 16)
		var got strings.Builder
		var buf []byte
		for {
			var err error
			if buf, err = readLine(r, buf, most); err == io.EOF {
				break
			}
			if err != nil {
				buf = []byte("too long")
			}
			got.WriteString(string(buf) + "|")
		}
		if got.String() != test.want {
			t.Errorf("%.20q: %q, want %q", test.in, got.String(), test.want)
		}
	}
}

func TestCaret(t *testing.T) {
	tests := []struct {
		query string
		e     query.Error
		want  string
	}{
		{`a "b`, query.Error{Pos: 2, End: 4, Msg: "Open."}, "Open.\n  a \"b\n    ^^"},
		{"é\tx", query.Error{Pos: 3, End: 4, Msg: "Bad."}, "Bad.\n  é x\n    ^"},
		{"", query.Error{Msg: "Nothing."}, "Nothing.\n  \n  ^"},
		{"ab", query.Error{Pos: 2, End: 2, Msg: "End."}, "End.\n  ab\n    ^"},
	}
	for _, test := range tests {
		if got := caret(test.query, &test.e); got != test.want {
			t.Errorf("%q:\n%s\nwant\n%s", test.query, got, test.want)
		}
	}
	// Whatever the query, what the parser points at lies in it.
	for _, q := range []string{`"`, `(`, `a (b`, `date:2021-13`, `NEAR`, "x\xff(", strings.Repeat("(", 300), strings.Repeat("a ", 9000)} {
		if _, err := query.Parse(q, query.AllTerms); err != nil {
			caret(q, err)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 21577: "21,577", 1234567: "1,234,567", -1234: "-1,234", -123: "-123"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %s", n, got)
		}
	}
	for n, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 1000: "1.0 kB", 999_949: "999.9 kB", 999_950: "1.0 MB", 12_345_678: "12.3 MB"} {
		if got := byteSize(n); got != want {
			t.Errorf("byteSize(%d) = %s", n, got)
		}
	}
}

func TestProgressLine(t *testing.T) {
	tests := []struct {
		p    ingest.Progress
		want string
	}{
		{ingest.Progress{Stage: ingest.Reading, Done: 1200, Total: 4800, File: "a.txt"}, "reading files [######                  ] 25 % 1,200 of 4,800  a.txt"},
		{ingest.Progress{Total: 1, File: "a.jsonl", Documents: 12000}, "reading files [                        ] 0 % 0 of 1  12,000 documents  a.jsonl"},
		{ingest.Progress{Stage: ingest.Analysing, Done: 9, Total: 3}, "reading documents [########################] 100 % 3 of 3"},
		{ingest.Progress{Stage: ingest.Writing}, "writing the index"},
		{ingest.Progress{File: "a/very/long/path/to/a/\x1b[31mfile.txt"}, "reading files  …path/to/a/ [31mfile.txt"},
	}
	for _, test := range tests {
		if got := progressLine(test.p); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestProgressBarOnlyOnTerminals(t *testing.T) {
	var out bytes.Buffer
	bar := newProgressBar(&out, time.Now)
	bar.show(ingest.Progress{Total: 3})
	bar.clear()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	if out.Len() > 0 || isTerminal(null) {
		t.Errorf("a progress bar was drawn on what is no terminal: %q", out.String())
	}
	// Drawn, it leaves nothing behind.
	bar = &progressBar{w: &out, now: func() time.Time { return time.Unix(100, 0) }}
	bar.show(ingest.Progress{Total: 3})
	bar.clear()
	drawn := out.String()
	if width := len(progressLine(ingest.Progress{Total: 3})); !strings.HasSuffix(drawn, "\r"+strings.Repeat(" ", width)+"\r") {
		t.Errorf("the bar was drawn as %q", drawn)
	}
}

func TestOneFileIsAFileSystem(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	fsys, name, err := openInput(filepath.Join(dir, "a.txt"))
	if err != nil || name != "a" {
		t.Fatalf("name %q, %v", name, err)
	}
	var seen []string
	fs.WalkDir(fsys, ".", func(path string, _ fs.DirEntry, err error) error {
		seen = append(seen, path)
		return err
	})
	if !slices.Equal(seen, []string{".", "a.txt"}) {
		t.Errorf("it holds %v", seen)
	}
	if _, err := fs.ReadFile(fsys, "b.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file beside it is in it too: %v", err)
	}
	if data, err := fs.ReadFile(fsys, "a.txt"); err != nil || string(data) != "a.txt" {
		t.Errorf("it reads %q, %v", data, err)
	}
}

func TestWriteFileReplacesWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.corpus")
	for _, content := range []string{"one", "two"} {
		if err := writeFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(path); err != nil || string(data) != content {
			t.Errorf("%q, %v", data, err)
		}
	}
	if err := writeFile(filepath.Join(dir, "none", "x"), nil); err == nil {
		t.Error("a folder that is not there was written to")
	}
	if err := os.Mkdir(filepath.Join(dir, "d"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(dir, "d"), nil); err == nil {
		t.Error("a folder was replaced by a file")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("files left behind: %v, %v", entries, err)
	}
}

// TestInfoJSON holds that the sections account for the file.
func TestInfoJSON(t *testing.T) {
	corpusFile := indexFixture(t)
	var out, errs bytes.Buffer
	if status := run([]string{"info", corpusFile, "--json"}, nil, &out, &errs); status != 0 {
		t.Fatal(errs.String())
	}
	var info corpusInfo
	if err := json.Unmarshal(out.Bytes(), &info); err != nil {
		t.Fatal(err)
	}
	file, err := os.Stat(corpusFile)
	if err != nil {
		t.Fatal(err)
	}
	var sections int64
	for _, s := range info.Sections {
		sections += s.Bytes
	}
	if info.Bytes != file.Size() || sections > info.Bytes || sections < info.Bytes/2 || info.Documents != 2 || len(info.ID) < 32 {
		t.Errorf("info %+v of a file of %d bytes", info, file.Size())
	}
}

// TestIndexTwice holds that the same documents give the same bytes.
func TestIndexTwice(t *testing.T) {
	a, err := os.ReadFile(indexFixture(t))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(indexFixture(t))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two runs over the same documents differ")
	}
}

// IndexFixture indexes two documents and returns the path of their corpus.
func indexFixture(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	docs := filepath.Join(dir, "docs")
	if err := os.Mkdir(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a.txt": " date 2021-04-14 WASHINGTON: NATO allies met in Brussels.\n\nJoe Biden spoke to Vladimir Putin.",
		"b.txt": " date 2021-12-07 Russia and Ukraine held talks.",
	} {
		if err := os.WriteFile(filepath.Join(docs, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	path := filepath.Join(dir, "x.corpus")
	if status := run([]string{"index", docs, "-o", path}, nil, &out, &errs); status != 0 {
		t.Fatal(errs.String())
	}
	return path
}

// TestExtractStreams holds that an answer comes as soon as its document is in, and not at the end of the input.
func TestExtractStreams(t *testing.T) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- Main(context.Background(), []string{"extract"}, Stdio{In: inR, Out: outW, Err: io.Discard})
		outW.Close()
	}()
	answers := bufio.NewScanner(outR)
	for i := range 3 {
		fmt.Fprintf(inW, "{\"id\":%d,\"text\":\"NATO met.\"}\n", i)
		if !answers.Scan() || !strings.HasPrefix(answers.Text(), fmt.Sprintf(`{"id":%d,"mentions":[{"start":0,"end":4,"text":"NATO"`, i)) {
			t.Fatalf("answer %d is %q", i, answers.Text())
		}
	}
	inW.Close()
	if status := <-done; status != 0 {
		t.Errorf("exit status %d", status)
	}
}

// TestServe serves the default corpus at a free port, asks for the page, and ends when the context does.
func TestServe(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	outR, outW := io.Pipe()
	done := make(chan int, 1)
	var errs bytes.Buffer
	go func() {
		done <- Main(ctx, []string{"serve", "--port", "0"}, Stdio{In: strings.NewReader(""), Out: outW, Err: &errs})
		outW.Close()
	}()
	url := ""
	lines := bufio.NewScanner(outR)
	for url == "" && lines.Scan() {
		if after, ok := strings.CutPrefix(lines.Text(), "Serving at "); ok {
			url, _, _ = strings.Cut(after, " ")
		}
	}
	go io.Copy(io.Discard, outR)
	if !strings.HasPrefix(url, "http://localhost:") {
		t.Fatalf("the address is %q\n%s", url, errs.String())
	}
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || res.StatusCode != http.StatusOK || !strings.Contains(string(page), "Biden–Putin talks, 2021") {
		t.Errorf("status %d, %v\n%s", res.StatusCode, err, page)
	}
	cancel()
	if status := <-done; status != 0 {
		t.Errorf("exit status %d: %s", status, errs.String())
	}
}
