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
	e := n.E
	t := w.nothing
	ways, idle := e.c.loosen(e.s, e.a)
	head := t.head
	if len(query.Leaves(e.a.node)) <= 1 && !e.s.Filtered() {
		head = t.headEmpty
	}
	body := []app.UI{
		app.H1().Text(head),
		app.P().Class("zero__lead").Text(e.why(len(ways))),
	}
	if len(ways) > 0 {
		body = append(body, app.H2().Text(t.loosen), app.Raw(waysHTML(ways)))
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
	body = append(body, app.P().Class("zero__alt").Body(last...))
	return app.Main().ID("main").Class("zero").TabIndex(-1).OnClick(n.click).Body(body...)
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

func (n *nothing) click(ctx app.Context, e app.Event) {
	button, ok := hit(e, "[data-do]")
	if !ok {
		ctx.PreventUpdate() // the ways out are links, and the browser follows them
		return
	}
	switch data(button, "do") {
	case "clear":
		n.E.set(n.E.s.ClearFilters(), commit)
	case "new":
		n.E.set(n.E.s.ClearFilters().SetQuery(""), commit)
	}
	n.E.page.focus = "#q"
}

func trimSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }
