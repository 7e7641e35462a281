package delivery

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
)

// split returns the core of a collection of 300 documents, and its chunks by name.
func split(t *testing.T) ([]byte, map[string][]byte) {
	t.Helper()
	b := index.NewBuilder("Many")
	for i := range 300 {
		var words []string
		for j := range 80 {
			words = append(words, fmt.Sprintf("w%xx", (i*7919+j*104729)%9973))
		}
		d := corpus.Document{ID: fmt.Sprintf("d%03d", i), Lang: "en", Text: strings.Join(words, " ")}
		if err := b.Add(index.Entry{Document: &d}); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	core, chunks, err := index.Split(data)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string][]byte{}
	for _, c := range chunks {
		byName[c.Name] = c.Data
	}
	return core, byName
}

// TestComplete asks for two texts at once: their chunks come once each, and the answer is whole.
func TestComplete(t *testing.T) {
	core, chunks := split(t)
	x, err := index.Open(core)
	if err != nil {
		t.Fatal(err)
	}
	var lock sync.Mutex
	var fetched []string
	d := New(x, func(name string) ([]byte, error) {
		lock.Lock()
		defer lock.Unlock()
		fetched = append(fetched, name)
		return chunks[name], nil
	})
	var texts [2]string
	asked := 0
	err = d.Complete(func() error {
		asked++
		var errs [2]error
		for i, doc := range []corpus.DocID{3, 290} {
			texts[i], errs[i] = x.Text(doc)
		}
		return errors.Join(errs[:]...)
	})
	if err != nil || asked != 2 || len(texts[0]) < 100 || len(texts[1]) < 100 {
		t.Errorf("asked %d times: %v, %q", asked, err, texts)
	}
	slices.Sort(fetched)
	if n := len(slices.Compact(slices.Clone(fetched))); n != len(fetched) || n == 0 {
		t.Errorf("fetched %v", fetched)
	}
}

// TestProblems: a chunk that does not come, or comes damaged, ends the question with the reason, and may come later.
func TestProblems(t *testing.T) {
	core, chunks := split(t)
	x, err := index.Open(core)
	if err != nil {
		t.Fatal(err)
	}
	var answer func(data []byte) ([]byte, error)
	d := New(x, func(name string) ([]byte, error) { return answer(chunks[name]) })
	ask := func() error {
		_, err := x.Text(7)
		return err
	}
	for want, how := range map[string]func([]byte) ([]byte, error){
		"the network gave out": func([]byte) ([]byte, error) { return nil, errors.New("the network gave out") },
		"checksum":             func(data []byte) ([]byte, error) { return append([]byte{data[0] ^ 1}, data[1:]...), nil },
		"bytes":                func(data []byte) ([]byte, error) { return data[1:], nil },
	} {
		answer = how
		if err := d.Complete(ask); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	answer = func(data []byte) ([]byte, error) { return data, nil }
	if err := d.Complete(ask); err != nil {
		t.Errorf("in the end: %v", err)
	}
	failed := errors.New("another failure")
	if err := d.Complete(func() error { return failed }); err != failed {
		t.Errorf("what else fails is %v", err)
	}
}

// TestTake gives out no chunk that is on its way.
func TestTake(t *testing.T) {
	core, chunks := split(t)
	x, err := index.Open(core)
	if err != nil {
		t.Fatal(err)
	}
	d := New(x, func(name string) ([]byte, error) { return chunks[name], nil })
	x.Text(7)
	first := d.Take(0)
	x.Text(7)
	if again := d.Take(0); len(first) == 0 || len(again) != 0 {
		t.Errorf("%v, then %v", first, again)
	}
	data, err := d.Fetch(first)
	if err != nil || d.Supply(first, data) != nil {
		t.Fatal(err)
	}
	if _, err := x.Text(7); err != nil {
		t.Error(err)
	}
}

func TestAhead(t *testing.T) {
	for journey, want := range []int{0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 32} {
		if got := Ahead(journey); got != want {
			t.Errorf("journey %d: %d ahead, want %d", journey, got, want)
		}
	}
}
