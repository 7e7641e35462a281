package when

import (
	"dateline/corpus"
)

// match reads the longest expression that begins at token i.
//
//	expression = numeric | dayMonth | monthDay | monthYear | weekday … | relative | year | decade | century | quarter | season
//
// Each production stands above the function that reads it.
func (t *task) match(i int) (expression, bool) {
	w := &t.tokens[i]
	if w.class == 0 && w.digits == 0 && !w.ordinal && !w.plural && w.number == 0 {
		if w.upper && w.end-w.start == 2 {
			return t.quarterCode(i)
		}
		return t.dotted(i)
	}
	if w.digits > 0 || w.number > 0 {
		if e, ok := t.numeric(i); ok {
			return e, true
		}
	}
	if t.foreign {
		return t.matchForeign(i)
	}
	return t.matchEnglish(i)
}

// matchEnglish tries the productions of English in the order of their length.
func (t *task) matchEnglish(i int) (expression, bool) {
	w := &t.tokens[i]
	try := func(fs ...func(int) (expression, bool)) (expression, bool) {
		for _, f := range fs {
			if e, ok := f(i); ok {
				return e, true
			}
		}
		return expression{}, false
	}
	switch {
	case w.digits > 0 || w.ordinal || w.plural:
		return try(t.dayMonth, t.century, t.ago, t.decade, t.numberedQuarter, t.onlyDay, t.year)
	case w.has(weekday):
		return t.weekdayFirst(i)
	case w.has(month):
		return t.monthFirst(i)
	case w.has(determiner) && !w.has(current):
		return t.determined(i)
	case w.has(nearby):
		return t.nearbyDay(i)
	case w.has(part):
		return try(t.partOf, t.century, t.anaphoric)
	case w.has(season):
		return t.seasonYear(i)
	case w.has(before | behind | current | recent):
		return t.relative(i)
	case w.has(few | cardinal | unit):
		return try(t.century, t.ago, t.anaphoric, t.ahead)
	case w.has(ordinal):
		return try(t.century, t.numberedQuarter)
	}
	return expression{}, false
}

// determined reads what begins with "the", "a" or a possessive: the rest is read as without it, and spans it where it is its own.
func (t *task) determined(i int) (expression, bool) {
	if g := t.at(i + 1).gap; !g.spaced() && g != gapSpace|gapApos {
		return expression{}, false
	}
	if t.is(i, "a", "an") {
		if e, ok := t.ago(i); ok {
			return e, true
		}
		if e, ok := t.anaphoric(i); ok {
			return e, true
		}
		return t.ahead(i)
	}
	if !t.is(i, "the", "that") {
		return expression{}, false
	}
	if e, ok := t.theDay(i); ok || t.is(i, "that") {
		return e, ok
	}
	j := i + 1
	next := t.at(j)
	var e expression
	ok := false
	switch {
	case next.plural || next.ordinal || next.has(ordinal) || next.gap&gapApos != 0:
		if e, ok = t.century(j); !ok {
			if e, ok = t.decade(j); !ok {
				e, ok = t.numberedQuarter(j)
			}
		}
	case next.has(part):
		if e, ok = t.partOf(j); !ok {
			e, ok = t.century(j)
		}
	case next.has(before | behind | recent):
		e, ok = t.relative(j)
	case next.has(season):
		e, ok = t.seasonYear(j)
	}
	if ok {
		e.from = i
	}
	return e, ok
}

// rangeFrom reads "to B" behind the expression a, where B is of the same unit: "3 May to 5 June", "Monday to Friday",
// "between 2014 and 2016", "2014-2016".
func (t *task) rangeFrom(a expression) expression {
	j := a.to
	if a.kind == corpus.PastRef || a.kind == corpus.FutureRef || j >= len(t.tokens) || t.opens(j) || a.first == 0 {
		return a
	}
	next := &t.tokens[j]
	at := j
	switch {
	case next.gap&^gapSpace == gapHyphen:
	case !next.gap.spaced() || !t.at(j+1).gap.spaced():
		return a
	case t.is(j, "to", "through", "thru") || t.is(j, "until", "till") && t.is(a.from-1, "from"):
		at++
	case t.is(j, "and") && t.is(a.from-1, "between"):
		at++
	case t.foreign && t.is(j, "à", "au", "a", "al", "по", "до", "till", "til"):
		at++
	default:
		return a
	}
	if at >= len(t.tokens) {
		return a
	}
	b, ok := t.match(at)
	if !ok && a.unit == corpus.YearUnit && t.tokens[at].digits == 4 {
		b, ok = t.plainYear(at)
	}
	if !ok || b.unit != a.unit || b.kind == corpus.PastRef || b.kind == corpus.FutureRef {
		return a
	}
	if a.yearless && !b.yearless && a.unit <= corpus.MonthUnit { // "3 May to 5 June 2019"
		year, _, _ := b.last.Parts()
		for ; year > 0; year-- {
			_, m, d := a.first.Parts()
			if a.unit == corpus.MonthUnit {
				a.first = date(year, m, 0).First()
				a.last = date(year, m, 0).Last()
			} else {
				a.first = date(year, m, d)
				a.last = a.first
			}
			if a.first != 0 && a.first <= b.first {
				break
			}
		}
		a.kind = b.kind
	}
	if b.yearless && b.first < a.first { // "December to February"
		y, m, d := b.first.Parts()
		if b.unit == corpus.DayUnit {
			b.first = date(y+1, m, d)
			b.last = b.first
		} else {
			b.first = date(y+1, m, 0).First()
			b.last = b.first.Last()
			b.first, b.last = b.unit.Around(b.first)
		}
	}
	if b.unit == corpus.DayUnit && b.first < a.first && t.tokens[a.from].has(weekday) { // "Friday to Sunday" with a future tense
		b.first = corpus.DateOfDays(b.first.Days() + 7)
		b.last = b.first
	}
	if b.last <= a.last || b.first < a.first {
		return a
	}
	a.to, a.last = b.to, b.last
	if b.kind == corpus.Resolved {
		a.kind = corpus.Resolved
	}
	return a
}
