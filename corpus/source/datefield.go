package source

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/corpus"
)

// parseDateField reads the value of a field that is meant to hold a date: every form of scanDate, with a weekday before it and
// a time of day behind it, and numbers without separators: 20210414, 202104, 20210414103000, Unix seconds and milliseconds.
// An empty value and the usual words for nothing are undated without an error.
//
// The day is the one that is written: a time zone does not move it, because the day a paper prints is the day it means.
// Unix times have no written day; theirs is UTC.
func parseDateField(s string, order DateOrder) (corpus.Date, error) {
	s = strings.Trim(strings.TrimSpace(s), `"'[]() `)
	if nothing[strings.ToLower(s)] {
		return 0, nil
	}
	if d, ok, err := parseDateNumber(s); ok {
		return d, err
	}
	rest := skipWeekday(s)
	d, n, err := scanDate(rest, order)
	if n == 0 {
		return 0, fmt.Errorf("%s is not a date that is read here: write it as 2021-04-14", quoted(s))
	}
	if err == nil && !dateTail(rest[n:]) {
		err = fmt.Errorf("%s is not one date: write it as 2021-04-14", quoted(s))
	}
	if err != nil {
		return 0, err
	}
	return d, nil
}

var nothing = wordSet("null none nil nan nat n/a na - -- – — ? unknown undated n.d. nd s.d. no.date")

func init() { nothing[""] = true }

// parseDateNumber reads a date that is digits only; ok is false where s is something else.
func parseDateNumber(s string) (d corpus.Date, ok bool, err error) {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	number, timeOfDay := s, false
	switch {
	case digits == 0:
		return 0, false, nil
	case digits == 8 && len(s) > 8 && (s[8] == 'T' || s[8] == ' ' || s[8] == '_'):
		number, timeOfDay = s[:8], true
	case digits < len(s):
		// 1618358400.5, 1.6183584e+09
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || f < minUnix || f >= maxUnix*1000 {
			return 0, false, nil
		}
		number = strconv.FormatInt(int64(f), 10)
	}
	if len(number) > 19 {
		return 0, true, fmt.Errorf("%s is too long a number for a date", quoted(s))
	}
	value, _ := strconv.ParseInt(number, 10, 64)
	part := func(from, to int) int { n, _ := strconv.Atoi(number[from:to]); return n }
	switch {
	case len(number) == 4:
		d, err = corpus.NewDate(part(0, 4), 0, 0)
	case len(number) == 6 && !timeOfDay:
		return yearMonth(number)
	case len(number) == 8 || len(number) == 14 && value/1e10 < 3000:
		d, err = corpus.ParseDate(number[:4] + "-" + number[4:6] + "-" + number[6:8])
	case value >= minUnix && value < maxUnix:
		d = dayOf(time.Unix(value, 0))
	case value >= minUnix*1000 && value < maxUnix*1000:
		d = dayOf(time.UnixMilli(value))
	case value >= minUnix*1e6 && value < maxUnix*1e6:
		d = dayOf(time.UnixMicro(value))
	case len(number) < 4:
		return 0, false, nil
	default:
		err = fmt.Errorf("%s is a number, but neither a day (20210414) nor a Unix time", quoted(s))
	}
	return d, true, err
}

// Unix times are taken from March 1973, where they have nine digits, to the end of the century.
const (
	minUnix = 100_000_000
	maxUnix = 4_102_444_800
)

func dayOf(t time.Time) corpus.Date {
	year, month, day := t.UTC().Date()
	d, _ := corpus.NewDate(year, int(month), day)
	return d
}

// yearMonth reads 202104. 201205 may be May 2012 or 5 December 2020 and is refused.
func yearMonth(s string) (corpus.Date, bool, error) {
	d, err := corpus.ParseDate(s[:4] + "-" + s[4:])
	if err != nil {
		return 0, true, fmt.Errorf("%s is not a month: write it as 2021-04, or a day as 2021-04-14", quoted(s))
	}
	if short, err := corpus.ParseDate("20" + s[:2] + "-" + s[2:4] + "-" + s[4:]); err == nil {
		return 0, true, &ambiguousError{s, d, short}
	}
	return d, true, nil
}

// dateTail reports whether what stands behind a date leaves it one date: nothing, a time of day, a zone, a word for "year".
func dateTail(s string) bool {
	s = strings.TrimLeft(s, " ,.\u00a0\u202f")
	if rest, cut := strings.CutPrefix(s, "T"); cut {
		return rest != "" && rest[0] >= '0' && rest[0] <= '9'
	}
	switch strings.ToLower(strings.Trim(s, " .()")) {
	case "", "z", "utc", "gmt", "г", "года", "год", "ce", "ad":
		return true
	}
	c := &cursor{s: s}
	if weekdayNames[strings.ToLower(strings.Trim(s, " .()"))] != 0 {
		return true
	}
	for _, at := range [...]string{"at ", "kl. ", "kl ", "à ", "в ", "a las ", "- ", "– ", "| ", "_"} {
		if rest, cut := strings.CutPrefix(c.s, at); cut {
			c.s = strings.TrimLeft(rest, " ")
			break
		}
	}
	return clockTime(c.s) > 0
}

// clockTime returns the bytes of a time of day at the start of s, without its zone: 10:30, 10:30:15.5, 10h30, 10.30, 9 a.m.; 0 for none.
func clockTime(s string) int {
	c := &cursor{s: s}
	hour, digits := c.number()
	if digits == 0 || digits > 2 || hour > 24 {
		return 0
	}
	if c.i < len(s) && strings.IndexByte(":.h-", s[c.i]) >= 0 {
		end := c.i
		c.i++
		if minute, digits := c.number(); digits == 2 && minute < 60 {
			for c.i+1 < len(s) && (s[c.i] == ':' || s[c.i] == '.') && s[c.i+1] >= '0' && s[c.i+1] <= '9' {
				c.i++
				c.number()
			}
			return c.i
		}
		c.i = end
	}
	c.spaces()
	for _, half := range [...]string{"a.m.", "p.m.", "am", "pm"} {
		if len(s)-c.i >= len(half) && strings.EqualFold(s[c.i:c.i+len(half)], half) {
			return c.i + len(half)
		}
	}
	return 0
}

// quoted returns s in quotes, cut to a length that fits a message.
func quoted(s string) string {
	const most = 60
	if len(s) > most {
		cut := most
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "…"
	}
	return strconv.Quote(s)
}
