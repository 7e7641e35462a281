package ui

import (
	"strings"

	"dateline/app/browser"
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
		app.Raw(e.typesHTML()),
		app.Div().ID("cast-scroll").Class("actors__list").Body(list, more),
		app.Raw(e.changesHTML()),
	)
}

// typesHTML chooses which types are listed.
func (e *explorer) typesHTML() string {
	totals := e.castSource().FacetTotals
	var m markup
	m.tag("fieldset", "class", "types").tag("legend", "class", "vh").text(w.cast.show).end()
	for _, t := range facetOrder {
		if e.a.result.FacetTotals[t] == 0 {
			continue
		}
		checked := "checked"
		if e.cast.except[t] {
			checked = ""
		}
		m.tag("label").void("input", "type", "checkbox", "name", "type", "value", itoa(int(t)), "checked", checked)
		m.glyph(typeClass[t]).text(w.groups[t]+" ").span("span", "num", number(totals[t])).end()
	}
	return m.end().String()
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
		m.tag("a", "href", e.profileLink(row.Actor), "tabindex", "-1", "data-actor", itoa(int(row.Actor)), "aria-current", current)
		m.glyph(typeClass[row.typ]).tag("span", "class", "arow__name", "dir", "auto", "title", row.Name).text(row.Name).end()
		m.span("span", "num", number(row.Docs))
		m.tag("svg", "class", "bar", "aria-hidden", "true").void("rect", "width", percent(float64(row.Docs)/float64(max(1, rows[0].Docs))), "height", "2").end()
		m.end().end()
	}
	return m.end().String()
}

// changesHTML tells what the reader has changed, and takes it back, keeps it as a file, or reads it from one.
func (e *explorer) changesHTML() string {
	t := w.cast
	edits := e.cast.edits.Edits()
	head, open := t.changesHead, ""
	if n := len(edits); n > 0 {
		head, open = fill(t.changes.of(n), number(n)), "open"
	} else if e.cast.edits.CanRedo() {
		open = "open"
	}
	var m markup
	m.tag("details", "class", "changes", "open", open).tag("summary").tag("span").text(head).end()
	m.b.WriteString(iconHTML("down", 12))
	m.end().tag("div", "class", "changes__list")
	if len(edits) == 0 {
		m.span("p", "hint", t.changesNone)
	}
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
	m.end().end().tag("div", "class", "changes__acts")
	e.undoRedo(&m)
	m.linkButton("save", t.save, len(edits) == 0)
	m.tag("label", "class", "linkbtn filebtn").text(t.load)
	m.void("input", "id", "load-edits", "class", "vh", "type", "file", "accept", ".csv,.txt,text/csv,text/plain").end()
	return m.end().end().String()
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
			l.E.page.focus = `.types input[value="` + v + `"]`
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
			if !browser.Narrow() { // the row keeps the focus: it is written anew
				l.E.page.row = l.E.castAt() + 1
			}
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
