// Package importer makes collections of a reader's own files, in a worker: it has the readers, the finders and the index writer, which the
// explorer itself does without, and so is a program of its own (program) that is loaded when files are added.
package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"time"

	"dateline/app/browser"
	"dateline/app/library"
	"dateline/corpus/ingest"
	"dateline/corpus/source"
)

// Importer answers the page's calls:
//
//	import  files, name, lang → the collection that was made of them, and what became of each file; tells its progress before
//	keep    files → the collection that the one .corpus file is
//	rename  collection, name → the collection under its new name
//	pause, resume
//
// What it makes it keeps in Store, where the page finds it.
type Importer struct {
	Store  func() (library.Store, error)
	paused atomic.Bool
	busy   atomic.Bool
}

// Answer answers one call. Calls may overlap; only pause and resume are taken while another is being answered.
func (w *Importer) Answer(c browser.Call) (browser.Object, error) {
	switch c.Method() {
	case "pause":
		w.paused.Store(true)
		return nil, nil
	case "resume":
		w.paused.Store(false)
		return nil, nil
	}
	if !w.busy.CompareAndSwap(false, true) {
		return nil, errors.New("files are being added already: wait for them, or stop it")
	}
	defer w.busy.Store(false)
	w.paused.Store(false)
	store, err := w.Store()
	if err != nil {
		return nil, err
	}
	switch c.Method() {
	case "import":
		return w.make(c, store)
	case "keep":
		return keep(c.Files("files"), store)
	case "rename":
		item, err := library.Rename(store, c.String("collection"), c.String("name"))
		return itemObject(item), err
	}
	return nil, errors.New("the importer has no method " + c.Method() + "; it and the page are of different versions: load the page again")
}

// MaxBytes is how much one import takes, in bytes of the files as they lie there, and once more of what they hold unpacked. The
// program has four gigabytes at most, and takes about five times the text while it writes.
const maxBytes = 400 << 20

func (w *Importer) make(c browser.Call, store library.Store) (browser.Object, error) {
	files := c.Files("files")
	total, err := size(files)
	if err != nil {
		return nil, err
	}
	if total > maxBytes {
		return nil, fmt.Errorf("these files are %d MB, and a browser tab can take %d MB at a time: add them in several collections, or make one with the command line, which has no such limit", total>>20, maxBytes>>20)
	}
	start := time.Now()
	clock := progress{w: w, c: c, total: total}
	data, report, err := ingest.Run(files, ingest.Options{
		Name: c.String("name"), Lang: c.String("lang"), Progress: clock.show,
		Source: source.Options{MaxBytes: maxBytes},
	})
	answer := browser.Object{}
	if err == nil {
		c.Tell(browser.Object{{Name: "stage", Value: "saving"}})
		var item library.Item
		if item, err = library.Save(store, data); err == nil {
			answer = itemObject(item)
		}
	}
	if report == nil {
		return nil, err
	}
	if err != nil { // the report tells why nothing came of the files
		answer = append(answer, browser.Property{Name: "failed", Value: err.Error()})
	}
	return append(answer, reportObject(report, time.Since(start))...), nil
}

// size adds up the files.
func size(fsys fs.FS) (total int64, err error) {
	err = fs.WalkDir(fsys, ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	return total, err
}

// keep keeps the one .corpus file of fsys.
func keep(fsys fs.FS, store library.Store) (browser.Object, error) {
	var item library.Item
	found := false
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || found {
			return err
		}
		found = true
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			item, err = library.Save(store, data)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
	if err == nil && !found {
		err = errors.New("there is no file")
	}
	return itemObject(item), err
}

// progress tells the page how far an import is, and lets the worker hear what the page says meanwhile.
type progress struct {
	w     *Importer
	c     browser.Call
	total int64
	last  time.Time
}

// breath is how often, at most, an import stops for a moment.
const breath = 100 * time.Millisecond

var stages = [...]string{ingest.Reading: "reading", ingest.Analysing: "analysing", ingest.Writing: "writing"}

func (p *progress) show(now ingest.Progress) {
	if time.Since(p.last) < breath && now.Stage != ingest.Writing {
		return
	}
	p.c.Tell(browser.Object{
		{Name: "stage", Value: stages[now.Stage]}, {Name: "done", Value: now.Done}, {Name: "total", Value: now.Total}, {Name: "file", Value: now.File},
	})
	time.Sleep(time.Millisecond) // the worker's messages come in only while the program waits
	for p.w.paused.Load() {
		time.Sleep(breath)
	}
	p.last = time.Now()
}

// mostListed is how many problems, and how many duplicates, are named; all are counted.
const mostListed = 200

func reportObject(r *ingest.Report, took time.Duration) browser.Object {
	var skipped, doubtful, duplicates browser.List
	doubts := 0
	for _, p := range r.Problems {
		list := &skipped
		if p.Note {
			list = &doubtful
			doubts += 1 + p.More
		}
		if len(*list) < mostListed {
			*list = append(*list, browser.Object{{Name: "file", Value: p.Place()}, {Name: "why", Value: p.Err.Error()}})
		}
	}
	for _, d := range r.Duplicates[:min(len(r.Duplicates), mostListed)] {
		duplicates = append(duplicates, browser.Object{{Name: "file", Value: d.Path}, {Name: "why", Value: d.Of}})
	}
	return browser.Object{
		{Name: "files", Value: r.Files},
		{Name: "undated", Value: r.Undated},
		{Name: "skipped", Value: skipped},
		{Name: "skippedCount", Value: r.Skipped()},
		{Name: "doubtful", Value: doubtful},
		{Name: "doubtfulCount", Value: doubts},
		{Name: "duplicates", Value: duplicates},
		{Name: "duplicateCount", Value: len(r.Duplicates)},
		{Name: "seconds", Value: took.Seconds()},
	}
}

func itemObject(i library.Item) browser.Object {
	return browser.Object{
		{Name: "id", Value: i.ID},
		{Name: "name", Value: strings.ToValidUTF8(i.Name, "\uFFFD")},
		{Name: "documents", Value: i.Docs},
		{Name: "words", Value: i.Words},
		{Name: "bytes", Value: int(i.Bytes)},
	}
}
