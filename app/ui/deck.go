package ui

import (
	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus/query"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// deck is the search field and what it was understood as: terms, filters, the number of results.
type deck struct {
	app.Compo
	E   *explorer // nil until a collection is open
	Rev int
}

func (d *deck) Render() app.UI {
	return app.Elem("search").Class("deck").Body(
		app.Form().Class("query").Action("#").OnSubmit(d.submit).Body(
			app.Label().Class("vh").For("q").Text(w.searchLabel),
			app.Div().Class("query__field").Body(
				icon("search", 18),
				app.Input().ID("q").Name("q").Type("search").Placeholder(w.placeholder).AutoComplete(false).Spellcheck(false).
					Attr("autocapitalize", "none").Attr("enterkeyhint", "search").Attr("aria-keyshortcuts", "/").Attr("maxlength", query.MaxBytes).
					Aria("describedby", "q-read").
					On("input", d.input).On("compositionend", d.composed).OnBlur(d.leave),
				app.Elem("kbd").Aria("hidden", true).Text("/"),
			),
			modeChoice(d.E, "op", "seg", d.mode),
		),
		app.Div().Class("deck__row").Body(d.row()...),
	)
}

// modeChoice is the choice between all terms and any term; it stands twice, as the deck has no room for it on a narrow screen.
func modeChoice(e *explorer, name, class string, change app.EventHandler) app.UI {
	any := e != nil && e.s.Any
	return app.FieldSet().Class(class).OnChange(change).Body(
		app.Legend().Class("vh").Text(w.match),
		radio(name, "all", w.allTerms, !any),
		radio(name, "any", w.anyTerm, any),
	)
}

// chooseMode handles a change of that choice.
func (e *explorer) chooseMode(ev app.Event) {
	if e != nil {
		e.set(e.s.SetAny(ev.Get("target").Get("value").String() == "any"), commit)
	}
}

func radio(name, value, label string, on bool) app.UI {
	return app.Label().Body(
		app.Input().Type("radio").Name(name).Value(value).Checked(on),
		app.Span().Text(label),
	)
}

func (d *deck) row() []app.UI {
	if d.E == nil {
		return []app.UI{app.P().Class("reading reading--note").ID("q-read").Body(app.Text(w.keptInAddress))}
	}
	e := d.E
	return []app.UI{
		app.Raw(readingHTML(e)),
		app.Ul().Class("chips").Attr("role", "list").Aria("label", w.active).OnClick(d.chip).Body(chips(e, true)...),
		app.P().Class("summary").Body(summary(e)...),
	}
}

// chips are the filters in force, each with a button that takes it away.
func chips(e *explorer, dates bool) []app.UI {
	var list []app.UI
	if dates && (e.s.From != 0 || e.s.To != 0) {
		list = append(list, chip("chip", w.dates, state.Period(e.s.From, e.s.To), "", "", "dates", w.removeDates))
	}
	for _, a := range e.a.with {
		list = append(list, chip("chip", w.with, a.name, a.class(), "span", a.key, fill(w.removeWith, a.name)))
	}
	for _, a := range e.a.without {
		list = append(list, chip("chip chip--not", w.without, a.name, a.class(), "s", a.key, fill(w.removeWithout, a.name)))
	}
	if dates && len(list) > 0 {
		list = append(list, app.Li().Body(app.Button().Type("button").Class("linkbtn").DataSet("drop", "all").Text(w.clearFilters)))
	}
	return list
}

func chip(class, kind, label, glyph, tag, drop, remove string) app.UI {
	var m markup
	m.tag("li").tag("span", "class", class).span("span", "chip__k", kind).text(" ")
	what := "actor"
	if glyph == "" {
		m.span("span", "num", label)
		what = "dates"
	} else {
		m.glyph(glyph).tag(tag, "class", "chip__name", "dir", "auto").text(label).end()
	}
	m.tag("button", "type", "button", "data-drop", what, "data-key", drop, "aria-label", remove, "title", remove)
	m.b.WriteString(iconHTML("close", 12))
	return app.Raw(m.end().end().end().String())
}

// dropChip handles a press on one of the chips.
func (e *explorer) dropChip(ev app.Event) {
	button, ok := hit(ev, "[data-drop]")
	if !ok {
		return
	}
	switch data(button, "drop") {
	case "dates":
		e.set(e.s.SetRange(0, 0), commit)
	case "actor":
		e.set(e.s.DropActor(data(button, "key")), commit)
	case "all":
		e.set(e.s.ClearFilters(), commit)
	}
	e.page.focus = "#q"
}

// summary is the number of results in words, with the figures set apart.
func summary(e *explorer) []app.UI {
	total, all := e.a.result.Total, e.c.meta.Docs
	if firstVisit(e.s) {
		return []app.UI{app.Strong().Text(number(all)), app.Text(" " + w.documents.of(all))}
	}
	list := []app.UI{app.Strong().Text(number(total)), app.Text(" " + fill(w.of.of(all), number(all)))}
	if hits := e.a.result.Occurrences; hits > 0 {
		list = append(list, app.Text(", "), app.Strong().Text(number(hits)), app.Text(" "+w.hits.of(hits)))
	}
	return list
}

// spoken is the summary as it is announced.
func (e *explorer) spoken() string {
	total, all := e.a.result.Total, e.c.meta.Docs
	if firstVisit(e.s) {
		return w.documents.n(all)
	}
	said := number(total) + " " + fill(w.of.of(all), number(all))
	if hits := e.a.result.Occurrences; hits > 0 {
		said += ", " + w.hits.n(hits)
	}
	return said
}

func (d *deck) input(ctx app.Context, e app.Event) {
	// What an input method is still composing is not a query yet.
	if d.E == nil || e.Get("isComposing").Truthy() {
		ctx.PreventUpdate()
		return
	}
	d.E.typed(ctx.JSSrc().Get("value").String())
}

func (d *deck) composed(ctx app.Context, _ app.Event) {
	if d.E != nil {
		d.E.typed(ctx.JSSrc().Get("value").String())
	}
}

func (d *deck) leave(ctx app.Context, _ app.Event) {
	if d.E == nil {
		return
	}
	d.E.typed(ctx.JSSrc().Get("value").String())
	d.E.committed()
}

func (d *deck) submit(_ app.Context, e app.Event) {
	e.PreventDefault()
	if d.E == nil {
		return
	}
	d.E.typed(browser.Value("q"))
	d.E.committed()
}

func (d *deck) mode(_ app.Context, e app.Event) { d.E.chooseMode(e) }

func (d *deck) chip(_ app.Context, e app.Event) { d.E.dropChip(e) }
