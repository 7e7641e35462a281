package ingest

import (
	"slices"
	"sync/atomic"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/index"
	"dateline/corpus/statement"
	"dateline/corpus/when"
)

// build analyses the documents and writes the corpus. A document is let go as soon as it is in the builder.
func build(items []item, inputs []Input, opts Options, report *Report) ([]byte, error) {
	a, err := newAnalysis(inputs, opts, report)
	if err != nil {
		return nil, err
	}
	builder := index.NewBuilder(opts.Name)
	builder.SetWorkers(opts.Workers)
	size := 0
	for i := range items {
		size += len(items[i].textBytes())
	}
	builder.Foresee(size, len(items), func(i int) string { return items[i].text() })
	err = inBatches(len(items), opts.Workers, func(i int) index.Entry {
		return a.analyse(&items[i])
	}, func(i int, e index.Entry) error {
		if i%batch == 0 {
			if err := opts.stopped(); err != nil {
				return err
			}
			opts.progress(Progress{Stage: Analysing, Done: i, Total: len(items)})
		}
		items[i] = item{}
		return builder.Add(e)
	})
	if err != nil {
		return nil, err
	}
	report.Doubtful = int(a.doubtful.Load())
	opts.progress(Progress{Stage: Analysing, Done: len(items), Total: len(items)})
	opts.progress(Progress{Stage: Writing})
	return builder.Bytes()
}

// analysis finds in documents what their words tell. It is safe for concurrent use.
type analysis struct {
	actors   *actor.Finder // nil where they are not wanted
	doubtful atomic.Int64  // mentions left out
}

func newAnalysis(inputs []Input, opts Options, report *Report) (*analysis, error) {
	if opts.NoActors {
		return &analysis{}, nil
	}
	finder, err := newFinder(inputs, report)
	return &analysis{actors: finder}, err
}

// analyse finds the actors of a document, if they are not known yet, with them the dates that it speaks of and the statements in it, and gives it a
// title, if it has none. It depends on nothing but the document.
func (a *analysis) analyse(it *item) index.Entry {
	e := it.entry()
	d := e.Document
	switch {
	case it.known:
	case a.actors != nil:
		found := a.actors.Find(d)
		e.Mentions = slices.DeleteFunc(found, func(m corpus.Mention) bool { return m.Confidence < corpus.ShownConfidence })
		a.doubtful.Add(int64(len(found) - len(e.Mentions)))
	default:
		e.Mentions = given(d)
	}
	e.Dates = when.Find(d, e.Mentions)
	if it.known || a.actors != nil {
		e.Statements = statement.Find(d, e.Mentions)
	}
	if d.Title == "" {
		d.Title, e.TitleDerived = DeriveTitle(d), true
	}
	return e
}

// given are the actors that the input itself names, under the names that it uses.
func given(d *corpus.Document) (mentions []corpus.Mention) {
	for _, g := range d.Actors {
		mentions = append(mentions, corpus.Mention{Name: g.Name, Type: g.Type, Kind: corpus.KindGiven, Confidence: 1, Rule: "given"})
	}
	return mentions
}
