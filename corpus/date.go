package corpus

import (
	"fmt"
	"time"
)

// Precision says how much of a Date its source gave.
type Precision uint8

// The precisions, from nothing to a full calendar day.
const (
	Undated Precision = iota
	Year
	Month
	DayOfMonth
)

// Date is a calendar date of the proleptic Gregorian calendar that keeps the precision its source gave:
// a day, a month, a year, or nothing (the zero value). It packs year<<9 | month<<5 | day with absent parts zero,
// so that dates compare and sort as integers, and a year comes before its months and a month before its days.
type Date int32

// MinYear and MaxYear bound the years a Date can hold.
const (
	MinYear = 1
	MaxYear = 9999
)

// NewDate returns the date of year, month and day; month 0 gives year precision and day 0 month precision.
// It is an error if the calendar has no such date.
func NewDate(year, month, day int) (Date, error) {
	switch {
	case year < MinYear || year > MaxYear:
		return 0, fmt.Errorf("there is no year %d here: a year is from %d to %d", year, MinYear, MaxYear)
	case month < 0 || month > 12 || month == 0 && day != 0:
		return 0, fmt.Errorf("there is no month %d: a month is from 01 to 12", month)
	case day < 0 || day > 0 && day > daysIn(year, month):
		return 0, fmt.Errorf("%04d-%02d has no day %d", year, month, day)
	}
	return Date(year<<9 | month<<5 | day), nil
}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD and nothing else.
func ParseDate(s string) (Date, error) {
	var parts [3]int
	n, at := 0, 0
	for i, width := range [3]int{4, 2, 2} {
		if i > 0 {
			if at == len(s) {
				break
			}
			if s[at] != '-' {
				return 0, notADate(s)
			}
			at++
		}
		if len(s)-at < width {
			return 0, notADate(s)
		}
		for _, c := range []byte(s[at : at+width]) {
			if c < '0' || c > '9' {
				return 0, notADate(s)
			}
			parts[i] = parts[i]*10 + int(c-'0')
		}
		at += width
		n = i + 1
	}
	if at != len(s) {
		return 0, notADate(s)
	}
	if n >= 2 && parts[1] == 0 || n == 3 && parts[2] == 0 {
		return 0, fmt.Errorf("%q has a month or day of zero", s)
	}
	return NewDate(parts[0], parts[1], parts[2])
}

func notADate(s string) error {
	if len(s) > 40 {
		s = s[:40] + "…"
	}
	return fmt.Errorf("%q is not a date: write a year, a month or a day as 2021, 2021-04 or 2021-04-14", s)
}

// Parts returns year, month and day; what the precision leaves out is 0.
func (d Date) Parts() (year, month, day int) { return int(d >> 9), int(d >> 5 & 15), int(d & 31) }

// Precision returns how much of the date is given.
func (d Date) Precision() Precision {
	switch {
	case d == 0:
		return Undated
	case d>>5&15 == 0:
		return Year
	case d&31 == 0:
		return Month
	}
	return DayOfMonth
}

// Valid reports whether d is undated or a date that NewDate would return.
func (d Date) Valid() bool {
	if d == 0 {
		return true
	}
	e, err := NewDate(d.Parts())
	return err == nil && e == d
}

// First returns the first day of d's period with day precision; undated stays undated.
func (d Date) First() Date {
	y, m, day := d.Parts()
	switch d.Precision() {
	case Undated:
		return 0
	case Year:
		m = 1
		fallthrough
	case Month:
		day = 1
	}
	return Date(y<<9 | m<<5 | day)
}

// Last returns the last day of d's period with day precision; undated stays undated.
func (d Date) Last() Date {
	y, m, day := d.Parts()
	switch d.Precision() {
	case Undated:
		return 0
	case Year:
		m, day = 12, 31
	case Month:
		day = daysIn(y, m)
	}
	return Date(y<<9 | m<<5 | day)
}

// String returns the ISO 8601 form with the precision kept, and "" for undated.
func (d Date) String() string {
	y, m, day := d.Parts()
	switch d.Precision() {
	case Undated:
		return ""
	case Year:
		return fmt.Sprintf("%04d", y)
	case Month:
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Days returns the number of days from 1 January 1970 to the first day of d's period, negative before it.
// It must not be asked of an undated value.
func (d Date) Days() int {
	y, m, day := d.First().Parts()
	return int(time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// DateOfDays is the inverse of Days, with day precision.
func DateOfDays(days int) Date {
	y, m, d := time.Unix(int64(days)*secondsPerDay, 0).UTC().Date()
	return Date(y<<9 | int(m)<<5 | d)
}

// Weekday returns the day of the week of a date with day precision.
func (d Date) Weekday() time.Weekday { return time.Weekday(((d.Days()+4)%7 + 7) % 7) }

const secondsPerDay = 24 * 60 * 60

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
