package ui

import (
	"dateline/corpus/search"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// neighbours is the column beside the concordance: the forms of the hits, to switch off, and the words that stand near them. On a narrow
// screen it is the sheet that filters are elsewhere.
type neighbours struct {
	app.Compo
	E   *explorer
	Rev int
}

// fewForms is how many forms are shown at first, and by how many more the list grows.
const fewForms = 8

func (n *neighbours) Render() app.UI {
	e := n.E
	column := app.Div().ID("filters").Class("facets side").Aria("label", w.kwic.words).OnChange(n.change).OnClick(n.click)
	if e.sheet {
		column = column.Role("dialog").Aria("modal", true)
	} else {
		column = column.Role("complementary")
	}
	return column.Body(
		app.Div().Class("sheet__head").Body(
			app.H2().Text(w.kwic.words),
			app.Button().ID("sheet-close").Type("button").Class("btn btn--icon").Aria("label", w.close).DataSet("do", "close").Body(icon("close", 16)),
		),
		app.Raw(e.formsHTML()),
		app.Raw(e.neighboursHTML()),
		app.Div().Class("sheet__foot sheet__foot--one").Body(
			app.Button().Type("button").Class("btn btn--primary").DataSet("do", "close").Text(fill(w.showResults, w.kwic.lines.n(e.kwic.c.Len()))),
		),
	)
}

// formsHTML lists the forms of the hits, those of most lines first.
func (e *explorer) formsHTML() string {
	c := e.kwic.c
	var m markup
	m.tag("section", "class", "forms").span("h2", "", w.kwic.forms)
	if c.All() == 0 {
		return m.span("p", "hint", w.kwic.noForms).end().String()
	}
	m.tag("ul", "class", "facets__list", "role", "list")
	shown := min(len(c.Forms), fewForms+e.moreForms)
	for i, f := range c.Forms[:shown] {
		checked, class := "checked", "facet facet--form"
		for _, hidden := range e.s.Hide {
			if hidden == f.Text {
				checked, class = "", "facet facet--form is-exclude"
			}
		}
		m.tag("li", "class", class).tag("label", "class", "facet__pick").void("input", "type", "checkbox", "data-form", f.Text, "data-n", itoa(i), "checked", checked)
		m.tag("span", "class", "facet__name", "title", f.Text, "dir", "auto").text(f.Text).end().span("span", "facet__n", number(f.Lines))
		m.tag("svg", "class", "bar", "aria-hidden", "true").void("rect", "width", percent(float64(f.Lines)/float64(c.All())), "height", "2").end()
		m.end().end()
	}
	m.end()
	if left := len(c.Forms) - shown; left > 0 {
		m.tag("button", "type", "button", "class", "more", "data-do", "forms").text(fill(w.more, number(left))).end()
	}
	return m.end().String()
}

// neighboursHTML is the table of neighbours with bars to the left and to the right of each.
func (e *explorer) neighboursHTML() string {
	k := e.kwic
	var m markup
	if k.c.All() == 0 || k.err != nil {
		return m.tag("div").end().String()
	}
	m.tag("section", "class", "near")
	if !k.read {
		read, of := k.c.Contexts()
		m.span("h2", "", w.kwic.near).tag("p", "id", "near-read", "class", "hint").text(fill(w.kwic.readSoFar, number(read), number(of))).end()
		return m.end().String()
	}
	m.tag("table", "class", "coll").tag("caption").text(w.kwic.near+" ").span("span", "", fill(w.kwic.within, itoa(search.ContextWords))).end()
	m.tag("thead").tag("tr")
	for _, name := range w.kwic.nearColumns {
		m.tag("th", "scope", "col").text(name).end()
	}
	m.end().end().tag("tbody")
	most := 1
	for _, c := range k.near {
		most = max(most, c.Left, c.Right)
	}
	for i, c := range k.near {
		pressed := "false"
		if c.Word == e.s.Near {
			pressed = "true"
		}
		m.tag("tr").tag("td", "class", "c-l")
		m.sideBar(c.Left, most, true)
		m.end().tag("th", "scope", "row").tag("button", "type", "button", "data-near", c.Word, "data-n", itoa(i), "aria-pressed", pressed, "dir", "auto",
			"title", fill(w.kwic.score, decimal(c.Score, 1), number(c.Left+c.Right), number(c.All)))
		m.text(c.Word).end().end().tag("td", "class", "c-r")
		m.sideBar(c.Right, most, false)
		m.end().end()
	}
	m.end().end()
	if len(k.near) == 0 {
		m.span("p", "hint", w.kwic.noNear)
	} else {
		m.span("p", "hint", w.kwic.nearHelp)
	}
	return m.end().String()
}

// sideBar writes a count with a bar that grows from the middle of the table outwards.
func (m *markup) sideBar(n, most int, left bool) {
	part := float64(n) / float64(most)
	x := "0"
	if left {
		x = percent(1 - part)
	}
	m.tag("svg", "class", "half", "aria-hidden", "true").void("rect", "x", x, "width", percent(part), "height", "100%").end()
	count := ""
	if n > 0 {
		count = number(n)
	}
	m.span("span", "num", count)
}

func (n *neighbours) change(ctx app.Context, e app.Event) {
	if box, ok := hit(e, "input[data-form]"); ok {
		n.E.set(n.E.s.ToggleForm(data(box, "form")), replace)
		n.E.page.focus = `#filters input[data-n="` + itoa(smallNumber(data(box, "n"))) + `"]`
		return
	}
	ctx.PreventUpdate()
}

func (n *neighbours) click(ctx app.Context, e app.Event) {
	if button, ok := hit(e, "button[data-near]"); ok {
		word := data(button, "near")
		near := word
		if near == n.E.s.Near {
			near = ""
		}
		n.E.set(n.E.s.SetNear(near), commit)
		for i, c := range n.E.kwic.near { // the table may have another order now
			if c.Word == word {
				n.E.page.focus = `#filters button[data-n="` + itoa(i) + `"]`
			}
		}
		return
	}
	button, ok := hit(e, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	switch data(button, "do") {
	case "close":
		n.E.closeSheet()
	case "forms":
		n.E.moreForms += moreFacets
		n.E.rev.view++
	}
}
