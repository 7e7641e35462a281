package site

import (
	"bytes"
	_ "embed"
	"html/template"
)

// The surface of both themes, as in app.css; the browser paints its own bars in it.
const (
	lightSurface = "#FFFFFF"
	darkSurface  = "#161A1E"
)

//go:embed index.html.tmpl
var pageSource string

// pageTemplate is html/template's, which escapes by context: a collection may be called anything.
var pageTemplate = template.Must(template.New("index.html").Parse(pageSource))

// page is what the template shows.
type page struct {
	about
	Policy, Version string
	Light, Dark     string
	Wasm            load
	Corpus          *load // nil if app.wasm embeds the collection
	files           assets
}

// load is a file that boot.js fetches, with its size before compression: the total of the progress bar.
type load struct {
	URL   string
	Bytes int
}

func loadOf(a asset) load { return load{a.url(), len(a.data)} }

// URL returns the address of a file.
func (p page) URL(path string) string { return p.files.get(path).url() }

// renderPage makes index.html of the other files.
func renderPage(a about, version string, files assets, corpus *asset) ([]byte, error) {
	p := page{
		about: a, Policy: policy, Version: version, Light: lightSurface, Dark: darkSurface,
		Wasm: loadOf(files.get(wasmName)), files: files,
	}
	if corpus != nil {
		l := loadOf(*corpus)
		p.Corpus = &l
	}
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, p)
	return b.Bytes(), err
}
