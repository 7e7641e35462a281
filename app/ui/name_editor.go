package ui

import (
	"dateline/app/browser"
	"dateline/corpus/index"
	"dateline/corpus/text"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// suggested is how many actors the field for the other actor of a merge suggests.
const suggested = 200

// editor changes the names of the open actor.
func (v *profileView) editor(p *profile) app.UI {
	e, t, a := v.E, w.cast, p.who
	if !e.cast.editing {
		return app.Section().ID("name-editor").Hidden(true)
	}
	var wrong app.UI
	if e.cast.wrong != "" {
		wrong = app.P().Class("msg").Role("alert").Body(icon("warn", 16), app.Span().Text(e.cast.wrong))
	}
	types := make([]app.UI, len(facetOrder))
	for i, typ := range facetOrder {
		types[i] = option(itoa(int(typ)), t.types[typ], typ == a.typ)
	}
	row := func(id, label string, field app.UI, do, button string) app.UI {
		return app.Div().Class("editor__row").Body(
			app.Label().For(id).Text(label), field,
			app.Button().Type("button").Class("btn").DataSet("do", do).Text(button),
		)
	}
	field := func(id string) app.HTMLInput {
		return app.Input().ID(id).Type("text").AutoComplete(false).Spellcheck(false).Dir("auto").DataSet("actor", int(a.id)).OnKeyDown(v.enter)
	}
	return app.Section().ID("name-editor").Class("editor").Aria("labelledby", "editor-h").Hidden(false).Body(
		app.Div().Class("editor__head").Body(
			app.H2().ID("editor-h").Text(t.edit),
			app.P().Class("hint").Text(t.editHint),
			app.Button().Type("button").Class("btn btn--icon").DataSet("do", "edit").Aria("label", t.closeEdit).Title(t.closeEdit).Body(icon("close", 16)),
		),
		wrong,
		app.Div().Class("editor__rows").Body(
			row("edit-name", t.newName, field("edit-name"), "rename", t.rename),
			row("edit-into", t.sameAs, field("edit-into").List("edit-names-list").Placeholder(t.into), "merge", t.merge),
			row("edit-type", t.newType, app.Select().ID("edit-type").Body(types...), "retype", t.changeType),
		),
		app.Raw(e.suggestionsHTML(p)),
		app.Raw(splitsHTML(p)),
		app.Div().Class("editor__foot").Body(
			app.Button().Type("button").Class("btn").DataSet("do", "hide").Text(t.hide),
			app.Button().Type("button").Class("linkbtn").DataSet("do", "undo").Aria("disabled", !e.cast.edits.CanUndo()).Text(t.undo),
			app.Button().Type("button").Class("linkbtn").DataSet("do", "redo").Aria("disabled", !e.cast.edits.CanRedo()).Text(t.redo),
		),
	)
}

// suggestionsHTML are the actors that the field of a merge offers: those that share a word with this one first, then those in most documents.
func (e *explorer) suggestionsHTML(p *profile) string {
	var m markup
	m.tag("datalist", "id", "edit-names-list")
	rows, _ := e.castRows(suggested)
	for _, alike := range []bool{true, false} {
		for _, row := range rows {
			if row.Actor == p.who.id || shareWord(row.Name, p.who.name) != alike {
				continue
			}
			if a, err := e.c.actor(row.Actor); err == nil {
				m.void("option", "value", a.key, "label", w.cast.types[a.typ]+", "+w.documents.n(row.Docs))
			}
		}
	}
	return m.end().String()
}

// splitsHTML offers to split a name off, where there is more than one.
func splitsHTML(p *profile) string {
	var m markup
	m.tag("div", "class", "editor__names")
	if len(p.names) > 1 {
		m.span("h3", "", w.cast.splitHead).tag("ul", "role", "list")
		for _, one := range p.names {
			if one.Name == index.AliasWords(p.who.name) {
				continue
			}
			m.tag("li").tag("button", "type", "button", "class", "btn", "data-do", "split", "data-words", one.Name, "aria-label", w.cast.split+": "+one.Name)
			m.tag("bdi").text(one.Name).end().text(" ").span("span", "num", number(one.Count)).end().end()
		}
		m.end()
	}
	return m.end().String()
}

// editNames opens or closes the editor.
func (e *explorer) editNames(on bool) {
	e.cast.editing, e.cast.wrong = on, ""
	e.rev.view++
	e.page.focus = "#edit-names"
	if on {
		e.page.focus = "#edit-name"
		e.page.named = true
	}
}

// editClick handles the buttons of the editor.
func (v *profileView) editClick(a actor, do string, button app.Value) {
	e := v.E
	switch do {
	case "rename":
		e.rename(a, browser.Value("edit-name"))
	case "merge":
		e.merge(a, browser.Value("edit-into"))
	case "retype":
		if typ, ok := chosenType(); ok {
			e.retype(a, typ)
		}
	case "split":
		e.split(a, data(button, "words"))
	case "hide":
		e.hide(a)
	case "undo":
		e.undo()
	case "redo":
		e.redo()
	}
}

// enter makes the edit of a field.
func (v *profileView) enter(ctx app.Context, ev app.Event) {
	a, ok := v.E.openActor()
	if !ok || ev.Get("key").String() != "Enter" || ev.Get("isComposing").Truthy() {
		ctx.PreventUpdate()
		return
	}
	ev.PreventDefault()
	do := "rename"
	if ctx.JSSrc().Get("id").String() == "edit-into" {
		do = "merge"
	}
	v.editClick(a, do, nil)
}

// shareWord reports whether two names have a word of some length in common, as variants of one name mostly have.
func shareWord(a, b string) bool {
	for token := range text.Words(a) {
		word := text.Form(token.Of(a))
		if len(word) < 3 {
			continue
		}
		for other := range text.Words(b) {
			if text.Form(other.Of(b)) == word {
				return true
			}
		}
	}
	return false
}
