package ui

import (
	"cmp"
	"slices"
	"strings"

	"dateline/app/state"
	"dateline/corpus/query"
	"dateline/corpus/search"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// welcome is the page of the first visit: what the collection holds, searches that find something in it, and who is named.
// All of it comes from the collection.
type welcome struct {
	app.Compo
	E   *explorer
	Rev int
}

// fewDocs is up to how many documents each is shown on its own.
const fewDocs = 12

// starters is how many documents are shown with their opening.
const starters = 4

func (v *welcome) Render() app.UI {
	e := v.E
	line, err := e.lineHTML()
	if err != nil && !missing(err) {
		return v.broken(err)
	}
	intro, err := e.introHTML()
	if err != nil {
		return v.broken(err)
	}
	docs, err := e.startersHTML()
	if err != nil && !missing(err) {
		return v.broken(err)
	}
	return app.Main().ID("main").Class("welcome").TabIndex(-1).Body(
		app.Raw(line),
		app.Div().Class("welcome__cols").Body(app.Raw(intro), app.Raw(e.mostNamedHTML())),
		app.Raw(docs),
	)
}

func (v *welcome) broken(err error) app.UI {
	return app.Main().ID("main").Class("welcome").TabIndex(-1).Body(failureUI(err))
}

func (e *explorer) introHTML() (string, error) {
	meta := e.c.meta
	var m markup
	m.tag("section", "class", "welcome__intro").span("h1", "", e.greeting()).span("p", "", w.welcome.lead)
	m.tag("dl", "class", "stats")
	fact := func(value, name string) { m.tag("div").span("dt", "", name).span("dd", "", value).end() }
	if dates := state.Period(meta.First, meta.Last); dates != "" {
		fact(dates, w.welcome.span)
	}
	fact(number(meta.Words), w.words.of(meta.Words))
	fact(number(meta.Actors), w.welcome.actors.of(meta.Actors))
	if meta.Undated > 0 {
		fact(number(meta.Undated), strings.ToLower(w.undated))
	}
	m.end()
	examples, err := e.c.examples(e.a.result.Facets)
	if err != nil && !missing(err) {
		return "", err
	}
	if len(examples) > 0 {
		m.span("h2", "", w.welcome.examples).tag("ul", "class", "tries", "role", "list")
		for _, one := range examples {
			m.tag("li").tag("a", "href", "#"+e.c.fresh().SetQuery(one.query).String())
			m.span("code", "", one.query).text(" ").span("span", "tries__what", one.what).text(" ")
			m.span("span", "num", w.welcome.docs.n(one.total)).end().end()
		}
		m.end()
	}
	m.tag("p", "class", "welcome__all").tag("a", "href", "#"+e.c.fresh().SetSort(state.Newest).String())
	m.text(fill(w.welcome.everything.of(meta.Docs), number(meta.Docs))).end().end()
	return m.end().String(), nil
}

// greeting says how many documents there are.
func (e *explorer) greeting() string {
	meta := e.c.meta
	t := w.welcome
	switch {
	case meta.Docs == 1:
		return t.one
	case meta.Docs < len(t.numbers):
		return fill(t.few, t.numbers[meta.Docs])
	}
	return fill(t.few, number(meta.Docs))
}

// namedRows is how many actors of a type the first visit shows.
const namedRows = 5

func (e *explorer) mostNamedHTML() string {
	var m markup
	m.tag("section", "class", "named", "aria-labelledby", "named-h").tag("h2", "id", "named-h").text(w.welcome.mostNamed).end()
	m.tag("div", "class", "named__groups")
	for _, typ := range facetOrder {
		list := e.a.result.Facets[typ]
		if len(list) == 0 {
			continue
		}
		m.tag("div").span("h3", "", w.groups[typ]).tag("ol", "role", "list")
		for _, f := range list[:min(namedRows, len(list))] {
			a, err := e.c.actor(f.Actor)
			if err != nil {
				continue
			}
			m.tag("li").tag("a", "href", "#"+e.c.fresh().WithActor(a.key).String()).glyph(a.class())
			m.tag("span", "class", "named__name", "dir", "auto").text(a.name).end().span("span", "num", number(f.Docs))
			m.tag("svg", "class", "bar", "aria-hidden", "true").void("rect", "width", percent(float64(f.Docs)/float64(max(1, e.a.result.Total))), "height", "2").end()
			m.end().end()
		}
		m.end().end()
	}
	return m.end().end().String()
}

// startersHTML shows some documents with their opening: all of a few, else the latest.
func (e *explorer) startersHTML() (string, error) {
	order, heading := search.Newest, w.welcome.latest
	if e.c.meta.Docs <= starters {
		order, heading = search.Oldest, w.welcome.loaded
	}
	found, err := e.c.engine.Run(search.Request{Sort: order, Limit: starters})
	if err != nil {
		return "", err
	}
	hits := slices.Clone(found.Hits)
	var late error
	for _, hit := range hits {
		if _, err := e.c.read(hit.Doc, &query.All{}); err != nil {
			late = err
		}
	}
	if late != nil {
		return "", late
	}
	var m markup
	m.tag("section", "class", "starters", "aria-labelledby", "st-h").tag("h2", "id", "st-h").text(heading).end().tag("ol", "role", "list")
	for _, hit := range hits {
		d, err := e.c.read(hit.Doc, &query.All{})
		if err != nil {
			return "", err
		}
		title, own := d.heading()
		m.tag("li", "class", "starter").tag("h3").tag("a", "href", "#"+e.c.fresh().Open(d.doc.ID).String())
		if own {
			m.tag("span", "class", "starter__title", "dir", "auto").text(title).end().end().end()
			m.tag("p", "class", "starter__when").date(d.doc.Date)
		} else {
			m.date(d.doc.Date)
		}
		if d.doc.Dateline != "" {
			m.text(" ").span("span", "filed", place(d.doc.Dateline))
		}
		if !own {
			m.end()
		}
		m.end()
		m.tag("p", "class", "starter__lede", "lang", d.doc.Lang, "dir", "auto").text(d.opening(300)).end()
		m.tag("p", "class", "hit__meta").span("span", "num", w.words.n(d.doc.Words)).text(" ")
		all := slices.Concat(d.actors[:]...)
		slices.SortStableFunc(all, func(a, b namedActor) int { return cmp.Compare(b.times, a.times) })
		for _, a := range all[:min(6, len(all))] {
			m.mini(a.actor, a.name).text(" ")
		}
		if more := len(all) - 6; more > 0 {
			m.span("span", "num", "+"+number(more))
		}
		m.end().end()
	}
	return m.end().end().String(), nil
}

// opening is the beginning of a document's text behind its dateline: at most so many bytes of its first paragraph.
func (d *document) opening(limit int) string {
	s := d.text[min(d.doc.DatelineLen, len(d.text)):]
	s, _, _ = strings.Cut(s, "\n\n")
	if len(s) <= limit {
		return s
	}
	s = strings.ToValidUTF8(s[:limit], "")
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		s = s[:at]
	}
	return s + " …"
}
