package ui

import (
	"cmp"
	"slices"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/query"
)

// looser is a way out of an empty result: a state with one condition less, and the number of documents it gives.
type looser struct {
	what  string // "Any date"
	how   string // in front of what is dropped or tried
	gone  string // struck through
	query string // the query as it would be
	state state.State
	total int
}

// loosen returns the ways out of an empty result that find something, those that keep most of the question first, and
// the conditions that make no difference. Each way is one search that counts only.
func (c *collection) loosen(s state.State, a *answer) (ways []looser, idle []string) {
	s = s.SetPage(0).Close()
	t := w.nothing
	try := func(l looser, condition string) {
		l.total = c.total(l.state)
		if l.total > 0 {
			ways = append(ways, l)
		} else if condition != "" {
			idle = append(idle, condition)
		}
	}

	leaves := query.Leaves(a.node)
	if s.From != 0 || s.To != 0 {
		dates := state.Period(s.From, s.To)
		try(looser{what: t.anyDate, how: t.drop, gone: dates, state: s.SetRange(0, 0)}, dates)
		if near, ok := c.nearest(s, a); ok {
			ways = append(ways, near)
		}
	}
	if len(leaves) > 1 && !s.Any {
		terms := ""
		for i, leaf := range leaves {
			if i > 0 {
				terms += " " + w.or + " "
			}
			terms += leaf.String()
		}
		try(looser{what: t.anyTerm, query: terms, state: s.SetAny(true)}, "")
	}
	if longer := prefixed(a.node); longer != "" && longer != s.Q {
		try(looser{what: t.prefix, query: longer, state: s.SetQuery(longer)}, "")
	}
	if len(leaves) > 1 && !s.Any {
		for _, leaf := range leaves {
			if rest := without(s.Q, leaf); rest != "" {
				try(looser{what: t.dropWord, how: t.drop, gone: leaf.String(), state: s.SetQuery(rest)}, leaf.String())
			}
		}
	}
	for _, one := range a.with {
		try(looser{what: fill(t.without, one.name), how: t.drop, gone: w.with + " " + one.name, state: s.DropActor(one.key)}, w.with+" "+one.name)
	}
	for _, one := range a.without {
		try(looser{what: fill(t.allow, one.name), how: t.drop, gone: w.without + " " + one.name, state: s.DropActor(one.key)}, w.without+" "+one.name)
	}
	if len(ways) == 0 && s.Filtered() && s.Q != "" { // more than one condition stands in the way
		try(looser{what: t.clearAll, state: s.ClearFilters()}, "")
		try(looser{what: t.filtersOnly, how: t.drop, gone: s.Q, state: s.SetQuery("")}, "")
	}
	slices.SortStableFunc(ways, func(a, b looser) int { return cmp.Compare(min(b.total, 1), min(a.total, 1)) })
	return ways, idle
}

// nearest returns the week of matches that lies nearest to the dates of a state.
func (c *collection) nearest(s state.State, a *answer) (looser, bool) {
	best, away := -1, 0
	low, high := -1<<31, 1<<31-1
	if s.From != 0 {
		low = s.From.First().Days()
	}
	if s.To != 0 {
		high = s.To.Last().Days()
	}
	for i, d := range a.result.Days {
		distance := max(low-d.Day, d.Day-high)
		if distance > 0 && (best < 0 || distance < away) {
			best, away = i, distance
		}
	}
	if best < 0 {
		return looser{}, false
	}
	// The seven days at the near end of which the nearest match lies.
	day := a.result.Days[best].Day
	from, to := day, day+6
	how := w.nothing.after
	if day < low {
		from, to = day-6, day
		how = w.nothing.before
	}
	l := looser{what: w.nothing.nearest, state: s.SetRange(corpus.DateOfDays(from), corpus.DateOfDays(to))}
	l.how = state.Period(l.state.From, l.state.To) + ", " + fill(how, w.welcome.days.n(away))
	l.total = c.total(l.state)
	return l, l.total > 0
}

// prefixed returns a query of words with a star behind each, "" if the query is anything else or the words are too short
// for that to mean something.
func prefixed(n query.Node) string {
	var kids []query.Node
	switch n := n.(type) {
	case *query.Word:
		kids = []query.Node{n}
	case *query.And:
		kids = n.Kids
	}
	q := ""
	for _, kid := range kids {
		word, ok := kid.(*query.Word)
		if !ok || len([]rune(word.Text)) < 4 {
			return ""
		}
		if q != "" {
			q += " "
		}
		q += word.Text + "*"
	}
	return q
}

// without takes a leaf out of a query as it was typed.
func without(q string, leaf query.Node) string {
	at := leaf.Bounds()
	if at.Pos < 0 || at.End > len(q) || at.Pos >= at.End {
		return ""
	}
	rest := q[:at.Pos] + q[at.End:]
	if _, err := query.Parse(rest, query.AllTerms); err != nil {
		return "" // what is left is not a query
	}
	return trimSpaces(rest)
}
