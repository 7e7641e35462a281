// Package ingest is the only way from files to a corpus file: it reads the documents, gives them what they lack, finds
// their actors, puts them in order and writes the index. What could not be read is reported file by file and stops nothing.
package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/index"
	"dateline/corpus/source"
	"dateline/corpus/text"
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
	// Progress, if not nil, is told how far the work is, often.
	Progress func(Progress)
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
	// File is the file being read.
	File string
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
	Doubtful  int
	First     corpus.Date
	Last      corpus.Date
	Languages []index.Language
	// Problems are the files and records that could not be read, and those read with a doubt.
	Problems []source.Problem
}

// Duplicate is a document left out because another is the same.
type Duplicate struct{ Path, Of string }

// ErrNoDocuments is in the chain of Run's error where no file held a document.
var ErrNoDocuments = errors.New("there is no document to make a corpus of")

// Run makes a corpus of the files in fsys. It returns the bytes of a corpus file: the same files give the same bytes. The report
// is there even where the error is not nil.
func Run(fsys fs.FS, opts Options) ([]byte, *Report, error) {
	report := &Report{}
	docs, err := read(fsys, opts, report)
	if err != nil {
		return nil, report, err
	}
	docs = settle(docs, report)
	setLanguages(docs, opts.Lang)
	finder, err := newFinder(fsys, report)
	if err != nil {
		return nil, report, err
	}
	entries, err := analyse(docs, finder, report, opts.progress)
	if err != nil {
		return nil, report, err
	}
	opts.progress(Progress{Stage: Writing})
	builder := index.NewBuilder(opts.Name)
	for _, e := range entries {
		if err := builder.Add(e); err != nil {
			return nil, report, err
		}
	}
	data, err := builder.Bytes()
	if err != nil {
		return nil, report, err
	}
	return data, report, report.count(data)
}

func (o *Options) progress(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// read gathers the documents of all files.
func read(fsys fs.FS, opts Options, report *Report) ([]*corpus.Document, error) {
	total := 0
	err := fs.WalkDir(fsys, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			total++
		}
		return nil // source.Walk reports what cannot be read
	})
	if err != nil {
		return nil, err
	}
	var docs []*corpus.Document
	err = source.Walk(fsys, opts.Source, source.Visitor{
		File: func(path string, size int64) {
			opts.progress(Progress{Reading, report.Files, max(total, report.Files), path})
			report.Files++
			report.Bytes += size
		},
		Document: func(d corpus.Document) error {
			if ofActors(d.Path) {
				return nil
			}
			docs = append(docs, &d)
			return nil
		},
		Problem: func(p source.Problem) {
			if !ofActors(p.Path) {
				report.Problems = append(report.Problems, p)
			}
		},
	})
	if err == nil && len(docs) == 0 {
		err = fmt.Errorf("%w: of %d files none could be read as one", ErrNoDocuments, report.Files)
	}
	return docs, err
}

// settle takes out duplicates, makes ids unique and puts the documents in the order of an index: by date, then by id.
//
// Two documents are the same if all they hold is the same but for where they came from, and no id of their own keeps them apart.
func settle(docs []*corpus.Document, report *Report) []*corpus.Document {
	seen := map[string]string{}
	taken := map[string]bool{}
	kept := docs[:0]
	for _, d := range docs {
		key := content(d)
		if of, ok := seen[key]; ok {
			report.Duplicates = append(report.Duplicates, Duplicate{d.Path, of})
			continue
		}
		seen[key] = d.Path
		id := d.ID
		for n := 2; taken[d.ID] || d.ID == ""; n++ {
			d.ID = fmt.Sprintf("%s-%d", id, n)
		}
		taken[d.ID] = true
		kept = append(kept, d)
	}
	slices.SortFunc(kept, func(a, b *corpus.Document) int {
		if a.Date != b.Date {
			return int(a.Date) - int(b.Date)
		}
		return strings.Compare(a.ID, b.ID)
	})
	return kept
}

// content is equal for documents that are the same.
func content(d *corpus.Document) string {
	id := ""
	if d.OwnID {
		id = d.ID
	}
	var b strings.Builder
	parts := []string{id, d.Date.String(), d.Title, d.Source, d.URL, d.Lang, d.Text}
	parts = append(append(parts, d.Authors...), d.Tags...)
	for _, a := range d.Actors {
		parts = append(parts, a.Name)
	}
	for _, part := range parts {
		b.WriteString(part)
		b.WriteByte(0)
	}
	return b.String()
}

// setLanguages gives every document a language.
func setLanguages(docs []*corpus.Document, given string) {
	counts := map[string]int{}
	for _, d := range docs {
		if d.Lang == "" {
			d.Lang = given
		}
		if d.Lang == "" {
			d.Lang = text.Detect(d.Text)
		}
		counts[d.Lang]++
	}
	most := ""
	for _, lang := range sortedKeys(counts) {
		if lang != "" && (most == "" || counts[lang] > counts[most]) {
			most = lang
		}
	}
	for _, d := range docs {
		if d.Lang == "" {
			d.Lang = most
		}
	}
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// analyse finds the actors of the documents and gives titles to those that have none.
func analyse(docs []*corpus.Document, finder *actor.Finder, report *Report, progress func(Progress)) ([]index.Entry, error) {
	entries := make([]index.Entry, len(docs))
	for i, d := range docs {
		if i%64 == 0 {
			progress(Progress{Stage: Analysing, Done: i, Total: len(docs)})
		}
		found := finder.Find(d)
		sure := slices.DeleteFunc(found, func(m corpus.Mention) bool { return m.Confidence < corpus.ShownConfidence })
		report.Doubtful += len(found) - len(sure)
		entries[i] = index.Entry{Document: d, Mentions: sure}
		if d.Title == "" {
			d.Title, entries[i].TitleDerived = DeriveTitle(d), true
		}
	}
	progress(Progress{Stage: Analysing, Done: len(docs), Total: len(docs)})
	return entries, nil
}

// count fills in what the written index knows.
func (r *Report) count(data []byte) error {
	x, err := index.Open(data)
	if err != nil {
		return fmt.Errorf("the corpus just written cannot be opened: %w", err)
	}
	m := x.Meta()
	r.Documents, r.Words, r.Undated, r.Actors, r.Mentions = m.Docs, m.Words, m.Undated, m.Actors, m.Mentions
	r.First, r.Last, r.Languages = m.First, m.Last, m.Languages
	return nil
}
