package ui

import (
	"dateline/app/browser"
	"dateline/corpus/index"
	"dateline/corpus/text"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// suggested is how many actors the field for the other actor of a merge suggests.
const suggested = 200

// editor changes the names of the open actor. What is typed into its fields is theirs: it is written once, and only what is wrong with it is
// rendered anew.
func (v *profileView) editor(p *profile) app.UI {
	e := v.E
	if !e.cast.editing {
		return app.Section().ID("name-editor").Hidden(true)
	}
	return app.Section().ID("name-editor").Class("editor").Aria("labelledby", "editor-h").Hidden(false).Body(
		app.Raw(e.editorHTML(p)),
		app.P().ID("editor-wrong").Class("msg").Role("alert").Text(e.cast.wrong),
	)
}

func (e *explorer) editorHTML(p *profile) string {
	t, a := w.cast, p.who
	var m markup
	m.tag("div").tag("div", "class", "editor__head").tag("h2", "id", "editor-h").text(t.edit).end().span("p", "hint", t.editHint)
	m.tag("button", "type", "button", "class", "btn btn--icon", "data-do", "edit", "aria-label", t.closeEdit, "title", t.closeEdit)
	m.b.WriteString(iconHTML("close", 16))
	m.end().end().tag("div", "class", "editor__rows")
	row := func(id, label string, field func(), do, button string) {
		m.tag("div", "class", "editor__row").tag("label", "for", id).text(label).end()
		field()
		m.tag("button", "type", "button", "class", "btn", "data-do", do).text(button).end().end()
	}
	field := func(id, list, placeholder string) func() {
		return func() {
			m.void("input", "id", id, "type", "text", "autocomplete", "off", "spellcheck", "false", "dir", "auto", "list", list, "placeholder", placeholder,
				"aria-describedby", "editor-wrong")
		}
	}
	row("edit-name", t.newName, field("edit-name", "", ""), "rename", t.rename)
	row("edit-into", t.sameAs, field("edit-into", "edit-names-list", t.into), "merge", t.merge)
	row("edit-type", t.newType, func() {
		m.tag("select", "id", "edit-type")
		for _, typ := range facetOrder {
			selected := ""
			if typ == a.typ {
				selected = "selected"
			}
			m.tag("option", "value", itoa(int(typ)), "selected", selected).text(t.types[typ]).end()
		}
		m.end()
	}, "retype", t.changeType)
	m.end()
	e.suggest(&m, p)
	splits(&m, p)
	m.tag("div", "class", "editor__foot").tag("button", "type", "button", "class", "btn", "data-do", "hide").text(t.hide).end()
	e.undoRedo(&m)
	return m.end().end().String()
}

// undoRedo writes the buttons that take the last change back and make it again.
func (e *explorer) undoRedo(m *markup) {
	m.linkButton("undo", w.cast.undo, !e.cast.edits.CanUndo()).linkButton("redo", w.cast.redo, !e.cast.edits.CanRedo())
}

func (m *markup) linkButton(do, label string, off bool) *markup {
	disabled := ""
	if off {
		disabled = "true"
	}
	return m.tag("button", "type", "button", "class", "linkbtn", "data-do", do, "aria-disabled", disabled).text(label).end()
}

// suggest writes the actors that the field of a merge offers: those that share a word with this one first, then those in most documents.
func (e *explorer) suggest(m *markup, p *profile) {
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
	m.end()
}

// splits offers to split a name off, where there is more than one.
func splits(m *markup, p *profile) {
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
	m.end()
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
	field, at := hit(ev, "#edit-name, #edit-into")
	a, ok := v.E.openActor()
	if !ok || !at || ev.Get("key").String() != "Enter" || ev.Get("isComposing").Truthy() {
		ctx.PreventUpdate()
		return
	}
	ev.PreventDefault()
	do := "rename"
	if field.Get("id").String() == "edit-into" {
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
