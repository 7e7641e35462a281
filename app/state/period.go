package state

import (
	"strconv"

	"dateline/corpus"
)

var months = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// Period returns the words for a date filter: "1 Mar – 31 Dec 2021", "Apr 2021", "2021", "from 2021", "until Apr 2021",
// "" for none. A whole month or year is called that, however it was given.
func Period(from, to corpus.Date) string {
	switch {
	case from == 0 && to == 0:
		return ""
	case to == 0:
		return "from " + ShortDate(from)
	case from == 0:
		return "until " + ShortDate(to)
	}
	if whole, ok := whole(from, to); ok {
		return ShortDate(whole)
	}
	fy, fm, fd := from.Parts()
	ty, _, _ := to.Parts()
	first := ShortDate(from)
	if fy == ty && fm != 0 && to.Precision() != corpus.Year { // the year is said once
		first = months[fm-1][:3]
		if fd != 0 {
			first = strconv.Itoa(fd) + " " + first
		}
	}
	return first + " – " + ShortDate(to)
}

// whole returns the day, month or year that lasts from the beginning of from to the end of to.
func whole(from, to corpus.Date) (corpus.Date, bool) {
	y, m, d := from.Parts()
	for _, parts := range [...][3]int{{y, 0, 0}, {y, m, 0}, {y, m, d}} {
		if period, err := corpus.NewDate(parts[0], parts[1], parts[2]); err == nil && period.First() == from.First() && period.Last() == to.Last() {
			return period, true
		}
	}
	return 0, false
}

// ShortDate returns "14 Apr 2021", "Apr 2021" or "2021", "" for no date.
func ShortDate(d corpus.Date) string { return write(d, 3) }

// LongDate returns "14 April 2021", "April 2021" or "2021", "" for no date.
func LongDate(d corpus.Date) string { return write(d, len("September")) }

// write writes a date with at most the given number of letters of the month.
func write(d corpus.Date, letters int) string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Parts()
	text := strconv.Itoa(y)
	if m != 0 {
		month := months[m-1]
		text = month[:min(letters, len(month))] + " " + text
	}
	if day != 0 {
		text = strconv.Itoa(day) + " " + text
	}
	return text
}
