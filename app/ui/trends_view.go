package ui

import (
	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/query"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// trendRow is the legend of the curves, and the field that adds one.
func (t *timeline) trendRow(x axis) app.UI {
	if len(t.E.s.Trends) == 0 {
		return app.Div().Class("trends").Hidden(true)
	}
	var m markup
	m.tag("ul", "class", "trends__list", "role", "list", "aria-label", w.trends.legend)
	for i, c := range x.curves {
		m.tag("li", "class", "trend").tag("svg", "class", "trend__sign t"+itoa(i), "viewBox", "0 0 24 8", "aria-hidden", "true")
		m.void("path", "d", "M0 4h24").end()
		m.tag("span", "class", "trend__name", "dir", "auto", "title", c.typed).text(c.name).end()
		if c.bad != nil {
			m.span("span", "trend__n", c.bad.Msg)
		} else {
			m.span("span", "num trend__n", number(c.dated))
		}
		m.tag("button", "type", "button", "data-trend", itoa(i), "aria-label", fill(w.trends.remove, c.name), "title", fill(w.trends.remove, c.name))
		m.b.WriteString(iconHTML("close", 12))
		m.end().end()
	}
	m.end()
	full := len(t.E.s.Trends) >= state.MaxTrends
	return app.Form().Class("trends").Action("#").Hidden(false).OnSubmit(t.add).OnClick(t.drop).Body(
		app.Raw(m.String()),
		app.Label().Body(
			app.Span().Class("vh").Text(w.trends.add),
			app.Input().ID("trend").Type("text").Placeholder(w.trends.placeholder).AutoComplete(false).Spellcheck(false).
				Attr("autocapitalize", "none").Attr("maxlength", query.MaxBytes).Disabled(full),
		),
		app.Button().Type("submit").Class("btn").Disabled(full).Text(w.trends.addShort),
	)
}

// curves draws the curves over the axis.
func curves(x axis) app.UI {
	var m markup
	m.tag("svg", "class", "plot__bars plot__curves", "viewBox", "0 0 "+itoa(axisUnits)+" 100", "preserveAspectRatio", "none", "aria-hidden", "true")
	for i, c := range x.curves {
		m.void("path", "class", "t"+itoa(i), "d", x.line(c.values))
	}
	return app.Raw(m.end().String())
}

// trendTable is the curves as a table: a row for each bar in which one of them has documents.
func trendTable(x axis) string {
	var m markup
	m.tag("details", "class", "trends__table").span("summary", "", w.trends.table).tag("div", "class", "trends__scroll", "tabindex", "0", "role", "region", "aria-label", w.trends.table)
	m.tag("table").tag("thead").tag("tr").tag("th", "scope", "col").text(w.barTableWhen).end()
	for _, c := range x.curves {
		m.tag("th", "scope", "col", "dir", "auto").text(c.name).end()
	}
	m.end().end().tag("tbody")
	for i := range x.t.Bars {
		some := false
		for _, c := range x.curves {
			some = some || c.values[i] > 0
		}
		if !some {
			continue
		}
		m.tag("tr").tag("th", "scope", "row").text(state.Period(x.t.Dates(i))).end()
		for _, c := range x.curves {
			m.tag("td", "class", "num").text(x.value(c.values[i])).end()
		}
		m.end()
	}
	return m.end().end().end().end().String()
}

// value writes a value of a bar or a curve.
func (x axis) value(v float64) string {
	if x.share {
		return share(v)
	}
	return number(int(v))
}

// burstsHTML marks bursts over the bars: a line as long as the burst. The list below the heading names the same.
func burstsHTML(x axis, bursts []state.Burst) string {
	var m markup
	m.tag("svg", "class", "plot__bars plot__bursts", "aria-hidden", "true")
	for _, b := range bursts {
		from, to := x.t.X(x.t.Bars[b.First].Start), x.t.X(x.t.Bars[b.Last].End)
		m.void("rect", "x", percent(from), "width", percent(max(to-from, .004)), "y", "-6", "height", "3")
	}
	return m.end().String()
}

// burstList names the bursts; each is a date filter.
func (e *explorer) burstList(x axis, bursts []state.Burst) string {
	var m markup
	if len(bursts) == 0 {
		return m.tag("ul", "class", "bursts", "role", "list", "hidden", "hidden").end().String()
	}
	m.tag("ul", "class", "bursts", "role", "list", "aria-label", w.trends.bursts).tag("li", "aria-hidden", "true", "title", w.trends.burstsHelp).text(w.trends.bursts + " ").end()
	for _, b := range bursts[:min(len(bursts), namedBursts)] {
		from, _ := x.t.Dates(b.First)
		_, to := x.t.Dates(b.Last)
		m.tag("li").tag("a", "href", "#"+e.s.SetRange(from, to).String(), "title", w.trends.burstsHelp).text(shortPeriod(from, to)).end().end()
	}
	return m.end().String()
}

// shortPeriod is a period as state.Period writes it, or shorter still where it lies within a month: "21–29 Apr 1987".
func shortPeriod(from, to corpus.Date) string {
	y, m, d := from.Parts()
	if ty, tm, td := to.Parts(); y == ty && m == tm && d != 0 && td > d {
		return itoa(d) + "–" + state.ShortDate(to)
	}
	return state.Period(from, to)
}

// namedBursts is how many bursts are named beside the heading.
const namedBursts = 3

// undatedLink leads to the documents of the search that have no date.
func (e *explorer) undatedLink() string {
	var m markup
	n := e.a.result.Undated
	if n == 0 {
		return m.tag("span", "class", "undated").end().String()
	}
	none := &query.DateRange{Period: query.Period{None: true}}
	s := e.s.SetView(state.Documents).SetRange(0, 0).SetQuery(both(e.a.node, none).String()).SetAny(false).Close()
	return m.tag("a", "class", "undated", "href", "#"+s.String()).text(fill(w.undatedNote.of(n), number(n))).end().String()
}

// kind switches between bars and curves.
func (t *timeline) kind(_ app.Context, e app.Event) {
	s := t.E.s
	s.Trends = nil
	if e.Get("target").Get("value").String() == "trends" {
		s.Trends = t.E.firstTrends()
		t.E.page.focus = "#trend"
	}
	t.E.set(s, commit)
}

func (t *timeline) add(_ app.Context, e app.Event) {
	e.PreventDefault()
	q := browser.Value("trend")
	t.E.set(t.E.s.AddTrend(q), commit)
	browser.SetValue("trend", "")
	t.E.page.focus = "#trend"
}

func (t *timeline) drop(ctx app.Context, e app.Event) {
	button, ok := hit(e, "button[data-trend]")
	i := -1
	if ok {
		i = smallNumber(data(button, "trend"))
	}
	if i < 0 || i >= len(t.E.s.Trends) {
		ctx.PreventUpdate()
		return
	}
	t.E.set(t.E.s.DropTrend(t.E.s.Trends[i]), commit)
	t.E.page.focus = "#trend"
}
