package ui

import (
	"dateline/app/state"
	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// key moves a handle: arrows by a bar, page keys by a month, Home and End to the ends, Escape takes the filter away.
func (t *timeline) key(ctx app.Context, e app.Event) {
	handle, ok := hit(e, "[data-part]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	s, ok := moveHandle(t.E.axis(), t.E.s, data(handle, "part") == "to", e.Get("key").String())
	if !ok {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	t.E.set(s, replace)
}

// moveHandle returns the state after a key on the "from" handle, or the "to" handle; ok is false for keys that mean nothing to it.
func moveHandle(x axis, s state.State, end bool, key string) (_ state.State, ok bool) {
	if len(x.t.Bars) == 0 {
		return s, false
	}
	first, last := x.days(s.From, s.To)
	first, last = max(first, x.low), min(last, x.high)
	day := first
	if end {
		day = last
	}
	bar := x.t.BarAt(day)
	switch key {
	case "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp":
		by := 1
		if key == "ArrowLeft" || key == "ArrowDown" {
			by = -1
		}
		// From the middle of a bar the first step goes to its edge.
		if bar += by; !end && by < 0 && x.t.Bars[bar-by].Start < day || end && by > 0 && day < x.t.Bars[bar-by].End-1 {
			bar -= by
		}
		bar = max(0, min(len(x.t.Bars)-1, bar))
		day = x.t.Bars[bar].Start
		if end {
			day = x.t.Bars[bar].End - 1
		}
	case "PageUp", "PageDown":
		by := 1
		if key == "PageDown" {
			by = -1
		}
		day = addMonth(day, by)
	case "Home":
		day = x.low
	case "End":
		day = x.high
	default:
		return s, false
	}
	// Neither handle leaves the other less than one bar.
	from, to := s.From, s.To
	if end {
		day = min(x.high, max(day, x.t.Bars[x.t.BarAt(first)].End-1))
		to = corpus.DateOfDays(day)
		if day == x.high {
			to = 0
		}
	} else {
		day = max(x.low, min(day, x.t.Bars[x.t.BarAt(last)].Start))
		from = corpus.DateOfDays(day)
		if day == x.low {
			from = 0
		}
	}
	return s.SetRange(from, to), true
}

// addMonth returns the same day of the next month or the one before, or the last day of that month.
func addMonth(day, by int) int {
	y, m, d := corpus.DateOfDays(day).Parts()
	if m += by; m == 0 {
		y, m = y-1, 12
	} else if m == 13 {
		y, m = y+1, 1
	}
	for ; d > 0; d-- {
		if date, err := corpus.NewDate(y, m, d); err == nil {
			return date.Days()
		}
	}
	return day
}
