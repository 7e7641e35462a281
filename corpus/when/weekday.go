package when

import (
	"time"

	"dateline/corpus"
)

// weekdayFirst reads what begins with a day of the week.
//
//	weekdayFirst = weekday [ "," | "(" ] ( monthDay | dayMonth ) | weekday [ "of" ] ( "last" | "this" | "next" ) "week" | weekday
func (t *task) weekdayFirst(i int) (expression, bool) {
	w := t.at(i)
	day := time.Weekday(w.value)
	j := i + 1
	if t.is(j, "the") && t.at(j+1).ordinal && !t.opens(j) {
		j++
	}
	if next := t.at(j); next.gap&gapBreak == 0 && (next.gap&gapDot == 0 || w.has(abbreviation)) && (next.has(month) || next.digits > 0 || next.ordinal) {
		var e expression
		var ok bool
		if next.has(month) {
			e, ok = t.monthDay(j)
		} else {
			e, ok = t.dayMonth(j)
		}
		if ok && e.first == e.last {
			e.from = i
			t.fitWeekday(&e, day)
			return e, true
		}
	}
	if w.has(abbreviation) || t.is(i-1, "every", "each") {
		return expression{}, false
	}
	ref, ok := t.day()
	if !ok || t.weekdayName(i) {
		return expression{}, false
	}
	e := expression{from: i, to: i + 1, unit: corpus.DayUnit, kind: corpus.Resolved}
	k := i + 1
	if t.at(k).has(partOfDay) && t.at(k).gap.spaced() {
		k++
	}
	if t.is(k, "of") {
		k++
	}
	if next := t.at(k); next.has(before|behind|current) && next.gap.spaced() && t.is(k+1, "week") {
		n := t.weeksOff(k)
		monday, _ := shift(ref, corpus.WeekUnit, n)
		e.to, e.first = k+2, corpus.DateOfDays(monday.Days()+(int(day)+6)%7)
		e.last = e.first
		return e, true
	}
	if prev := t.at(i - 1); i > 0 && w.gap.spaced() && prev.has(before|behind|current) {
		return t.pointedWeekday(e, day)
	}
	e.first = nearestWeekday(ref, day, t.tense(i, i+1) == inFuture)
	e.last = e.first
	return e, true
}

// weeksOff is -1, 0 or 1 for "last", "this" or "next" at token k.
func (t *task) weeksOff(k int) int {
	switch w := t.at(k); {
	case w.has(before):
		return -1
	case w.has(behind):
		return 1
	}
	return 0
}

// pointedWeekday reads "last Tuesday", "next Friday", "this Sunday", "this past Monday", "this coming Monday".
func (t *task) pointedWeekday(e expression, day time.Weekday) (expression, bool) {
	ref := t.ref
	e.from--
	switch w := t.at(e.from); {
	case w.has(before):
		e.first = nearestWeekday(corpus.DateOfDays(ref.Days()-1), day, false)
	case w.has(behind):
		e.first = nearestWeekday(corpus.DateOfDays(ref.Days()+1), day, true)
	default:
		switch t.tense(e.from, e.to) {
		case inPast:
			e.first = nearestWeekday(ref, day, false)
		case inFuture:
			e.first = nearestWeekday(ref, day, true)
		default: // of this week
			monday, _ := corpus.WeekUnit.Around(ref)
			e.first = corpus.DateOfDays(monday.Days() + (int(day)+6)%7)
		}
	}
	if t.is(e.from-1, "this") && t.at(e.from).gap.spaced() {
		e.from--
	}
	e.last = e.first
	return e, true
}

// fitWeekday chooses, for a date whose year was worked out, the year near in which it falls on that day of the week.
func (t *task) fitWeekday(e *expression, day time.Weekday) {
	if !e.yearless || e.first.Weekday() == day {
		return
	}
	year, m, d := e.first.Parts()
	for _, y := range [...]int{year - 1, year + 1} {
		if other := date(y, m, d); other != 0 && other.Weekday() == day {
			e.first, e.last = other, other
			return
		}
	}
}

// weekdayName reports whether the day of the week at i is part of a name: "Black Friday", "the Sunday Times".
func (t *task) weekdayName(i int) bool {
	if !t.at(i).upper || t.shouted(i) {
		return false
	}
	next := t.at(i + 1)
	return t.is(i-1, "black", "super", "bloody", "good", "holy", "ash", "maundy", "palm", "easter", "cyber", "giving", "sheffield", "man", "casual", "shrove") ||
		t.is(i, "sunday", "monday", "thursday", "friday", "saturday") && next.gap.spaced() && t.is(i+1, "times", "telegraph", "express", "mirror", "mail", "herald", "post", "world", "night") && next.upper
}
