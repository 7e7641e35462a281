package when

import "dateline/corpus"

// quarterCode reads "Q1" with or without a year, and "H1 2021".
func (t *task) quarterCode(i int) (expression, bool) {
	s := t.of(i)
	n := int(s[1] - '0')
	e := expression{from: i, to: i + 1, unit: corpus.QuarterUnit, kind: corpus.Written}
	if s[0] == 'H' || s[0] == 'h' {
		e.unit = corpus.HalfUnit
	} else if s[0] != 'Q' && s[0] != 'q' {
		return e, false
	}
	if n < 1 || n > 4 || e.unit == corpus.HalfUnit && n > 2 {
		return e, false
	}
	return t.partOfYear(e, n, e.unit == corpus.QuarterUnit)
}

// numberedQuarter reads a quarter or a half of a year.
//
//	numberedQuarter = ordinal ( "quarter" | "half" ) [ year ]
//
// A half without a year is one of a match.
func (t *task) numberedQuarter(i int) (expression, bool) {
	w, u := t.at(i), t.at(i+1)
	e := expression{from: i, to: i + 2, unit: corpus.QuarterUnit, kind: corpus.Written}
	n := int(w.number)
	if !w.ordinal {
		n = int(w.value)
		if !w.has(ordinal) {
			return e, false
		}
	}
	switch {
	case u.gap&^(gapSpace|gapHyphen) != 0 || u.gap == 0 || n < 1 || n > 4:
		return e, false
	case t.is(i+1, "quarter"):
	case t.is(i+1, "half") && n <= 2:
		e.unit = corpus.HalfUnit
	default:
		return e, false
	}
	return t.partOfYear(e, n, e.unit == corpus.QuarterUnit && !t.is(e.to, "of"))
}

// partOfYear gives the quarter or half number n its year; alone says that it may do without one in the text.
func (t *task) partOfYear(e expression, n int, alone bool) (expression, bool) {
	months := 3
	if e.unit == corpus.HalfUnit {
		months = 6
	}
	make := func(year int) corpus.Date { return date(year, months*(n-1)+1, 0) }
	k := e.to
	if t.is(k, "of", "in") {
		k++
	}
	if t.is(k, "fiscal") {
		k++
	}
	year, to := t.yearAfter(k)
	switch {
	case year != 0:
		e.to = to
	case t.is(k, "the") && t.is(k+1, "year") && t.ref != 0:
		year, _, _ = t.ref.Parts()
		e.to, e.kind = k+2, corpus.Resolved
	case t.possessive(e.from-1) && t.is(e.from-1, "year's", "year’s") && t.is(e.from-2, "last", "this", "next") && t.ref != 0:
		year, _, _ = t.ref.Parts()
		year += t.weeksOff(e.from - 2)
		e.kind = corpus.Resolved
	case !alone || t.ref.Precision() < corpus.Month:
		return e, false
	default:
		e.kind, e.yearless = corpus.Resolved, true
		in := t.tense(e.from, e.to)
		if year = nearestYear(t.ref, in, e.unit, make); year == 0 {
			return e, false
		}
		if first := make(year).First(); in != inFuture && first > t.ref.Last() {
			year--
		}
	}
	if first := make(year); first != 0 {
		e.first, e.last = e.unit.Around(first.First())
	}
	return e, e.first != 0
}

// seasonYear reads "summer 2021", "summer of 1968", "summer of last year".
func (t *task) seasonYear(i int) (expression, bool) {
	w := t.at(i)
	if t.is(i, "fall") && t.at(i+1).digits != 4 && !t.is(i+1, "of") || !t.at(i+1).gap.spaced() || t.is(i, "spring") && w.upper && t.is(i+1, "of") && t.is(i-1, "prague", "arab") {
		return expression{}, false
	}
	year, to := t.yearAfter(i + 1)
	if year == 0 || t.at(to-1).digits == 4 && t.measured(to-1) {
		return expression{}, false
	}
	e := expression{from: i, to: to, unit: corpus.SeasonUnit, kind: corpus.Written}
	if t.at(to-1).digits != 4 {
		e.kind = corpus.Resolved
	}
	e.first, e.last = corpus.SeasonUnit.Around(date(year, int(w.value), 1))
	return e, e.first != 0
}

// partOf reads a part of a stretch of time, which is as precise as the stretch itself.
//
//	partOf = ( "early" | "late" | "mid" | "later" | "earlier" ) ( month … | year | decade | relative )
//	       | ( "end" | "start" | "middle" | "rest" … ) "of" [ "the" ] ( unit | month … | year | relative )
func (t *task) partOf(i int) (expression, bool) {
	j := i + 1
	of := false
	if t.is(j, "of") && t.is(i, "end", "beginning", "start", "middle", "rest", "close", "opening", "remainder", "turn", "eve", "late", "early") {
		j++
		of = true
	} else if t.is(i, "end", "beginning", "start", "rest", "close", "opening", "remainder", "turn", "eve") {
		return expression{}, false
	}
	next := t.at(j)
	if next.gap&^(gapSpace|gapHyphen) != 0 && next.gap != gapSpace|gapApos || t.opens(j) {
		return expression{}, false
	}
	if of && t.is(j, "the") && t.at(j+1).has(unit) && !t.at(j+1).has(plural) && !t.is(i, "eve") {
		u := corpus.TimeUnit(t.at(j + 1).value)
		if u == corpus.DayUnit || u == corpus.HalfUnit || !t.precise(u) || t.is(j+2, "of", "when", "that", "in") || t.is(i, "turn") {
			return expression{}, false
		}
		e := expression{from: i, to: j + 2, unit: u, kind: corpus.Resolved}
		e.first, e.last = shift(t.ref, u, 0)
		return e, true
	}
	var e expression
	ok := false
	switch {
	case next.has(month):
		e, ok = t.monthFirst(j)
	case next.digits == 4 && !t.is(i, "later", "earlier"):
		if e, ok = t.plainYear(j); ok {
			n := int(next.number)
			ok = n >= firstPlain && n <= lastPlain && !t.measured(j)
			if p := t.at(j + 1); ok && (p.gap == gapHyphen || p.gap == gapSlash) && p.digits > 0 {
				ok = false
			}
		}
	case next.has(before | behind | current):
		if e, ok = t.relative(j); ok && e.from != j {
			ok = false
		}
	case next.has(season):
		e, ok = t.seasonYear(j)
	case next.plural || next.gap&gapApos != 0:
		e, ok = t.decade(j)
	case t.is(j, "the") && of:
		e, ok = t.determined(j)
	case next.has(nearby) && t.is(i, "earlier", "later"):
		e, ok = t.nearbyDay(j)
	}
	if ok && (e.unit != corpus.DayUnit || next.has(nearby)) { // "early 3 May" is the third of May, at an early hour
		e.from = i
	}
	return e, ok
}

// onlyDay reads "the 14th of this month" and "on the 14th", which fall into the document's month or the one next to it.
func (t *task) onlyDay(i int) (expression, bool) {
	w := t.at(i)
	ref, ok := t.day()
	if !ok || !w.ordinal || !t.is(i-1, "the") || !t.is(i-2, "on", "until", "since") || w.number < 1 || w.number > 31 || !t.ends(i+1) {
		return expression{}, false
	}
	in := t.tense(i, i+1)
	y, m, d := ref.Parts()
	switch {
	case in == inFuture && int(w.number) < d:
		m++
	case in != inFuture && int(w.number) > d:
		m--
	}
	y, m = y+(m+11)/12-1, (m+11)%12+1
	day := date(y, m, int(w.number))
	return expression{from: i, to: i + 1, first: day, last: day, unit: corpus.DayUnit, kind: corpus.Resolved}, day != 0
}
