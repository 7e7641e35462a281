package ui

import (
	"strings"

	"dateline/corpus/query"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// nothing is the page of an empty result: what stands in the way, and each way out with the number of documents it gives.
type nothing struct {
	app.Compo
	E   *explorer
	Rev int
}

func (n *nothing) Render() app.UI {
	return app.Main().ID("main").Class("zero").TabIndex(-1).OnClick(n.click).Body(n.E.nothing(app.H1())...)
}

func (n *nothing) click(ctx app.Context, e app.Event) { n.E.loosened(ctx, e) }

// nothing is what is said of an empty result, below a heading of the level that its place asks for.
func (e *explorer) nothing(heading app.HTML) []app.UI {
	t := w.nothing
	ways, idle := e.c.loosen(e.s, e.a)
	head := t.head
	if len(query.Leaves(e.a.node)) <= 1 && !e.s.Filtered() {
		head = t.headEmpty
	}
	switch h := heading.(type) {
	case app.HTMLH1:
		h.Text(head)
	case app.HTMLH3:
		h.Text(head)
	}
	body := []app.UI{heading, app.P().Class("zero__lead").Text(e.why(len(ways)))}
	if len(ways) > 0 {
		body = append(body, app.P().Class("zero__h").Text(t.loosen), app.Raw(waysHTML(ways)))
	}
	var last []app.UI
	if len(idle) > 0 {
		all := idle[len(idle)-1]
		if len(idle) > 1 {
			all = strings.Join(idle[:len(idle)-1], ", ") + t.orElse + all
		}
		last = append(last, app.Text(fill(t.noChange, all)+" "))
	}
	if e.s.Filtered() {
		last = append(last, app.Button().Type("button").Class("linkbtn").DataSet("do", "clear").Text(t.clearAll), app.Text(" "+t.or+" "))
	}
	last = append(last, app.Button().Type("button").Class("linkbtn").DataSet("do", "new").Text(t.startAnew))
	return append(body, app.P().Class("zero__alt").Body(last...))
}

// why says what the empty result comes from: words the collection does not have, or conditions that exclude one another.
func (e *explorer) why(ways int) string {
	t := w.nothing
	var missing []string
	leaves := query.Leaves(e.a.node)
	for _, leaf := range leaves {
		if e.c.countOf(leaf) == 0 {
			missing = append(missing, leaf.String())
		}
	}
	switch {
	case len(missing) > 0:
		said := fill(t.noTerm, strings.Join(missing, ", "))
		if ways == 0 {
			said += " " + t.noneHint
		}
		return said
	case ways == 0:
		return t.none
	case len(leaves) == 0:
		return t.filtersLead
	case len(leaves) == 1:
		return t.oneTermLead
	}
	return t.inCollection
}

func waysHTML(ways []looser) string {
	var m markup
	m.tag("ul", "class", "loosen", "role", "list")
	for _, way := range ways {
		m.tag("li").tag("a", "href", "#"+way.state.String())
		m.span("span", "loosen__what", way.what).text(" ").tag("span", "class", "loosen__how")
		m.text(way.how)
		if way.gone != "" {
			m.text(" ").span("s", "", way.gone)
		}
		if way.query != "" {
			m.span("code", "", way.query)
		}
		m.end().text(" ").tag("span", "class", "loosen__n").span("span", "num", number(way.total)).text(" " + w.documents.of(way.total)).end().end().end()
	}
	return m.end().String()
}

// loosened handles the buttons below the ways out, which are links and followed by the browser.
func (e *explorer) loosened(ctx app.Context, ev app.Event) {
	button, ok := hit(ev, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	switch data(button, "do") {
	case "clear":
		e.set(e.s.ClearFilters(), commit)
	case "new":
		e.set(e.s.ClearFilters().SetQuery(""), commit)
	}
	e.page.focus = "#q"
}

func trimSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }
