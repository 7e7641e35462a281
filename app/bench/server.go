//go:build !js

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// line is how fast the server answers; the zero value is as fast as it can.
type line struct {
	latency time.Duration // before each answer
	rate    float64       // bytes a second, of all answers together
}

// slow is the line that first visits are measured on.
var slow = line{60 * time.Millisecond, 10e6 / 8}

// server gives out a folder, compressed with Brotli where that is smaller: at the best level, above 32 MB at level 9. Each file has an ETag and
// is asked for anew at each visit.
type server struct {
	url   string
	dir   string
	store string // for what is compressed, "" to keep nothing
	stop  func()

	mu     sync.Mutex
	line   line
	free   time.Time // when the line is free again
	sent   int64     // bytes of bodies
	asked  int
	marked int64 // sent when the page marked its first result
	marks  int
	packed map[string][]byte
}

func serve(dir, store string) (*server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &server{url: "http://" + l.Addr().String() + "/", dir: dir, store: store, packed: map[string][]byte{}}
	srv := &http.Server{Handler: s}
	go srv.Serve(l)
	s.stop = func() { srv.Close() }
	return s, nil
}

// begin starts counting anew on a line.
func (s *server) begin(l line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.line, s.sent, s.asked, s.marks, s.marked = l, 0, 0, 0, 0
}

func (s *server) counts() (sent, marked int64, asked, marks int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent, s.marked, s.asked, s.marks
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/mark" {
		s.mu.Lock()
		if s.marks++; s.marks == 1 {
			s.marked = s.sent
		}
		s.mu.Unlock()
		return
	}
	s.mu.Lock()
	s.asked++
	latency := s.line.latency
	s.mu.Unlock()
	time.Sleep(latency)
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	data, coding, err := s.file(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	// With these two the clock of the page has a resolution of 5 µs instead of 100.
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding")
	tag := fmt.Sprintf(`"%x"`, sha256.Sum256(data))[:24] + `"`
	h.Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if coding != "" {
		h.Set("Content-Encoding", coding)
	}
	h.Set("Content-Length", fmt.Sprint(len(data)))
	const piece = 16 << 10
	for len(data) > 0 {
		n := min(piece, len(data))
		s.wait(n)
		if _, err := w.Write(data[:n]); err != nil {
			return
		}
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		data = data[n:]
	}
}

// wait waits until the line has carried n more bytes.
func (s *server) wait(n int) {
	s.mu.Lock()
	s.sent += int64(n)
	var until time.Time
	if s.line.rate > 0 {
		now := time.Now()
		if s.free.Before(now) {
			s.free = now
		}
		s.free = s.free.Add(time.Duration(float64(n) / s.line.rate * 1e9))
		until = s.free
	}
	s.mu.Unlock()
	time.Sleep(time.Until(until))
}

// file returns a file as it is sent.
func (s *server) file(name string) (data []byte, coding string, err error) {
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, "", err
	}
	defer root.Close()
	raw, err := root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return nil, "", err
	}
	if twin, err := root.ReadFile(filepath.FromSlash(name + ".br")); err == nil {
		return twin, "br", nil
	}
	if strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".chunk") || strings.HasPrefix(path.Base(name), "pf_") || strings.Contains(name, "/fragment/") {
		return raw, "", nil // compressed already
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	packed, ok := s.packed[name]
	if !ok {
		packed = s.pack(raw)
		s.packed[name] = packed
	}
	if len(packed) >= len(raw) {
		return raw, "", nil
	}
	return packed, "br", nil
}

// bestUpTo is the size in bytes up to which files are compressed at the best level, which takes three seconds a megabyte.
const bestUpTo = 32 << 20

// pack compresses data, or takes it from an earlier run.
func (s *server) pack(data []byte) []byte {
	level := brotli.BestCompression
	if len(data) > bestUpTo {
		level = 9
	}
	kept := filepath.Join(s.store, fmt.Sprintf("%x-%d.br", sha256.Sum256(data), level))
	if packed, err := os.ReadFile(kept); err == nil {
		return packed
	}
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: level, LGWin: 24})
	w.Write(data) // a bytes.Buffer takes all
	w.Close()
	if s.store != "" && len(data) > 1<<20 && os.MkdirAll(s.store, 0o755) == nil {
		os.WriteFile(kept, b.Bytes(), 0o644) // for the next run; it can do without
	}
	return b.Bytes()
}

// warm compresses what the page loads before anything is measured.
func (s *server) warm(names ...string) {
	for _, name := range names {
		s.file(name)
	}
}

// total is the size of all files as they are sent, and their number.
func (s *server) total() (bytes int64, files int, err error) {
	err = filepath.WalkDir(s.dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(p, ".br") || strings.HasSuffix(p, ".gz") {
			return err
		}
		name, err := filepath.Rel(s.dir, p)
		if err != nil {
			return err
		}
		data, _, err := s.file(filepath.ToSlash(name))
		bytes += int64(len(data))
		files++
		return err
	})
	return bytes, files, err
}

func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json":
		return "application/json"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".webmanifest":
		return "application/manifest+json"
	}
	return "application/octet-stream"
}
