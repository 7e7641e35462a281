package ui

import (
	"strings"

	"dateline/app/state"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

// trend is a curve of the timeline: the documents of a search of its own by day, within the actor filters. What stands in the search
// field does not narrow it, as curves are there to be compared.
type trend struct {
	typed  string
	bad    *query.Error
	name   string
	days   []search.DayCount
	dated  int
	values []float64 // by bar
}

// trendSet is the curves of a state.
type trendSet struct {
	key    string
	curves []trend
}

// trends returns the curves of the present state; none if the timeline shows bars.
func (e *explorer) trends() []trend {
	if len(e.s.Trends) == 0 {
		return nil
	}
	key := state.State{With: e.s.With, Without: e.s.Without, Trends: e.s.Trends}.String()
	if e.curves.key == key {
		return e.curves.curves
	}
	set := trendSet{key: key}
	for _, typed := range e.s.Trends {
		t := trend{typed: typed, name: trendName(typed)}
		var node query.Node
		if node, t.bad = query.Parse(typed, query.AllTerms); t.bad == nil {
			side, err := e.c.engine.Side(search.Request{Query: node, With: ids(e.a.with), Without: ids(e.a.without)})
			if err == nil {
				t.days, t.dated = daysOf(e.c.x, side)
			}
		}
		set.curves = append(set.curves, t)
	}
	e.curves = set
	return set.curves
}

// daysOf counts the dated documents of a side by day. They are in the order of their dates.
func daysOf(x *index.Index, side search.Side) (days []search.DayCount, dated int) {
	for _, d := range side.Docs {
		date := x.Date(d)
		if date == 0 {
			continue
		}
		dated++
		day := date.Days()
		if n := len(days); n > 0 && days[n-1].Day == day {
			days[n-1].Docs++
			continue
		}
		days = append(days, search.DayCount{Day: day, Docs: 1})
	}
	return days, dated
}

// trendName is a search as the legend shows it: an actor by its name.
func trendName(typed string) string {
	if node, bad := query.Parse(typed, query.AllTerms); bad == nil {
		if a, ok := node.(*query.Actor); ok {
			return a.Name
		}
	}
	return typed
}

// firstTrends are the curves to begin with: the words of the search and the actors of its filters; without any, the actors that are named most.
func (e *explorer) firstTrends() []string {
	s := state.State{}
	for _, leaf := range query.Leaves(e.a.node) {
		s = s.AddTrend(leaf.String())
	}
	for _, a := range e.a.with {
		s = s.AddTrend((&query.Actor{Name: a.key}).String())
	}
	if pairs := e.pairs(); len(s.Trends) == 0 && len(pairs) > 0 {
		s = s.AddTrend(pairs[0][0]).AddTrend(pairs[0][1])
	}
	return s.Trends
}

// withCurves gives an axis the values of curves in place of those of bars.
func (x *axis) withCurves(curves []trend, all []search.DayCount) {
	if len(x.t.Bars) == 0 {
		return
	}
	first, last := dayDate(x.t.Bars[0].Start), dayDate(x.t.Bars[len(x.t.Bars)-1].End-1)
	whole := state.NewTimeline(all, x.t.Bin, first, last)
	most := 0.0
	for _, c := range curves {
		bars := state.NewTimeline(c.days, x.t.Bin, first, last).Bars
		values := make([]float64, len(x.t.Bars))
		for i := range min(len(values), len(bars)) {
			values[i] = float64(bars[i].Docs)
			if x.share && values[i] > 0 {
				values[i] /= float64(max(1, whole.Bars[i].Docs))
			}
			most = max(most, values[i])
		}
		c.values = values
		x.curves = append(x.curves, c)
	}
	x.top = roundUp(most, x.share)
}

// line is the path of a curve through the middles of its bars.
func (x axis) line(values []float64) string {
	var b strings.Builder
	for i, bar := range x.t.Bars {
		command := "L"
		if i == 0 {
			command = "M"
		}
		at := (x.t.X(bar.Start) + x.t.X(bar.End)) / 2 * axisUnits
		b.WriteString(command + decimal(at, 1) + " " + decimal(100-values[i]/x.top*100, 2))
	}
	return b.String()
}

// bursts are the bursts of the search among all documents of the collection, the heaviest few.
func (e *explorer) bursts(x axis) []state.Burst {
	if len(x.t.Bars) == 0 || len(x.curves) > 0 {
		return nil
	}
	first, last := dayDate(x.t.Bars[0].Start), dayDate(x.t.Bars[len(x.t.Bars)-1].End-1)
	all := state.NewTimeline(e.c.days, x.t.Bin, first, last)
	docs, totals := make([]int, len(x.t.Bars)), make([]int, len(x.t.Bars))
	for i, bar := range x.t.Bars {
		docs[i], totals[i] = bar.Docs, all.Bars[i].Docs
	}
	bursts := state.Bursts(docs, totals)
	return bursts[:min(len(bursts), mostBursts)]
}

// mostBursts is how many bursts are marked.
const mostBursts = 5

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
