package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// railRows is how many actors of a type the rail shows at first.
const railRows = 6

// rail lists the actors of the document by type, those named most first.
func (r *reader) rail() app.UI {
	e := r.E
	var m markup
	m.tag("section", "class", "doc__rail", "aria-label", w.inDocument)
	for _, typ := range facetOrder {
		list := e.d.actors[typ]
		if len(list) == 0 {
			continue
		}
		m.span("h3", "", w.groups[typ]).tag("ul", "role", "list")
		for i, a := range list {
			if i == railRows && !e.railMore && len(list) > railRows+1 {
				m.tag("li").tag("button", "type", "button", "class", "more", "data-do", "more").text(fill(w.more, number(len(list)-i))).end().end()
				break
			}
			m.tag("li").tag("a", "href", "#"+e.c.fresh().WithActor(a.key).String(), "data-actor", itoa(int(a.id)))
			m.glyph(a.class()).tag("span", "dir", "auto").text(a.name).end().span("span", "num", number(a.times)).end().end()
		}
		m.end()
	}
	return app.Raw(m.end().String())
}

// card is the small card of the actor that was pressed: who it is, under which names, and the filters it can be.
func (r *reader) card() app.UI {
	e := r.E
	if e.popover == nil {
		return app.Div().ID("pop").Class("pop").Hidden(true)
	}
	a := e.popover.actor
	var names app.UI
	if len(e.popover.names) > 0 {
		names = app.P().Text(fill(w.alsoAs, "“"+strings.Join(e.popover.names, "”, “")+"”"))
	}
	with, without := contains(e.a.with, a.id), contains(e.a.without, a.id)
	return app.Div().ID("pop").Class("pop").Role("dialog").Aria("labelledby", "pop-h").Hidden(false).Body(
		app.H3().ID("pop-h").Body(app.Span().Class("glyph glyph--"+a.class()).Aria("hidden", true), app.Text(a.name)),
		app.P().Class("pop__facts").Body(app.Text(w.documents.n(a.docs)), app.A().Class("linkbtn").Href(e.profileLink(a.id)).Text(w.cast.profile)),
		names,
		app.Div().Class("pop__acts").Body(
			app.Button().Type("button").Class("btn").DataSet("do", "with").Aria("pressed", with).Body(icon("plus", 16), app.Text(w.onlyWith)),
			app.Button().Type("button").Class("btn").DataSet("do", "without").Aria("pressed", without).Body(icon("not", 16), app.Text(w.addWithout)),
			app.Button().Type("button").Class("btn btn--icon").DataSet("do", "card").Aria("label", w.close).Body(icon("close", 16)),
		),
	)
}
