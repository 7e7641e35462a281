package ui

import (
	"cmp"
	"slices"

	"dateline/app/state"
	"dateline/corpus/index"
	"dateline/corpus/search"
)

// fewColumns is the number of documents up to which the overview of the actors is a table of who is named where, and how often; of so few
// documents nothing can be said about chance.
const (
	fewColumns = 8
	whereRows  = 30
)

// whereHTML is that table. Documents stand in the order of their dates.
func (e *explorer) whereHTML() string {
	r := e.a.request(e.s, 0, fewColumns, false)
	r.Sort = search.Oldest
	found, err := e.c.engine.Run(r)
	if err != nil {
		return "<div></div>"
	}
	counts := map[index.ActorID][]int{}
	sum := map[index.ActorID]int{}
	var m markup
	m.tag("section", "aria-labelledby", "where-h").tag("div", "class", "sec-h").tag("h2", "id", "where-h").text(w.cast.where).end().end()
	m.span("p", "hint", w.cast.whereHint)
	m.tag("div", "class", "heat__scroll", "tabindex", "0", "role", "region", "aria-labelledby", "where-h")
	m.tag("table", "class", "where").tag("thead").tag("tr").tag("td").end()
	for i, hit := range found.Hits {
		d, err := e.c.x.Doc(hit.Doc)
		if err != nil {
			continue
		}
		title := state.ShortDate(d.Date)
		if d.Date == 0 || !d.TitleDerived {
			title = d.Title
		}
		m.tag("th", "scope", "col").tag("a", "href", "#"+e.s.SetView(state.Documents).Open(d.ID).String(), "title", d.Title, "dir", "auto").text(shorten(title, 40)).end().end()
		mentions, err := e.c.x.Mentions(hit.Doc)
		if err != nil {
			continue
		}
		for _, one := range mentions {
			if counts[one.Actor] == nil {
				counts[one.Actor] = make([]int, len(found.Hits))
			}
			counts[one.Actor][i]++
			sum[one.Actor]++
		}
	}
	m.end().end().tag("tbody")
	rows := make([]int, 0, len(counts))
	for id := range counts {
		if t, err := e.c.x.ActorType(id); err == nil && !e.cast.except[t] {
			rows = append(rows, int(id))
		}
	}
	slices.SortFunc(rows, func(a, b int) int {
		return cmp.Or(sum[index.ActorID(b)]-sum[index.ActorID(a)], a-b)
	})
	rows = rows[:min(whereRows, len(rows))]
	most := 0
	for _, row := range rows {
		most = max(most, slices.Max(counts[index.ActorID(row)]))
	}
	for _, row := range rows {
		id := index.ActorID(row)
		a, err := e.c.actor(id)
		if err != nil {
			continue
		}
		m.tag("tr").tag("th", "scope", "row").tag("a", "class", "who", "href", "#"+e.s.ShowActor(a.key).String(), "title", a.name)
		m.glyph(a.class()).tag("span", "dir", "auto").text(a.name).end().end().end()
		for _, n := range counts[id] {
			m.tag("td", "class", "h h"+itoa(shade(n, most))).text(number(n)).end()
		}
		m.end()
	}
	return m.end().end().end().end().String()
}
