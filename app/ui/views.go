package ui

import (
	"slices"

	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// built are the views that there are, in the order in which the page offers them. The key of a view is its number in package state,
// counted from 1, and stays what it is while others come.
var built = [...]state.View{state.Documents, state.Concordance, state.Actors, state.Compare}

// content is what stands below the deck: the part of the page that belongs to the view alone. Each view has a file of its own.
func (e *explorer) content() app.UI {
	switch e.s.View {
	case state.Concordance:
		return e.concordance()
	case state.Actors:
		return e.actorsView()
	case state.Compare:
		return &compare{E: e, Rev: e.rev.view}
	}
	return e.documents()
}

// viewIcons are the signs of the views, by number.
var viewIcons = [state.NumViews]string{"documents", "concordance", "actors", "statements", "compare"}

// viewLinks is the list of the views, with the present one marked. It stands twice: in the masthead, and at the foot of a narrow screen.
func (r *root) viewLinks() app.UI {
	var now state.State
	if r.e != nil {
		now = r.e.s
	}
	items := make([]app.UI, len(built))
	for i, v := range built {
		link := app.A().Href("#"+now.SetView(v).String()).DataSet("view", int(v)).Body(icon(viewIcons[v], 20), app.Span().Text(w.viewNames[v]))
		if v == now.View {
			link = link.Aria("current", "page")
		}
		items[i] = app.Li().Body(link)
	}
	return app.Ul().Attr("role", "list").OnClick(r.toView).Body(items...)
}

// tabs are the views where a thumb reaches them.
func (r *root) tabs() app.UI {
	return app.Nav().Class("tabbar").Aria("label", w.views).Body(r.viewLinks())
}

// toView goes to the view of the link that was pressed.
func (r *root) toView(ctx app.Context, e app.Event) {
	link, ok := hit(e, "a[data-view]")
	if !ok || !plain(e) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	name := data(link, "view")
	if r.e == nil || len(name) != 1 {
		return
	}
	r.e.toView(state.View(name[0] - '0'))
}

// toView goes to a view, if there is such a one.
func (e *explorer) toView(v state.View) {
	if slices.Contains(built[:], v) && v != e.s.View {
		e.set(e.s.SetView(v), commit)
	}
}

// reading reports that a document takes the reader's place, which is the whole screen if that is narrow.
func (e *explorer) reading() bool { return e.s.Doc != "" && e.s.View == state.Documents }

// documents is the view of the list and the reader.
func (e *explorer) documents() app.UI {
	return app.Div().Class("work").Body(
		&facets{E: e, Rev: e.rev.facets},
		&timeline{E: e, Rev: e.rev.timeline},
		app.Main().ID("main").Class("docs").TabIndex(-1).Body(
			app.H1().Class("vh").Text(w.viewNames[state.Documents]),
			&results{E: e, Rev: e.rev.results},
			&reader{E: e, Rev: e.rev.reader},
		),
	)
}
