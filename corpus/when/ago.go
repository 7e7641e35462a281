package when

import (
	"dateline/corpus"
)

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
