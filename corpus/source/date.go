package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
)

// DateOrder tells how 03/04/2021 is to be read. ISO dates and dates with a month's name do not need it.
type DateOrder uint8

// The orders. With AnyOrder a date such as 25/04/2021, which can be read one way only, is read, and 03/04/2021 is not.
const (
	AnyOrder DateOrder = iota
	DayFirst
	MonthFirst
)

// scanDate reads the date that s begins with and returns the bytes it takes. n is 0 where s does not begin like a date;
// an error with n > 0 says why what looks like a date is none. A weekday before the date is not its business.
//
//	date  = year [sep month [sep day]]           2021  2021-04  2021/04/14  2021. 04. 14.  2021. április 14.
//	      | day sep month sep year               14.04.2021  14/04/2021  (or month first: 04/14/2021)
//	      | day [ordinal] ["de"] name ["de"] year   14 April 2021  1er avril 2021  14 de abril de 2021  14-Apr-2021
//	      | name day [ordinal] [time] year       April 14, 2021  Apr 14 10:30:00 +0000 2021
//	      | name ["de"] year                     April 2021
func scanDate(s string, order DateOrder) (d corpus.Date, n int, err error) {
	c := &cursor{s: s}
	first, digits := c.number()
	switch {
	case digits == 4:
		return scanYearFirst(c, first)
	case digits == 1 || digits == 2:
		return scanDayFirst(c, first, order)
	case digits > 0:
		return 0, 0, nil
	}
	return scanNameFirst(c)
}

func scanYearFirst(c *cursor, year int) (corpus.Date, int, error) {
	yearEnd := c.i
	sep := c.dateSeparator()
	if sep == "" {
		return c.date(yearEnd, year, 0, 0)
	}
	if month := c.monthName(); month != 0 {
		monthEnd := c.i
		c.accept("-./")
		if day, digits := c.number(); digits == 1 || digits == 2 {
			return c.date(c.i, year, month, day)
		}
		return c.date(monthEnd, year, month, 0)
	}
	month, digits := c.number()
	if sep == " " || digits != 1 && digits != 2 {
		return c.date(yearEnd, year, 0, 0)
	}
	monthEnd := c.i
	if next := c.dateSeparator(); next == sep {
		if day, digits := c.number(); digits == 1 || digits == 2 {
			return c.date(c.i, year, month, day)
		}
	}
	if digits == 1 {
		return c.date(yearEnd, year, 0, 0)
	}
	if month == 0 {
		return 0, monthEnd, fmt.Errorf("%q has a month of zero", c.s[:monthEnd])
	}
	return c.date(monthEnd, year, month, 0)
}

func scanDayFirst(c *cursor, first int, order DateOrder) (corpus.Date, int, error) {
	dayEnd := c.i
	// 14/04/2021
	if c.i < len(c.s) && strings.IndexByte("/.-", c.s[c.i]) >= 0 {
		sep := c.s[c.i]
		c.i++
		c.spaces()
		second, digits := c.number()
		if digits == 1 || digits == 2 {
			if c.i >= len(c.s) || c.s[c.i] != sep {
				return 0, 0, nil
			}
			c.i++
			c.spaces()
			year, digits := c.number()
			if digits != 4 {
				return 0, 0, nil
			}
			return c.numericDate(first, second, year, sep, order)
		}
		c.i = dayEnd
	}
	// 14 April 2021
	c.ordinal()
	c.spaces()
	c.accept("-./")
	c.linkWord()
	month := c.monthName()
	if month == 0 {
		return 0, 0, nil
	}
	c.accept(",-./")
	c.linkWord()
	year, digits := c.number()
	if digits != 4 {
		return 0, 0, nil
	}
	return c.date(c.i, year, month, first)
}

func scanNameFirst(c *cursor) (corpus.Date, int, error) {
	month := c.monthName()
	if month == 0 {
		return 0, 0, nil
	}
	c.accept(",-/")
	c.linkWord()
	number, digits := c.number()
	switch {
	case digits == 4:
		return c.date(c.i, number, month, 0)
	case digits != 1 && digits != 2:
		return 0, 0, nil
	}
	c.ordinal()
	c.accept(",-/.")
	c.linkWord()
	c.timeAndZone()
	year, digits := c.number()
	if digits != 4 {
		return 0, 0, nil
	}
	return c.date(c.i, year, month, number)
}

// numericDate decides between day and month. With dots the day is first wherever such dates are written.
func (c *cursor) numericDate(first, second, year int, sep byte, order DateOrder) (corpus.Date, int, error) {
	dayFirst, errDay := corpus.NewDate(year, max(second, 1), max(first, 1))
	monthFirst, errMonth := corpus.NewDate(year, max(first, 1), max(second, 1))
	switch {
	case first == 0 || second == 0:
		return 0, c.i, fmt.Errorf("%q has a month or day of zero", c.s[:c.i])
	case sep == '.' || order == DayFirst:
		return dayFirst, c.i, errDay
	case order == MonthFirst:
		return monthFirst, c.i, errMonth
	case errDay != nil && errMonth != nil:
		return 0, c.i, fmt.Errorf("%q is no day of the calendar", c.s[:c.i])
	case errDay != nil:
		return monthFirst, c.i, nil
	case errMonth != nil || dayFirst == monthFirst:
		return dayFirst, c.i, nil
	}
	return 0, c.i, &ambiguousError{c.s[:c.i], dayFirst, monthFirst}
}

type ambiguousError struct {
	text string
	a, b corpus.Date
}

func (e *ambiguousError) Error() string {
	return fmt.Sprintf("%q can be %s or %s: write the year first, or tell the order of day and month", e.text, e.a, e.b)
}

// scanMonthDay reads "April 14", "Feb. 3" or "14 April" without a year, as datelines have it.
func scanMonthDay(s string) (month, day, n int) {
	c := &cursor{s: s}
	if month = c.monthName(); month != 0 {
		day, digits := c.number()
		if digits != 1 && digits != 2 {
			return 0, 0, 0
		}
		c.ordinal()
		return checkMonthDay(month, day, c.i)
	}
	day, digits := c.number()
	if digits != 1 && digits != 2 {
		return 0, 0, 0
	}
	c.ordinal()
	c.spaces()
	c.linkWord()
	month = c.monthName()
	end := c.i
	// The name's own dot is taken, the spaces behind it are not.
	for end > 0 && c.s[end-1] == ' ' {
		end--
	}
	return checkMonthDay(month, day, end)
}

func checkMonthDay(month, day, n int) (int, int, int) {
	const leapYear = 2000
	if _, err := corpus.NewDate(leapYear, month, day); month == 0 || day == 0 || err != nil {
		return 0, 0, 0
	}
	return month, day, n
}

// cursor walks over a date.
type cursor struct {
	s string
	i int
}

func (c *cursor) date(end, year, month, day int) (corpus.Date, int, error) {
	d, err := corpus.NewDate(year, month, day)
	return d, end, err
}

// number reads a run of digits; a run of more than nine has the value of its first nine.
func (c *cursor) number() (value, digits int) {
	for c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' {
		if digits < 9 {
			value = value*10 + int(c.s[c.i]-'0')
		}
		digits++
		c.i++
	}
	return value, digits
}

func (c *cursor) spaces() {
	for c.i < len(c.s) {
		r, size := utf8.DecodeRuneInString(c.s[c.i:])
		if r != ' ' && r != '\u00a0' && r != '\u202f' {
			return
		}
		c.i += size
	}
}

// accept takes at most one of the bytes in set with the spaces around it.
func (c *cursor) accept(set string) {
	c.spaces()
	if c.i < len(c.s) && strings.IndexByte(set, c.s[c.i]) >= 0 {
		c.i++
		c.spaces()
	}
}

// dateSeparator takes what stands between the parts of a date that begins with its year and returns it:
// one of - / . _ or " ", spaces behind a dot left out; "" where no part can follow.
func (c *cursor) dateSeparator() string {
	if c.i >= len(c.s) {
		return ""
	}
	switch b := c.s[c.i]; b {
	case '-', '/', '_', '.':
		c.i++
		if b == '.' {
			c.spaces()
		}
		return string(b)
	case ' ':
		c.spaces()
		return " "
	}
	return ""
}

func (c *cursor) word() string {
	start := c.i
	for c.i < len(c.s) {
		r, size := utf8.DecodeRuneInString(c.s[c.i:])
		if !unicode.IsLetter(r) && r != 'º' && r != '°' {
			break
		}
		c.i += size
	}
	return c.s[start:c.i]
}

// monthName reads a month's name, its dot and the spaces behind it, and returns 1 to 12, or 0 without having moved.
func (c *cursor) monthName() int {
	start := c.i
	month := monthNames[strings.ToLower(c.word())]
	if month == 0 {
		c.i = start
		return 0
	}
	if c.i < len(c.s) && c.s[c.i] == '.' {
		c.i++
	}
	c.spaces()
	return month
}

var ordinals = wordSet("st nd rd th er ère º ° e го ое е")

// ordinal takes the ending of 14th, 1er, 14:e or 14-го, which stands at the number without a space.
func (c *cursor) ordinal() {
	start := c.i
	if c.i < len(c.s) && (c.s[c.i] == ':' || c.s[c.i] == '-') {
		c.i++
	}
	if !ordinals[strings.ToLower(c.word())] {
		c.i = start
	}
}

var linkWords = wordSet("of de del")

// linkWord takes "of" or "de" between the parts of a date.
func (c *cursor) linkWord() {
	start := c.i
	if !linkWords[strings.ToLower(c.word())] {
		c.i = start
		return
	}
	c.spaces()
}

// timeAndZone takes "10:30:00 +0000" or "10:30:00 UTC" between day and year, as Unix and Twitter have it.
func (c *cursor) timeAndZone() {
	start := c.i
	if _, digits := c.number(); digits != 1 && digits != 2 || c.i >= len(c.s) || c.s[c.i] != ':' {
		c.i = start
		return
	}
	for c.i < len(c.s) && (c.s[c.i] == ':' || c.s[c.i] >= '0' && c.s[c.i] <= '9') {
		c.i++
	}
	c.spaces()
	if c.i < len(c.s) && (c.s[c.i] == '+' || c.s[c.i] == '-') {
		c.i++
		c.number()
	} else {
		c.word()
	}
	c.spaces()
}

// skipWeekday returns s behind the name of a weekday and its comma or dot.
func skipWeekday(s string) string {
	c := &cursor{s: s}
	word := strings.ToLower(c.word())
	if weekdayNames[word] == 0 {
		return s
	}
	// "mar" is Tuesday and March: it is a weekday where a number, a comma or a dot and then no year follows.
	if monthNames[word] != 0 {
		if _, n, _ := scanDate(s, AnyOrder); n > 0 {
			return s
		}
	}
	c.accept(".,")
	return s[c.i:]
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
