package e2e

import (
	"net"
	"net/http"
	"sync/atomic"
	"testing"

	"dateline/app/site"
)

// Server serves a generated site as `dateline serve` does, under any path, and can be stopped in the middle of a test.
type server struct {
	URL  string // ends with a slash
	stop func()
	// Requests and Bytes count what has been asked for and what went over the line as bodies.
	Requests, Bytes atomic.Int64
}

// Serve serves the site in dir under the path at, "/" or "/a/b/".
func serve(t *testing.T, dir, at string) *server {
	t.Helper()
	s := &server{}
	handler := site.Handler(dir, site.HandlerOptions{Prefix: at, NoStore: true})
	counted := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Requests.Add(1)
		handler.ServeHTTP(&countingWriter{w, &s.Bytes}, r)
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := &http.Server{Handler: counted}
	go srv.Serve(l)
	s.URL = "http://" + l.Addr().String() + at
	s.stop = func() { srv.Close() }
	t.Cleanup(s.stop)
	return s
}

type countingWriter struct {
	http.ResponseWriter
	n *atomic.Int64
}

func (w *countingWriter) Write(p []byte) (int, error) {
	n, err := w.ResponseWriter.Write(p)
	w.n.Add(int64(n))
	return n, err
}

// ServeDefault serves the default corpus at the root of a host.
func serveDefault(t *testing.T) *server {
	t.Helper()
	return serveDefaultAt(t, "/")
}

func serveDefaultAt(t *testing.T, at string) *server {
	t.Helper()
	dir, err := defaultSite()
	if err != nil {
		t.Fatal(err)
	}
	return serve(t, dir, at)
}
