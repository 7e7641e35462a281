package ingest

import (
	"fmt"
	"io/fs"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/source"
)

// item is a document on its way into a corpus.
type item struct {
	index.Entry
	input string // name of the input, "" where there is one alone
	// known is set where the mentions were taken over from a corpus.
	known bool
}

// where names the place of the document for the report.
func (it *item) where() string {
	if it.input == "" {
		return it.Document.Path
	}
	return it.input + ": " + it.Document.Path
}

// read gathers the documents of all inputs.
func read(inputs []Input, opts Options, report *Report) ([]*item, error) {
	total := 0
	for _, in := range inputs {
		if in.Corpus != nil {
			total++
			continue
		}
		err := fs.WalkDir(in.Files, ".", func(_ string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				total++
			}
			return nil // source.Walk reports what cannot be read
		})
		if err != nil {
			return nil, err
		}
	}
	opts.Source.Workers = opts.Workers
	var items []*item
	for _, in := range inputs {
		name := in.Name
		if len(inputs) == 1 {
			name = ""
		}
		started := func(path string, size int64) {
			opts.progress(Progress{Reading, report.Files, max(total, report.Files), path})
			report.Files++
			report.Bytes += size
		}
		add := func(it item) {
			it.input = name
			items = append(items, &it)
		}
		var err error
		if in.Corpus != nil {
			started(in.Name, in.Corpus.Meta().Size)
			if err = readCorpus(in.Corpus, opts, add); err != nil {
				err = fmt.Errorf("%s: %w", in.Name, err)
			}
		} else {
			err = source.Walk(in.Files, opts.Source, source.Visitor{
				File:     started,
				Document: func(d corpus.Document) error { add(item{Entry: index.Entry{Document: &d}}); return nil },
				Problem: func(p source.Problem) {
					if name != "" {
						p.Path = name + ": " + p.Path
					}
					report.Problems = append(report.Problems, p)
				},
			})
		}
		if err != nil {
			return nil, err
		}
	}
	if len(items) == 0 {
		return nil, fmt.Errorf("%w: of %d files none could be read as one", ErrNoDocuments, report.Files)
	}
	return items, nil
}

// readCorpus gives back the documents of a corpus as they came, with what was found in them: without the language, title and id that
// they were given there.
func readCorpus(x *index.Index, opts Options, add func(item)) error {
	var actors []index.Actor
	for a := range x.Meta().Actors {
		actor, err := x.Actor(index.ActorID(a))
		if err != nil {
			return err
		}
		actor.Aliases = nil
		actors = append(actors, actor)
	}
	for n := range corpus.DocID(x.Docs()) {
		doc, err := x.Doc(n)
		if err != nil {
			return err
		}
		body, err := x.Text(n)
		if err != nil {
			return err
		}
		it := item{known: true, Entry: index.Entry{
			Document: &corpus.Document{
				ID: doc.ID, OwnID: doc.OwnID, Path: doc.Path, Title: doc.Title, Date: doc.Date, DateFrom: doc.DateFrom,
				Dateline: doc.Dateline, DatelineLen: doc.DatelineLen, Lang: doc.Lang, Source: doc.Source, URL: doc.URL,
				Authors: doc.Authors, Tags: doc.Tags, Text: body,
			},
			LangTold: doc.LangTold,
		}}
		if doc.TitleDerived {
			it.Document.Title = ""
		}
		if !doc.LangTold {
			it.Document.Lang = ""
		}
		if cut := strings.LastIndexByte(doc.ID, '-'); doc.Renamed && cut >= 0 {
			it.Document.ID = doc.ID[:cut]
		}
		mentions, err := x.Mentions(n)
		if err != nil {
			return err
		}
		for _, m := range mentions {
			if opts.NoActors && m.Kind != corpus.KindGiven {
				continue
			}
			of := &actors[m.Actor] // Mentions has checked that it is there
			it.Mentions = append(it.Mentions, corpus.Mention{
				Start: m.Start, End: m.End, Name: of.Name, Type: of.Type, Kind: m.Kind, Confidence: m.Confidence, Rule: m.Rule,
			})
		}
		add(it)
	}
	return nil
}
