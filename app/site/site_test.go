package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"dateline/corpus"
	"dateline/corpus/index"
)

// hostile is a corpus whose name would be markup if it were let.
func hostile(t *testing.T) []byte {
	t.Helper()
	b := index.NewBuilder(`<script>alert(1)</script>" onload="x`)
	if err := b.Add(index.Entry{Document: &corpus.Document{ID: "a", Text: "Words."}}); err != nil {
		t.Fatal(err)
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func generate(t *testing.T, out string, data []byte) *Report {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"app.wasm": "\x00asm\x01\x00\x00\x00", "wasm_exec.js": "// glue\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	report, err := Generate(context.Background(), Options{Corpus: data, Wasm: filepath.Join(dir, "app.wasm"), Out: out})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func read(t *testing.T, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPageIsSafeAndMovable(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	generate(t, out, hostile(t))
	page := read(t, out, "index.html")
	for _, bad := range []string{"<script>alert", `" onload="x`, "style=\"", "<style", "javascript:", `href="/`, `src="/`, "https://", "http://"} {
		if strings.Contains(page, bad) {
			t.Errorf("index.html holds %s", bad)
		}
	}
	for _, good := range []string{"Content-Security-Policy", "default-src &#39;none&#39;", "wasm-unsafe-eval", "dateline-corpus", "<noscript>"} {
		if !strings.Contains(page, good) && !strings.Contains(strings.ReplaceAll(page, "'", "&#39;"), good) {
			t.Errorf("index.html lacks %s", good)
		}
	}
	for _, part := range strings.Split(page, "<script")[1:] {
		if tag, body, _ := strings.Cut(part, ">"); !strings.Contains(tag, "src=") || !strings.HasPrefix(body, "</script>") {
			t.Errorf("index.html has a script of its own: <script%s>", tag)
		}
	}
}

func TestSameSiteTwice(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	data := hostile(t)
	report := generate(t, one, data)
	generate(t, two, data)
	for _, f := range report.Files {
		if read(t, one, f.Path) != read(t, two, f.Path) {
			t.Errorf("%s differs between two builds", f.Path)
		}
		plain, packed := strings.TrimSuffix(strings.TrimSuffix(f.Path, ".br"), ".gz"), read(t, one, f.Path)
		var r io.Reader
		switch filepath.Ext(f.Path) {
		case ".br":
			r = brotli.NewReader(strings.NewReader(packed))
		case ".gz":
			z, err := gzip.NewReader(strings.NewReader(packed))
			if err != nil {
				t.Fatal(err)
			}
			r = z
		default:
			continue
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != read(t, one, plain) {
			t.Errorf("%s does not unpack to %s: %v", f.Path, plain, err)
		}
	}
	generate(t, one, data) // a site written before is replaced
}

func TestForeignFolderIsLeftAlone(t *testing.T) {
	out := t.TempDir()
	mine := filepath.Join(out, "thesis.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Generate(context.Background(), Options{Corpus: hostile(t), Wasm: mine, Out: out}); err == nil {
		t.Error("a folder with other files was taken for a site")
	}
	if read(t, mine) != "mine" {
		t.Error("the file there is gone")
	}
}

func TestHandler(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	generate(t, out, hostile(t))
	server := httptest.NewServer(Handler(out, HandlerOptions{}))
	defer server.Close()
	get := func(path, coding string) (*http.Response, []byte) {
		request, _ := http.NewRequest(http.MethodGet, server.URL+path, nil)
		request.Header.Set("Accept-Encoding", coding)
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response, body
	}
	plain, body := get("/", "identity")
	if plain.StatusCode != 200 || !strings.HasPrefix(plain.Header.Get("Content-Type"), "text/html") || plain.Header.Get("Content-Security-Policy") == "" {
		t.Errorf("the page: %d, %v", plain.StatusCode, plain.Header)
	}
	packed, compressed := get("/", "gzip, br")
	unpacked, err := io.ReadAll(brotli.NewReader(bytes.NewReader(compressed)))
	if packed.Header.Get("Content-Encoding") != "br" || err != nil || !bytes.Equal(unpacked, body) {
		t.Errorf("with Brotli: %v, %v", packed.Header, err)
	}
	if r, _ := get("/app.wasm", "identity"); r.Header.Get("Content-Type") != "application/wasm" {
		t.Errorf("app.wasm is %s", r.Header.Get("Content-Type"))
	}
	for _, path := range []string{"/../site.go", "/%2e%2e/site.go", "/nothing", "/icons/"} {
		if r, _ := get(path, "identity"); r.StatusCode == 200 {
			t.Errorf("%s is served", path)
		}
	}
}
