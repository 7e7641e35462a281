package state

import (
	"math"
	"sort"

	"dateline/corpus"
)

// A timeline has at most autoBars bars if it may choose their width, and at most mostBars of a width that was asked for;
// else they are a size wider.
const (
	autoBars = 400
	mostBars = 4000
)

// DayCount is a number of documents on a day, counted from 1 January 1970.
type DayCount struct{ Day, Docs int }

// Bar is one bar of a timeline.
type Bar struct {
	Start, End int // days since 1 January 1970; End is the first day after the bar
	Docs       int
}

// Timeline is a histogram over time: bars side by side without a gap, on an axis on which every day is equally wide.
type Timeline struct {
	Bin  Bin // never Auto, unless there are no bars
	Bars []Bar
}

// NewTimeline counts documents by bin, from the bin of first to the bin of last; the dates may have any precision. Days
// outside are left out. Without a date on both sides there are no bars. Weeks begin on Monday.
// D is DayCount or a type like it, so that counts need not be copied from one package's type to another's.
func NewTimeline[D ~struct{ Day, Docs int }](days []D, bin Bin, first, last corpus.Date) Timeline {
	t := newTimeline(bin, first, last)
	i := 0
	for _, d := range days {
		count := DayCount(d)
		if i < len(t.Bars) && count.Day < t.Bars[i].Start {
			i = t.BarAt(count.Day)
		}
		for i < len(t.Bars) && count.Day >= t.Bars[i].End {
			i++
		}
		if i < len(t.Bars) && count.Day >= t.Bars[i].Start {
			t.Bars[i].Docs += count.Docs
		}
	}
	return t
}

// newTimeline makes the empty bars.
func newTimeline(bin Bin, first, last corpus.Date) Timeline {
	if first == 0 || last == 0 {
		return Timeline{}
	}
	if backwards(first, last) {
		first, last = last, first
	}
	from, to := first.Days(), last.Last().Days()
	most := mostBars
	if bin == Auto || bin > Year {
		bin, most = Day, autoBars
	}
	for bin < Year && (to-from)/daysOf[bin]+2 > most {
		bin++
	}
	t := Timeline{Bin: bin, Bars: make([]Bar, 0, (to-from)/daysOf[bin]+2)}
	for start := bin.start(from); start <= to; {
		end := min(bin.end(start), lastDay+1)
		t.Bars = append(t.Bars, Bar{Start: start, End: end})
		start = end
	}
	return t
}

// lastDay is the last day that a date can be.
var lastDay = func() int {
	d, _ := corpus.NewDate(corpus.MaxYear, 12, 31)
	return d.Days()
}()

// daysOf is the least number of days in a bin.
var daysOf = [...]int{Day: 1, Week: 7, Month: 28, Year: 365}

// start returns the first day of the bin that holds the day.
func (b Bin) start(day int) int {
	switch b {
	case Week:
		return day - int(corpus.DateOfDays(day).Weekday()+6)%7
	case Month, Year:
		return b.date(day).Days()
	}
	return day
}

// end returns the first day after the bin that begins on the day.
func (b Bin) end(start int) int {
	switch b {
	case Week:
		return start + 7
	case Month, Year:
		return b.date(start).Last().Days() + 1
	}
	return start + 1
}

// date returns the month or year of a day; the day itself for shorter bins.
func (b Bin) date(day int) corpus.Date {
	d := corpus.DateOfDays(day)
	y, m, _ := d.Parts()
	switch b {
	case Month:
		d, _ = corpus.NewDate(y, m, 0)
	case Year:
		d, _ = corpus.NewDate(y, 0, 0)
	}
	return d
}

// ends returns the first day of the axis and the first after it.
func (t Timeline) ends() (first, after int) {
	if len(t.Bars) == 0 {
		return 0, 1
	}
	return t.Bars[0].Start, t.Bars[len(t.Bars)-1].End
}

// X returns where a day begins on the axis: 0 is its left end, 1 its right end, and other days lie outside.
func (t Timeline) X(day int) float64 {
	first, after := t.ends()
	return float64(day-first) / float64(after-first)
}

// DayAt returns the day at a place of the axis, the first or last one beyond its ends.
func (t Timeline) DayAt(x float64) int {
	first, after := t.ends()
	if !(x > 0) { // or not a number
		return first
	}
	// A hair to the right, so that X of a day is in that day in spite of rounding.
	return first + int(math.Floor(min(x, 1)*float64(after-first)+1e-6)) - b2i(x >= 1)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// BarAt returns the index of the bar that holds the day, the nearest one if none does, -1 without bars.
func (t Timeline) BarAt(day int) int {
	return min(sort.Search(len(t.Bars), func(i int) bool { return t.Bars[i].End > day }), len(t.Bars)-1)
}

// Dates returns the first and the last date of a bar: the same month or year twice, two days, or the same day twice.
func (t Timeline) Dates(bar int) (from, to corpus.Date) {
	if bar < 0 || bar >= len(t.Bars) {
		return 0, 0
	}
	return t.Bin.date(t.Bars[bar].Start), t.Bin.date(t.Bars[bar].End - 1)
}
