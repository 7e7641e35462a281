package when

import "dateline/corpus"

// nearAnchor is how many tokens back the date may stand that "the following day" counts from.
const nearAnchor = 80

// anaphor resolves a neighbour of the date that was named last, n units away from it.
func (t *task) anaphor(e expression, i, n int) (expression, bool) {
	if t.last == none || i-t.last > nearAnchor || t.anchor.Unit > e.unit || t.anchor.Unit == corpus.VagueUnit ||
		e.unit == corpus.DayUnit && t.anchor.Unit != corpus.DayUnit || e.unit == corpus.HalfUnit || t.ref != 0 && t.anchor.From > t.ref.Last() {
		return e, false
	}
	from := t.anchor.To
	if n < 0 {
		from = t.anchor.From
	}
	e.kind = corpus.Resolved
	e.first, e.last = shift(from, e.unit, n)
	return e, e.first != 0
}

// theDay reads "the day before yesterday", "the day after tomorrow", "the next day", "the day before", "that day", "the same year".
func (t *task) theDay(i int) (expression, bool) {
	j := i + 1
	e := expression{from: i, to: j + 1, unit: corpus.DayUnit, kind: corpus.Resolved}
	if t.is(i, "the") && t.is(j, "day") {
		ref, ok := t.day()
		switch {
		case t.is(j+1, "before") && t.is(j+2, "yesterday") && ok:
			e.to = j + 3
			e.first, e.last = shift(ref, corpus.DayUnit, -2)
			return e, true
		case t.is(j+1, "after") && t.is(j+2, "tomorrow") && ok:
			e.to = j + 3
			e.first, e.last = shift(ref, corpus.DayUnit, 2)
			return e, true
		case t.is(j+1, "before") && t.ends(j+2):
			e.to = j + 2
			return t.anaphor(e, i, -1)
		case t.is(j+1, "after") && t.ends(j+2):
			e.to = j + 2
			return t.anaphor(e, i, 1)
		}
		return e, false
	}
	same := t.is(i, "that")
	if t.is(j, "same") && t.at(j+1).gap.spaced() {
		same = true
		j++
	}
	if u := t.at(j); same && u.has(unit) && !u.has(plural) && u.gap.spaced() && corpus.TimeUnit(u.value) != corpus.WeekendUnit &&
		!t.at(j+1).has(past|future) && !t.is(j+1, "is", "was", "when") {
		e.to, e.unit = j+1, corpus.TimeUnit(u.value)
		return t.anaphor(e, i, 0)
	}
	return e, false
}

// ends reports whether a clause ends before token j.
func (t *task) ends(j int) bool {
	return t.opens(j) || t.at(j).gap&(gapComma|gapHyphen) != 0 || t.is(j, "and")
}

// anaphoric reads "two days later", "a year earlier", "the previous month".
//
//	anaphoric = ( number | "a" ) units ( "later" | "earlier" | "before" | "after" )
func (t *task) anaphoric(i int) (expression, bool) {
	n, ok := t.count(i)
	u := t.at(i + 1)
	e := expression{from: i, to: i + 3, unit: corpus.TimeUnit(u.value)}
	if !ok || !u.has(unit) || !u.gap.spaced() || !t.at(i+2).gap.spaced() || e.unit == corpus.WeekendUnit || e.unit > corpus.DecadeUnit {
		return e, false
	}
	switch {
	case t.is(i+2, "later"):
	case t.is(i+2, "earlier"):
		n = -n
	default:
		return e, false
	}
	if e.unit == corpus.DecadeUnit {
		e.unit, n = corpus.YearUnit, 10*n
	}
	if t.is(i+3, "than", "this", "in") {
		return e, false
	}
	return t.anaphor(e, i, n)
}
