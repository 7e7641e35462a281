package ui

import (
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/search"
)

// facetSource is the result that the facets are read from: the present one, or the same counted again for what stands in
// "Find an actor" or for more rows than a result brings by itself.
func (e *explorer) facetSource() *search.Result {
	most := 0
	for _, shown := range e.shown {
		most = max(most, shown+fewPeople)
	}
	if e.find == "" && most <= facetsOfResult {
		return e.a.result
	}
	key := facetKey{e.a, e.find, most}
	if e.counted == nil || e.countedFor != key {
		r := e.a.request(e.s, 0, 0, true)
		r.FacetFind, r.FacetLimit = e.find, max(facetsOfResult, most)
		counted, err := e.c.engine.Run(r)
		if err != nil {
			return e.a.result
		}
		e.counted, e.countedFor = counted, key
	}
	return e.counted
}

// facetsOfResult is how many facets of a type a result has by itself.
const facetsOfResult = 200

type facetKey struct {
	a    *answer
	find string
	most int
}

// facetRow is one actor of the filter column.
type facetRow struct {
	search.Facet
	typ              corpus.ActorType
	include, exclude bool
	removed          int // documents that an exclusion takes away
	profile          string
}

func contains(list []actor, id index.ActorID) bool {
	for _, a := range list {
		if a.id == id {
			return true
		}
	}
	return false
}

// facets returns the rows of one type that what stands in "Find an actor" leaves.
func (e *explorer) facets(typ corpus.ActorType) []facetRow {
	var rows []facetRow
	for _, f := range e.facetSource().Facets[typ] {
		row := facetRow{Facet: f, typ: typ, include: contains(e.a.with, f.Actor), exclude: contains(e.a.without, f.Actor), profile: e.profileLink(f.Actor)}
		if row.exclude {
			if a, ok := e.keyOf(f.Actor); ok {
				row.removed = e.c.total(e.s.DropActor(a.key)) - e.a.result.Total
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func (r facetRow) html(total int) string {
	var m markup
	class, checked, pressed := "facet", "", "false"
	count, title := number(r.Docs), ""
	if r.include {
		class, checked = "facet is-include", "checked"
	}
	if r.exclude {
		class, pressed = "facet is-exclude", "true"
		count, title = "−"+number(r.removed), w.removed
	}
	id := itoa(int(r.Actor))
	m.tag("li", "class", class)
	m.tag("label", "class", "facet__pick").void("input", "type", "checkbox", "data-actor", id, "checked", checked)
	m.glyph(typeClass[r.typ])
	m.tag("span", "class", "facet__name", "title", r.Name, "dir", "auto").text(r.Name).end()
	m.tag("span", "class", "facet__n", "title", title).text(count).end()
	part := 0.0
	if total > 0 {
		part = float64(r.Docs) / float64(total)
	}
	m.tag("svg", "class", "bar", "aria-hidden", "true").void("rect", "width", percent(part), "height", "2").end().end()
	profile := fill(w.cast.profileOf, r.Name)
	m.tag("a", "class", "facet__who", "href", r.profile, "aria-label", profile, "title", profile)
	m.b.WriteString(iconHTML("actors", 16))
	m.end()
	exclude := fill(w.exclude, r.Name)
	m.tag("button", "type", "button", "class", "facet__not", "data-actor", id, "aria-pressed", pressed, "aria-label", exclude, "title", exclude)
	m.b.WriteString(iconHTML("not", 16))
	return m.end().end().String()
}
