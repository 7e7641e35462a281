package site

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// HandlerOptions change how a site is given out; the zero value is how it should be.
type HandlerOptions struct {
	// Prefix is the path that the site lies under, such as "/a/b/"; empty is "/".
	Prefix string
	// NoStore forbids the browser to keep anything in its HTTP cache.
	NoStore bool
}

// Handler gives out the files of the folder dir and nothing else: no listings, nothing outside of it, also not by
// symbolic links. A file has the compressed twin that the client takes, the hash of its content as ETag, and is asked for anew
// every time, unless its name is its hash; that costs a round trip and never shows an old file.
func Handler(dir string, opts HandlerOptions) http.Handler {
	prefix := "/" + strings.Trim(opts.Prefix, "/") + "/"
	if prefix == "//" {
		prefix = "/"
	}
	return &handler{dir: dir, prefix: prefix, noStore: opts.NoStore}
}

type handler struct {
	dir, prefix string
	noStore     bool
	tags        sync.Map // tagKey -> string
}

// tagKey tells the states of a file apart without reading it.
type tagKey struct {
	path     string
	size     int64
	modified time.Time
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name, ok := strings.CutPrefix(r.URL.Path, h.prefix)
	if !ok {
		if r.URL.Path+"/" == h.prefix { // without the slash every relative address would be wrong
			http.Redirect(w, r, h.prefix, http.StatusMovedPermanently)
			return
		}
		http.NotFound(w, r)
		return
	}
	if name == "" {
		name = pageName
	}
	// Opened anew for each request: a site that is written again is a new folder.
	root, err := os.OpenRoot(h.dir)
	if err != nil {
		http.Error(w, "the site's folder is gone", http.StatusServiceUnavailable)
		return
	}
	defer root.Close()
	if !h.serve(w, r, root, name) {
		http.NotFound(w, r)
	}
}

// serve gives out one file, and reports whether there is such a file.
func (h *handler) serve(w http.ResponseWriter, r *http.Request, root *os.Root, name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	coding, ext := "", ""
	if r.Header.Get("Range") == "" { // a range counts the bytes of the file itself
		for _, k := range twinKinds {
			if accepts(r.Header.Values("Accept-Encoding"), k.coding) && isFile(root, name+k.ext) && isFile(root, name) {
				coding, ext = k.coding, k.ext
				break
			}
		}
	}
	f, err := root.Open(name + ext)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	tag, err := h.tag(f, info, name+ext)
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return true
	}
	head := w.Header()
	head.Set("Content-Type", contentType(name))
	head.Set("ETag", tag)
	head.Set("Vary", "Accept-Encoding")
	switch {
	case h.noStore:
		head.Set("Cache-Control", "no-store")
	case namedByHash(name):
		head.Set("Cache-Control", "max-age=31536000, immutable")
	default:
		head.Set("Cache-Control", "no-cache")
	}
	head.Set("Content-Security-Policy", policy)
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("X-Content-Type-Options", "nosniff")
	if coding != "" {
		head.Set("Content-Encoding", coding)
		head.Set("Content-Length", strconv.FormatInt(info.Size(), 10)) // ServeContent leaves it out of encoded answers
	}
	http.ServeContent(w, r, name, time.Time{}, f) // answers If-None-Match and Range
	return true
}

// tag returns the ETag of an opened file, whose content it hashes once.
func (h *handler) tag(f io.ReadSeeker, info fs.FileInfo, name string) (string, error) {
	key := tagKey{name, info.Size(), info.ModTime()}
	if tag, ok := h.tags.Load(key); ok {
		return tag.(string), nil
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	tag := fmt.Sprintf(`"%s"`, base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:16]))
	h.tags.Store(key, tag)
	return tag, nil
}

func isFile(root *os.Root, name string) bool {
	info, err := root.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// accepts reports whether Accept-Encoding names a coding without forbidding it by q=0.
func accepts(headers []string, coding string) bool {
	for _, header := range headers {
		for item := range strings.SplitSeq(header, ",") {
			name, params, _ := strings.Cut(item, ";")
			if !strings.EqualFold(strings.TrimSpace(name), coding) {
				continue
			}
			q, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(params)), "q=")
			if !ok {
				return true
			}
			v, err := strconv.ParseFloat(q, 64)
			return err == nil && v > 0
		}
	}
	return false
}

// contentTypes are ours and not the machine's: package mime reads files that differ from one system to the next.
var contentTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".json":        "application/json",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".txt":         "text/plain; charset=utf-8",
}

func contentType(name string) string {
	if t, ok := contentTypes[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
