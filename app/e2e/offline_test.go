package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// Once the server is gone a browser may say so of what it asks for by itself, such as a newer service worker.
const serverGone = `ERR_CONNECTION_REFUSED|An unknown error occurred when fetching the script|Failed to update a ServiceWorker`

// TestOffline visits once, stops the server, and comes back by every address.
func TestOffline(t *testing.T) {
	for _, at := range []string{"/", "/a/b/"} {
		t.Run(at, func(t *testing.T) {
			s := serveDefaultAt(t, at)
			p := newPage(t)
			p.Open(s.URL)
			p.Search("tension")
			p.Results(2)
			p.Wait("the service worker is in charge", `navigator.serviceWorker.ready.then((r) => r.active.state === "activated")`)
			if scope := eval[string](p, `navigator.serviceWorker.ready.then((r) => r.scope)`); scope != s.URL {
				t.Errorf("the service worker's scope is %s, not %s", scope, s.URL)
			}
			s.stop()
			p.Allow(serverGone)
			for _, address := range []string{"", "#q=tension", "?q=tension", "index.html#q=tension"} {
				p.do(chromedp.Navigate("about:blank"))
				p.Open(s.URL + address)
				p.Search("tension")
				p.Results(2)
				p.Click(".hits .hit a")
				p.Wait("a document opens", `dl.text(".doc__text").includes("Putin")`)
				p.Reload()
				p.Wait("a reload brings it back", `dl.text(".doc__text").includes("Putin") && dl.query() === "tension"`)
			}
		})
	}
}

// TestPath serves the same files below a path, with and without its last slash.
func TestPath(t *testing.T) {
	s := serveDefaultAt(t, "/a/b/")
	p := newPage(t)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	p.Click(".hits .hit a")
	p.Wait("a document opens", `dl.text(".doc__text") !== ""`)
	p.Wait("the address stays below the path", `location.pathname === "/a/b/"`)
	if outside := eval[[]string](p, `performance.getEntriesByType("resource").map((e) => e.name).filter((u) => !u.startsWith(location.origin + "/a/b/"))`); len(outside) > 0 {
		t.Errorf("the page asked for %v", outside)
	}
}
