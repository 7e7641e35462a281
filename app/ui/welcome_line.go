package ui

import (
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/search"
)

// lineHTML draws the documents in time: each as a dot, or a histogram where there are many.
func (e *explorer) lineHTML() (string, error) {
	x := e.axis()
	var m markup
	m.tag("section", "class", "welcome__line", "aria-labelledby", "wl-h").tag("h2", "id", "wl-h", "class", "vh").text(w.welcome.line).end()
	switch {
	case len(x.t.Bars) == 0:
	case e.c.meta.Docs <= fewDocs:
		if err := e.dots(&m, x); err != nil {
			return "", err
		}
		m.b.WriteString(ticksHTML(x, maxTicks, "") + ticksHTML(x, fewTicks, " plot__axis--few"))
	default:
		in, _ := x.paths(x.days(0, 0))
		m.tag("div", "class", "plot plot--whole").tag("div", "class", "plot__area")
		m.b.WriteString(gridHTML(x))
		m.tag("svg", "class", "plot__bars", "viewBox", "0 0 "+itoa(axisUnits)+" 100", "preserveAspectRatio", "none", "aria-hidden", "true")
		m.void("path", "d", in).end().end()
		m.b.WriteString(ticksHTML(x, maxTicks, "") + ticksHTML(x, fewTicks, " plot__axis--few"))
		m.b.WriteString(tableHTML(x))
		m.end()
	}
	return m.end().String(), nil
}

// dots writes the documents as links on the line; a label that would run into its neighbour's is left to the title.
func (e *explorer) dots(m *markup, x axis) error {
	all, err := e.c.engine.Run(search.Request{Sort: search.Oldest, Limit: fewDocs})
	if err != nil {
		return err
	}
	m.tag("svg", "class", "dots").void("line", "x1", "0", "x2", "100%", "y1", "37", "y2", "37")
	const room = .13
	last := -room
	var places []float64
	var dates []corpus.Date
	for _, hit := range all.Hits {
		doc, err := e.c.x.Doc(hit.Doc)
		if err != nil {
			return err
		}
		if doc.Date == 0 {
			continue
		}
		at := x.t.X(doc.Date.Days())
		places, dates = append(places, at), append(dates, doc.Date)
		label := state.ShortDate(doc.Date)
		m.tag("svg", "x", percent(at), "overflow", "visible").tag("a", "href", "#"+e.c.fresh().Open(doc.ID).String(), "aria-label", label+": "+doc.Title)
		m.span("title", "", doc.Title).void("circle", "cy", "37", "r", "6")
		if at-last >= room {
			last = at
			anchor, dx := "start", "-6"
			if at > 1-room {
				anchor, dx = "end", "6"
			}
			m.tag("text", "y", "20", "x", dx, "text-anchor", anchor).text(label).end()
		}
		m.end().end()
	}
	if len(places) == 2 && places[1]-places[0] > 2.5*room {
		m.tag("text", "class", "gap", "y", "20", "x", percent((places[0]+places[1]+room)/2), "text-anchor", "middle")
		m.text(w.welcome.days.n(dates[1].Days() - dates[0].Days())).end()
	}
	m.end()
	return nil
}
