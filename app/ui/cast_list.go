package ui

import (
	"strings"

	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// actorList is the column of the actors, with what narrows it and what the reader has changed.
type actorList struct {
	app.Compo
	E   *explorer
	Rev int
}

func (l *actorList) Render() app.UI {
	e := l.E
	limit := firstActors + e.cast.more
	rows, all := e.castRows(limit)
	var list, more app.UI = app.P().Class("hint facets__none").Text(w.cast.none), nil
	if len(rows) > 0 {
		list = app.Raw(e.castHTML(rows))
	}
	if left := all - len(rows); left > 0 && len(rows) == limit {
		more = app.Button().Type("button").Class("more").DataSet("do", "more").Text(fill(w.more, number(left)))
	}
	return app.Aside().ID("filters").Class("facets side actors").Aria("label", w.cast.allActors).
		OnInput(l.input).OnChange(l.change).OnClick(l.click).Body(
		app.Div().Class("find find--top").Body(
			app.Label().Class("vh").For("find-actor").Text(w.findActor),
			app.Input().ID("find-actor").Type("text").Placeholder(w.findActor).AutoComplete(false).Spellcheck(false),
		),
		l.types(),
		app.Div().ID("cast-scroll").Class("actors__list").Body(list, more),
		l.changes(),
	)
}

// types chooses which types are listed.
func (l *actorList) types() app.UI {
	e := l.E
	totals := e.castSource().FacetTotals
	var labels []app.UI
	for _, t := range facetOrder {
		if e.a.result.FacetTotals[t] == 0 {
			continue
		}
		labels = append(labels, app.Label().Body(
			app.Input().Type("checkbox").Name("type").Value(int(t)).Checked(!e.cast.except[t]),
			app.Span().Class("glyph glyph--"+typeClass[t]).Aria("hidden", true),
			app.Text(w.groups[t]+" "),
			app.Span().Class("num").Text(number(totals[t])),
		))
	}
	return app.FieldSet().Class("types").Body(append([]app.UI{app.Legend().Class("vh").Text(w.cast.show)}, labels...)...)
}

// castHTML writes the list. Tab reaches one of its links, the arrows and j, k the others.
func (e *explorer) castHTML(rows []castRow) string {
	var m markup
	open, ok := e.openActor()
	m.tag("ol", "id", "cast", "class", "alist", "role", "list", "aria-label", w.cast.byDocs)
	for _, row := range rows {
		current := ""
		if ok && row.Actor == open.id {
			current = "true"
		}
		m.tag("li", "class", "arow")
		m.tag("a", "href", e.actorLink(row.Actor), "tabindex", "-1", "data-actor", itoa(int(row.Actor)), "aria-current", current)
		m.glyph(typeClass[row.typ]).tag("span", "class", "arow__name", "dir", "auto", "title", row.Name).text(row.Name).end()
		m.span("span", "num", number(row.Docs))
		m.tag("svg", "class", "bar", "aria-hidden", "true").void("rect", "width", percent(float64(row.Docs)/float64(max(1, rows[0].Docs))), "height", "2").end()
		m.end().end()
	}
	return m.end().String()
}

// changes tells what the reader has changed, and takes it back, keeps it as a file, or reads it from one.
func (l *actorList) changes() app.UI {
	e, t := l.E, w.cast
	edits := e.cast.edits.Edits()
	head := t.changesHead
	if n := len(edits); n > 0 {
		head = fill(t.changes.of(n), number(n))
	}
	var m markup
	m.tag("div", "class", "changes__list")
	if len(edits) == 0 {
		m.span("p", "hint", t.changesNone)
	} else {
		m.tag("ol", "role", "list")
		for i := len(edits) - 1; i >= 0; i-- {
			said := editSaid(edits[i])
			m.tag("li").tag("span", "dir", "auto").text(said)
			if e.misfit(i) {
				m.text(" ").span("em", "", t.misfit)
			}
			m.end().tag("button", "type", "button", "class", "btn btn--icon", "data-drop-edit", itoa(i), "aria-label", fill(t.dropOne, said), "title", fill(t.dropOne, said))
			m.b.WriteString(iconHTML("close", 12))
			m.end().end()
		}
		m.end()
	}
	m.end()
	do := func(name, label string, off bool) app.UI {
		return app.Button().Type("button").Class("linkbtn").DataSet("do", name).Aria("disabled", off).Text(label)
	}
	return app.Details().Class("changes").Open(len(edits) > 0).Body(
		app.Summary().Body(app.Span().Text(head), icon("down", 12)),
		app.Raw(m.String()),
		app.Div().Class("changes__acts").Body(
			do("undo", t.undo, !e.cast.edits.CanUndo()),
			do("redo", t.redo, !e.cast.edits.CanRedo()),
			do("save", t.save, len(edits) == 0),
			app.Label().Class("linkbtn filebtn").Body(
				app.Text(t.load), app.Input().ID("load-edits").Class("vh").Type("file").Accept(".csv,.txt,text/csv,text/plain"),
			),
		),
	)
}

func (l *actorList) input(ctx app.Context, e app.Event) {
	field, ok := hit(e, "#find-actor")
	if !ok || e.Get("isComposing").Truthy() {
		ctx.PreventUpdate()
		return
	}
	l.E.findActor(field.Get("value").String())
}

// findActor narrows the list to names with a word that begins so.
func (e *explorer) findActor(s string) {
	e.cast.find, e.cast.more = strings.TrimSpace(s), 0
	e.rev.cast++
}

func (l *actorList) change(ctx app.Context, e app.Event) {
	if box, ok := hit(e, "input[name='type']"); ok {
		if v := box.Get("value").String(); len(v) == 1 && v[0] >= '0' && v[0] < '0'+byte(corpus.NumActorTypes) {
			l.E.cast.except[v[0]-'0'] = !box.Get("checked").Truthy()
			l.E.cast.more = 0
			l.E.rev.cast++
			l.E.rev.view++
			return
		}
	}
	if _, ok := hit(e, "#load-edits"); ok {
		l.E.loadFile()
	}
	ctx.PreventUpdate()
}

func (l *actorList) click(ctx app.Context, e app.Event) {
	if link, ok := hit(e, "a[data-actor]"); ok {
		if id, ok := actorOf(link); ok && plain(e) {
			e.PreventDefault()
			l.E.showActor(id, commit)
			l.E.page.opened = true
			return
		}
	}
	if button, ok := hit(e, "[data-drop-edit]"); ok {
		l.E.dropEdit(data(button, "drop-edit"))
		return
	}
	button, ok := hit(e, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	switch data(button, "do") {
	case "more":
		at := firstActors + l.E.cast.more
		l.E.cast.more += moreActors
		l.E.rev.cast++
		l.E.page.row = at + 1
	case "undo":
		l.E.undo()
	case "redo":
		l.E.redo()
	case "save":
		l.E.saveFile()
	}
}
