package ui

import (
	"slices"
	"strings"

	"dateline/app/browser"
	"dateline/app/shelf"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// shelfKey is where what is kept of this collection is kept on the device.
func (e *explorer) shelfKey() string { return "dateline:shelf:" + e.c.meta.Name }

// recall reads what is kept, which another page of the site may have changed. It reports whether it may be written.
func (e *explorer) recall() bool {
	s, err := shelf.Parse(browser.Recall(e.shelfKey()))
	e.shelf = s
	return err == nil
}

func (r *root) recalled() {
	if r.e != nil {
		r.e.recall()
		r.e.rev.other++
	}
}

// rekeep keeps another shelf and reports whether the device took it.
func (e *explorer) rekeep(s shelf.Shelf) bool {
	e.rev.other++
	if !e.recall() {
		e.tell(w.keeping.newer)
		return false
	}
	if !browser.Remember(e.shelfKey(), s.String()) {
		e.tell(w.keeping.full)
		return false
	}
	e.shelf = s
	return true
}

// kept is the part of a state that a search is kept as.
func kept(s state.State) string { return s.Close().SetPage(0).String() }

// searchName is what a search is called if the reader gives it no name.
func (e *explorer) searchName() string { return strings.TrimSuffix(e.title(), " · "+w.brand) }

func (e *explorer) keepSearch(name string) {
	if trimSpaces(name) == "" {
		name = e.searchName()
	}
	e.rekeep(e.shelf.Keep(shelf.Search{Name: name, Fragment: kept(e.s)}))
	e.page.focus = "#close-panel"
}

func (e *explorer) renameSearch(old, name string) {
	if trimSpaces(name) == "" || name == old {
		e.page.focus = "#shelf-name"
		return
	}
	e.rekeep(e.shelf.Rename(old, name))
	e.page.focus = "#close-panel"
}

func (r *root) openShelf(app.Context, app.Event) {
	if r.e != nil {
		r.e.recall()
		r.e.openPanel(shelfPanel)
	}
}

func (e *explorer) shelfPanel() []app.UI {
	t := w.keeping
	var m markup
	m.span("h3", "", t.searches)
	if len(e.shelf.Searches) == 0 {
		m.span("p", "hint", t.noneS)
	}
	act := func(glyph, do, key, label string) {
		m.tag("button", "type", "button", "class", "btn btn--icon", "data-do", do, "data-key", key, "aria-label", label, "title", label)
		m.b.WriteString(iconHTML(glyph, 16))
		m.end()
	}
	m.tag("ul", "class", "shelf", "role", "list")
	for _, one := range e.shelf.Searches {
		m.tag("li").tag("a", "href", "#"+one.Fragment, "dir", "auto").text(one.Name).end()
		act("pen", "rename", one.Name, fill(t.rename, one.Name))
		act("close", "forget", one.Name, fill(t.forget, one.Name))
		m.end()
	}
	m.end()
	searches := m.String()
	m = markup{}
	m.span("h3", "", t.list)
	if len(e.shelf.Documents) == 0 {
		m.span("p", "hint", t.noneD)
	}
	m.tag("ul", "class", "shelf", "role", "list")
	for _, one := range e.shelf.Documents {
		m.tag("li").tag("a", "href", "#"+e.c.fresh().Open(one.ID).String(), "dir", "auto").text(one.Title).end()
		act("close", "back", one.ID, fill(t.takeBack, one.Title))
		m.end()
	}
	m.end()
	name := e.shelf.Named(kept(e.s))
	said := t.onDevice
	if name != "" {
		said = fill(t.kept, name)
	}
	return []app.UI{
		app.Div().Class("panel__row").Body(
			app.Label().Body(app.Text(t.name), app.Input().ID("shelf-name").Type("text").MaxLength(100).AutoComplete(false).Placeholder(e.searchName())),
			app.Button().Type("button").Class("btn btn--primary").DataSet("do", "keep").Disabled(firstVisit(e.s)).Text(t.keep),
		),
		app.P().Class("hint").Text(said),
		app.Raw(`<div>` + searches + `</div>`),
		app.Raw(`<div>` + m.String() + `</div>`),
	}
}

// pick chooses a document of the list, or no longer.
func (e *explorer) pick(id string) {
	if i := slices.Index(e.picked, id); i >= 0 {
		e.picked = slices.Delete(slices.Clone(e.picked), i, i+1)
	} else {
		e.picked = append(e.picked, id)
	}
	e.rev.results++
	e.rev.other++
}

// pickAt chooses the document of a row, of the open one where the focus is on none.
func (e *explorer) pickAt(row int) {
	if row < 0 || row >= len(e.a.rows) {
		row = e.row()
	}
	if row >= 0 && row < len(e.a.rows) {
		e.pick(e.a.rows[row].id)
	}
}

// tray says how many documents are chosen and what can be done with them.
func (r *results) tray() app.UI {
	e, t := r.E, w.keeping
	if len(e.picked) == 0 {
		return app.Div().Class("tray").Hidden(true)
	}
	var compare app.UI
	if len(e.picked) == 2 && slices.Contains(built[:], state.Compare) {
		compare = app.A().Class("btn").Href("#" + besides(e.picked[0], e.picked[1])).Text(t.compare)
	}
	return app.Div().Class("tray").Role("group").Aria("label", fill(t.chosen, number(len(e.picked)))).Hidden(false).OnClick(r.trayed).Body(
		app.Span().Class("num").Text(fill(t.chosen, number(len(e.picked)))),
		compare,
		app.Button().Type("button").Class("btn").DataSet("do", "aside").Text(t.aside),
		app.Button().Type("button").Class("btn").DataSet("do", "export").Text(t.export),
		app.Button().Type("button").Class("btn btn--icon").DataSet("do", "clear").Aria("label", t.clear).Title(t.clear).Body(icon("close", 16)),
	)
}

// besides is the state of two documents beside each other.
func besides(a, b string) string {
	return state.State{View: state.Compare}.SetSides(`id:"`+a+`"`, `id:"`+b+`"`).String()
}

func (r *results) trayed(ctx app.Context, ev app.Event) {
	button, ok := hit(ev, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	e := r.E
	switch data(button, "do") {
	case "aside":
		e.setAside()
	case "export":
		e.export.chosen = true
		e.openPanel(exportPanel)
	case "clear":
		e.picked = nil
		e.rev.results++
		e.page.row = 1
	}
}

// setAside puts the chosen documents on the reading list.
func (e *explorer) setAside() {
	s := e.shelf
	for _, id := range e.picked {
		num, ok, err := e.c.x.Find(id)
		if err != nil || !ok {
			continue
		}
		doc, err := e.c.x.Doc(num)
		if err != nil {
			continue
		}
		s = s.SetAside(shelf.Document{ID: id, Title: longDate(doc.Date) + ": " + shorten(doc.Title, 120)})
	}
	if e.rekeep(s) {
		e.picked = nil
		e.rev.results++
		e.tell(w.keeping.set)
	}
}

func (r *results) export(app.Context, app.Event) {
	r.E.export.chosen = false
	r.E.openPanel(exportPanel)
}
