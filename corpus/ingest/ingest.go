// Package ingest is the only way from files to a corpus file: it reads the documents, gives them what they lack, finds
// their actors, puts them in order and writes the index. What could not be read is reported file by file and stops nothing.
//
// Corpus files are taken as input too, beside folders or alone: what was found in their documents is taken over. A corpus that is
// built in parts, on as many machines as there are parts, and merged is to the byte the corpus built at once, as long as no
// document is in two parts.
package ingest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/pipeline"
	"dateline/corpus/source"
)

// Options say how a corpus is made.
type Options struct {
	// Name is what readers see the corpus called.
	Name string
	// Source says how files are read.
	Source source.Options
	// Lang is the language of documents that do not say theirs; where it is empty, each is found out by its words, and
	// where they do not tell, it is that of most documents.
	Lang string
	// NoActors leaves out the search for actors: a corpus for words and dates alone.
	NoActors bool
	// Today is the day after which a publication date is told to be doubtful; undated tells of none.
	Today corpus.Date
	// Workers is how many goroutines share the work; 0 is one for each processor. The bytes do not depend on it.
	Workers int
	// Context, if not nil, ends the work early when it ends, with its error.
	Context context.Context
	// Progress, if not nil, is told how far the work is, often.
	Progress func(Progress)
}

// Input is something that documents are read from: a folder of files or a corpus.
type Input struct {
	// Name stands before paths in the report, where there are several inputs.
	Name string
	// Files holds the files; Corpus, if it is not nil, is read instead.
	Files  fs.FS
	Corpus *index.Index
}

// Stage is a part of the work.
type Stage int

// The stages, in their order.
const (
	Reading   Stage = iota // Done and Total are files
	Analysing              // documents
	Writing                // nothing to count
)

// Progress says how far the work is.
type Progress struct {
	Stage       Stage
	Done, Total int
	// File is the file being read, and Documents how many documents have been read.
	File      string
	Documents int
}

// Report says what became of the input.
type Report struct {
	Files      int
	Bytes      int64 // of the files
	Documents  int
	Words      int
	Undated    int
	Duplicates []Duplicate
	Actors     int
	Mentions   int
	// Doubtful are mentions below corpus.ShownConfidence: they are left out of the corpus.
	Doubtful   int
	Dates      int // spoken of
	Statements int
	First      corpus.Date
	Last       corpus.Date
	Languages  []index.Language
	// Problems are the files and records that could not be read, and those read with a doubt.
	Problems []source.Problem
}

// Duplicate is a document left out because another is the same.
type Duplicate struct{ Path, Of string }

// Skipped counts the files and records that could not be read.
func (r *Report) Skipped() int {
	n := 0
	for _, p := range r.Problems {
		if !p.Note {
			n += 1 + p.More
		}
	}
	return n
}

// ErrNoDocuments is in the chain of Run's error where no file held a document.
var ErrNoDocuments = errors.New("there is no document to make a corpus of")

// Run makes a corpus of the files in fsys. It returns the bytes of a corpus file: the same files give the same bytes. The report
// is there even where the error is not nil.
func Run(fsys fs.FS, opts Options) ([]byte, *Report, error) {
	return Merge([]Input{{Files: fsys}}, opts)
}

// Merge is Run for several inputs.
func Merge(inputs []Input, opts Options) ([]byte, *Report, error) {
	report := &Report{}
	items, err := read(inputs, opts, report)
	if err != nil {
		return nil, report, err
	}
	items = settle(items, report)
	setLanguages(items, opts)
	data, err := build(items, inputs, opts, report)
	if err != nil {
		return nil, report, err
	}
	return data, report, report.count(data)
}

// stopped returns the error of the context, if it has ended.
func (o *Options) stopped() error {
	if o.Context == nil {
		return nil
	}
	return o.Context.Err()
}

func (o *Options) progress(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// batch is how many documents a worker takes at a time.
const batch = 32

// inBatches has the workers call work for the numbers from 0 up to n, batch by batch, and calls each with what it returns, in order.
func inBatches[T any](n, workers int, work func(i int) T, each func(i int, made T) error) error {
	type made struct {
		from int
		list []T
	}
	o := pipeline.New(workers, func(m made) error {
		for i, value := range m.list {
			if err := each(m.from+i, value); err != nil {
				return err
			}
		}
		return nil
	})
	var err error
	for from := 0; from < n && err == nil; from += batch {
		err = o.Do(func(int) made {
			m := made{from, make([]T, 0, batch)}
			for i := from; i < min(from+batch, n); i++ {
				m.list = append(m.list, work(i))
			}
			return m
		})
	}
	return cmp.Or(o.Close(), err)
}

// count fills in what the written index knows.
func (r *Report) count(data []byte) error {
	x, err := index.Open(data)
	if err != nil {
		return fmt.Errorf("the corpus just written cannot be opened: %w", err)
	}
	m := x.Meta()
	r.Documents, r.Words, r.Undated, r.Actors, r.Mentions = m.Docs, m.Words, m.Undated, m.Actors, m.Mentions
	r.Dates, r.Statements = m.Dates, m.Statements
	r.First, r.Last, r.Languages = m.First, m.Last, m.Languages
	return nil
}
