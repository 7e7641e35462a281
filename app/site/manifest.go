package site

import (
	"bytes"
	"encoding/json"
)

// manifest is the web app manifest. It has no id on purpose: a browser resolves an id against the origin alone, so two
// collections on one host would be the same app; without one the id is start_url, which is resolved against
// the manifest and is different wherever the site lies.
type manifest struct {
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description"`
	Lang        string         `json:"lang"`
	Dir         string         `json:"dir"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Background  string         `json:"background_color"`
	Theme       string         `json:"theme_color"`
	Categories  []string       `json:"categories"`
	Icons       []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

func renderManifest(a about, files assets) ([]byte, error) {
	icon := func(path, sizes, kind, purpose string) manifestIcon {
		return manifestIcon{Src: files.get(path).url(), Sizes: sizes, Type: kind, Purpose: purpose}
	}
	m := manifest{
		Name:        a.Name + " · Dateline",
		ShortName:   "Dateline",
		Description: a.Facts + " Search them by word, date and actor, also without a network.",
		Lang:        "en",
		Dir:         "ltr",
		StartURL:    "./",
		Scope:       "./",
		Display:     "standalone",
		Background:  lightSurface,
		Theme:       lightSurface,
		Categories:  []string{"news", "education", "productivity"},
		Icons: []manifestIcon{
			icon("icons/icon.svg", "any", "image/svg+xml", "any"),
			icon("icons/icon-192.png", "192x192", "image/png", "any"),
			icon("icons/icon-512.png", "512x512", "image/png", "any"),
			icon("icons/maskable-512.png", "512x512", "image/png", "maskable"),
		},
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(m)
	return b.Bytes(), err
}
