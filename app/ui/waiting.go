package ui

import (
	"dateline/app/browser"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// waiting stands where the content will be, until the collection is open or has failed.
func (r *root) waiting() app.UI {
	main := app.Main().ID("main").Class("waiting").TabIndex(-1)
	if r.err != nil {
		return main.Body(failureUI(r.err))
	}
	part, said := 0.0, ""
	if r.total > 0 {
		part = min(1, float64(r.done)/float64(r.total))
		said = fill(w.loaded, size(r.done), size(r.total))
	} else if r.done > 0 {
		said = size(r.done)
	}
	bar := svg("prog__bar").Role("progressbar").Aria("label", w.loading).Aria("valuemin", 0).Aria("valuemax", 100).
		Aria("valuenow", int(part*100)).Body(shape("rect").Attr("width", percent(part)).Attr("height", "100%"))
	if said != "" {
		bar = bar.Aria("valuetext", said)
	}
	return main.Body(
		app.H1().Text(w.loading),
		bar,
		app.P().Class("num").Text(said),
	)
}

// failureUI tells what went wrong and what can be done.
func failureUI(err error) app.UI {
	if missing(err) { // it is on its way
		return app.P().Class("hint").Role("status").Text(w.loading)
	}
	return app.Div().Class("failure").Role("alert").Body(
		app.H1().Text(w.failed),
		app.P().Text(sentence(err.Error())),
		app.Button().Type("button").Class("btn btn--primary").OnClick(reload).Text(w.reload),
	)
}

func reload(app.Context, app.Event) { browser.Reload() }

func update(app.Context, app.Event) { browser.ApplyUpdate() }

// toast is a message at the foot of the page, for a while.
func (r *root) toast() app.UI {
	e := r.e
	if e.toast == "" {
		return app.Div().Class("toast").Hidden(true)
	}
	var button app.UI
	if e.reload {
		button = app.Button().Type("button").OnClick(update).Text(w.retry)
	}
	return app.Div().Class("toast").Hidden(false).Body(icon("check", 16), app.Span().Text(e.toast), button)
}

// skip leads keyboards past head and filters.
func (r *root) skip() app.UI {
	return app.A().Class("skip").Href("#main").OnClick(r.skipped).Text(w.skip)
}

func (r *root) skipped(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	e.PreventDefault() // the fragment is the state's
	browser.Focus("#main")
}
