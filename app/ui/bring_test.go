package ui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/app/delivery"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
)

// chunked is a collection of a few hundred documents as one file and as a core whose chunks fetch gives out.
func chunked(t *testing.T, fetch func(name string, data []byte) ([]byte, error)) (whole, parts *collection) {
	t.Helper()
	rng := rand.New(rand.NewPCG(21, 22))
	var entries []index.Entry
	for i := range 400 {
		words := []string{"tension"}
		for range 150 {
			n := rng.IntN(4000)
			words = append(words, fmt.Sprintf("%c%xn", 'a'+n%26, n*n%7919))
			if n%40 == 0 {
				words = append(words, names[rng.IntN(8)].words)
			}
		}
		day := date(t, fmt.Sprintf("2021-%02d-%02d", 1+i/40, 1+i%28))
		entries = append(entries, index.Entry{Document: &corpus.Document{
			ID: fmt.Sprintf("d%03d", i), Path: fmt.Sprintf("%x%x.txt", rng.Uint64(), rng.Uint64()), Title: "Report " + words[2], Date: day, Lang: "en", Text: strings.Join(words, " ") + ".",
		}})
	}
	data := buildFile(t, "Many", entries...)
	whole, err := openCollection(Corpus{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	core, list, err := index.Split(data)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string][]byte{}
	for _, c := range list {
		byName[c.Name] = c.Data
	}
	parts, err = openCollection(Corpus{Data: core, Chunk: func(name string) ([]byte, error) { return fetch(name, byName[name]) }})
	if err != nil {
		t.Fatal(err)
	}
	return whole, parts
}

// bring does what root.bring does, without a browser, until nothing is missed. It returns on how many journeys.
func bring(t *testing.T, e *explorer, look func()) int {
	t.Helper()
	for journey := 0; ; journey++ {
		look() // draws, and so misses what the frame needs
		for !e.a.written() && !e.a.waits() {
			e.more(e.a)
		}
		chunks := e.c.chunks.Take(delivery.Ahead(journey))
		if len(chunks) == 0 {
			return journey
		}
		if journey > 40 {
			t.Fatal("chunks are missed again and again")
		}
		data, err := e.c.chunks.Fetch(chunks)
		if err = errors.Join(err, e.c.chunks.Supply(chunks, data)); err != nil {
			t.Fatal(err)
		}
		e.supplied()
	}
}

// TestChunks shows states of a collection in chunks: in the end the page is that of the same collection in one file.
func TestChunks(t *testing.T) {
	for _, fragment := range []string{
		"q=tension", "", "q=tension&with=NATO", "q=tension&sort=newest&page=3", "q=%22tension+b59n%22+OR+c*", "q=tension&doc=d123", "doc=nothing",
		"q=nosuchword+tension", "q=actor:NATO&from=2021-03",
	} {
		whole, parts := chunked(t, func(_ string, data []byte) ([]byte, error) { return data, nil })
		want, _ := at(t, whole, fragment)
		s, _ := state.Parse(fragment)
		e := newExplorer(parts)
		e.history.push, e.history.change = func(_, _ string) {}, func(_, _ string) {}
		e.set(s, arrive)
		if e.a.failure != nil {
			t.Fatalf("%s: before anything has come: %v", fragment, e.a.failure)
		}
		journeys := bring(t, e, func() { page(t, e) })
		t.Logf("%q: %d journeys", fragment, journeys)
		got, expected := ordered(page(t, e)), ordered(page(t, want))
		if fragment == "" { // the examples are of other documents
			got, expected = got[:strings.Index(got, "tries")], expected[:strings.Index(expected, "tries")]
		}
		if got != expected {
			t.Errorf("%q: the page differs after %d journeys:\n%s\nwant\n%s", fragment, journeys, difference(got, expected), difference(expected, got))
		}
		if e.a.missing || e.a.partial || e.awaited || e.docLate || e.a.waits() {
			t.Errorf("%q: something is still said to be missing", fragment)
		}
	}
}

var (
	startTag  = regexp.MustCompile(`<[\w-]+(?: [\w:-]+(?:="(?:[^"\\]|\\.)*")?)+`)
	attribute = regexp.MustCompile(` [\w:-]+(?:="(?:[^"\\]|\\.)*")?`)
)

// ordered sorts the attributes of every element, which are printed in any order.
func ordered(html string) string {
	return startTag.ReplaceAllStringFunc(html, func(tag string) string {
		list := attribute.FindAllString(tag, -1)
		slices.Sort(list)
		return tag[:strings.IndexByte(tag, ' ')] + strings.Join(list, "")
	})
}

// difference is where a begins to differ from b.
func difference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[max(0, i-200):min(len(a), i+300)]
}

// TestChunksInSteps: titles come before texts, and what is on the screen stays until the next answer is known.
func TestChunksInSteps(t *testing.T) {
	_, parts := chunked(t, func(_ string, data []byte) ([]byte, error) { return data, nil })
	e := newExplorer(parts)
	e.history.push, e.history.change = func(_, _ string) {}, func(_, _ string) {}
	s, _ := state.Parse("q=tension")
	e.set(s, arrive)
	has(t, page(t, e), `data-state="loading"`)
	step := func() {
		chunks := e.c.chunks.Take(0)
		data, _ := e.c.chunks.Fetch(chunks)
		if err := e.c.chunks.Supply(chunks, data); err != nil {
			t.Fatal(err)
		}
		e.supplied()
	}
	for n := 0; e.awaited; n++ {
		if n > 3 {
			t.Fatal("more than three journeys to the result")
		}
		step()
	}
	if e.a.result.Total != 400 || len(e.a.rows) != firstRows || !e.a.rows[0].untitled {
		t.Fatalf("%d found, %d rows, the first %+v", e.a.result.Total, len(e.a.rows), e.a.rows[0])
	}
	step()
	if r := e.a.rows[0]; r.untitled || !r.missing || !strings.Contains(r.html, "Report") || strings.Contains(r.html, "hit__snip") {
		t.Fatalf("with the titles alone, the first row is %+v", r)
	}
	bring(t, e, func() { page(t, e) })
	if r := e.a.rows[0]; r.missing || !strings.Contains(r.html, "hit__snip") {
		t.Fatalf("in the end, the first row is %+v", r)
	}
	// The next question waits for its words: until then, the page shows the last answer.
	e.typed("b59n c59n")
	if e.awaited {
		if e.a.result.Total != 400 {
			t.Errorf("while it is awaited, %d are shown", e.a.result.Total)
		}
	}
	bring(t, e, func() { page(t, e) })
	if e.awaited || e.a.result.Total == 400 {
		t.Error("the next answer has not come")
	}
}

// TestChunkFails: why a chunk does not come is told, and it is tried again.
func TestChunkFails(t *testing.T) {
	down := true
	_, parts := chunked(t, func(_ string, data []byte) ([]byte, error) {
		if down {
			return nil, errors.New("the network gave out: try again")
		}
		return data, nil
	})
	e := newExplorer(parts)
	e.history.push, e.history.change = func(_, _ string) {}, func(_, _ string) {}
	s, _ := state.Parse("q=tension")
	e.set(s, arrive)
	chunks := e.c.chunks.Take(0)
	data, err := e.c.chunks.Fetch(chunks)
	if err == nil {
		t.Fatal("nothing failed")
	}
	if err := e.c.chunks.Supply(chunks, data); err != nil {
		t.Fatal(err)
	}
	e.trouble = err.Error()
	e.supplied()
	if list := e.messages(); len(list) == 0 || !strings.Contains(list[0], "network gave out") {
		t.Errorf("it is said: %q", list)
	}
	down = false
	e.trouble = ""
	e.supplied()
	bring(t, e, func() { page(t, e) })
	if e.a.result.Total != 400 {
		t.Errorf("%d are found in the end", e.a.result.Total)
	}
}
