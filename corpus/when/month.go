package when

import (
	"dateline/corpus"
)

// dayMonth reads a date that begins with its day.
//
//	dayMonth = day [ ( "to" | "-" | "and" | "or" | "," ) day ] [ "of" ] month [ year ]
//	day      = number | ordinal
func (t *task) dayMonth(i int) (expression, bool) {
	w := t.at(i)
	d := int(w.number)
	if w.digits > 2 || w.digits == 0 && !w.ordinal || d < 1 || d > 31 || w.gap&(gapHyphen|gapSlash|gapApos) != 0 && w.gap&gapSpace == 0 {
		return expression{}, false
	}
	j, until := i+1, 0
	if e := t.at(j); (e.gap == gapHyphen || e.gap.spaced() && t.is(j, "to", "until", "through", "and", "or", "à", "au", "al", "y", "et", "по", "и", "och", "og", "till", "til")) && !t.opens(j) {
		k := j
		if e.gap != gapHyphen {
			k++
		}
		second := t.at(k)
		if n := int(second.number); (second.digits == 1 || second.digits == 2 || second.ordinal) && n > d && n <= 31 && (k == j || second.gap.spaced()) {
			until, j = n, k+1
			if t.is(k-1, "or") {
				return expression{}, false
			}
		}
	}
	if t.is(j, "of", "de", "d") {
		j++
	}
	m := t.at(j)
	if !m.has(month) || m.gap&^(gapSpace|gapDot|gapHyphen) != 0 || t.opens(j) && !t.foreign || !t.foreign && !m.upper && m.has(loneless|abbreviation) && t.at(j+1).digits != 4 {
		return expression{}, false
	}
	if t.is(j, "may") && t.is(j+1, "day") && t.at(j+1).upper {
		return expression{}, false
	}
	e := expression{from: i, to: j + 1, unit: corpus.DayUnit, kind: corpus.Resolved, yearless: true}
	last := max(d, until)
	year, to := t.yearAfter(j + 1)
	if year != 0 {
		e.to, e.yearless = to, false
		if t.at(to-1).digits == 4 {
			e.kind = corpus.Written
		}
	} else if year = t.workOutYear(e.from, e.to, corpus.DayUnit, func(year int) corpus.Date { return date(year, int(m.value), last) }); year == 0 {
		return e, false
	}
	e.first, e.last = date(year, int(m.value), d), date(year, int(m.value), last)
	return e, e.first != 0 && e.last != 0
}

// yearAfter reads the year that belongs to the month before token j, and returns it and the token behind it, or 0.
//
//	year = [ "," | "of" | "de" ] number | [ "of" ] ( "last" | "this" | "next" ) "year"
func (t *task) yearAfter(j int) (year, to int) {
	if j >= len(t.tokens) {
		return 0, j
	}
	k := j
	if t.is(k, "of", "de", "del", "в") && t.at(k).gap.spaced() {
		k++
	}
	w := t.at(k)
	switch {
	case w.digits == 4 && int(w.number) >= firstYear && int(w.number) <= lastYear && (w.gap.loose() || w.gap == gapHyphen) && (!t.opens(k) || t.at(k-1).has(abbreviation)):
		if w.gap&gapDot != 0 && !t.at(k-1).has(abbreviation) && !t.at(k-1).ordinal {
			return 0, j
		}
		if w.gap&gapComma != 0 && t.at(k+1).has(counted) || t.at(k+1).gap&gapComma != 0 && t.at(k+1).digits == 3 && t.at(k+1).gap == gapComma {
			return 0, j
		}
		return int(w.number), k + 1
	case w.has(before|behind|current) && w.gap.spaced() && t.is(k+1, "year") && t.ref != 0 && !t.foreign:
		ref, _, _ := t.ref.Parts()
		switch {
		case t.is(k, "last"):
			return ref - 1, k + 2
		case t.is(k, "next"):
			return ref + 1, k + 2
		case t.is(k, "this"):
			return ref, k + 2
		}
	}
	return 0, j
}

// workOutYear returns the year of a date without one, 0 where the document has none to count from.
func (t *task) workOutYear(from, to int, u corpus.TimeUnit, make func(year int) corpus.Date) int {
	if t.ref == 0 {
		return 0
	}
	in := t.tense(from, to)
	if in == noTense && t.is(from-1, "until", "till") {
		in = inFuture
	}
	return nearestYear(t.ref, in, u, make)
}

// monthFirst reads what begins with a month.
//
//	monthFirst = month [ "the" ] day [ ( "-" | "to" | "and" ) day ] [ year ] | month [ year ]
func (t *task) monthFirst(i int) (expression, bool) {
	m := t.at(i)
	if !m.upper && m.has(abbreviation) && t.at(i+1).digits != 4 && t.at(i+2).digits != 4 {
		return expression{}, false
	}
	if e, ok := t.monthDay(i); ok {
		return e, true
	}
	e := expression{from: i, to: i + 1, unit: corpus.MonthUnit, kind: corpus.Written}
	year, to := t.yearAfter(i + 1)
	switch {
	case year != 0:
		e.to = to
		if t.at(to-1).digits != 4 {
			e.kind = corpus.Resolved
		}
	case m.has(abbreviation) || !t.monthAlone(i):
		return e, false
	default:
		e.kind, e.yearless = corpus.Resolved, true
		if year = t.workOutYear(i, i+1, corpus.MonthUnit, func(year int) corpus.Date { return date(year, int(m.value), 0) }); year == 0 {
			return e, false
		}
		if w := t.at(i - 1); i > 0 && w.has(before|behind|current) && m.gap.spaced() && t.is(i-1, "last", "next", "this", "past") {
			e.from = i - 1
		}
	}
	d := date(year, int(m.value), 0)
	e.first, e.last = d.First(), d.Last()
	return e, d != 0
}

// monthDay reads a month and a day of it.
func (t *task) monthDay(i int) (expression, bool) {
	m := t.at(i)
	j := i + 1
	if t.is(j, "the") && t.at(j).gap.spaced() && t.at(j+1).ordinal {
		j++
	}
	w := t.at(j)
	d := int(w.number)
	spelt := w.has(cardinal) && !t.is(j, "a", "an") && m.upper && (t.ends(j+1) || t.at(j+1).has(preposition|function|past) || t.at(j+1).digits == 4) // "December one", as Reuters wrote
	if spelt {
		d = int(w.value)
	}
	if w.digits != 1 && w.digits != 2 && !w.ordinal && !spelt || d < 1 || d > 31 || w.gap&gapSpace == 0 || w.gap&^(gapSpace|gapDot) != 0 ||
		!m.upper && m.has(loneless) && t.at(j+1).digits != 4 || w.gap&gapDot != 0 && !m.has(abbreviation) {
		return expression{}, false
	}
	if t.is(j+1, "percent", "pct", "per") || t.at(j+1).has(counted) && !t.is(i-1, "the", "on") {
		return expression{}, false
	}
	// "in April 14 people died"
	if next := t.at(j + 1); t.is(i-1, "in") && next.gap.spaced() && next.class == 0 && !next.upper && next.digits == 0 {
		return expression{}, false
	}
	e := expression{from: i, to: j + 1, unit: corpus.DayUnit, kind: corpus.Resolved, yearless: true}
	until := 0
	if k := j + 1; t.at(k).gap == gapHyphen || t.at(k).gap.spaced() && (t.is(k, "to", "through", "until") || t.is(k, "and")) {
		if t.at(k).gap != gapHyphen {
			k++
		}
		second := t.at(k)
		if n := int(second.number); (second.digits == 1 || second.digits == 2 || second.ordinal) && n > d && n <= 31 && !t.at(k+1).has(month|counted) && t.at(k+1).gap != gapHyphen {
			if !t.is(k-1, "and") || t.is(i-1, "between") || n == d+1 { // "December 5 and 6"
				until, e.to = n, k+1
			}
		}
	}
	last := max(d, until)
	year, to := t.yearAfter(e.to)
	if before, _ := t.yearAfter(i - 2); year == 0 && before != 0 && t.is(i-1, "year") { // "last year August 8"
		year, to, e.from = before, e.to, i-2
	}
	if year != 0 {
		e.to, e.yearless = to, false
		if t.at(to-1).digits == 4 {
			e.kind = corpus.Written
		}
	} else if year = t.workOutYear(e.from, e.to, corpus.DayUnit, func(year int) corpus.Date { return date(year, int(m.value), last) }); year == 0 {
		return e, false
	}
	e.first, e.last = date(year, int(m.value), d), date(year, int(m.value), last)
	return e, e.first != 0 && e.last != 0
}

// monthAlone reports whether the month at i, which neither a day nor a year goes with, is one: "their June summit", not "June said".
func (t *task) monthAlone(i int) bool {
	m, prev, next := t.at(i), t.at(i-1), t.at(i+1)
	if !m.upper {
		return !m.has(loneless)
	}
	if !m.has(loneless) {
		return !t.shouted(i)
	}
	if t.shouted(i) {
		return t.is(i-1, "in", "since", "until", "last", "next") && t.is(i, "june", "april", "august")
	}
	if i == 0 || !m.gap.spaced() && m.gap != gapHyphen {
		return false
	}
	if next.upper && next.gap.spaced() && !next.has(function) && next.digits == 0 && !t.opens(i+1) && !prev.has(determiner) {
		return false // a name: "April Ryan"
	}
	if t.is(i, "may", "march") && prev.has(preposition) && t.is(i-1, "and", "or", "than", "as", "at", "about", "to", "on") {
		return t.at(i - 2).has(month)
	}
	return prev.has(preposition|before|behind|current|part) && !t.is(i-1, "and", "or", "than", "as", "at", "about", "on", "with") ||
		prev.has(determiner) && !t.is(i-1, "the", "a", "an") && t.is(i, "june", "april", "august") ||
		t.possessive(i-1) ||
		prev.has(determiner) && next.gap.spaced() && !next.upper && !next.has(function|preposition|past|future) ||
		t.is(i-1, "and", "or", "to") && t.at(i-2).has(month) || t.is(i+1, "and", "or", "to") && t.at(i+2).has(month) && next.gap.spaced()
}

// shouted reports whether token i is in capitals throughout, as all around it.
func (t *task) shouted(i int) bool {
	s := t.of(i)
	return len(s) > 2 && s[1] >= 'A' && s[1] <= 'Z'
}
