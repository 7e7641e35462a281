package ui

import (
	"strings"

	"dateline/app/state"
	"dateline/corpus/search"
)

// middleHTML is the column between the two sides: the actors and words that both have, and those that tell them apart.
func (e *explorer) middleHTML() string {
	k := e.cmp
	var m markup
	m.tag("section", "class", "cmp__mid", "aria-label", w.compare.middle, "tabindex", "0")
	switch {
	case !k.enough():
		m.span("p", "cmp__none", w.compare.oneEmpty)
	case !k.counted:
		m.tag("p", "id", "cmp-count", "class", "cmp__none").text(fill(w.compare.counting, number(0), number(e.c.meta.Terms))).end()
	default:
		e.actorsHTML(&m)
		e.wordsHTML(&m)
		e.onlysHTML(&m)
	}
	e.otherPairsHTML(&m)
	return m.end().String()
}

// butterfly opens a table whose bars grow from the middle outwards. Numbers are counts; bars are relative to the length of the side, so that
// a long side does not outweigh a short one.
func (e *explorer) butterfly(m *markup, caption, note string) {
	m.tag("table", "class", "bf").tag("caption").text(caption+" ").span("span", "", note).end().tag("thead").tag("tr")
	m.tag("th", "scope", "col", "class", "r", "dir", "auto").text(shorten(e.cmp.sides[0].name(), 22)).end()
	m.tag("th", "scope", "col").span("span", "vh", w.compare.what).end()
	m.tag("th", "scope", "col", "dir", "auto").text(shorten(e.cmp.sides[1].name(), 22)).end()
	m.end().end()
}

// rates returns what a count is worth on each side.
func (e *explorer) rates(a, b int) (x, y float64) {
	return float64(a) / float64(e.cmp.sides[0].docs.Words), float64(b) / float64(e.cmp.sides[1].docs.Words)
}

// wing writes a cell of a butterfly.
func (m *markup) wing(n int, part float64, left bool) {
	class, x := "bf-r", "0"
	if left {
		class, x = "bf-l", percent(1-part)
	}
	m.tag("td", "class", class)
	count := "–"
	if n > 0 {
		count = number(n)
	}
	bar := func() {
		m.tag("svg", "class", "wing", "aria-hidden", "true").void("rect", "x", x, "width", percent(part), "height", "100%").end()
	}
	if left {
		bar()
	}
	m.span("span", "num", count)
	if !left {
		bar()
	}
	m.end()
}

func (e *explorer) actorsHTML(m *markup) {
	list := e.cmp.actors.Both
	if len(list) == 0 {
		return
	}
	total := len(list)
	list = list[:min(len(list), comparedActors)]
	most := 0.0
	for _, one := range list {
		x, y := e.rates(one.A, one.B)
		most = max(most, x, y)
	}
	note := w.compare.mentions
	if total > len(list) {
		note = fill(w.compare.mostMentioned, number(len(list)))
	}
	e.butterfly(m, w.compare.shared.n(total), note)
	m.tag("tbody")
	for _, one := range list {
		a, err := e.c.actor(one.Actor)
		if err != nil {
			continue
		}
		x, y := e.rates(one.A, one.B)
		m.tag("tr")
		m.wing(one.A, x/most, true)
		m.tag("th", "scope", "row")
		e.actorLink(m, a)
		m.end()
		m.wing(one.B, y/most, false)
		m.end()
	}
	m.end().end()
}

// actorLink links an actor to its filter in this view.
func (e *explorer) actorLink(m *markup, a actor) {
	m.tag("a", "class", "who", "href", "#"+e.s.WithActor(a.key).String(), "title", a.name).glyph(a.class()).tag("bdi").text(a.name).end().end()
}

func (e *explorer) wordsHTML(m *markup) {
	k := e.cmp
	most := 0.0
	for _, list := range [3][]search.KeyTerm{k.terms.MoreInA, k.terms.Shared, k.terms.MoreInB} {
		for _, t := range list {
			x, y := e.rates(t.A, t.B)
			most = max(most, x, y)
		}
	}
	if most == 0 {
		return
	}
	e.butterfly(m, w.compare.words, w.compare.wordsHelp)
	part := func(name, class string, list []search.KeyTerm) {
		if len(list) == 0 {
			return
		}
		m.tag("tbody").tag("tr", "class", "bf-sub").tag("th", "colspan", "3", "scope", "colgroup", "dir", "auto").text(name).end().end()
		for _, t := range list {
			x, y := e.rates(t.A, t.B)
			m.tag("tr", "class", class)
			m.wing(t.A, x/most, true)
			m.tag("th", "scope", "row").tag("a", "href", "#"+e.wordState(t.Word).String(), "title", effect(t)).tag("bdi").text(t.Word).end()
			m.span("span", "vh", " "+effect(t)).end().end()
			m.wing(t.B, y/most, false)
			m.end()
		}
		m.end()
	}
	part(fill(w.compare.more, k.sides[0].name()), "is-a", k.terms.MoreInA)
	part(w.compare.both, "is-s", k.terms.Shared)
	part(fill(w.compare.more, k.sides[1].name()), "is-b", k.terms.MoreInB)
	m.end()
}

// effect tells how sure and how large a difference is.
func effect(t search.KeyTerm) string {
	ratio := decimal(t.LogRatio, 1)
	if t.LogRatio > 0 {
		ratio = "+" + ratio
	}
	return fill(w.compare.effect, decimal(max(t.G, -t.G), 1), strings.Replace(ratio, "-", "−", 1))
}

// wordState is where a word of the table leads: in documents it is marked, of selections its lines are shown.
func (e *explorer) wordState(word string) state.State {
	s := e.s.SetQuery(word)
	if e.cmp.sides[0].doc == nil || e.cmp.sides[1].doc == nil {
		return s.SetView(state.Concordance)
	}
	return s
}

// onlysHTML lists the actors that one side alone has.
func (e *explorer) onlysHTML(m *markup) {
	m.tag("div", "class", "onlys")
	for i, list := range [2][]search.KeyActor{e.cmp.actors.OnlyA, e.cmp.actors.OnlyB} {
		m.tag("div").tag("h3", "dir", "auto").text(fill(w.compare.only, e.cmp.sides[i].name())+" ").span("span", "num", number(len(list))).end()
		m.tag("ul", "role", "list")
		for _, one := range list[:min(len(list), comparedActors)] {
			if a, err := e.c.actor(one.Actor); err == nil {
				m.tag("li")
				e.actorLink(m, a)
				m.text(" ").span("span", "num", number(one.A+one.B)).end()
			}
		}
		m.end()
		if more := len(list) - comparedActors; more > 0 {
			m.span("p", "hint", fill(w.more, number(more)))
		}
		m.end()
	}
	m.end()
}

// otherPairsHTML offers other things to compare, all of which the collection has.
func (e *explorer) otherPairsHTML(m *markup) {
	type offer struct {
		name  string
		sides [2]string
	}
	offers := []offer{{w.compare.ends, e.endDocs()}, {w.compare.halves, e.halves()}}
	for _, pair := range e.pairs() {
		offers = append(offers, offer{strings.ReplaceAll(strings.ReplaceAll(pair[0]+" · "+pair[1], "actor:", ""), `"`, ""), pair})
	}
	begun := false
	now := [2]string{e.cmp.sides[0].typed, e.cmp.sides[1].typed}
	for _, o := range offers {
		if o.sides[0] == "" || o.sides[1] == "" || o.sides == now {
			continue
		}
		if !begun {
			begun = true
			m.tag("div", "class", "cmp__others").span("h3", "", w.compare.instead).tag("ul", "role", "list")
		}
		m.tag("li").tag("a", "href", "#"+e.s.SetSides(o.sides[0], o.sides[1]).String(), "dir", "auto").text(o.name).end().end()
	}
	if begun {
		m.end().end()
	}
}

// unnamed takes the names of places in the page out of a paragraph, of which there are two documents here.
func unnamed(paragraph string) string {
	if before, after, ok := strings.Cut(paragraph, ` id="p`); ok && before == "<p" {
		if _, rest, ok := strings.Cut(after, `"`); ok {
			return before + rest
		}
	}
	return paragraph
}
