package when

import (
	"dateline/corpus"
)

// year reads a year, and "2014-16" and "1986/87".
func (t *task) year(i int) (expression, bool) {
	w := t.at(i)
	if w.digits != 4 {
		return expression{}, false
	}
	e, ok := t.plainYear(i)
	if !ok || !t.yearHere(i) {
		return e, false
	}
	if next := t.at(i + 1); (next.gap == gapHyphen || next.gap == gapSlash) && next.digits == 2 && !t.continues(i+1) {
		century := int(w.number) / 100 * 100
		if until := century + int(next.number); until == int(w.number)+1 || until > int(w.number) && next.gap == gapHyphen && until-int(w.number) < 30 {
			e.to = i + 2
			_, e.last = corpus.YearUnit.Around(date(until, 1, 1))
		}
	}
	return e, true
}

// plainYear is the number at token i as a year.
func (t *task) plainYear(i int) (expression, bool) {
	n := int(t.at(i).number)
	e := expression{from: i, to: i + 1, unit: corpus.YearUnit, kind: corpus.Written}
	if t.at(i).digits != 4 || n < firstYear || n > lastYear || t.continues(i) && t.at(i+1).digits != 4 && t.at(i+1).digits != 2 {
		return e, false
	}
	e.first, e.last = corpus.YearUnit.Around(date(n, 1, 1))
	return e, true
}

// The years that a text of news names without a preposition.
const (
	firstPlain = 1800
	lastPlain  = 2059
)

// yearHere reports whether the number of four digits at i is a year by the words around it.
func (t *task) yearHere(i int) bool {
	w, prev, next := t.at(i), t.at(i-1), t.at(i+1)
	n := int(w.number)
	if w.gap&(gapHyphen|gapSlash) != 0 && !(t.is(i-1, "mid", "pre", "post", "early", "late") && w.gap == gapHyphen) {
		return w.gap == gapHyphen && prev.has(month)
	}
	if i > 0 && t.money(w.start) || t.measured(i) || prev.has(numbering) && prev.gap&gapBreak == 0 && w.gap.loose() {
		return false
	}
	if w.gap&gapOpen != 0 { // "(1945-1989)", "(2014)"
		return n >= firstPlain && n <= lastPlain && t.closed(i)
	}
	if t.opens(i) {
		return n >= firstPlain && n <= lastPlain && t.is(i+1, "was", "saw", "is", "will", "has", "marked", "marks", "began", "ended", "brought", "in")
	}
	if w.gap == gapComma|gapSpace && prev.digits == 4 && t.nearYear(i) { // "in 1998, 2002 and 2006"
		return n >= firstPlain && n <= lastPlain
	}
	if !w.gap.spaced() {
		return t.is(i-1, "mid", "pre", "post") && w.gap == gapHyphen || w.gap&gapComma != 0 && prev.has(season|month)
	}
	switch {
	case t.is(i-1, "in", "since", "during", "until", "till", "throughout", "circa", "fiscal", "year", "summer", "spring", "autumn", "winter", "before", "after", "late", "early", "mid"):
		return n >= firstPlain || t.ends(i+1) || next.has(function|preposition|past)
	case t.is(i-1, "from", "by"):
		return n >= firstPlain && n <= lastPlain || n >= 1400 && t.is(i+1, "to", "until", "onwards", "onward", "on")
	case t.is(i-1, "to", "and", "through", "or", "than"):
		return n >= firstPlain && n <= lastPlain && (t.nearYear(i) || t.is(i-1, "to") && t.is(i-2, "back", "prior", "up") && !t.is(i-2, "up") || t.is(i-1, "and") && t.is(i-2, "both"))
	case t.is(i-1, "of"):
		return n >= firstPlain && n <= lastPlain && !t.at(i-2).has(quantity|numbering) && !t.is(i-2, "range", "force", "score", "group", "crew", "army", "class", "team", "capacity", "height", "length", "weight", "excess")
	case t.is(i-1, "for", "with", "as", "between", "around", "on", "over"):
		return n >= 1900 && n <= lastPlain && !t.is(i-1, "over", "on", "with") && (t.ends(i+1) || t.is(i+1, "and", "to", "as", "was", "is", "in"))
	case prev.has(quantity):
		return false
	case prev.has(determiner), t.possessive(i - 1):
		return n >= firstPlain && n <= lastPlain && !t.is(i-1, "a", "an", "each", "every", "any", "no", "another", "some") && (!t.ends(i+1) || t.is(i+1, "and", "or") && t.at(i+2).digits == 4) ||
			n >= 1900 && n <= lastPlain && t.is(i-1, "a", "an") && next.gap.spaced() && !next.has(function)
	case prev.has(before | behind): // "last 2000"
		return false
	case !prev.upper && prev.class == 0 && next.class == 0 && next.gap.spaced() && !t.ends(i+1): // "the failed 2016 coup"
		return n >= 1900 && n <= lastPlain && t.at(i-2).has(determiner)
	}
	return false
}

// money reports whether a sign of a currency, or one for a number, stands before byte at.
func (t *task) money(at int) bool {
	switch t.text[at-1] {
	case '$', '#', '+', '<', '>', '=', '~', '*', '%', '@':
		return true
	}
	return at >= 2 && t.text[at-2:at] == "£" || at >= 3 && t.text[at-3:at] == "€"
}

// measured reports whether what follows the number at i is what it counts.
func (t *task) measured(i int) bool {
	w, next := t.at(i), t.at(i+1)
	if w.end < len(t.text) {
		switch t.text[w.end] {
		case '%', '$', '#', '+', '=', '*', '@':
			return true
		case ',', '.', ':':
			if next.digits > 0 && next.start == w.end+1 {
				return true
			}
		}
		if s := t.text[w.end:]; len(s) >= 2 && s[:2] == "°" {
			return true
		}
	}
	return next.has(counted) && next.gap&^(gapSpace|gapHyphen) == 0 && !t.opens(i+1)
}

// closed reports whether the bracket that opens before i holds little more than dates.
func (t *task) closed(i int) bool {
	for at := t.at(i).end; at < len(t.text) && at < t.at(i).end+12; at++ {
		switch c := t.text[at]; {
		case c == ')' || c == ']' || c == ';' || c == ',':
			return true
		case c >= 0x80 || c == '-' || c == ' ' || c >= '0' && c <= '9' || c == '/':
		default:
			return false
		}
	}
	return false
}

// nearYear reports whether a year was found a few tokens before i: "from 1998 to 2004", "in 2015 and 2016".
func (t *task) nearYear(i int) bool {
	return t.last != none && i-t.last <= 4
}

// possessive reports whether token j ends in 's: "Biden's 2020 campaign".
func (t *task) possessive(j int) bool {
	if j < 0 {
		return false
	}
	s := t.of(j)
	return len(s) > 2 && (s[len(s)-2:] == "'s" || len(s) > 4 && s[len(s)-4:] == "’s")
}

// decade reads "1990s", "the '90s", "the 60s".
func (t *task) decade(i int) (expression, bool) {
	w := t.at(i)
	n := int(w.number)
	e := expression{from: i, to: i + 1, unit: corpus.DecadeUnit, kind: corpus.Written}
	switch {
	case !w.plural || w.gap&gapSlash != 0:
		return e, false
	case n >= firstYear && n <= lastYear:
		if n%100 == 0 { // "the 1900s": the century, in common speech
			e.unit = corpus.CenturyUnit
			if n%1000 == 0 {
				e.unit = corpus.DecadeUnit
			}
		}
	case n >= 20 && n < 100 && (t.is(i-1, "the", "early", "late", "mid") && !t.is(i-2, "his", "her", "their", "my", "your", "our") || w.gap&gapApos != 0):
		if w.gap&gapApos == 0 && n < 30 || t.is(i-2, "temperatures", "in") && t.is(i-1, "upper", "low") {
			return e, false
		}
		n += 1900
		e.kind = corpus.Resolved
	default:
		return e, false
	}
	e.first, e.last = e.unit.Around(date(n, 1, 1))
	return e, true
}

// century reads "the 18th century", "19th-century", "the early twentieth century"; "17th and 18th centuries" gives both in turn.
func (t *task) century(i int) (expression, bool) {
	j := i
	if t.is(j, "early", "late", "mid") && (t.at(j+1).gap.spaced() || t.at(j+1).gap == gapHyphen) {
		j++
	}
	w := t.at(j)
	n := int(w.number)
	if !w.ordinal {
		if n = int(w.value); !w.has(ordinal) {
			return expression{}, false
		}
		if t.is(j, "first") && t.is(j-1, "twenty") {
			n = 21
		}
	}
	k := j + 1
	if t.is(k, "and", "or", "to") && (t.at(k+1).ordinal || t.at(k+1).has(ordinal)) {
		k += 2
	}
	if !t.is(k, "century", "centuries") || t.at(k).gap&^(gapSpace|gapHyphen) != 0 || n < 5 || n > 21 || t.is(k+1, "bc", "bce", "b.c") {
		return expression{}, false
	}
	e := expression{from: i, to: j + 1, unit: corpus.CenturyUnit, kind: corpus.Written}
	if k == j+1 {
		e.to = k + 1
	}
	e.first, e.last = corpus.CenturyUnit.Around(date((n-1)*100+1, 1, 1))
	return e, true
}
