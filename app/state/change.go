package state

import (
	"slices"
	"strings"

	"dateline/corpus"
)

// Each of the methods here returns the state after a choice of the reader. What changes the results goes back to their
// first page, and what changes the query to no hit in particular; the open document stays open.

// Fresh returns the first visit of the collection that is open.
func (s State) Fresh() State { return State{Own: s.Own} }

// SetQuery sets the text of the query.
func (s State) SetQuery(q string) State {
	if q != s.Q {
		s.Q, s.Page, s.Hit, s.Hide, s.Near = q, 0, 0, nil, ""
	}
	return s
}

// SetAny chooses whether one term is enough.
func (s State) SetAny(any bool) State {
	if any != s.Any {
		s.Any, s.Page = any, 0
	}
	return s
}

// SetRange sets the date filter; zero is open. Dates the wrong way round are exchanged.
func (s State) SetRange(from, to corpus.Date) State {
	if backwards(from, to) {
		from, to = to, from
	}
	if from != s.From || to != s.To {
		s.From, s.To, s.Page = from, to, 0
	}
	return s
}

func backwards(from, to corpus.Date) bool { return from != 0 && to != 0 && from.First() > to.Last() }

// SetView goes to a view; the open document stays open.
func (s State) SetView(v View) State {
	if v != s.View {
		s.View, s.Page = v, 0
	}
	return s
}

// ShowActor goes to the profile of an actor; empty leads to the list of all of them.
func (s State) ShowActor(name string) State {
	s = s.SetView(Actors)
	s.Actor = strings.TrimSpace(name)
	return s
}

// SetSort sets the order of the results.
func (s State) SetSort(o Sort) State {
	if o != s.Sort {
		s.Sort, s.Page = o, 0
	}
	return s
}

// SetLines sets the order of the concordance.
func (s State) SetLines(l Lines) State {
	if l != s.Lines {
		s.Lines, s.Page = l, 0
	}
	return s
}

// ToggleForm leaves the lines of a word form out of the concordance, or takes them in again.
func (s State) ToggleForm(form string) State {
	if s.Page = 0; index(s.Hide, form) >= 0 {
		s.Hide = minus(s.Hide, form)
	} else {
		s.Hide = plus(s.Hide, form)
	}
	return s
}

// SetNear keeps the lines of the concordance that have a word near the hit; empty keeps all.
func (s State) SetNear(word string) State {
	if word != s.Near {
		s.Near, s.Page = word, 0
	}
	return s
}

// SetSides sets what Compare compares.
func (s State) SetSides(a, b string) State {
	s.A, s.B = strings.TrimSpace(a), strings.TrimSpace(b)
	return s
}

// MaxTrends is the number of curves that a timeline can tell apart.
const MaxTrends = 6

// AddTrend draws the curve of a query, unless it is there or there are too many.
func (s State) AddTrend(q string) State {
	if q = strings.TrimSpace(q); q != "" && index(s.Trends, q) < 0 && len(s.Trends) < MaxTrends {
		s.Trends = plus(s.Trends, q)
	}
	return s
}

// DropTrend takes a curve away.
func (s State) DropTrend(q string) State {
	s.Trends = minus(s.Trends, q)
	return s
}

// SetPage sets the page of the results, from 0.
func (s State) SetPage(page int) State {
	s.Page = max(page, 0)
	return s
}

// HasWith reports whether documents must mention the actor. Names are the same if they differ only in case.
func (s State) HasWith(name string) bool { return index(s.With, name) >= 0 }

// HasWithout reports whether documents must not mention the actor.
func (s State) HasWithout(name string) bool { return index(s.Without, name) >= 0 }

// WithActor asks for documents that mention the actor; an exclusion of it falls.
func (s State) WithActor(name string) State {
	if name = strings.TrimSpace(name); name != "" && !s.HasWith(name) {
		s.With, s.Without, s.Page = plus(s.With, name), minus(s.Without, name), 0
	}
	return s
}

// WithoutActor asks for documents that do not mention the actor; an inclusion of it falls.
func (s State) WithoutActor(name string) State {
	if name = strings.TrimSpace(name); name != "" && !s.HasWithout(name) {
		s.With, s.Without, s.Page = minus(s.With, name), plus(s.Without, name), 0
	}
	return s
}

// DropActor takes the actor out of the filters.
func (s State) DropActor(name string) State {
	if s.HasWith(name) || s.HasWithout(name) {
		s.With, s.Without, s.Page = minus(s.With, name), minus(s.Without, name), 0
	}
	return s
}

// ToggleWith is WithActor, or DropActor if it has been asked for already.
func (s State) ToggleWith(name string) State {
	if s.HasWith(name) {
		return s.DropActor(name)
	}
	return s.WithActor(name)
}

// ToggleWithout is WithoutActor, or DropActor if it has been excluded already.
func (s State) ToggleWithout(name string) State {
	if s.HasWithout(name) {
		return s.DropActor(name)
	}
	return s.WithoutActor(name)
}

// ClearFilters takes away dates and actors.
func (s State) ClearFilters() State {
	if s.Filtered() {
		s.From, s.To, s.With, s.Without, s.Page = 0, 0, nil, nil, 0
	}
	return s
}

// Open opens the document with this id.
func (s State) Open(doc string) State {
	if doc != s.Doc {
		s.Doc, s.Hit, s.Par, s.Sen = doc, 0, 0, 0
	}
	return s
}

// Close closes the open document.
func (s State) Close() State { return s.Open("") }

// AtHit shows a hit of the open document, from 1; 0 is none. A paragraph is then shown no more.
func (s State) AtHit(hit int) State {
	if s.Doc != "" {
		s.Hit, s.Par, s.Sen = max(hit, 0), 0, 0
	}
	return s
}

// AtPlace shows a paragraph of the open document, from 1, and a sentence of it, 0 for the whole; paragraph 0 is none. A hit is then
// shown no more.
func (s State) AtPlace(par, sen int) State {
	if s.Doc != "" {
		s.Hit, s.Par, s.Sen = 0, max(par, 0), max(sen, 0)
		if s.Par == 0 {
			s.Sen = 0
		}
	}
	return s
}

func index(names []string, name string) int {
	name = strings.TrimSpace(name)
	return slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// plus and minus leave the given slice as it is, for other states may share it.
func plus(names []string, name string) []string {
	return append(slices.Clip(names), name)
}

func minus(names []string, name string) []string {
	i := index(names, name)
	switch {
	case i < 0:
		return names
	case len(names) == 1:
		return nil
	}
	return slices.Concat(names[:i], names[i+1:])
}
