package ui

import (
	"dateline/app/browser"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// masthead names the collection and holds what belongs to the page as a whole.
func (r *root) masthead() app.UI {
	theme := themeOf(browser.Theme())
	return app.Header().Class("top").Body(
		app.A().Class("brand").Href("./").OnClick(r.home).Body(app.Raw(logo), app.Span().Text(w.brand)),
		r.name(),
		app.Nav().Class("views").Aria("label", w.views).Body(r.viewLinks()),
		app.Div().Class("top__actions").Body(
			app.If(r.canAdd, func() app.UI {
				return app.Button().ID("open-adding").Type("button").Class("btn btn--quiet").Title(w.adding.add).OnClick(r.add).
					Body(icon("plus", 16), app.Span().Text(w.adding.add))
			}),
			app.Button().ID("open-shelf").Type("button").Class("btn btn--quiet").Title(w.keeping.shelf).Aria("haspopup", "dialog").OnClick(r.openShelf).
				Body(icon("shelf", 16), app.Span().Text(w.keeping.shelf)),
			app.Button().Type("button").Class("btn btn--quiet").Title(w.copyLink).OnClick(r.copy).Body(icon("link", 16), app.Span().Text(w.copyLink)),
			app.Button().Type("button").Class("btn btn--icon").Aria("label", w.theme[theme]).Title(w.theme[theme]).OnClick(r.theme).
				Body(icon([...]string{"auto", "light", "dark"}[theme], 16)),
			app.Button().ID("open-keys").Type("button").Class("btn btn--icon").Aria("label", w.keys).Title(w.keys).
				Attr("aria-keyshortcuts", "?").OnClick(r.showKeys).Body(icon("help", 16)),
		),
	)
}

func themeOf(name string) int {
	switch name {
	case "light":
		return 1
	case "dark":
		return 2
	}
	return 0
}

// home leads to the first visit.
func (r *root) home(ctx app.Context, e app.Event) {
	if r.e == nil || !plain(e) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	r.e.set(r.e.c.fresh(), commit)
	r.e.page.focus = "#q"
}

func (r *root) copy(ctx app.Context, _ app.Event) {
	if r.e == nil {
		return
	}
	r.e.history.flush()
	browser.Copy(browser.Address(), func(ok bool) {
		r.dispatch(func() {
			r.e.tell(w.copied)
			if !ok {
				r.e.tell(w.notCopied)
			}
		})
	})
}

// theme goes on from the system's theme to light, dark and back.
func (r *root) theme(app.Context, app.Event) {
	browser.SetTheme([...]string{"light", "dark", ""}[themeOf(browser.Theme())])
}

func (r *root) showKeys(app.Context, app.Event) {
	if r.e != nil {
		r.e.showKeys()
	}
}

// foot reminds of the keys and says where the collection is.
func (r *root) foot() app.UI {
	var m markup
	m.tag("footer", "class", "foot").tag("p", "class", "keys", "aria-hidden", "true")
	for _, row := range w.footKeys {
		m.tag("span").keys(row[0]).text(" " + row[1]).end()
	}
	m.end().tag("p", "class", "store")
	if r.e != nil {
		meta := r.e.c.meta
		m.b.WriteString(iconHTML("check", 12))
		m.tag("span")
		switch stored := browser.Stored(); stored.State {
		case "ready":
			m.text(w.offline + " ")
		case "filling":
			m.text(fill(w.filling, size(stored.Done), size(stored.Total)) + " ")
		case "partly":
			m.text(fill(w.partly, size(stored.Done), size(stored.Total)) + " ")
		}
		m.text(fill(w.here, w.documents.n(meta.Docs), size(meta.Size))).end()
	}
	return app.Raw(m.end().end().String())
}
