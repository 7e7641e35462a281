package ui

import (
	"dateline/app/state"
	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const svgNS = "http://www.w3.org/2000/svg"

// timeline is the histogram of the matching documents, with the brush that sets the date filter over it.
type timeline struct {
	app.Compo
	E   *explorer
	Rev int

	drag drag
}

func (t *timeline) Render() app.UI {
	e := t.E
	x := e.axis()
	bursts := e.bursts(x)
	return app.Section().Class("timeline").Aria("labelledby", "tl-h").Body(
		app.Div().Class("timeline__head").Body(
			app.H2().ID("tl-h").Text(t.title(x)),
			app.Raw(e.undatedLink()),
			app.Raw(e.burstList(x, bursts)),
			app.FieldSet().Class("seg seg--s").OnChange(t.kind).Body(
				app.Legend().Class("vh").Text(w.trends.kind),
				radio("kind", "bars", w.trends.bars, len(e.s.Trends) == 0),
				radio("kind", "trends", w.trends.trends, len(e.s.Trends) > 0),
			),
			app.FieldSet().Class("seg seg--s").OnChange(t.measure).Body(
				app.Legend().Class("vh").Text(w.measure),
				radio("y", "count", w.count, !e.s.Share),
				radio("y", "share", w.share, e.s.Share),
			),
			app.FieldSet().Class("seg seg--s").OnChange(t.interval).Body(
				app.Legend().Class("vh").Text(w.interval),
				radio("bin", "1", w.bins[1], x.t.Bin == state.Day),
				radio("bin", "2", w.bins[2], x.t.Bin == state.Week),
				radio("bin", "3", w.bins[3], x.t.Bin == state.Month),
				radio("bin", "4", w.bins[4], x.t.Bin == state.Year),
			),
		),
		t.trendRow(x),
		t.plot(x, bursts),
	)
}

// title says what the bars count, and where the documents are if the dates leave none.
func (t *timeline) title(x axis) string {
	e := t.E
	names := w.timeline
	if x.share {
		names = w.timelineShare
	}
	title := names[x.t.Bin]
	if len(x.curves) > 0 {
		title = w.trends.titles[b2i(x.share)]
	}
	if e.s.From != 0 || e.s.To != 0 {
		if in, out := inside(e.a.result.Days, e.s.From, e.s.To); in == 0 && out > 0 {
			title += fill(w.timelineNone, number(out))
		}
	}
	return title
}

func (t *timeline) plot(x axis, bursts []state.Burst) app.UI {
	if len(x.t.Bars) == 0 {
		return app.Div().Class("plot")
	}
	e := t.E
	from, to := x.days(e.s.From, e.s.To)
	in, out := x.paths(from, to)
	var bars app.UI = svg("plot__bars").Attr("viewBox", "0 0 "+itoa(axisUnits)+" 100").Attr("preserveAspectRatio", "none").Aria("hidden", true).Body(
		shape("path").Attr("d", in),
		shape("path").Class("out").Attr("d", out),
	)
	table := tableHTML(x)
	if len(x.curves) > 0 {
		bars, table = curves(x), trendTable(x)
	}
	return app.Div().Class("plot").Role("group").Aria("label", w.range_).Body(
		app.Div().ID("plot").Class("plot__area").
			On("pointerdown", t.down).On("pointermove", t.move).On("pointerup", t.up).On("pointercancel", t.cancel).Body(
			app.Raw(gridHTML(x)),
			app.Raw(burstsHTML(x, bursts)),
			bars,
			app.Raw(pinHTML(e, x)),
			t.brush(x, from, to),
		),
		app.Raw(ticksHTML(x, maxTicks, "")),
		app.Raw(ticksHTML(x, fewTicks, " plot__axis--few")),
		app.Raw(table),
	)
}

func svg(class string) app.HTMLElem  { return app.Elem("svg").XMLNS(svgNS).Class(class) }
func shape(name string) app.HTMLElem { return app.Elem(name).XMLNS(svgNS) }

// gridHTML draws the lines at half and full height with their values.
func gridHTML(x axis) string {
	var m markup
	m.tag("svg", "class", "plot__grid", "aria-hidden", "true")
	for _, part := range [...]float64{.5, 1} {
		label := x.label(x.top * part)
		if label == "" {
			continue
		}
		y := percent(1 - part)
		m.void("line", "x1", "0", "x2", "100%", "y1", y, "y2", y)
		m.tag("text", "x", "100%", "y", y, "dx", "6", "dy", "4").text(label).end()
	}
	return m.end().String()
}

// pinHTML marks the date of the open document.
func pinHTML(e *explorer, x axis) string {
	if e.d == nil || e.d.doc.Date == 0 {
		return `<span class="pin"></span>`
	}
	date := e.d.doc.Date
	middle := date.Days()
	if date.Precision() != corpus.DayOfMonth {
		middle = (middle + date.Last().Days()) / 2
	}
	at := percent((x.t.X(middle) + x.t.X(middle+1)) / 2)
	var m markup
	m.tag("span", "class", "pin").tag("svg", "aria-hidden", "true")
	m.tag("svg", "x", at, "overflow", "visible").void("line", "y1", "0", "y2", "100%").void("path", "d", "M-5 0h10L0 7z").end().end()
	return m.span("span", "vh", fill(w.open, longDate(date))).end().String()
}

// ticksHTML labels the axis with at most so many labels. Axes are drawn for wide and for narrow screens, and the style sheet
// shows the one that fits.
func ticksHTML(x axis, most int, class string) string {
	var m markup
	m.tag("svg", "class", "plot__axis"+class, "aria-hidden", "true")
	for _, tick := range x.t.Ticks(most) {
		class, length := "mo", "5"
		if tick.Major {
			class, length = "yr", "14"
		}
		at := x.t.X(tick.Day)
		if at > 1-.3/float64(most) {
			continue // its label would stand outside
		}
		m.tag("svg", "x", percent(at), "class", class, "overflow", "visible")
		m.void("line", "y2", length)
		m.tag("text", "x", "4", "y", "14").text(tick.Label).end().end()
	}
	return m.end().String()
}

// The numbers of labels that an axis holds on the narrowest wide screen and on a phone.
const (
	maxTicks = 20
	fewTicks = 5
)

// tableHTML is the histogram for those who do not see it: its bars in words, leaving out empty ones.
func tableHTML(x axis) string {
	var m markup
	m.tag("table", "class", "vh").span("caption", "", w.barTable)
	m.tag("thead").tag("tr").tag("th", "scope", "col").text(w.barTableWhen).end().tag("th", "scope", "col").text(w.documents[1]).end().end().end()
	m.tag("tbody")
	for i, bar := range x.t.Bars {
		if bar.Docs == 0 {
			continue
		}
		from, to := x.t.Dates(i)
		m.tag("tr").tag("th", "scope", "row").text(state.Period(from, to)).end().tag("td").text(number(bar.Docs)).end().end()
	}
	return m.end().end().String()
}

func (t *timeline) measure(_ app.Context, e app.Event) {
	s := t.E.s
	s.Share = e.Get("target").Get("value").String() == "share"
	t.E.set(s, replace)
}

func (t *timeline) interval(_ app.Context, e app.Event) {
	s := t.E.s
	if v := e.Get("target").Get("value").String(); len(v) == 1 {
		s.Bin = state.Bin(v[0] - '0')
	}
	t.E.set(s, replace)
}
