package ui

import (
	"slices"

	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// results is the list of documents that match, a page at a time.
type results struct {
	app.Compo
	E   *explorer
	Rev int
}

func (r *results) Render() app.UI {
	e := r.E
	total := e.a.result.Total
	return app.Section().ID("results").Class("results").Aria("labelledby", "res-h").Body(
		app.Div().Class("bar-top").Body(
			app.H2().ID("res-h").Text(w.documents.n(total)),
			app.Button().ID("open-filters").Type("button").Class("btn btn--quiet only-small").Aria("haspopup", "dialog").Aria("controls", "filters").
				OnClick(r.filters).Body(
				icon("filters", 16),
				app.Text(" "+w.filters+" "),
				app.Span().Class("num").Text(filterCount(e.s)),
			),
			app.Label().Body(
				app.Text(w.sort+" "),
				app.Select().ID("sort").Name("sort").OnChange(r.sort).Body(
					option("0", w.sorts[0], e.s.Sort == state.Relevance),
					option("1", w.sorts[1], e.s.Sort == state.Newest),
					option("2", w.sorts[2], e.s.Sort == state.Oldest),
				),
			),
			app.Button().ID("open-export").Type("button").Class("btn btn--icon").Aria("label", w.exports.head).Title(w.exports.head).Aria("haspopup", "dialog").
				OnClick(r.export).Body(icon("save", 16)),
		),
		r.list(),
		r.tray(),
	)
}

// list is an ordered list of links: Tab reaches one of them, the arrows and j, k the others.
func (r *results) list() app.UI {
	e := r.E
	if e.a.result.Total == 0 { // beside an open document
		return app.Div().ID("hits-scroll").Class("hits zero zero--aside").OnClick(r.nothing).Body(e.nothing(app.H3())...)
	}
	first := e.s.Page*pageSize + 1
	last := first - 1 + len(e.a.result.Hits)
	current := e.row()
	items := make([]app.UI, 0, len(e.a.rows)+1)
	for i, row := range e.a.rows {
		li := app.Li().Class("hit").Body(app.Raw(row.html))
		if slices.Contains(e.picked, row.id) {
			li = li.Class("is-picked")
		}
		if i == current {
			li = li.Aria("current", true)
		}
		items = append(items, li)
	}
	list := app.Ol().ID("hits").Class("hits__list").Attr("role", "list").Aria("label", fill(w.list, number(first), number(last), number(e.a.result.Total))).
		OnClick(r.click).Body(items...)
	return app.Div().ID("hits-scroll").Class("hits").Body(list, r.pager(first, last))
}

// pager leads to the pages before and after this one.
func (r *results) pager(first, last int) app.UI {
	e := r.E
	if e.a.result.Total <= pageSize {
		return nil
	}
	return app.Nav().Class("pager").Aria("label", w.results[1]).OnClick(r.turn).Body(
		app.Button().Type("button").Class("btn").DataSet("page", e.s.Page-1).Aria("disabled", e.s.Page == 0).
			Text(fill(w.earlier, number(pageSize))),
		app.Span().Class("num").Text(fill(w.page, number(first), number(last), number(e.a.result.Total))),
		app.Button().Type("button").Class("btn").DataSet("page", e.s.Page+1).Aria("disabled", e.s.Page == lastPage(e.a.result.Total)).
			Text(fill(w.later, number(min(pageSize, max(1, e.a.result.Total-last))))),
	)
}

func option(value, label string, on bool) app.UI {
	return app.Option().Value(value).Selected(on).Text(label)
}

// filterCount is the number of filters in force, as a narrow screen shows it beside the button.
func filterCount(s state.State) string {
	n := len(s.With) + len(s.Without)
	if s.From != 0 || s.To != 0 {
		n++
	}
	if n == 0 {
		return ""
	}
	return number(n)
}

func (r *results) nothing(ctx app.Context, e app.Event) { r.E.loosened(ctx, e) }

func (r *results) filters(app.Context, app.Event) { r.E.openSheet() }

func (r *results) sort(_ app.Context, e app.Event) {
	if v := e.Get("target").Get("value").String(); len(v) == 1 && v[0] >= '0' && v[0] <= '2' {
		r.E.set(r.E.s.SetSort(state.Sort(v[0]-'0')), commit)
	}
}

// click opens the document of the row that was pressed.
func (r *results) click(ctx app.Context, e app.Event) {
	if box, ok := hit(e, "input[data-pick]"); ok {
		r.E.pick(data(box, "pick"))
		return
	}
	link, ok := hit(e, "a[href]")
	if !ok || !plain(e) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	s, _ := state.Parse(link.Call("getAttribute", "href").String())
	r.E.open(s.Doc)
	r.E.page.opened = true
}

func (r *results) turn(ctx app.Context, e app.Event) {
	button, ok := hit(e, "[data-page]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	total := r.E.a.result.Total
	page := r.E.s.Page + 1
	if data(button, "page") == itoa(r.E.s.Page-1) {
		page = r.E.s.Page - 1
	}
	if page >= 0 && page <= lastPage(total) {
		r.E.set(r.E.s.SetPage(page), commit)
		r.E.page.row = 1
	}
}
