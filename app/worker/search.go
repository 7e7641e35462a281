package worker

import (
	"errors"
	"fmt"
	"time"

	"dateline/app/browser"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

const (
	defaultTop   = 20
	maxTop       = 1000
	snippetWidth = 170 // bytes
)

// question is what a search call asks.
type question struct {
	request  search.Request
	with     []string
	without  []string
	snippets bool
	problem  string // what was not understood of the query
	notes    []string
}

// read reads the options of a search call. What of a query is not understood is noted and left out, as in the explorer.
func read(c browser.Call) (question, error) {
	mode := query.AllTerms
	if c.Bool("any", false) {
		mode = query.AnyTerm
	}
	node, problem := query.Parse(c.String("query"), mode)
	q := question{with: c.Strings("with"), without: c.Strings("without"), snippets: c.Bool("snippets", true)}
	if problem != nil {
		q.problem = problem.Msg
	}
	q.request = search.Request{
		Query: node, Counts: c.Bool("facets", true),
		Offset: max(c.Int("offset", 0), 0), Limit: min(max(c.Int("top", defaultTop), 0), maxTop),
	}
	for _, date := range []struct {
		name string
		to   *corpus.Date
	}{{"from", &q.request.From}, {"to", &q.request.To}} {
		typed := c.String(date.name)
		if typed == "" {
			continue
		}
		d, err := corpus.ParseDate(typed)
		if err != nil {
			return question{}, fmt.Errorf("%s: %w", date.name, err)
		}
		*date.to = d
	}
	switch sort := c.String("sort"); sort {
	case "", "relevance":
	case "newest":
		q.request.Sort = search.Newest
	case "oldest":
		q.request.Sort = search.Oldest
	default:
		return question{}, errors.New("sort: there is no order " + sort + "; it is relevance, newest or oldest")
	}
	return q, nil
}

// search answers a search call.
func (w *Worker) search(c browser.Call) (browser.Object, error) {
	q, err := read(c)
	if err != nil {
		return nil, err
	}
	var found *search.Result
	var took time.Duration
	err = w.delivery.Complete(func() error {
		start := time.Now()
		if err := w.resolve(&q); err != nil {
			return err
		}
		if found, err = w.engine.Run(q.request); err != nil {
			w.engine.Touch(q.request.Query)
		}
		took = time.Since(start)
		return err
	})
	if err != nil {
		return nil, err
	}
	var hits browser.List
	if w.x.Chunks() != nil { // all that the hits need, at once
		docs := make([]corpus.DocID, len(found.Hits))
		for i, hit := range found.Hits {
			docs[i] = hit.Doc
		}
		w.engine.TouchDocs(docs, q.snippets)
	}
	err = w.delivery.Complete(func() error {
		hits, err = w.hits(found.Hits, q)
		return err
	})
	if err != nil {
		return nil, err
	}
	answer := browser.Object{{Name: "total", Value: found.Total}, {Name: "undated", Value: found.Undated}, {Name: "hits", Value: hits}}
	if q.request.Counts {
		facets, days := browser.Object{}, browser.List{}
		for t, list := range found.Facets {
			var rows browser.List
			for _, f := range list {
				rows = append(rows, browser.Object{{Name: "name", Value: f.Name}, {Name: "documents", Value: f.Docs}})
			}
			facets = append(facets, browser.Property{Name: facetNames[t], Value: rows})
		}
		for _, d := range found.Days {
			days = append(days, browser.Object{{Name: "date", Value: corpus.DateOfDays(d.Day).String()}, {Name: "documents", Value: d.Docs}})
		}
		answer = append(answer, browser.Property{Name: "facets", Value: facets}, browser.Property{Name: "days", Value: days})
	}
	notes := browser.List{}
	for _, note := range append(q.notes, found.Notes...) {
		notes = append(notes, note)
	}
	return append(answer, browser.Property{Name: "notes", Value: notes},
		browser.Property{Name: "took", Value: float64(took.Microseconds()) / 1000}), nil
}

var facetNames = [corpus.NumActorTypes]string{
	corpus.Person: "people", corpus.Organisation: "organisations", corpus.Country: "countries", corpus.Place: "places",
}

// resolve finds the actors that the question names. One that the collection does not have is noted and left out.
func (w *Worker) resolve(q *question) error {
	q.notes = nil
	if q.problem != "" {
		q.notes = append(q.notes, q.problem)
	}
	for _, side := range []struct {
		names []string
		ids   *[]index.ActorID
	}{{q.with, &q.request.With}, {q.without, &q.request.Without}} {
		*side.ids = nil
		for _, name := range side.names {
			actors, err := w.engine.Actors(name)
			if err != nil {
				return err
			}
			if len(actors) == 0 {
				q.notes = append(q.notes, "No document names "+name+", so the filter was left out.")
				continue
			}
			*side.ids = append(*side.ids, actors[0])
		}
	}
	return nil
}

// hits writes out what was found. All of them are tried even where something of one is missing, so that one journey fetches all.
func (w *Worker) hits(found []search.Hit, q question) (browser.List, error) {
	list := make(browser.List, 0, len(found))
	var failed error
	for _, hit := range found {
		object, err := w.hit(hit, q)
		if err != nil {
			failed = err
			continue
		}
		list = append(list, object)
	}
	return list, failed
}

func (w *Worker) hit(hit search.Hit, q question) (browser.Object, error) {
	var snippet browser.Object
	var missed error
	if q.snippets {
		snippets, err := w.engine.Snippets(hit.Doc, q.request.Query, 1, snippetWidth)
		missed = err
		if len(snippets) > 0 {
			s := snippets[0]
			marks := browser.List{}
			at := utf16Counter{s: s.Text}
			for _, m := range s.Marks {
				marks = append(marks, browser.List{at.units(m.Start), at.units(m.End)})
			}
			snippet = browser.Object{{Name: "text", Value: s.Text}, {Name: "marks", Value: marks}, {Name: "cut", Value: browser.List{s.CutLeft, s.CutRight}}}
		}
	}
	doc, err := w.x.Doc(hit.Doc)
	if err != nil || missed != nil {
		return nil, errors.Join(err, missed)
	}
	object := browser.Object{
		{Name: "id", Value: doc.ID},
		{Name: "date", Value: doc.Date.String()},
		{Name: "title", Value: doc.Title},
		{Name: "score", Value: hit.Score},
		{Name: "occurrences", Value: hit.Occurrences},
	}
	if q.snippets {
		object = append(object, browser.Property{Name: "snippet", Value: snippet})
	}
	return object, nil
}

// utf16Counter turns byte offsets that ascend into offsets of UTF-16 units, which strings of JavaScript count in.
type utf16Counter struct {
	s     string
	at, n int
}

func (u *utf16Counter) units(to int) int {
	if to < u.at {
		u.at, u.n = 0, 0
	}
	for _, r := range u.s[u.at:to] {
		u.n++
		if r >= 0x10000 {
			u.n++
		}
	}
	u.at = to
	return u.n
}

// document returns a whole document.
func (w *Worker) document(id string) (browser.Object, error) {
	var object browser.Object
	err := w.delivery.Complete(func() error {
		d, ok, err := w.x.Find(id)
		if err != nil || !ok {
			return err
		}
		doc, err := w.x.Doc(d)
		if err != nil {
			return err
		}
		text, err := w.x.Text(d)
		if err != nil {
			return err
		}
		object = browser.Object{
			{Name: "id", Value: doc.ID},
			{Name: "date", Value: doc.Date.String()},
			{Name: "title", Value: doc.Title},
			{Name: "lang", Value: doc.Lang},
			{Name: "source", Value: doc.Source},
			{Name: "url", Value: doc.URL},
			{Name: "text", Value: text},
		}
		return nil
	})
	return object, err
}
