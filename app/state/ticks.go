package state

import (
	"slices"
	"strconv"

	"dateline/corpus"
)

// Tick is a label of the axis, at the beginning of a day.
type Tick struct {
	Day   int
	Label string // "2021", "Apr", "14"
	Major bool   // begins a year, or a month where the others are days
}

// step is a distance of ticks.
type step struct {
	unit Bin // Day, Month or Year; a week is seven days from Monday
	n    int
	days int // at least so many from tick to tick
}

var steps = [...]step{
	{Day, 1, 1},
	{Day, 7, 7},
	{Month, 1, 28},
	{Month, 3, 90},
	{Month, 6, 181},
	{Year, 1, 365},
	{Year, 2, 730},
	{Year, 5, 1826},
	{Year, 10, 3652},
	{Year, 20, 7304},
	{Year, 50, 18262},
	{Year, 100, 36524},
	{Year, 200, 73048},
	{Year, 500, 182621},
	{Year, 1000, 365242},
	{Year, 5000, 1826212},
}

// Ticks returns the labels of the axis: the closest at round distances that are not more than most. Where no year begins,
// the first label tells the year.
func (t Timeline) Ticks(most int) []Tick {
	if len(t.Bars) == 0 {
		return nil
	}
	first, after := t.ends()
	for _, s := range steps {
		// No two ticks of a step are farther apart than an eighth more than the least distance: what must be too many is not tried.
		if s.days < daysOf[t.Bin] || (after-first)/(s.days+s.days/8) > most {
			continue
		}
		if ticks := s.ticks(first, after); len(ticks) <= most {
			if s.unit == Day && len(ticks) > most/2 {
				ticks = thin(ticks)
			}
			return ticks
		}
	}
	return nil
}

// thin takes away the ticks for which a long label before them leaves no room.
func thin(ticks []Tick) []Tick {
	long := false
	return slices.DeleteFunc(ticks, func(tick Tick) bool {
		crowded := long
		long = !crowded && len(tick.Label) > len("14 Apr")
		return crowded
	})
}

// ticks returns the ticks within the days.
func (s step) ticks(first, after int) []Tick {
	var ticks []Tick
	unit := s.unit
	if s.n == 7 {
		unit = Week
	}
	year, last := false, 0 // a year begins; the month of the tick before
	for day := unit.start(first); day < after; day = unit.end(day) {
		y, m, d := corpus.DateOfDays(day).Parts()
		if day < first || unit == Month && (m-1)%s.n != 0 || unit == Year && y%s.n != 0 && s.n > 1 {
			continue
		}
		tick := Tick{Day: day, Label: strconv.Itoa(y), Major: true}
		switch {
		case unit == Year, unit == Month && m == 1:
			year = true
		case unit == Month:
			tick.Label, tick.Major = months[m-1][:3], false
		case last == 12 && m == 1:
			tick.Label, year = ShortDate(corpus.DateOfDays(day)), true
		case m != last:
			tick.Label = strconv.Itoa(d) + " " + months[m-1][:3]
		default:
			tick.Label, tick.Major = strconv.Itoa(d), false
		}
		last = m
		ticks = append(ticks, tick)
	}
	if !year && len(ticks) > 0 {
		y, _, _ := corpus.DateOfDays(ticks[0].Day).Parts()
		ticks[0].Label += " " + strconv.Itoa(y)
		ticks[0].Major = true
	}
	return ticks
}
