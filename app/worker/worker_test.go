package worker

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"dateline/app/browser"
	"dateline/corpus"
	"dateline/corpus/index"
)

// call is a message with arguments.
type call map[string]any

func (c call) Method() string { return c.String("method") }

func (c call) String(name string) string { s, _ := c[name].(string); return s }

func (c call) Strings(name string) []string { s, _ := c[name].([]string); return s }

func (c call) Files(string) fs.FS { return nil }

func (c call) Tell(browser.Object) {}

func (c call) Int(name string, absent int) int {
	if v, ok := c[name].(int); ok {
		return v
	}
	return absent
}

func (c call) Bool(name string, absent bool) bool {
	if v, ok := c[name].(bool); ok {
		return v
	}
	return absent
}

func file(t *testing.T) []byte {
	t.Helper()
	b := index.NewBuilder("Many")
	day, err := corpus.ParseDate("2021-04-14")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 300 {
		words := []string{"tension 🕊 rises"}
		for j := range 80 {
			words = append(words, fmt.Sprintf("w%xx", (i*7919+j*104729)%9973))
		}
		d := corpus.Document{ID: fmt.Sprintf("d%03d", i), Title: fmt.Sprintf("Report %d", i), Date: day, Lang: "en", Text: strings.Join(words, " ")}
		e := index.Entry{Document: &d}
		if i%3 == 0 {
			e.Mentions = []corpus.Mention{{Name: "NATO", Type: corpus.Organisation, Kind: corpus.KindGiven, Confidence: 1, Rule: "given"}}
		}
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSearch asks a collection that is one file, and the same in chunks: the answers are the same.
func TestSearch(t *testing.T) {
	data := file(t)
	core, chunks, err := index.Split(data)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"a.corpus": data, "a.core": core, "bad": []byte("text")}
	for _, c := range chunks {
		files[index.ChunkPath(c.Name)] = c.Data
	}
	open := func(url string) *Worker {
		w := &Worker{
			Fetch: func(url string) ([]byte, error) {
				if data, ok := files[url]; ok {
					return data, nil
				}
				return nil, errors.New("404 " + url)
			},
			Beside: func(file, _ string) string { return file },
		}
		about, err := w.Answer(call{"method": "open", "url": url})
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(about[0], about[2]); got != "{name Many} {documents 300}" {
			t.Errorf("about is %s", got)
		}
		return w
	}
	whole, parts := open("a.corpus"), open("a.core")
	for _, c := range []call{
		{"query": "tension", "top": 3},
		{"query": "w1f4x OR w3e8x"},
		{"query": "w1f4x w3e8x", "any": true, "sort": "newest"},
		{"query": `"tension rises"`, "with": []string{"NATO"}, "offset": 20},
		{"query": "w1*", "facets": false, "snippets": false},
		{"query": "tension", "without": []string{"NATO", "Nobody"}, "from": "2021", "to": "2021-05", "top": 5},
		{"query": "(tension"},
	} {
		c["method"] = "search"
		want, err := whole.Answer(c)
		if err != nil {
			t.Fatal(c, err)
		}
		got, err := parts.Answer(c)
		if err != nil {
			t.Fatal(c, err)
		}
		for i := range want {
			if want[i].Name != "took" && fmt.Sprint(got[i]) != fmt.Sprint(want[i]) {
				t.Errorf("%v: in chunks %v, in one file %v", c, got[i], want[i])
			}
		}
	}
	r, err := parts.Answer(call{"method": "search", "query": "rises", "top": 1})
	if err != nil {
		t.Fatal(err)
	}
	hit := r[2].Value.(browser.List)[0].(browser.Object)
	if got := fmt.Sprint(hit[5].Value.(browser.Object)[1]); got != "{marks [[11 16]]}" { // the dove is two units
		t.Errorf("rises is marked at %s of %v", got, hit[5])
	}
	if d, err := parts.Answer(call{"method": "document", "document": "d123"}); err != nil || !strings.Contains(fmt.Sprint(d), "tension") {
		t.Errorf("document: %v, %v", d, err)
	}
	if d, err := parts.Answer(call{"method": "document", "document": "none"}); err != nil || len(d) != 0 {
		t.Errorf("no document: %v, %v", d, err)
	}
	for want, c := range map[string]call{
		"from:": {"method": "search", "from": "soon"}, "sort:": {"method": "search", "sort": "best"}, "no method": {"method": "dance"},
		"404": {"method": "open", "url": "absent"}, "not a corpus file": {"method": "open", "url": "bad"}, "within": {"method": "open"},
	} {
		if _, err := (&Worker{Fetch: whole.Fetch, x: whole.x}).Answer(c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", c, err)
		}
	}
	if _, err := new(Worker).Answer(call{"method": "search"}); err == nil || !strings.Contains(err.Error(), "openCorpus") {
		t.Errorf("before it is open: %v", err)
	}
}
