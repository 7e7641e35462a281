package ui

import (
	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// drag is a stretch of the timeline being chosen with mouse, pen or finger.
type drag struct {
	part  part
	start float64 // where it began, on the axis
	moved bool
	a, b  int // the bars chosen so far, b not before a
	// from and to are the filter's own bars at the beginning.
	from, to int
}

// part is what a drag moves.
type part uint8

const (
	nothingDragged part = iota
	fromHandle
	toHandle
	band   // the whole filter
	newOne // a filter drawn afresh
)

// brush draws the filter's band and its two handles. Their places are properties set by settle, since the page's policy
// allows no style attribute.
func (t *timeline) brush(x axis, from, to int) app.UI {
	e := t.E
	class := "brush"
	if e.s.From == 0 && e.s.To == 0 {
		class += " brush--open"
	}
	width := x.t.X(to+1) - x.t.X(from)
	return app.Div().ID("brush").Class(class).On("keydown", t.key).Body(
		app.Span().Class("brush__band"),
		handleOf("from", w.fromHandle, min(x.low, from), x.t.Bars[x.t.BarAt(to)].Start, from, x.t.X(from), width),
		handleOf("to", w.toHandle, x.t.Bars[x.t.BarAt(from)].End-1, max(x.high, to), to, 1-x.t.X(to+1), width),
	)
}

// handleOf draws a handle with its date. room is the part of the axis beyond it, where the date stands if there is room for
// it, and inside the part between the handles, where it stands otherwise. A narrow screen needs more of both.
func handleOf(name, label string, low, high, now int, room, inside float64) app.UI {
	class := "brush__h brush__h--" + name
	if room < .1 {
		class += " brush__h--flip"
	} else if room < .27 {
		class += " brush__h--near"
	}
	if inside < .09 {
		class += " brush__h--tight"
	} else if inside < .27 {
		class += " brush__h--snug"
	}
	date := corpus.DateOfDays(now)
	return app.Span().ID("brush-"+name).Class(class).Role("slider").TabIndex(0).Aria("label", label).Aria("orientation", "horizontal").
		Aria("valuemin", low).Aria("valuemax", high).Aria("valuenow", now).Aria("valuetext", state.LongDate(date)).
		DataSet("part", name).Body(app.Span().Class("brush__date").ID("brush-" + name + "-date").Text(state.ShortDate(date)))
}

// showBrush puts band and handles where the days from and to are.
func showBrush(x axis, from, to int) {
	if len(x.t.Bars) == 0 {
		return
	}
	browser.SetVar("brush", "--from", percent(x.t.X(from)))
	browser.SetVar("brush", "--to", percent(x.t.X(to+1)))
}

// placeOf returns the place of a pointer on the axis.
func placeOf(e app.Event) (float64, bool) {
	box := browser.BoxOf("#plot")
	if box.Width == 0 {
		return 0, false
	}
	return (e.Get("clientX").Float() - box.Left) / box.Width, true
}

func (t *timeline) down(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	x := t.E.axis()
	place, ok := placeOf(e)
	if !ok || len(x.t.Bars) == 0 || e.Get("button").Int() != 0 {
		return
	}
	first, last := x.days(t.E.s.From, t.E.s.To)
	d := drag{part: newOne, start: place, from: x.t.BarAt(first), to: x.t.BarAt(last)}
	if handle, ok := hit(e, "[data-part]"); ok {
		d.part = fromHandle
		if data(handle, "part") == "to" {
			d.part = toHandle
		}
		handle.Call("focus")
	} else if filtered := t.E.s.From != 0 || t.E.s.To != 0; filtered && x.t.X(first) < place && place < x.t.X(last+1) {
		d.part = band
	}
	d.a, d.b = d.from, d.to
	t.drag = d
	t.E.dragging = true
	if area, ok := hit(e, "#plot"); ok {
		area.Call("setPointerCapture", e.Get("pointerId").Int())
	}
	e.PreventDefault() // no text is selected on the way
}

func (t *timeline) move(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	if t.drag.part == nothingDragged {
		return
	}
	place, ok := placeOf(e)
	if !ok {
		return
	}
	x := t.E.axis()
	t.drag.moveTo(x, place)
	if !t.drag.moved {
		return
	}
	first, last := x.t.Bars[t.drag.a].Start, x.t.Bars[t.drag.b].End-1
	showBrush(x, first, last)
	browser.SetText("brush-from-date", state.ShortDate(corpus.DateOfDays(first)))
	browser.SetText("brush-to-date", state.ShortDate(corpus.DateOfDays(last)))
}

// moveTo moves a drag to a place on the axis: its ends snap to bars.
func (d *drag) moveTo(x axis, place float64) {
	now := x.bar(place)
	d.moved = d.moved || now != x.bar(d.start)
	switch d.part {
	case fromHandle:
		d.a, d.b = min(x.edge(place), d.to), d.to
	case toHandle:
		d.a, d.b = d.from, max(x.edge(place)-1, d.from)
	case band:
		by := now - x.bar(d.start)
		by = max(-d.from, min(len(x.t.Bars)-1-d.to, by))
		d.a, d.b = d.from+by, d.to+by
	case newOne:
		begun := x.bar(d.start)
		d.a, d.b = min(begun, now), max(begun, now)
	}
}

func (t *timeline) up(ctx app.Context, e app.Event) {
	d := t.drag
	t.drag = drag{}
	t.E.dragging = false
	x := t.E.axis()
	switch {
	case d.part == nothingDragged:
		ctx.PreventUpdate()
	case d.moved:
		t.choose(x, d.a, d.b)
	case d.part == newOne || d.part == band: // a press on a bar chooses it
		if place, ok := placeOf(e); ok {
			bar := x.bar(place)
			t.choose(x, bar, bar)
		}
	}
}

func (t *timeline) cancel(app.Context, app.Event) {
	t.drag = drag{}
	t.E.dragging = false
	t.E.rev.timeline++
}

// choose filters by the dates of the bars a to b; an end at the edge of the axis is open.
func (t *timeline) choose(x axis, a, b int) {
	from, _ := x.t.Dates(a)
	_, to := x.t.Dates(b)
	if a == 0 {
		from = 0
	}
	if b == len(x.t.Bars)-1 {
		to = 0
	}
	t.E.set(t.E.s.SetRange(from, to), commit)
}
