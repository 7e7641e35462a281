// Package worker is the engine behind dateline.js: one opened collection that answers messages. It answers: how does a page that
// is not the explorer search a corpus?
//
// It knows neither the DOM nor the network: it is given a way to fetch, takes calls by name, and returns objects of plain
// values. web/dateline.js is the other side, and says what each value is.
package worker

import (
	"errors"
	"sync"

	"dateline/app/browser"
	"dateline/app/delivery"
	"dateline/corpus/index"
	"dateline/corpus/search"
)

// Worker answers the calls of one dateline.js corpus.
type Worker struct {
	// Fetch returns the bytes at an address; Beside returns the address of a file beside another. Default is the collection that the
	// program has within, or nil.
	Fetch   func(url string) ([]byte, error)
	Beside  func(file, url string) string
	Default []byte

	one      sync.Mutex // calls are answered one after the other
	x        *index.Index
	engine   *search.Engine
	delivery *delivery.Delivery
}

// Answer answers one call.
func (w *Worker) Answer(c browser.Call) (browser.Object, error) {
	w.one.Lock()
	defer w.one.Unlock()
	switch c.Method() {
	case "open":
		return w.open(c.String("url"))
	case "search", "document":
	default:
		return nil, errors.New("dateline.js: there is no method " + c.Method() + "; it and the program are of different versions: load the page again")
	}
	if w.x == nil {
		return nil, errors.New("dateline.js: no corpus is open: await openCorpus first")
	}
	if c.Method() == "document" {
		return w.document(c.String("document"))
	}
	return w.search(c)
}

// open opens the collection at url, the default one if it is empty, and says what it is.
func (w *Worker) open(url string) (browser.Object, error) {
	data := w.Default
	if url != "" {
		var err error
		if data, err = w.Fetch(url); err != nil {
			return nil, err
		}
	}
	if len(data) == 0 {
		return nil, errors.New("dateline.js: the program has no collection within: give openCorpus the address of one")
	}
	x, err := index.Open(data)
	if err != nil {
		return nil, err
	}
	w.x, w.engine = x, search.New(x)
	w.delivery = delivery.New(x, func(name string) ([]byte, error) { return w.Fetch(w.Beside(index.ChunkPath(name), url)) })
	m := x.Meta()
	return browser.Object{
		{Name: "name", Value: m.Name},
		{Name: "id", Value: m.ID},
		{Name: "documents", Value: m.Docs},
		{Name: "words", Value: m.Words},
		{Name: "actors", Value: m.Actors},
		{Name: "undated", Value: m.Undated},
		{Name: "first", Value: m.First.String()},
		{Name: "last", Value: m.Last.String()},
		{Name: "bytes", Value: int(m.Size)},
	}, nil
}
