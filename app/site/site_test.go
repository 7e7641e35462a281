package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/corpus"
	"dateline/corpus/index"

	"github.com/andybalholm/brotli"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the goldens anew")

// hostile is the name of a collection that would like to be more.
const hostile = `</title><script>alert(1)</script>" onload="x' {{.}} & <b>` + "\u2028 \x01 مجموعة"

// static stands for what package web holds, in little.
var static = fstest.MapFS{
	"app.css":                   {Data: []byte("body{}\n")},
	"boot.css":                  {Data: []byte(".boot{}\n")},
	"boot.js":                   {Data: []byte("(() => {})();\n")},
	"worker.js":                 {Data: []byte("\"use strict\";\n")},
	"dateline.js":               {Data: []byte("export {};\n")},
	"sw.js":                     {Data: []byte("\"use strict\";\n")},
	"icons/icon.svg":            {Data: []byte("<svg/>\n")},
	"icons/icon-192.png":        {Data: []byte("192\n")},
	"icons/icon-512.png":        {Data: []byte("512\n")},
	"icons/maskable-512.png":    {Data: []byte("mask\n")},
	"icons/apple-touch-180.png": {Data: []byte("apple\n")},
}

var (
	fakeBinary   = []byte("\x00asm\x01\x00\x00\x00")
	fakePrograms = programs{fakeBinary, append(slices.Clip(fakeBinary), "import"...), []byte("class Go {}\n")}
)

func date(t *testing.T, s string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// collection returns a small .corpus file of that name.
func collection(t *testing.T, name string) []byte {
	t.Helper()
	b := index.NewBuilder(name)
	for i, day := range []string{"2021-04", "2021-04-14", "2021-12-07"} {
		d := corpus.Document{ID: day, Lang: "en", Date: date(t, day), Title: "Title", Text: strings.Repeat("Tension between neighbours. ", i+20)}
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

// oneFile is a collection that is delivered as one file; nil is none.
func oneFile(corpus []byte) *asset {
	if corpus == nil {
		return nil
	}
	a, _, err := deliver(corpus, DefaultEmbedLimit)
	if err != nil {
		panic(err)
	}
	return &a
}

// TestRender compares every file that is made, for the default collection and for one of its own, with the golden files.
func TestRender(t *testing.T) {
	for _, tt := range []struct {
		name   string
		corpus []byte
		meta   index.Meta
	}{
		{"embedded", nil, index.Meta{Name: "Two talks", Docs: 2, Words: 795, Actors: 31, First: date(t, "2021-04-14"), Last: date(t, "2021-12-07")}},
		{"hostile", []byte("corpus"), index.Meta{Name: hostile, Docs: 21578, Words: 2345678, Undated: 12, First: date(t, "1987"), Last: date(t, "1987-10")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files, _, err := render(aboutMeta(tt.meta, ""), oneFile(tt.corpus), nil, fakePrograms, static)
			if err != nil {
				t.Fatal(err)
			}
			var got txtar.Archive
			for _, f := range files {
				switch {
				case filepath.Dir(f.path) == "icons" || slices.Contains([]string{"app.css", "boot.css", "boot.js", workerName, wasmName, importerName, glueName}, f.path):
					f.data = []byte("as it was given\n")
				}
				got.Files = append(got.Files, txtar.File{Name: f.path, Data: f.data})
			}
			golden := filepath.Join("testdata", tt.name+".txtar")
			if *update {
				if err := os.WriteFile(golden, txtar.Format(&got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := txtar.ParseFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if g, w := string(txtar.Format(&got)), string(txtar.Format(want)); g != w {
				t.Errorf("%s differs; look at what -update changes. Got:\n%s", golden, g)
			}
		})
	}
}

// TestVersion holds that the version follows every byte that ships and nothing else.
func TestVersion(t *testing.T) {
	about := aboutMeta(index.Meta{Name: "A", Docs: 1}, "")
	version := func(name string, corpus []byte, p programs, static fs.FS) string {
		a := about
		a.Name = name
		_, v, err := render(a, oneFile(corpus), nil, p, static)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	changed := fstest.MapFS{}
	for name, f := range static {
		changed[name] = f
	}
	changed["sw.js"] = &fstest.MapFile{Data: []byte("other")}
	base := version("A", nil, fakePrograms, static)
	seen := map[string]string{base: "base"}
	for what, v := range map[string]string{
		"name":   version("B", nil, fakePrograms, static),
		"corpus": version("A", []byte("c"), fakePrograms, static),
		"wasm":   version("A", nil, programs{[]byte("\x00asm other"), fakePrograms.importer, fakePrograms.glue}, static),
		"import": version("A", nil, programs{fakeBinary, []byte("\x00asm other"), fakePrograms.glue}, static),
		"glue":   version("A", nil, programs{fakeBinary, fakePrograms.importer, []byte("other")}, static),
		"worker": version("A", nil, fakePrograms, changed),
	} {
		if other, ok := seen[v]; ok {
			t.Errorf("%s and %s give the same version %s", what, other, v)
		}
		seen[v] = what
	}
	if again := version("A", nil, fakePrograms, static); again != base {
		t.Errorf("the same input gave %s and %s", base, again)
	}
}

// program writes an app.wasm and its glue and returns its path.
func fakeProgram(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, filepath.Join(dir, wasmName), string(fakeBinary)+strings.Repeat("some code, ", 1000))
	put(t, filepath.Join(dir, importerName), string(fakePrograms.importer))
	put(t, filepath.Join(dir, glueName), string(fakePrograms.glue))
	return filepath.Join(dir, wasmName)
}

func put(t *testing.T, path, data string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err = errors.Join(err, os.WriteFile(path, []byte(data), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// tree returns the content of every file below dir.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestGenerate(t *testing.T) {
	opts := Options{EmbedLimit: DefaultEmbedLimit, Corpus: collection(t, "Test"), Wasm: fakeProgram(t), Out: filepath.Join(t.TempDir(), "new", "site")}
	report, err := Generate(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, opts.Out)

	// Each file is listed with its hash, and the report says the same.
	version, sums, err := readChecksums(opts.Out)
	if err != nil || version != report.Version {
		t.Errorf("checksums.txt is of version %q, %v, want %q", version, err, report.Version)
	}
	for path, data := range files {
		if path != checksumsName && sums[path] != sha256.Sum256([]byte(data)) {
			t.Errorf("the checksum of %s is wrong", path)
		}
	}
	if len(sums) != len(files)-1 || len(report.Files) != len(files) {
		t.Errorf("%d files, %d checksums, %d reported", len(files), len(sums), len(report.Files))
	}
	for _, f := range report.Files {
		if int64(len(files[f.Path])) != f.Bytes {
			t.Errorf("%s is reported with %d bytes and has %d", f.Path, f.Bytes, len(files[f.Path]))
		}
	}

	// Twins decompress to what they stand for.
	for _, path := range []string{"index.html", "app.wasm", "wasm_exec.js", "boot.js", "app.css", "sw.js", "manifest.webmanifest"} {
		if data, ok := files[path]; !ok || len(data) < 256 {
			continue // too short for twins
		}
		br, err := io.ReadAll(brotli.NewReader(strings.NewReader(files[path+".br"])))
		if err != nil || string(br) != files[path] {
			t.Errorf("%s.br is not %s: %v", path, path, err)
		}
		z, err := gzip.NewReader(strings.NewReader(files[path+".gz"]))
		if err != nil {
			t.Errorf("%s.gz: %v", path, err)
			continue
		}
		if gz, err := io.ReadAll(z); err != nil || string(gz) != files[path] {
			t.Errorf("%s.gz is not %s: %v", path, path, err)
		}
	}
	for path := range files {
		if strings.HasSuffix(path, ".png.br") || strings.HasSuffix(path, ".br.gz") {
			t.Errorf("%s makes no sense", path)
		}
	}

	// The same once more, over the old site and elsewhere, gives the same bytes; nothing is left beside them.
	for _, out := range []string{opts.Out, filepath.Join(t.TempDir(), "other")} {
		opts := opts
		opts.Out = out
		if _, err := Generate(t.Context(), opts); err != nil {
			t.Fatal(err)
		}
		again := tree(t, out)
		for path := range again {
			if again[path] != files[path] {
				t.Errorf("%s is not the same the second time", path)
			}
		}
		if len(again) != len(files) {
			t.Errorf("%d files, then %d", len(files), len(again))
		}
		if beside, err := os.ReadDir(filepath.Dir(out)); err != nil || len(beside) != 1 {
			t.Errorf("left beside the site: %v %v", beside, err)
		}
	}

	// Another collection replaces the first; what the folder held of it is gone.
	opts.Corpus = collection(t, "Another")
	if _, err := Generate(t.Context(), opts); err != nil {
		t.Fatal(err)
	}
	n := 0
	for path := range tree(t, opts.Out) {
		if strings.HasSuffix(path, corpusExt) {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d collections are left in the site", n)
	}
}

// TestName holds that a site's own name is the one that its collection carries.
func TestName(t *testing.T) {
	for _, data := range [][]byte{nil, collection(t, "Test")} {
		opts := Options{EmbedLimit: DefaultEmbedLimit, Corpus: data, Name: "Another name", Wasm: fakeProgram(t), Out: filepath.Join(t.TempDir(), "site")}
		if _, err := Generate(t.Context(), opts); err != nil {
			t.Fatal(err)
		}
		n := 0
		for path, file := range tree(t, opts.Out) {
			if !strings.HasSuffix(path, corpusExt) {
				continue
			}
			n++
			if x, err := index.Open([]byte(file)); err != nil || x.Meta().Name != opts.Name {
				t.Errorf("the collection is called %q, %v", x.Meta().Name, err)
			}
		}
		if n != 1 {
			t.Errorf("the site has %d collections", n)
		}
	}
}

// TestRefusals holds that what cannot be done is said with a remedy, and that the folder stays as it was.
func TestRefusals(t *testing.T) {
	good := Options{EmbedLimit: DefaultEmbedLimit, Corpus: collection(t, "Test"), Wasm: fakeProgram(t)}
	damaged := bytes.Clone(good.Corpus)
	damaged[len(damaged)/2] ^= 1
	alone := filepath.Join(t.TempDir(), wasmName)
	put(t, alone, string(fakeBinary))
	text := filepath.Join(t.TempDir(), "text.wasm")
	put(t, text, "no program")
	for _, tt := range []struct {
		name string
		opts func(o Options) Options
		want string
	}{
		{"no folder", func(o Options) Options { o.Out = ""; return o }, "no folder is named"},
		{"no collection", func(o Options) Options { o.Corpus = []byte{}; return o }, "make one"},
		{"no corpus file", func(o Options) Options { o.Corpus = []byte("a text"); return o }, ""},
		{"no program", func(o Options) Options { o.Wasm = filepath.Join(t.TempDir(), "none.wasm"); return o }, "none.wasm"},
		{"not a program", func(o Options) Options { o.Wasm = text; return o }, "is not a WebAssembly program"},
		{"no glue", func(o Options) Options { o.Wasm = alone; return o }, "import.wasm must lie beside"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := good
			o.Out = filepath.Join(t.TempDir(), "site")
			_, err := Generate(t.Context(), tt.opts(o))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q in it", err, tt.want)
			}
			if _, err := os.Stat(o.Out); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("something was written: %v", err)
			}
		})
	}
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		o := good
		o.Out = filepath.Join(t.TempDir(), "site")
		if _, err := Generate(ctx, o); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
	})
	t.Run("files of others", func(t *testing.T) {
		o := good
		o.Out = t.TempDir()
		put(t, filepath.Join(o.Out, "thesis.txt"), "years of work")
		put(t, filepath.Join(o.Out, checksumsName), "0123  thesis.txt\n")
		_, err := Generate(t.Context(), o)
		if err == nil || !strings.Contains(err.Error(), "name another folder") {
			t.Errorf("error %v", err)
		}
		if got := tree(t, o.Out); len(got) != 2 || got["thesis.txt"] != "years of work" {
			t.Errorf("the folder now holds %v", got)
		}
	})
}
