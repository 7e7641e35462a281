package ui

import (
	"time"

	"dateline/app/browser"
	"dateline/app/export"
	"dateline/app/state"
	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What can be exported, and the words of the files' names for it.
const (
	ofDocuments = iota
	ofHits
	ofActors
	ofTimeline
)

var exportNames = [...]string{"documents", "hits", "actors", "timeline"}

// exporting is what the dialogue of exports shows.
type exporting struct {
	what   int
	format int  // an export.Format; of the timeline 0 is SVG, 1 is PNG
	chosen bool // the chosen documents and not all of the result
	job    *exportJob
}

func (x *exporting) setWhat(what int) {
	if what <= ofTimeline {
		x.what, x.format = what, 0
	}
}

// exportJob is an export that is being written, some documents at a time, so that the page does not freeze.
type exportJob struct {
	what   int
	format export.Format
	table  *export.Table
	docs   []corpus.DocID
	at     int
	base   state.State // of the links
}

var (
	documentColumns = []string{"id", "date", "title", "dateline", "source", "authors", "tags", "lang", "url", "file", "words", "hits", "actors", "link"}
	hitColumns      = []string{"id", "date", "title", "hit", "paragraph", "sentence", "left", "match", "right", "link"}
	actorColumns    = []string{"name", "type", "documents", "of", "aliases", "link"}
)

// sliceTime is how long an export works before the page may move.
const sliceTime = 12 * time.Millisecond

// startExport begins to write what has been chosen.
func (e *explorer) startExport() {
	x := &e.export
	e.rev.other++
	switch x.what {
	case ofTimeline:
		e.exportTimeline(x.format == 1)
		return
	case ofActors:
		e.exportActors(export.Format(x.format))
		return
	}
	job := &exportJob{what: x.what, format: export.Format(x.format), base: e.s.Close().SetView(state.Documents).SetPage(0)}
	found, err := e.c.engine.Run(e.a.request(e.s, 0, e.a.result.Total, false))
	if err != nil {
		e.tellError(err)
		return
	}
	if x.chosen && len(e.picked) > 0 {
		for _, id := range e.picked {
			if num, ok, err := e.c.x.Find(id); err == nil && ok {
				job.docs = append(job.docs, num)
			}
		}
	} else {
		for _, hit := range found.Hits {
			job.docs = append(job.docs, hit.Doc)
		}
	}
	columns := documentColumns
	switch {
	case job.what == ofHits:
		columns = hitColumns
	case job.format != export.CSV:
		columns = append(columns[:len(columns):len(columns)], "text")
	}
	if len(job.docs) == 0 {
		e.tell(w.exports.none)
		return
	}
	job.table = export.NewTable(job.format, columns...)
	x.job = job
}

// exportSome writes some more, and hands the file over when all is written.
func (e *explorer) exportSome() {
	job := e.export.job
	if job == nil {
		return
	}
	e.rev.other++
	for start := time.Now(); job.at < len(job.docs) && time.Since(start) < sliceTime; job.at++ {
		if err := e.exportDoc(job, job.docs[job.at]); err != nil {
			e.export.job = nil
			e.tellError(err)
			return
		}
	}
	if job.at < len(job.docs) {
		return
	}
	e.export.job = nil
	if job.table.Rows() == 0 {
		e.tell(w.exports.none)
		return
	}
	e.save(exportNames[job.what], job.format, job.table)
}

func (e *explorer) save(what string, f export.Format, t *export.Table) {
	name := export.FileName(e.c.meta.Name, what, f.Extension())
	browser.Save(name, f.MIME(), t.Bytes())
	e.tell(fill(w.exports.done, name))
}

func (e *explorer) exportDoc(job *exportJob, num corpus.DocID) error {
	d, err := e.c.read(num, e.a.node)
	if err != nil {
		return err
	}
	doc := d.doc
	if job.what == ofHits {
		e.exportHits(job, d)
		return nil
	}
	var actors []string
	for _, typ := range facetOrder {
		for _, a := range d.actors[typ] {
			actors = append(actors, a.name)
		}
	}
	url, _ := webLink(doc.URL)
	row := []export.Value{
		export.Text(doc.ID), export.Text(doc.Date.String()), export.Text(doc.Title), export.Text(doc.Dateline), export.Text(doc.Source),
		export.List(doc.Authors), export.List(doc.Tags), export.Text(doc.Lang), export.Text(url), export.Text(doc.Path), export.Number(doc.Words),
		export.Number(d.hits()), export.List(actors), export.Text(e.address(job.base.Open(doc.ID))),
	}
	if job.format != export.CSV {
		row = append(row, export.Text(d.text))
	}
	job.table.Row(row...)
	return nil
}

// contextBytes is how much of the text stands on either side of an exported hit.
const contextBytes = 90

func (e *explorer) exportHits(job *exportJob, d *document) {
	for i, hit := range d.marks {
		par, sen := d.placeOf(hit.Start)
		left, right := d.text[max(0, hit.Start-contextBytes):hit.Start], d.text[hit.End:min(len(d.text), hit.End+contextBytes)]
		job.table.Row(
			export.Text(d.doc.ID), export.Text(d.doc.Date.String()), export.Text(d.doc.Title), export.Number(len(d.title)+i+1), export.Number(par), export.Number(sen),
			export.Text(wholeWords(left, true)), export.Text(trimSpaces(d.text[hit.Start:hit.End])), export.Text(wholeWords(right, false)),
			export.Text(e.address(job.base.Open(d.doc.ID).AtPlace(par, sen))),
		)
	}
}

// exportActors writes the actors of the result with their documents in it.
func (e *explorer) exportActors(f export.Format) {
	r := e.a.request(e.s, 0, 0, true)
	r.FacetLimit = e.c.meta.Actors + 1
	found, err := e.c.engine.Run(r)
	if err != nil {
		e.tellError(err)
		return
	}
	table := export.NewTable(f, actorColumns...)
	for _, typ := range facetOrder {
		for _, facet := range found.Facets[typ] {
			if facet.Docs == 0 {
				continue
			}
			one, err := e.c.x.Actor(facet.Actor)
			if err != nil {
				e.tellError(err)
				return
			}
			var aliases []string
			for _, a := range one.Aliases {
				aliases = append(aliases, a.Name)
			}
			key, _ := e.c.actor(facet.Actor)
			table.Row(export.Text(one.Name), export.Text(typ.String()), export.Number(facet.Docs), export.Number(one.Docs), export.List(aliases),
				export.Text(e.address(e.c.fresh().WithActor(key.key))))
		}
	}
	if table.Rows() == 0 {
		e.tell(w.exports.none)
		return
	}
	e.save(exportNames[ofActors], f, table)
}

func (e *explorer) exportPanel() []app.UI {
	t, x := w.exports, e.export
	if job := x.job; job != nil {
		part := float64(job.at) / float64(len(job.docs))
		said := fill(t.working, number(job.at), w.documents.n(len(job.docs)))
		return []app.UI{
			svg("prog__bar").Role("progressbar").Aria("label", t.head).Aria("valuemin", 0).Aria("valuemax", 100).Aria("valuenow", int(part*10)*10).
				Body(shape("rect").Attr("width", percent(part)).Attr("height", "100%")),
			app.P().Class("num").Text(said),
			app.Div().Class("panel__acts").Body(app.Button().Type("button").Class("btn").DataSet("do", "stop").Text(t.stop)),
		}
	}
	formats := []string{"CSV", "JSON", "NDJSON"}
	hint := t.csvHint
	switch {
	case x.what == ofTimeline:
		formats, hint = []string{"SVG", "PNG"}, ""
	case x.format > 0 && x.what == ofDocuments:
		hint = t.textHint
	case x.format > 0:
		hint = ""
	}
	hits := t.hits
	if e.a.result.Occurrences == 0 {
		hits = ""
	}
	var scope app.UI
	if x.what <= ofHits && len(e.picked) > 0 {
		on := 0
		if x.chosen {
			on = 1
		}
		scope = choices("scope", t.scope, on, fill(t.all, w.documents.n(e.a.result.Total)), fill(t.chosen, number(len(e.picked))))
	}
	return []app.UI{
		choices("what", t.what, x.what, t.documents, hits, t.actors, t.timeline),
		scope,
		choices("format", t.format, x.format, formats...),
		app.P().Class("hint").Text(hint),
		app.Div().Class("panel__acts").Body(
			app.Button().Type("button").Class("btn btn--primary").DataSet("do", "export").Text(t.save),
			app.Button().Type("button").Class("btn").DataSet("do", "search-link").Text(t.link),
		),
	}
}

// placeOf returns the paragraph and the sentence, from 1, that a byte of the text is in.
func (d *document) placeOf(at int) (par, sen int) { return placeIn(d.text, at) }
