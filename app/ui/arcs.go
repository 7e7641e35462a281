package ui

import (
	"dateline/app/state"
	"dateline/corpus/index"
	"dateline/corpus/search"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The picture of a network is a list of names with arcs beside it: an arc diagram (Wattenberg 2002), in which names stand in an order that says
// something, can be read and pressed, and no line crosses them. Beside it, or folded below it, stands the same as a table.

// chance is the G2 above which chance alone would give an association less than once in twenty times: the 95th percentile of the chi-squared
// distribution of one degree of freedom.
const chance = 3.841

// maxArcs is how many arcs the eye still tells apart.
const maxArcs = 26

// arcs are the links that are drawn: those that chance does not explain, the strongest first, and, where there is a middle, node 0, all of
// its own.
func arcs(n *search.Network, middle bool) (list []search.Link) {
	others := 0
	for _, l := range n.Links {
		own := middle && l.From == 0
		if !own {
			if l.G2 < chance || others == maxArcs {
				continue
			}
			others++
		}
		list = append(list, l)
	}
	return list
}

// arcsHTML draws the names and the arcs.
func (e *explorer) arcsHTML(n *search.Network, links []search.Link, middle bool) string {
	most := 1
	for _, l := range links {
		most = max(most, l.Docs)
	}
	var m markup
	m.tag("div", "class", "arcs").tag("ol", "class", "arcs__names", "role", "list")
	for _, node := range n.Nodes {
		m.tag("li").tag("a", "href", e.profileLink(node.Actor), "title", node.Name).glyph(typeClass[node.Type])
		m.tag("span", "dir", "auto").text(node.Name).end().span("span", "num", number(node.Docs)).end().end()
	}
	m.end()
	rows := len(n.Nodes)
	m.tag("svg", "class", "arcs__lines", "viewBox", "0 0 100 "+itoa(rows*10), "preserveAspectRatio", "none", "aria-hidden", "true")
	for i := len(links) - 1; i >= 0; i-- { // the strongest on top
		l := links[i]
		class := "arc arc--" + itoa(shade(l.Docs, most)) + " n" + itoa(l.From+1) + " n" + itoa(l.To+1)
		if middle && l.From == 0 {
			class += " arc--own"
		}
		from, to := l.From*10+5, l.To*10+5
		reach := decimal(14+116*float64(l.To-l.From)/float64(max(1, rows-1)), 1) // of the curve's handles; it goes three quarters as far
		m.tag("path", "class", class, "d", "M0 "+itoa(from)+"C"+reach+" "+itoa(from)+" "+reach+" "+itoa(to)+" 0 "+itoa(to)).end()
	}
	return m.end().end().String()
}

// linksHTML is the table of the same links.
func linksHTML(n *search.Network, links []search.Link, name func(index.ActorID) string) string {
	var m markup
	m.tag("table", "class", "pairs").tag("thead").tag("tr")
	m.tag("th", "scope", "col").text(w.cast.pair).end().tag("th", "scope", "col", "class", "r").text(w.cast.shared).end()
	m.tag("th", "scope", "col", "class", "r", "title", w.cast.liftLong).text(w.cast.lift).span("span", "vh", " "+w.cast.liftLong).end().end().end().tag("tbody")
	for _, l := range links {
		a, b := n.Nodes[l.From], n.Nodes[l.To]
		m.tag("tr").tag("th", "scope", "row")
		for i, node := range []search.Node{a, b} {
			if i > 0 {
				m.text(" – ")
			}
			m.tag("span", "class", "who").glyph(typeClass[node.Type]).tag("bdi").text(name(node.Actor)).end().end()
		}
		m.end().tag("td", "class", "num").text(number(l.Docs)).end().tag("td", "class", "num lift").text(times(l.Lift)).end().end()
	}
	return m.end().end().String()
}

func (e *explorer) nameOf(id index.ActorID) string {
	a, err := e.c.actor(id)
	if err != nil {
		return ""
	}
	return a.name
}

// pictureHTML shows how the strongest ties of an actor hang together with it and among themselves.
func (e *explorer) pictureHTML(p *profile) string {
	links := arcs(p.network, true)
	if len(p.network.Nodes) < 3 {
		return "<div></div>"
	}
	var m markup
	m.tag("section", "class", "picture", "aria-labelledby", "pic-h").tag("div", "class", "sec-h").tag("h2", "id", "pic-h").text(w.cast.picture).end().end()
	m.span("p", "hint", fill(w.cast.ownHint, p.who.name))
	m.b.WriteString(e.arcsHTML(p.network, links, true))
	m.tag("details", "class", "astable").tag("summary").text(w.cast.pictureTable).end()
	m.b.WriteString(linksHTML(p.network, links, e.nameOf))
	return m.end().end().String()
}

// overview shows how the actors that the result names most hang together; of a handful of documents, who is named in which.
func (v *profileView) overview() []app.UI {
	e := v.E
	rows, all := e.castRows(mostNamed)
	lead := fill(w.cast.overviewLead, w.cast.actors.n(all), w.documents.n(e.a.result.Total))
	body := []app.UI{app.H1().Class("profile__over").Text(w.viewNames[state.Actors]), app.P().Class("profile__lead").Text(lead)}
	if e.a.result.Total <= fewColumns {
		return append(body, app.Raw(e.whereHTML()))
	}
	n := e.overviewNetwork(rows)
	if n == nil {
		return body
	}
	links := arcs(n, false)
	if len(links) == 0 {
		return append(body, app.P().Class("hint").Text(w.cast.overviewNone))
	}
	var m markup
	m.tag("div", "class", "profile__cols").tag("section", "class", "picture", "aria-labelledby", "pic-h")
	m.tag("div", "class", "sec-h").tag("h2", "id", "pic-h").text(w.cast.overview).end().end().span("p", "hint", w.cast.pictureHint)
	m.b.WriteString(e.arcsHTML(n, links, false))
	m.end().tag("section", "aria-labelledby", "pairs-h").tag("div", "class", "sec-h").tag("h2", "id", "pairs-h").text(w.cast.pairs).end().end()
	m.b.WriteString(linksHTML(n, links, e.nameOf))
	return append(body, app.Raw(m.end().end().String()))
}

// overviewNetwork is the network of the actors listed first, kept until something of it changes; nil if it cannot be counted.
func (e *explorer) overviewNetwork(rows []castRow) *search.Network {
	key := castKey{a: e.a, find: e.cast.find, except: e.cast.except, limit: len(rows)}
	if e.cast.network == nil || e.cast.networkFor != key {
		list := make([]index.ActorID, len(rows))
		for i, row := range rows {
			list[i] = row.Actor
		}
		n, err := e.c.engine.Network(e.a.request(e.s, 0, 0, false), list)
		if err != nil {
			e.a.failure = err
			return nil
		}
		e.cast.network, e.cast.networkFor = n, key
	}
	return e.cast.network
}
