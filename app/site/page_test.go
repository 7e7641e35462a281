package site

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"

	"golang.org/x/net/html"
)

// TestPage reads the page of a hostile collection as a browser does and holds that the strict policy can hold: no script or style
// in it, no handler, and every address within the site.
func TestPage(t *testing.T) {
	about := aboutMeta(index.Meta{Name: hostile, Docs: 3}, "")
	files, version, err := render(about, oneFile([]byte("corpus")), nil, fakePrograms, static)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(files.get(pageName).data))
	if err != nil {
		t.Fatal(err)
	}
	metas := map[string]string{}
	var names, scripts int
	var title string
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.Contains(n.Data, "alert(1)") {
			names++
		}
		if n.Type != html.ElementNode {
			continue
		}
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s> has an attribute %s", n.Data, a.Key)
			}
			switch a.Key {
			case "href", "src", "action", "content":
				if n.Data == "meta" && !strings.HasPrefix(attr["name"], "dateline-wasm") && !strings.HasPrefix(attr["name"], "dateline-corpus") {
					continue
				}
				if !strings.HasPrefix(a.Val, "./") && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("<%s %s=%q> leads out of the site", n.Data, a.Key, a.Val)
				}
			}
		}
		switch n.Data {
		case "style", "base", "iframe", "object":
			t.Errorf("there is a <%s>", n.Data)
		case "script":
			scripts++
			if n.FirstChild != nil || attr["src"] == "" {
				t.Errorf("a script stands in the page: %v", n.FirstChild)
			}
		case "meta":
			metas[attr["name"]+attr["http-equiv"]] = attr["content"]
			if attr["http-equiv"] != "" && len(metas) > 2 {
				t.Error("the policy must stand before all that it is to govern")
			}
		case "title":
			title = n.FirstChild.Data
		}
	}
	if scripts != 2 {
		t.Errorf("%d scripts, want boot.js and wasm_exec.js", scripts)
	}
	if names != 3 { // title, masthead, headline
		t.Errorf("the name stands in %d texts, want 3", names)
	}
	if !strings.HasPrefix(title, "</title><script>alert(1)") {
		t.Errorf("the title is %q", title)
	}
	if metas["Content-Security-Policy"] != policy || metas["dateline-version"] != version {
		t.Errorf("policy %q, version %q", metas["Content-Security-Policy"], metas["dateline-version"])
	}
}

func TestManifest(t *testing.T) {
	files, _, err := render(aboutMeta(index.Meta{Name: hostile, Docs: 3}, ""), nil, nil, fakePrograms, static)
	if err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := json.Unmarshal(files.get("manifest.webmanifest").data, &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != strings.ToValidUTF8(hostile, "")+" · Dateline" || m.StartURL != "./" || m.Scope != "./" {
		t.Errorf("%+v", m)
	}
	purposes := map[string]bool{}
	for _, icon := range m.Icons {
		purposes[icon.Purpose] = true
		path, _, _ := strings.Cut(strings.TrimPrefix(icon.Src, "./"), "?")
		files.get(path) // panics if there is none
	}
	if !purposes["any"] || !purposes["maskable"] {
		t.Errorf("icons for %v", purposes)
	}
}

// TestWorker reads the head of the service worker: it must be JavaScript whatever the files are called, name each file that the page
// asks for, and the page itself first.
func TestWorker(t *testing.T) {
	files, version, err := render(aboutMeta(index.Meta{Name: hostile}, ""), oneFile([]byte("corpus")), assets{newAsset("chunks/0123.chunk", []byte("pieces"))}, fakePrograms, static)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitN(string(files.get(swName).data), "\n", 5)
	value := func(line, name string, v any) {
		t.Helper()
		text, ok := strings.CutPrefix(line, "const "+name+" = ")
		if err := json.Unmarshal([]byte(strings.TrimSuffix(text, ";")), v); !ok || err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	var gotVersion string
	var list [][2]string
	value(lines[0], "VERSION", &gotVersion)
	value(lines[1], "FILES", &list)
	if gotVersion != version || len(list) == 0 || list[0] != [2]string{"./", ""} {
		t.Errorf("version %q, list %v", gotVersion, list)
	}
	if lines[2] != `const CHUNKS = [["0123",6]];` || lines[3] != "" || lines[4] != string(static["sw.js"].Data) {
		t.Errorf("chunks are %q, and the worker's own text %q", lines[2], lines[4])
	}
	stored := map[string]string{}
	for _, f := range list[1:] {
		stored[f[0]] = f[1]
	}
	for _, f := range files {
		switch f.path {
		case pageName, swName, "_headers", ".nojekyll", importerName, "chunks/0123.chunk":
			continue
		}
		if stored[f.url()] != f.integrity() {
			t.Errorf("%s is not stored", f.path)
		}
		delete(stored, f.url())
	}
	if len(stored) > 0 {
		t.Errorf("stored but not there: %v", stored)
	}
}

func TestAbout(t *testing.T) {
	for _, tt := range []struct {
		meta        index.Meta
		name        string
		first, last string
		want        string
	}{
		{meta: index.Meta{Name: "N", Docs: 1}, first: "2021-04-14", last: "2021-04-14", want: "N|1|1 document of 14 April 2021."},
		{meta: index.Meta{Name: "N", Docs: 1200, Undated: 3}, first: "1987", last: "1987-10", want: "N|1,200|1,200 documents from 1987 to October 1987, 3 of them without a date."},
		{meta: index.Meta{Docs: 12345678, Undated: 12345678}, want: "Untitled collection|12,345,678|12,345,678 documents."},
		{meta: index.Meta{Name: "N"}, name: " Given ", want: "Given|0|0 documents."},
	} {
		parse := func(s string) corpus.Date {
			if s == "" {
				return 0
			}
			return date(t, s)
		}
		tt.meta.First, tt.meta.Last = parse(tt.first), parse(tt.last)
		a := aboutMeta(tt.meta, tt.name)
		if got := a.Name + "|" + a.Docs + "|" + a.Facts; got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
