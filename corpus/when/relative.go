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

// vague reads "recent days", "the coming months", "the past weeks".
func (t *task) vague(e expression, i int) (expression, bool) {
	if corpus.TimeUnit(t.at(i+1).value) > corpus.CenturyUnit || t.at(i+1).end-t.at(i+1).start == 0 {
		return e, false
	}
	switch w := t.at(i); {
	case w.has(recent) || w.has(before) && t.is(i, "past", "last"):
		e.kind = corpus.PastRef
	case w.has(behind) && !t.is(i, "following"):
		e.kind = corpus.FutureRef
	default:
		return e, false
	}
	return e, true
}

// counted reads "past two weeks", "next few days", "last 10 years": a stretch that ends or begins at the document's date.
func (t *task) counted(i int) (expression, bool) {
	w, number := t.at(i), t.at(i+1)
	j := i + 2
	if t.is(i+1, "couple") && t.is(j, "of") {
		j++
	}
	u := t.at(j)
	e := expression{from: i, to: j + 1, kind: corpus.Resolved}
	if !u.has(unit) || !u.has(plural) || !u.gap.spaced() || !w.has(before|behind) || t.is(i, "previous", "preceding", "following") {
		return e, false
	}
	if number.has(few | recent) {
		e.kind = corpus.FutureRef
		if w.has(before) {
			e.kind = corpus.PastRef
		}
		return e, true
	}
	n, ok := t.count(i + 1)
	e.unit = corpus.TimeUnit(u.value)
	if !ok || !t.precise(e.unit) {
		return e, false
	}
	if e.unit == corpus.DecadeUnit || e.unit == corpus.CenturyUnit { // "the past two decades" ends this year
		if e.unit == corpus.DecadeUnit {
			n *= 10
		} else {
			n *= 100
		}
		e.unit = corpus.YearUnit
	}
	if w.has(before) {
		e.first, _ = shift(t.ref, e.unit, -n)
		_, e.last = e.unit.Around(t.ref.First())
	} else {
		e.first, _ = e.unit.Around(t.ref.First())
		_, e.last = shift(t.ref, e.unit, n)
	}
	return e, true
}

// count returns the number at token j.
func (t *task) count(j int) (int, bool) {
	w := t.at(j)
	switch {
	case w.digits > 0 && w.digits <= 4 && w.number > 0:
		return int(w.number), true
	case w.has(cardinal):
		return int(w.value), true
	}
	return 0, false
}

// precise reports whether the document's date is as precise as a count of units wants it.
func (t *task) precise(u corpus.TimeUnit) bool {
	switch p := t.ref.Precision(); {
	case u >= corpus.YearUnit:
		return p >= corpus.Year
	case u >= corpus.MonthUnit:
		return p >= corpus.Month
	default:
		return p == corpus.DayOfMonth
	}
}

// pointedUnit reads "last week", "this year", "next quarter", "the coming year".
func (t *task) pointedUnit(e expression, i int) (expression, bool) {
	e.unit = corpus.TimeUnit(t.at(i + 1).value)
	if t.is(i, "following", "previous", "preceding", "next") && (t.is(i, "following", "previous", "preceding") || e.unit == corpus.DayUnit) {
		return t.anaphor(e, i, t.neighbour(i))
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
		y := nearestYear(t.ref, in, func(year int) corpus.Date { return make(year) })
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

// ago reads a distance back from the document's date.
//
//	ago = ( number | "a" | "few" | "several" ) units "ago" | "half a century ago" | units "ago"
func (t *task) ago(i int) (expression, bool) {
	e := expression{from: i, kind: corpus.Resolved}
	j := i
	vague, n := false, 0
	switch w := t.at(i); {
	case t.is(i, "a") && t.is(i+1, "few", "couple"):
		vague, j = true, i+2
		if t.is(j, "of") {
			j++
		}
	case w.has(few):
		vague, j = true, i+1
	case w.has(unit) && w.has(plural):
		vague = true
	default:
		var ok bool
		if n, ok = t.count(i); !ok {
			return e, false
		}
		j = i + 1
	}
	u := t.at(j)
	if !u.has(unit) || j > i && !u.gap.spaced() || !t.is(j+1, "ago") || t.opens(j+1) {
		return e, false
	}
	e.to = j + 2
	e.unit = corpus.TimeUnit(u.value)
	if vague {
		e.kind = corpus.PastRef
		return e, true
	}
	switch e.unit {
	case corpus.DecadeUnit:
		e.unit, n = corpus.YearUnit, 10*n
	case corpus.CenturyUnit:
		e.unit, n = corpus.YearUnit, 100*n
	case corpus.WeekendUnit, corpus.HalfUnit:
		return e, false
	}
	if !t.precise(e.unit) {
		return e, false
	}
	e.first, e.last = shift(t.ref, e.unit, -n)
	return e, true
}

// ahead reads "two weeks from now" and "in ten days' time", and "in two weeks" where the sentence is of the future.
func (t *task) ahead(i int) (expression, bool) {
	n, ok := t.count(i)
	u := t.at(i + 1)
	e := expression{from: i, to: i + 2, unit: corpus.TimeUnit(u.value), kind: corpus.Resolved}
	if !ok || !u.has(unit) || !u.gap.spaced() || !t.precise(e.unit) || e.unit == corpus.WeekendUnit || e.unit > corpus.YearUnit {
		return e, false
	}
	switch {
	case t.is(i+2, "from") && t.is(i+3, "now", "today"):
		e.to = i + 4
	case t.is(i-1, "in") && t.is(i+2, "time") && !t.opens(i+2):
		e.to = i + 3
	case t.is(i-1, "in") && !t.is(i-2, "time") && !t.is(i+2, "of") && !t.is(i, "a", "an") && t.at(i-1).gap.spaced() && t.planned(i-1) && (t.opens(i+2) || t.at(i+2).gap&gapComma != 0):
	default:
		return e, false
	}
	e.first, e.last = shift(t.ref, e.unit, n)
	return e, true
}

// planned reports whether one of the few words before token i says outright that something is to come.
func (t *task) planned(i int) bool {
	for j := i - 1; j >= max(0, i-6) && !t.opens(j+1); j-- {
		if t.is(j, "will", "due", "scheduled", "expected") {
			return true
		}
	}
	return false
}
