package ui

import (
	"dateline/app/state"
	"dateline/corpus/search"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ties is the table of the actors that share documents with this one, by period.
func (v *profileView) ties(p *profile) app.UI {
	e := v.E
	list := p.found.Ties
	section := app.Section().Aria("labelledby", "with-h")
	head := app.Div().Class("sec-h").Body(
		app.H2().ID("with-h").Text(w.cast.with),
		app.FieldSet().Class("seg seg--s").Body(
			app.Legend().Class("vh").Text(w.cast.order),
			radio("ties", "strong", w.cast.strongest, e.cast.order == search.ByStrength),
			radio("ties", "most", w.cast.most, e.cast.order == search.ByShared),
		),
	)
	if len(list) == 0 {
		return section.Body(head, app.P().Class("hint").Text(w.cast.noTies))
	}
	hint := w.cast.withHint
	if p.found.Docs == p.found.Scope {
		hint = w.cast.withAll
	}
	var more app.UI
	listed := p.found.Others
	if left := listed - len(list); left > 0 && len(list) == firstTies+e.cast.ties {
		more = app.Button().Type("button").Class("more").DataSet("do", "moreties").Text(fill(w.cast.moreTies.of(left), number(left)))
	}
	return section.Body(
		head,
		app.P().Class("hint").ID("with-hint").Text(hint),
		app.Div().Class("heat__scroll").TabIndex(0).Role("region").Aria("labelledby", "with-h").Body(app.Raw(e.tiesHTML(p))),
		more,
	)
}

func (e *explorer) tiesHTML(p *profile) string {
	var m markup
	m.tag("table", "class", "heat", "aria-describedby", "with-hint").tag("thead").tag("tr")
	m.tag("th", "scope", "col", "rowspan", "2").span("span", "vh", w.cast.actorHead).end()
	m.tag("th", "scope", "col", "rowspan", "2", "class", "r").text(w.cast.shared).end()
	for _, g := range p.periods.groups {
		if g.label == "" {
			m.tag("td", "colspan", itoa(g.columns)).end()
			continue
		}
		m.tag("th", "scope", "colgroup", "colspan", itoa(g.columns)).text(g.label).end()
	}
	m.tag("th", "scope", "col", "rowspan", "2", "class", "r", "title", w.cast.liftLong).text(w.cast.lift).span("span", "vh", " "+w.cast.liftLong).end()
	m.end().tag("tr")
	for _, c := range p.periods.columns {
		m.tag("th", "scope", "col", "class", "heat__c", "title", c.label).tag("span", "aria-hidden", "true").text(c.short).end().span("span", "vh", c.label).end()
	}
	m.end().end().tag("tbody")
	both := e.s.SetView(state.Documents).WithActor(p.who.key)
	for _, tie := range p.found.Ties {
		a, err := e.c.actor(tie.Actor)
		if err != nil {
			continue
		}
		m.tag("tr").tag("th", "scope", "row").tag("a", "class", "who", "href", "#"+e.s.ShowActor(a.key).String(), "title", a.name)
		m.glyph(a.class()).tag("span", "dir", "auto").text(a.name).end().end().end()
		m.tag("td", "class", "num").tag("a", "href", "#"+both.WithActor(a.key).String()).text(number(tie.Docs)).end().end()
		most := 0
		for _, n := range tie.Bins {
			most = max(most, n)
		}
		for i, n := range tie.Bins {
			if n == 0 {
				m.tag("td", "class", "h h0").span("span", "vh", "0").end()
				continue
			}
			m.tag("td", "class", "h h"+itoa(shade(n, most)), "title", p.periods.columns[i].label+": "+number(n)).span("span", "vh", number(n)).end()
		}
		m.tag("td", "class", "num lift").text(times(tie.Lift)).end().end()
	}
	return m.end().end().String()
}

// times writes how many times as often as by chance.
func times(lift float64) string {
	if lift < 10 {
		return decimal(lift, 1) + "×"
	}
	return number(int(lift+.5)) + "×"
}
