package ui

import (
	"strings"

	"dateline/corpus/query"
)

// readingHTML tells how the query was read, or what is wrong with it.
func readingHTML(e *explorer) string {
	var m markup
	m.tag("div", "class", "reading", "id", "q-read")
	switch messages := e.messages(); {
	case len(messages) > 0:
		m.tag("p", "class", "msg")
		m.b.WriteString(iconHTML("warn", 16))
		m.span("span", "", strings.Join(messages, " ")).end()
	case len(e.a.terms) == 0:
		m.span("p", "reading--note", w.keptInAddress)
	default:
		m.span("span", "vh", w.readAs+" ")
		joiner := joinerOf(e.a.node)
		for i, t := range e.a.terms {
			if i > 0 {
				m.span("span", "joiner", joiner)
			}
			m.tag("span", "class", "term").span("code", "", t.Text).text(" ").span("span", "num", w.hits.n(t.Occurrences)).end().text(" ")
		}
		for _, not := range excluded(e.a.node) {
			m.tag("span", "class", "term term--not").span("span", "joiner", w.without).text(" ").span("s", "num", not).end().text(" ")
		}
	}
	return m.end().String()
}

// messages is what the reader should know of what she asked: mistakes in the query, what the address held in vain, limits.
func (e *explorer) messages() []string {
	var list []string
	if e.a.failure != nil {
		list = append(list, sentence(e.a.failure.Error()))
	}
	if e.trouble != "" {
		list = append(list, sentence(e.trouble))
	}
	if e.a.err != nil {
		list = append(list, e.a.err.Msg)
	}
	for _, name := range e.a.unknown {
		list = append(list, fill(w.unknownActor, name))
	}
	for _, d := range e.dropped {
		list = append(list, fill(w.dropped, d.Key, d.Why))
	}
	for _, note := range e.a.result.Notes {
		list = append(list, sentence(strings.TrimSuffix(note, ".")))
	}
	return list
}

// joinerOf is the word between the terms of a query; a query that mixes both has a dot.
func joinerOf(n query.Node) string {
	flat := func(kids []query.Node) bool {
		for _, kid := range kids {
			switch kid.(type) {
			case *query.And, *query.Or:
				return false
			}
		}
		return true
	}
	switch n := n.(type) {
	case *query.And:
		if flat(n.Kids) {
			return w.and
		}
	case *query.Or:
		if flat(n.Kids) {
			return w.or
		}
	}
	return "·"
}

// excluded returns the words that a query leaves out.
func excluded(n query.Node) []string {
	var list []string
	switch n := n.(type) {
	case *query.Not:
		list = append(list, n.Kid.String())
	case *query.And:
		for _, kid := range n.Kids {
			if not, ok := kid.(*query.Not); ok {
				list = append(list, not.Kid.String())
			}
		}
	}
	return list
}
