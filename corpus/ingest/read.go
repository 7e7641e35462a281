package ingest

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/source"
)

// tellEvery is after how many documents of one file the progress is told again.
const tellEvery = 1000

// read gathers the documents of all inputs.
func read(inputs []Input, opts Options, report *Report) ([]item, error) {
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
	var items []item
	doubts := doubts{opts: opts, report: report}
	for _, in := range inputs {
		from := &origin{rule: map[string]int{}}
		if len(inputs) > 1 {
			from.name = in.Name
		}
		file := ""
		tell := func(done int) {
			opts.progress(Progress{Stage: Reading, Done: done, Total: max(total, done), File: file, Documents: len(items)})
		}
		started := func(path string, size int64) {
			file = path
			tell(report.Files)
			report.Files++
			report.Bytes += max(size, 0)
		}
		add := func(it item) error {
			if items = append(items, it); len(items)%tellEvery == 0 {
				tell(report.Files - 1)
			}
			return opts.stopped()
		}
		var err error
		if in.Corpus != nil {
			started(in.Name, in.Corpus.Meta().Size)
			if err = readCorpus(in.Corpus, from, opts, add); err != nil {
				err = fmt.Errorf("%s: %w", in.Name, err)
			}
		} else {
			err = source.Walk(in.Files, opts.Source, source.Visitor{
				File:     started,
				Document: func(d corpus.Document) error { doubts.tell(&d, from); return add(newItem(&d, from)) },
				Problem: func(p source.Problem) {
					if from.name != "" {
						p.Path = from.name + ": " + p.Path
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
func readCorpus(x *index.Index, from *origin, opts Options, add func(item) error) error {
	for a := range x.Meta().Actors {
		actor, err := x.Actor(index.ActorID(a))
		if err != nil {
			return err
		}
		actor.Aliases = nil
		from.actors = append(from.actors, actor)
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
		mentions, err := x.Mentions(n)
		if err != nil {
			return err
		}
		d := &corpus.Document{
			ID: doc.ID, OwnID: doc.OwnID, Path: doc.Path, Title: doc.Title, Date: doc.Date, DateFrom: doc.DateFrom,
			Dateline: doc.Dateline, DatelineLen: doc.DatelineLen, Lang: doc.Lang, Source: doc.Source, URL: doc.URL,
			Authors: doc.Authors, Tags: doc.Tags, Text: body,
		}
		if doc.TitleDerived {
			d.Title = ""
		}
		if !doc.LangTold {
			d.Lang = ""
		}
		if cut := strings.LastIndexByte(doc.ID, '-'); doc.Renamed && cut >= 0 {
			d.ID = doc.ID[:cut]
		}
		if opts.NoActors {
			mentions = slices.DeleteFunc(mentions, func(m index.Mention) bool { return m.Kind != corpus.KindGiven })
		}
		it := newItem(d, from)
		it.langTold, it.known, it.found = doc.LangTold, true, from.packMentions(mentions)
		if err := add(it); err != nil {
			return err
		}
	}
	return nil
}
