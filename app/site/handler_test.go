package site

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestHandler(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	if _, err := Generate(t.Context(), Options{Corpus: collection(t, hostile), Wasm: fakeProgram(t), Out: out}); err != nil {
		t.Fatal(err)
	}
	for _, prefix := range []string{"/", "/a/b/"} {
		t.Run(prefix, func(t *testing.T) {
			server := httptest.NewServer(Handler(out, HandlerOptions{Prefix: prefix}))
			defer server.Close()
			get := func(path, coding string) (*http.Response, []byte) {
				t.Helper()
				request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+path, nil)
				if err != nil {
					t.Fatal(err)
				}
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

			plain, body := get(prefix, "identity")
			if plain.StatusCode != http.StatusOK || !strings.HasPrefix(plain.Header.Get("Content-Type"), "text/html") ||
				plain.Header.Get("Content-Security-Policy") != policy {
				t.Errorf("the page: %d, %v", plain.StatusCode, plain.Header)
			}
			packed, compressed := get(prefix, "gzip, br")
			unpacked, err := io.ReadAll(brotli.NewReader(bytes.NewReader(compressed)))
			if packed.Header.Get("Content-Encoding") != "br" || err != nil || !bytes.Equal(unpacked, body) {
				t.Errorf("with Brotli: %v, %v", packed.Header, err)
			}
			if r, _ := get(prefix, "br;q=0, gzip"); r.Header.Get("Content-Encoding") != "gzip" {
				t.Errorf("with Brotli forbidden it comes as %q", r.Header.Get("Content-Encoding"))
			}
			if r, _ := get(prefix+"app.wasm", "identity"); r.Header.Get("Content-Type") != "application/wasm" {
				t.Errorf("app.wasm is %s", r.Header.Get("Content-Type"))
			}
			for _, path := range []string{"../site.go", "%2e%2e/site.go", "nothing", "icons/", "icons"} {
				if r, _ := get(prefix+path, "identity"); r.StatusCode == http.StatusOK {
					t.Errorf("%s is served", path)
				}
			}
		})
	}
}
