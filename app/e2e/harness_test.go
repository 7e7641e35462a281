package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestHarness holds that the harness itself sees what it is there to see.
func TestHarness(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'none'")
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte(`<!doctype html><title>x</title><body><p hidden style="color:red">a</p><button>b</button><script>var inline</script><script src="bad.js"></script>`))
		case "/bad.js":
			w.Header().Set("Content-Type", "text/javascript")
			w.Write([]byte(`console.error("told", 1); Promise.reject(new Error("rejected")); throw new Error("thrown")`))
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	p := newPage(t)
	p.do(chromedp.Navigate(srv.URL))
	p.Click("button")
	got := strings.Join(p.complaints(), "\n")
	for _, want := range []string{"inline style", "inline script", "console: told 1", "exception: ", "thrown", "rejected"} {
		if !strings.Contains(got, want) {
			t.Errorf("it did not see %q, but\n%s", want, got)
		}
	}
	p.Allow(`.`)
	if left := p.complaints(); len(left) > 0 {
		t.Errorf("what is allowed is complained of: %q", left)
	}
}
