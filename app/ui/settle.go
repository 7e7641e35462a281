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
	profile   bool   // another actor: the profile begins anew
	named     bool   // the names of the open actor have changed, or the editor was opened
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
	restDelay     = 20 * time.Millisecond  // after the first rows have been painted
	likeDelay     = 250 * time.Millisecond // of rest, before similar documents are looked for
	sliceDelay    = 4 * time.Millisecond   // between two pieces of long work, for events and frames
	countDelay    = 250 * time.Millisecond // before large sides are compared: typing goes on meanwhile
)

// settle brings what is not rendered in line with the state. It runs after each frame that rendered something.
func (r *root) settle() {
	e := r.e
	if e == nil {
		return
	}
	r.bring()
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
		browser.ScrollTop("cast-scroll")
		browser.ScrollPageTo("results")
	}
	if p.profile {
		browser.ScrollTop("main")
		browser.ScrollPageTo("main")
	}
	if a, ok := e.openActor(); ok && e.cast.editing && (p.named || p.profile) {
		browser.SetValue("edit-name", a.name)
		browser.SetValue("edit-into", "")
	}
	if p.docTop {
		browser.ScrollTop("doc")
		if row := e.row(); row >= 0 {
			browser.ShowRow(row)
		}
	}
	switch {
	case e.s.View == state.Concordance:
		browser.ShowHit("peek", e.s.Hit, p.hit && p.scrollHit)
	case p.hit:
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
	if e.s.View == state.Compare && p.fields {
		for i, side := range e.cmp.sides {
			browser.SetValue("side-"+sideNames[i], side.typed)
		}
	}
	if e.uncounted() {
		k := e.cmp
		delay := sliceDelay
		if k.counter == nil {
			delay = countDelay
		}
		r.after(&r.rest, delay, func() {
			r.dispatch(func() {
				if e.countOn(k, slice); k.counted || k.err != nil {
					e.rev.view++
				} else {
					counted, of := k.counter.Progress()
					browser.SetText("cmp-count", fill(w.compare.counting, number(counted), number(of)))
				}
			})
		})
	}
	if e.unread() {
		k := e.kwic
		delay := sliceDelay
		if e.linesLeft() > 0 {
			delay = restDelay
		}
		r.after(&r.rest, delay, func() { r.dispatch(func() { e.readOn(k) }) })
	}
	if e.s.View == state.Documents && r.roved != e.rev.results && !browser.Focused("#hits") {
		r.roved = e.rev.results
		browser.Rove(max(0, e.row()))
	}
	if e.s.View == state.Actors && r.castRoved != e.rev.cast && !browser.Focused("#cast") {
		r.castRoved = e.rev.cast
		browser.Rove(max(0, e.castAt()))
	}
	switch {
	case p.row > 0:
		browser.FocusRow(p.row - 1)
	case p.opened && browser.Narrow():
		browser.Focus("#doc, .profile")
	case p.focus == "#q":
		browser.Select("q")
	case p.focus != "":
		browser.Focus(p.focus)
	}
	if a := e.a; e.s.View == state.Documents && !a.written() && !a.waits() {
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
	if a, ok := e.openActor(); ok {
		title = a.name
	}
	if e.s.View != state.Documents {
		title = w.viewNames[e.s.View] + ": " + title
	}
	return shorten(title, 120) + " · " + w.brand
}
