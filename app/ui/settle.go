package ui

import (
	"slices"
	"time"

	"dateline/app/browser"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// effects are changes to the DOM that are not rendering. Events ask for them; settle makes them once the frame stands.
type effects struct {
	fields    bool   // write the state into the fields
	typed     bool   // … but not into the query field, which is being typed in
	top       bool   // the list begins anew
	docTop    bool   // another document: the reader begins anew
	hit       bool   // mark the current hit
	scrollHit bool   // … and bring it into view
	opened    bool   // a document was opened by hand: on a narrow screen it takes the focus
	row       int    // 1 + the row to move the focus to
	focus     string // the element to move the focus to
}

const (
	announceDelay = 500 * time.Millisecond // of rest, before the number of results is announced
	toastTime     = 6 * time.Second
	likeDelay     = 250 * time.Millisecond // of rest, before similar documents are looked for
	restDelay     = 20 * time.Millisecond  // after the first rows have been painted
)

// settle brings what is not rendered in line with the state. It runs after each frame that rendered something.
func (r *root) settle() {
	e := r.e
	if e == nil {
		return
	}
	p := e.page
	e.page = effects{}

	if p.fields {
		if !p.typed {
			browser.SetValue("q", e.s.Q)
		}
		if e.wrong == [2]string{} {
			browser.SetValue("from", e.s.From.String())
			browser.SetValue("to", e.s.To.String())
		}
		browser.SetTitle(e.title())
		r.after(&r.announce, announceDelay, func() { browser.SetText("status", e.spoken()) })
		if e.history.now != e.history.want {
			r.after(&r.address, addressDelay, func() { e.history.flush() })
		}
	}
	if x := e.axis(); len(x.t.Bars) > 0 && !e.dragging {
		first, last := x.days(e.s.From, e.s.To)
		showBrush(x, first, last)
		browser.SetText("brush-from-date", state.ShortDate(dayDate(first)))
		browser.SetText("brush-to-date", state.ShortDate(dayDate(last)))
	}

	covered := ""
	switch narrow := browser.Narrow(); {
	case e.keys || e.panel != noPanel:
		covered = ".skip, .top, .deck, .work, .welcome, .foot, .tabbar"
	case e.sheet:
		covered = ".top, .deck, .timeline, #main, .foot, .tabbar"
	case e.reading() && narrow:
		covered = ".top, .deck, .facets, .timeline, .results, .foot, .tabbar"
	}
	browser.SetInert(".skip, .top, .deck, .work, .welcome, .facets, .timeline, #main, .results, .foot, .tabbar", covered)

	if p.top {
		browser.ScrollTop("hits-scroll")
		browser.ScrollPageTo("results")
	}
	if p.docTop {
		browser.ScrollTop("doc")
		if row := e.row(); row >= 0 {
			browser.ShowRow(row)
		}
	}
	if p.hit {
		browser.ShowHit("doc", e.s.Hit, p.scrollHit && e.s.Par == 0)
		browser.ShowPlace(e.s.Par, e.s.Sen, p.scrollHit)
	}
	browser.CheckRows(func(id string) bool { return slices.Contains(e.picked, id) })
	if d := e.d; d != nil && !d.compared && e.reading() {
		r.after(&r.like, likeDelay, func() { r.dispatch(func() { e.likeThis(d) }) })
	}
	if e.export.job != nil {
		r.after(&r.work, 0, func() { r.dispatch(e.exportSome) })
	}
	if r.roved != e.rev.results && !browser.Focused("#hits") {
		r.roved = e.rev.results
		browser.Rove(max(0, e.row()))
	}
	switch {
	case p.row > 0:
		browser.FocusRow(p.row - 1)
	case p.opened && browser.Narrow():
		browser.Focus("#doc")
	case p.focus == "#q":
		browser.Select("q")
	case p.focus != "":
		browser.Focus(p.focus)
	}
	if a := e.a; e.s.View == state.Documents && !a.written() {
		r.after(&r.rest, restDelay, func() { r.dispatch(func() { e.more(a) }) })
	}
	if e.toast != "" && r.fade == nil && !e.reload {
		browser.SetText("status", e.toast)
		r.after(&r.fade, toastTime, func() {
			r.fade = nil
			r.dispatch(func() { e.toast = "" })
		})
	}
}

// after runs f on the interface's goroutine once a time has passed in which after was not called again for the same timer.
func (r *root) after(t **time.Timer, d time.Duration, f func()) {
	if *t != nil {
		(*t).Stop()
	}
	*t = time.AfterFunc(d, func() {
		r.ctx.Dispatch(func(ctx app.Context) {
			ctx.PreventUpdate()
			f()
		})
	})
}

// OnResize adapts what depends on the width of the window.
func (r *root) OnResize(ctx app.Context) {
	ctx.PreventUpdate()
	r.settle()
}

// title is the title of the page: what is searched, of what time.
func (e *explorer) title() string {
	title := e.s.Q
	if dates := state.Period(e.s.From, e.s.To); dates != "" {
		if title != "" {
			title += ", "
		}
		title += dates
	}
	for _, a := range e.a.with {
		if title != "" {
			title += ", "
		}
		title += a.name
	}
	if e.d != nil && title == "" {
		title, _ = e.d.heading()
	}
	if title == "" {
		title = e.c.meta.Name
	}
	if e.s.View != state.Documents {
		title = w.viewNames[e.s.View] + ": " + title
	}
	return shorten(title, 120) + " · " + w.brand
}
