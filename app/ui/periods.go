package ui

import (
	"strconv"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/search"
)

// periods are the columns of a table over time: at most maxPeriods, equal but for the calendar.
type periods struct {
	edges   []int // the first day of each, and the end of the last
	columns []period
	groups  []periodGroup
}

// period is a column: its name in full, and as short as a narrow column asks for.
type period struct{ label, short string }

// periodGroup is a name over some columns.
type periodGroup struct {
	label   string
	columns int
}

const maxPeriods = 18

// widths are those that a column can have: so many bins.
var widths = [...]struct {
	bin state.Bin
	n   int
}{
	{state.Day, 1},
	{state.Week, 1},
	{state.Month, 1},
	{state.Month, 3},
	{state.Year, 1},
	{state.Year, 2},
	{state.Year, 5},
	{state.Year, 10},
	{state.Year, 20},
	{state.Year, 50},
	{state.Year, 100},
	{state.Year, 1000},
}

// newPeriods divides the time between two dates into the narrowest columns that are not too many.
func newPeriods(first, last corpus.Date) periods {
	for _, width := range widths {
		t := state.NewTimeline([]search.DayCount(nil), width.bin, first, last)
		if t.Bin != width.bin || len(t.Bars) > (maxPeriods+1)*width.n {
			continue
		}
		var p periods
		for i, bar := range t.Bars {
			y, m, d := corpus.DateOfDays(bar.Start).Parts()
			if i > 0 && !(width.bin == state.Month && (m-1)%width.n != 0 || width.bin == state.Year && y%width.n != 0) || i == 0 {
				p.edges = append(p.edges, bar.Start)
				p.add(width.bin, width.n, y, m, d)
			}
		}
		if n := len(t.Bars); n > 0 && len(p.edges) <= maxPeriods {
			p.edges = append(p.edges, t.Bars[n-1].End)
			p.finish(width.bin, width.n)
			return p
		}
	}
	return periods{}
}

// add adds a column that begins on a day.
func (p *periods) add(bin state.Bin, n, year, month, day int) {
	var short, group string
	switch {
	case bin == state.Year && n == 1:
		short = strconv.Itoa(year)[max(0, len(strconv.Itoa(year))-2):]
		group = strconv.Itoa(year/10) + "0s"
	case bin == state.Year:
		short = strconv.Itoa(year)
	case bin == state.Month && n == 3:
		short, group = "Q"+strconv.Itoa((month+2)/3), strconv.Itoa(year)
	case bin == state.Month:
		date, _ := corpus.NewDate(year, month, 0)
		short, group = state.ShortDate(date)[:1], strconv.Itoa(year)
	default:
		date, _ := corpus.NewDate(year, month, 0)
		short, group = strconv.Itoa(day), state.ShortDate(date)
	}
	p.columns = append(p.columns, period{short: short})
	if last := len(p.groups) - 1; last >= 0 && p.groups[last].label == group {
		p.groups[last].columns++
		return
	}
	p.groups = append(p.groups, periodGroup{group, 1})
}

// finish names the columns in full, and takes away the names that have no room.
func (p *periods) finish(bin state.Bin, n int) {
	for i := range p.columns {
		p.columns[i].label = state.Period(corpus.DateOfDays(p.edges[i]), corpus.DateOfDays(p.edges[i+1]-1))
		if bin == state.Year && n > 1 && len(p.columns) > maxPeriods/2 && i%2 == 1 {
			p.columns[i].short = ""
		}
	}
	for i := range p.groups {
		if p.groups[i].columns == 1 && len(p.groups) > 1 {
			p.groups[i].label = ""
		}
	}
}

// shade is the darkness of a cell: 0 for none, 4 for near the most of its row.
func shade(n, most int) int {
	if n <= 0 || most <= 0 {
		return 0
	}
	return min(4, 1+(4*n-1)/most)
}
