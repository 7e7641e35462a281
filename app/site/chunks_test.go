package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
)

// large returns a collection of 600 documents of words that do not compress well.
func large(t *testing.T, name string) []byte {
	t.Helper()
	b := index.NewBuilder(name)
	for i := range 600 {
		var words []string
		for j := range 100 {
			words = append(words, fmt.Sprintf("w%xx", (i*7919+j*j*104729)%99991))
		}
		d := corpus.Document{ID: fmt.Sprintf("%04d", i), Lang: "en", Date: date(t, "2021-04"), Title: words[3], Text: strings.Join(words, " ")}
		if err := b.Add(index.Entry{Document: &d}); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestDeliver: a collection within the limit is one file; one beyond it is a core, and chunks named by their hashes.
func TestDeliver(t *testing.T) {
	data := large(t, "Large")
	main, chunks, err := deliver(data, DefaultEmbedLimit)
	if err != nil || chunks != nil || filepath.Ext(main.path) != corpusExt || !bytes.Equal(main.data, data) {
		t.Fatalf("within the limit: %s, %d chunks, %v", main.path, len(chunks), err)
	}
	main, chunks, err = deliver(data, 50_000)
	if err != nil || filepath.Ext(main.path) != coreExt || len(chunks) < 4 {
		t.Fatalf("beyond the limit: %s, %d chunks, %v", main.path, len(chunks), err)
	}
	x, err := index.Open(main.data)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string]asset{}
	for _, c := range chunks {
		byPath[c.path] = c
		if sum := fmt.Sprintf("%x", sha256.Sum256(c.data)); !strings.HasPrefix(sum, strings.TrimSuffix(filepath.Base(c.path), chunkExt)) {
			t.Errorf("%s is not named by its hash, %s", c.path, sum)
		}
		if c.url() != "./"+c.path {
			t.Errorf("%s is asked for as %s", c.path, c.url())
		}
	}
	for i, c := range x.Chunks() {
		a, ok := byPath[index.ChunkPath(c.Name)]
		if !ok {
			t.Fatalf("the core names %s, which is not there", c.Name)
		}
		if err := x.Supply(i, a.data); err != nil {
			t.Error(err)
		}
	}
	if text, err := x.Text(599); err != nil || len(text) < 100 {
		t.Errorf("text %q, %v", text, err)
	}
}

// TestGenerateChunks writes a site of a collection in chunks: all of them are there, named by the service worker, and not by the page.
func TestGenerateChunks(t *testing.T) {
	opts := Options{EmbedLimit: 50_000, Corpus: large(t, "Large"), Wasm: fakeProgram(t), Out: filepath.Join(t.TempDir(), "site")}
	report, err := Generate(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, opts.Out)
	n := 0
	for path := range files {
		if !strings.HasSuffix(path, chunkExt) {
			continue
		}
		n++
		name := strings.TrimSuffix(filepath.Base(path), chunkExt)
		if !strings.Contains(files[swName], `["`+name+`",`) || strings.Contains(files[pageName], name) {
			t.Errorf("%s: the worker must list it, the page must not", path)
		}
	}
	if n != report.Chunks || n == 0 || report.FirstVisit >= report.Installed {
		t.Errorf("%d chunks; the report says %+v", n, report)
	}
	if !strings.Contains(files[pageName], `name="dateline-corpus" content="./`) || !strings.Contains(files[moduleName], coreExt) {
		t.Error("the page or dateline.js does not name the core")
	}
	again := opts
	again.Out = filepath.Join(t.TempDir(), "again")
	if _, err := Generate(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	for path, data := range tree(t, again.Out) {
		if files[path] != data {
			t.Errorf("%s differs the second time", path)
		}
	}
}

func TestPackedSize(t *testing.T) {
	plain := bytes.Repeat([]byte("tension "), 400_000)
	if n := packedSize(plain, 1000); n > 1000 {
		t.Errorf("repeated text is estimated at %d bytes", n)
	}
	if n := packedSize(plain[:500], 1000); n != 500 {
		t.Errorf("what is small anyway is estimated at %d bytes", n)
	}
	if n := packedSize(large(t, "Large"), 1000); n <= 1000 {
		t.Errorf("what is large is estimated at %d bytes", n)
	}
}
