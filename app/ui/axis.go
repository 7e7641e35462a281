package ui

import (
	"math"
	"strings"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/search"
)

// axis is the timeline of one answer: its bars over the whole span of the collection, and what they stand for.
type axis struct {
	t      state.Timeline
	values []float64 // a bar's height: documents, or their share of all
	top    float64   // the value at the upper edge, a round number
	share  bool
	// low and high are the first and last day of the bars that hold the collection's first and last document: the axis goes
	// on beyond them to the ends of months.
	low, high int
	curves    []trend // drawn in place of bars
}

// axis returns the timeline of the present answer; without a dated document in the collection it has no bars.
func (e *explorer) axis() axis {
	if e.cachedRev != e.rev.timeline || e.cached.t.Bars == nil {
		e.cached, e.cachedRev = e.newAxis(), e.rev.timeline
	}
	return e.cached
}

func (e *explorer) newAxis() axis {
	c := e.c
	x := axis{share: e.s.Share}
	if len(c.days) == 0 {
		return x
	}
	first, last := corpus.DateOfDays(c.days[0].Day), corpus.DateOfDays(c.days[len(c.days)-1].Day)
	if c.meta.Last.Last() > last {
		last = c.meta.Last.Last() // the last document may be known by its month only
	}
	// Whole months, so that no document stands at the very edge, under a handle.
	if last.Days()-first.Days() > 31 {
		first, last = monthOf(first), monthOf(last)
	}
	x.t = state.NewTimeline(e.a.result.Days, e.s.Bin, first, last)
	x.values = make([]float64, len(x.t.Bars))
	x.low = x.t.Bars[x.t.BarAt(c.days[0].Day)].Start
	x.high = x.t.Bars[x.t.BarAt(c.days[len(c.days)-1].Day)].End - 1
	if end := c.meta.Last.Last().Days(); end > x.high {
		x.high = x.t.Bars[x.t.BarAt(end)].End - 1
	}
	var all state.Timeline
	if x.share {
		all = state.NewTimeline(c.days, x.t.Bin, first, last)
	}
	most := 0.0
	for i, bar := range x.t.Bars {
		x.values[i] = float64(bar.Docs)
		if x.share {
			x.values[i] = 0
			if n := all.Bars[i].Docs; n > 0 {
				x.values[i] = float64(bar.Docs) / float64(n)
			}
		}
		most = max(most, x.values[i])
	}
	x.top = roundUp(most, x.share)
	if curves := e.trends(); len(curves) > 0 {
		x.withCurves(curves, c.days)
	}
	return x
}

func monthOf(d corpus.Date) corpus.Date {
	y, m, _ := d.Parts()
	month, err := corpus.NewDate(y, m, 0)
	if err != nil {
		return d
	}
	return month
}

// roundUp returns the next number of the kind 1, 2, 4, 5, 6, 8, 10, 20 …, whose half is round too.
func roundUp(most float64, fraction bool) float64 {
	if most <= 0 {
		return 1
	}
	scale := math.Pow(10, math.Floor(math.Log10(most)))
	for _, step := range [...]float64{1, 2, 4, 5, 6, 8, 10} {
		if top := step * scale; top >= most*(1-1e-9) {
			if !fraction {
				return max(top, 2)
			}
			return min(top, 1)
		}
	}
	return most
}

// label writes a value of the upright axis.
func (x axis) label(v float64) string {
	if x.share {
		return share(v)
	}
	if v != math.Trunc(v) {
		return ""
	}
	return number(int(v))
}

// axisUnits is the width of the box that the bars are drawn in; its height is 100.
const axisUnits = 1000

// paths returns the bars within the days from and to, and those outside, as paths: two elements, however many bars.
func (x axis) paths(from, to int) (in, out string) {
	var inside, outside strings.Builder
	for i, bar := range x.t.Bars {
		if x.values[i] == 0 {
			continue
		}
		height := max(x.values[i]/x.top*100, 1.6) // one document among thousands is still seen
		b := &inside
		if bar.End <= from || bar.Start > to {
			b = &outside
		}
		left, width := x.t.X(bar.Start)*axisUnits, (x.t.X(bar.End)-x.t.X(bar.Start))*axisUnits
		b.WriteString("M" + decimal(left+width*.12, 2) + " 100v-" + decimal(height, 2) + "h" + decimal(width*.76, 2) + "V100z")
	}
	return inside.String(), outside.String()
}

// bar returns the bar at a place of the axis, kept within it.
func (x axis) bar(place float64) int { return x.t.BarAt(x.t.DayAt(place)) }

// edge returns the number of the edge between bars that is nearest to a place: 0 is the left end of the axis.
func (x axis) edge(place float64) int {
	i := x.bar(place)
	if bar := x.t.Bars[i]; place > (x.t.X(bar.Start)+x.t.X(bar.End))/2 {
		i++
	}
	return i
}

// days returns the first and last day that a date filter leaves of the axis.
func (x axis) days(from, to corpus.Date) (first, last int) {
	n := len(x.t.Bars)
	if n == 0 {
		return 0, 0
	}
	first, last = x.t.Bars[0].Start, x.t.Bars[n-1].End-1
	if from != 0 {
		first = min(max(first, from.First().Days()), last)
	}
	if to != 0 {
		last = max(min(last, to.Last().Days()), first)
	}
	return first, last
}

// inside counts the documents of the timeline within a filter's days and outside them.
func inside(days []search.DayCount, from, to corpus.Date) (in, out int) {
	for _, d := range days {
		date := corpus.DateOfDays(d.Day)
		if from != 0 && date < from.First() || to != 0 && date > to.Last() {
			out += d.Docs
		} else {
			in += d.Docs
		}
	}
	return in, out
}

func dayDate(day int) corpus.Date { return corpus.DateOfDays(day) }
