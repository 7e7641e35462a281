package when

import (
	"dateline/corpus"
)

// numeric reads dates of digits alone, in every language.
//
//	numeric = year sep month sep day     sep is - or / or .
//	        | day sep month sep year     sep is . or, where it can be read one way only or the language has one way, / or -
//	        | "9/11"
func (t *task) numeric(i int) (expression, bool) {
	a, b, c := t.at(i), t.at(i+1), t.at(i+2)
	if a.digits == 0 || a.gap&(gapHyphen|gapSlash|gapDot) != 0 && a.gap&gapSpace == 0 {
		return t.dotted(i)
	}
	same := b.gap == c.gap && (b.gap == gapHyphen || b.gap == gapSlash) && !t.continues(i+2)
	switch {
	case same && a.digits == 4 && b.digits == 2 && c.digits == 2:
		return written(i, i+3, date(int(a.number), int(b.number), int(c.number)))
	case same && a.digits <= 2 && b.digits <= 2 && b.digits > 0 && c.digits == 4:
		return t.dayFirst(i, i+3, int(a.number), int(b.number), int(c.number))
	case b.gap == gapSlash && a.digits == 1 && a.number == 9 && b.digits == 2 && b.number == 11 && !t.continues(i+1) && !t.foreign:
		return written(i, i+2, date(2001, 9, 11))
	}
	return expression{}, false
}

// continues reports whether the digits of token i go on behind a sign, as a telephone number or an address does.
func (t *task) continues(i int) bool {
	end := t.at(i).end
	if end >= len(t.text) {
		return false
	}
	next := t.at(i + 1)
	return next.gap&gapSpace == 0 && next.gap&(gapHyphen|gapSlash|gapDot) != 0 && next.number > 0 && next.start-end <= 1
}

// dotted reads 14.04.2021 and 2021.04.14, each one token.
func (t *task) dotted(i int) (expression, bool) {
	s := t.of(i)
	if len(s) < 8 || len(s) > 10 || s[0] < '0' || s[0] > '9' {
		return expression{}, false
	}
	var parts [3]int
	var widths [3]int
	n := 0
	for j := 0; j < len(s); j++ {
		switch c := s[j]; {
		case c == '.' && n < 2:
			n++
		case c >= '0' && c <= '9' && widths[n] < 4:
			parts[n] = parts[n]*10 + int(c-'0')
			widths[n]++
		default:
			return expression{}, false
		}
	}
	if n != 2 || widths[0] == 0 || widths[1] == 0 || widths[1] > 2 {
		return expression{}, false
	}
	switch {
	case widths[0] == 4 && widths[2] == 2:
		return written(i, i+1, date(parts[0], parts[1], parts[2]))
	case widths[0] <= 2 && widths[2] == 4:
		return written(i, i+1, date(parts[2], parts[1], parts[0]))
	}
	return expression{}, false
}

// dayFirst decides between day and month: outside of English the day comes first.
func (t *task) dayFirst(from, to, a, b, year int) (expression, bool) {
	dayFirst, monthFirst := date(year, b, a), date(year, a, b)
	switch {
	case a == 0 || b == 0 || year < firstYear || year > lastYear:
		return expression{}, false
	case t.foreign || monthFirst == 0 || monthFirst == dayFirst:
		return written(from, to, dayFirst)
	case dayFirst == 0:
		return written(from, to, monthFirst)
	}
	return expression{}, false
}

// written is an expression of one day.
func written(from, to int, d corpus.Date) (expression, bool) {
	year, _, _ := d.Parts()
	return expression{from: from, to: to, first: d, last: d, unit: corpus.DayUnit, kind: corpus.Written}, d != 0 && year >= firstYear && year <= lastYear
}

// The years that are believed.
const (
	firstYear = 1000
	lastYear  = 2100
)
