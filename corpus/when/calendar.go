package when

import (
	"time"

	"dateline/corpus"
)

// day returns the document's date if it has a day.
func (t *task) day() (corpus.Date, bool) {
	return t.ref, t.ref.Precision() == corpus.DayOfMonth
}

// date returns year, month and day as a date, undated where the calendar has no such day.
func date(year, month, day int) corpus.Date {
	d, err := corpus.NewDate(year, month, day)
	if err != nil {
		return 0
	}
	return d
}

// shift returns the first and last day of the unit that lies n units after the one around d.
func shift(d corpus.Date, u corpus.TimeUnit, n int) (first, last corpus.Date) {
	y, m, day := d.First().Parts()
	months := 0
	switch u {
	case corpus.DayUnit:
		d = corpus.DateOfDays(d.Days() + n)
		return d, d
	case corpus.WeekUnit, corpus.WeekendUnit:
		return u.Around(corpus.DateOfDays(d.Days() + 7*n))
	case corpus.MonthUnit:
		months = n
	case corpus.QuarterUnit, corpus.SeasonUnit:
		months = 3 * n
	case corpus.HalfUnit:
		months = 6 * n
	case corpus.YearUnit:
		months = 12 * n
	case corpus.DecadeUnit:
		months = 120 * n
	case corpus.CenturyUnit:
		months = 1200 * n
	}
	at := y*12 + m - 1 + months
	if at < 12 || at/12 > corpus.MaxYear {
		return 0, 0
	}
	y, m = at/12, at%12+1
	if d = date(y, m, day); d == 0 { // 31 April
		d = date(y, m, 0).Last()
	}
	return u.Around(d)
}

// nearestWeekday returns the day of that name on or before ref, or with ahead on or after it.
func nearestWeekday(ref corpus.Date, day time.Weekday, ahead bool) corpus.Date {
	back := (int(ref.Weekday()) - int(day) + 7) % 7
	if ahead {
		return corpus.DateOfDays(ref.Days() + (7-back)%7)
	}
	return corpus.DateOfDays(ref.Days() - back)
}

// against is how many times nearer a day must lie to be meant against the tense of its sentence: papers write of a day eleven months
// ago with its year, but of one next week in the past tense too ("they agreed on talks on 20 April").
const against = 12

// nearestYear returns the year of the dates that make gives for the years around ref that is meant in the tense. A date stands for all of the unit that
// begins with it.
func nearestYear(ref corpus.Date, in tense, u corpus.TimeUnit, make func(year int) corpus.Date) int {
	year, _, _ := ref.Parts()
	if ref.Precision() < corpus.Month {
		return year
	}
	_, end := ref.First(), ref.Last()
	best, least := 0, 1<<30
	for _, y := range [...]int{year, year - 1, year + 1} {
		d := make(y)
		if d == 0 {
			continue
		}
		distance := 0
		first, last := u.Around(d.First())
		switch {
		case first > end:
			if distance = first.Days() - end.Days(); in == inPast {
				distance *= against
			}
		case last < ref.First():
			if distance = ref.Days() - last.Days(); in == inFuture {
				distance *= against
			}
		}
		if distance < least {
			best, least = y, distance
		}
	}
	return best
}
