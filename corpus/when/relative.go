package when

import (
	"dateline/corpus"
)

// relative reads what counts from the document's date.
//
//	relative = ( "last" | "past" | "next" | "coming" | "this" | … ) ( unit | season | "night" | weekday | month )
//	         | ( "last" | "past" | "next" | "coming" ) ( number | "few" | "several" … ) units
//	         | ( "recent" | "coming" | "upcoming" ) units
func (t *task) relative(i int) (expression, bool) {
	w, next := t.at(i), t.at(i+1)
	e := expression{from: i, to: i + 2, kind: corpus.Resolved}
	if i+1 >= len(t.tokens) || !next.gap.spaced() {
		return e, false
	}
	switch {
	case next.has(weekday) && !next.has(abbreviation) || next.has(month) && !next.has(abbreviation):
		return t.pointed(i)
	case t.is(i+1, "night", "evening") && w.has(before|current):
		ref, ok := t.day()
		if !ok || w.has(before) && !t.is(i, "last") {
			return e, false
		}
		n := 0
		if w.has(before) {
			n = -1
		}
		e.unit = corpus.DayUnit
		e.first, e.last = shift(ref, corpus.DayUnit, n)
		return e, true
	case w.has(current) && next.has(partOfDay):
		ref, ok := t.day()
		e.unit, e.first, e.last = corpus.DayUnit, ref, ref
		return e, ok && t.is(i, "this")
	case next.has(unit) && next.has(plural):
		return t.vague(e, i)
	case next.has(few|cardinal|recent) || next.digits > 0:
		return t.counted(i)
	case next.has(season) && !t.is(i+1, "fall") || t.is(i+1, "fall") && w.has(before|behind|current):
		return t.pointedSeason(e, i)
	case next.has(unit):
		return t.pointedUnit(e, i)
	case w.has(current) && t.is(i, "this") && next.has(behind|before) && t.at(i+2).has(weekday|unit|season|month):
		e2, ok := t.relative(i + 1)
		e2.from = i
		return e2, ok
	}
	return e, false
}

// pointed reads "last June" and "next Tuesday".
func (t *task) pointed(i int) (expression, bool) {
	w, next := t.at(i), t.at(i+1)
	if next.has(weekday) {
		if _, ok := t.day(); !ok || !w.has(before|behind|current) || t.is(i, "following", "previous", "preceding", "current") {
			return expression{}, false
		}
		e, ok := t.weekdayFirst(i + 1)
		return e, ok
	}
	if m, ok := t.monthDay(i + 1); ok {
		return m, true
	}
	if year, _ := t.yearAfter(i + 2); year != 0 || !next.upper || t.ref.Precision() < corpus.Month || t.is(i, "following", "current", "previous") {
		return expression{}, false
	}
	year, m, _ := t.ref.Parts()
	switch value := int(next.value); {
	case w.has(before) && value >= m:
		year--
	case w.has(behind) && value <= m:
		year++
	}
	d := date(year, int(next.value), 0)
	return expression{from: i, to: i + 2, first: d.First(), last: d.Last(), unit: corpus.MonthUnit, kind: corpus.Resolved}, d != 0
}

// pointedUnit reads "last week", "this year", "next quarter", "the coming year".
func (t *task) pointedUnit(e expression, i int) (expression, bool) {
	e.unit = corpus.TimeUnit(t.at(i + 1).value)
	if t.is(i, "following", "previous", "preceding", "next") && (t.is(i, "following", "previous", "preceding") || e.unit == corpus.DayUnit) {
		return t.anaphor(e, i, t.neighbour(i))
	}
	if e.unit == corpus.YearUnit && t.at(i+2).has(month) && t.at(i+2).gap.spaced() { // "last year August 8"
		if m, ok := t.monthDay(i + 2); ok && m.from == i {
			return m, true
		}
	}
	if e.unit == corpus.DayUnit || e.unit == corpus.HalfUnit || !t.precise(e.unit) {
		return e, false
	}
	if t.is(i, "past") || t.is(i, "last") && e.unit == corpus.DecadeUnit && t.is(i-1, "the") { // "in the past year" ends now
		e.kind = corpus.Resolved
		if e.unit == corpus.WeekUnit { // days
			e.unit = corpus.DayUnit
			e.first, _ = shift(t.ref, corpus.DayUnit, -7)
			e.last = t.ref
			return e, true
		}
		n := 1
		small := e.unit
		switch e.unit {
		case corpus.DecadeUnit:
			small, n = corpus.YearUnit, 10
		case corpus.CenturyUnit:
			small, n = corpus.YearUnit, 100
		case corpus.YearUnit:
			if t.ref.Precision() >= corpus.Month {
				small, n = corpus.MonthUnit, 12
			}
		}
		e.unit = small
		e.first, _ = shift(t.ref, small, -n)
		_, e.last = small.Around(t.ref.First())
		return e, true
	}
	if t.is(i, "recent", "upcoming") {
		return e, false
	}
	e.first, e.last = shift(t.ref, e.unit, t.weeksOff(i))
	if t.is(i, "this") && e.unit == corpus.WeekendUnit && t.tense(i, i+2) == inPast && t.ref.Weekday() != 0 && t.ref.Weekday() != 6 && t.ref.Weekday() <= 3 {
		e.first, e.last = shift(t.ref, e.unit, -1)
	}
	if t.is(i, "last") && e.unit == corpus.WeekendUnit && t.ref.Weekday() == 0 {
		e.first, e.last = shift(t.ref, e.unit, -1)
	}
	return e, true
}

// neighbour is 1 for "next" and "following", -1 for "previous" at token i.
func (t *task) neighbour(i int) int {
	if t.is(i, "previous", "preceding") {
		return -1
	}
	return 1
}

// pointedSeason reads "last summer", "this spring".
func (t *task) pointedSeason(e expression, i int) (expression, bool) {
	w := t.at(i)
	if t.ref.Precision() < corpus.Month || !t.is(i, "last", "this", "next", "past", "coming") {
		return e, false
	}
	e.unit = corpus.SeasonUnit
	year, _, _ := t.ref.Parts()
	make := func(year int) corpus.Date { return date(year, int(t.at(i+1).value), 1) }
	in := noTense
	switch {
	case w.has(before):
		in = inPast
	case w.has(behind):
		in = inFuture
	default:
		in = t.tense(i, i+2)
	}
	for _, y := range [...]int{year + 1, year, year - 1, year - 2} {
		first, last := corpus.SeasonUnit.Around(make(y))
		if in == inFuture && first > t.ref.Last() || in != inFuture && first <= t.ref.Last() && !(w.has(before) && last >= t.ref.First()) {
			e.first, e.last = first, last
			if in != inFuture {
				break
			}
		}
	}
	if w.has(current) { // that of this year, or the one nearest
		y := nearestYear(t.ref, in, corpus.SeasonUnit, make)
		e.first, e.last = corpus.SeasonUnit.Around(make(y))
	}
	return e, e.first != 0
}

// nearbyDay reads "today", "yesterday", "tomorrow", and "the day before yesterday" through theDay.
func (t *task) nearbyDay(i int) (expression, bool) {
	ref, ok := t.day()
	w := t.at(i)
	if !ok || w.upper && !t.opens(i) && !t.shouted(i) { // "Russia Today"
		return expression{}, false
	}
	if t.is(i, "yesterday") && t.is(i+1, "once") {
		return expression{}, false
	}
	d := corpus.DateOfDays(ref.Days() + int(w.value))
	return expression{from: i, to: i + 1, first: d, last: d, unit: corpus.DayUnit, kind: corpus.Resolved}, true
}
