package ui

import (
	"strings"

	"dateline/app/state"
	"dateline/corpus/search"
	"dateline/corpus/text"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// concordance is the view of every hit on a line of its own, the hits below one another.
type concordance struct {
	app.Compo
	E   *explorer
	Rev int
}

func (e *explorer) concordance() app.UI {
	return app.Div().Class("work").Body(
		&neighbours{E: e, Rev: e.rev.view},
		&timeline{E: e, Rev: e.rev.timeline},
		&concordance{E: e, Rev: e.rev.view},
	)
}

func (v *concordance) Render() app.UI {
	e, k := v.E, v.E.kwic
	main := app.Main().ID("main").Class("kwic").TabIndex(-1)
	heading := app.H1().Class("vh").Text(w.viewNames[state.Concordance])
	if k.err != nil {
		return main.Body(heading, failureUI(k.err))
	}
	if k.c.All() == 0 {
		return main.Body(heading, app.Raw(e.noLinesHTML()))
	}
	return main.Body(
		heading,
		app.Div().Class("bar-top").Body(
			app.H2().ID("lines-h").Text(e.linesHeading()),
			app.Button().ID("open-filters").Type("button").Class("btn btn--quiet only-small").Aria("haspopup", "dialog").Aria("controls", "filters").
				OnClick(v.words).Body(icon("filters", 16), app.Text(" "+w.kwic.wordsShort)),
			v.sorts(),
		),
		app.Raw(e.linesNote()),
		app.Div().ID("hits-scroll").Class("kwic__scroll").TabIndex(0).Role("region").Aria("labelledby", "lines-h").OnClick(v.click).Body(
			app.Raw(e.linesHTML()),
			v.pager(),
		),
	)
}

// linesHeading counts the lines shown.
func (e *explorer) linesHeading() string {
	c := e.kwic.c
	head := fill(w.kwic.linesIn, w.kwic.lines.n(c.Len()), w.documents.n(c.Docs()))
	if e.s.Near != "" && e.kwic.read {
		head += " " + fill(w.kwic.nearWord, e.s.Near)
	}
	return head
}

// sorts is the choice of the order; it is drawn twice, as a narrow screen has no room for ten buttons.
func (v *concordance) sorts() app.UI {
	now := v.E.s.Lines
	var buttons, options []app.UI
	for _, l := range lineOrder {
		buttons = append(buttons, app.Label().Title(w.kwic.sorts[l]).Body(
			app.Input().Type("radio").Name("lines").Value(int(l)).Checked(l == now).Aria("label", w.kwic.sorts[l]),
			app.Span().Text(w.kwic.short[l]),
		))
		options = append(options, option(itoa(int(l)), w.kwic.sorts[l], l == now))
	}
	return app.Div().Class("kwic__sort").OnChange(v.sort).Body(
		app.FieldSet().Class("seg seg--s").Body(append([]app.UI{app.Legend().Text(w.kwic.sortBy)}, buttons...)...),
		app.Label().Class("kwic__select").Body(app.Span().Class("vh").Text(w.kwic.sortBy), app.Select().ID("lines-sort").Body(options...)),
	)
}

// lineOrder is the order of the choices: those of the context stand as the words do.
var lineOrder = [...]state.Lines{
	state.LinesOldest, state.LinesNewest, state.LinesDocument, state.LinesLeft3, state.LinesLeft2, state.LinesLeft1,
	state.LinesHit, state.LinesRight1, state.LinesRight2, state.LinesRight3,
}

// linesNote says what is not as it was asked for: neighbours that are still being read, lines beyond a limit.
func (e *explorer) linesNote() string {
	var m markup
	m.tag("p", "class", "hint kwic__note", "role", "status")
	k := e.kwic
	_, most := k.c.Contexts()
	if byContext := search.LineSort(e.s.Lines).ByContext() || e.s.Near != ""; byContext && !k.read {
		m.text(w.kwic.reading + " ")
	} else if byContext && most < k.c.All() {
		m.text(fill(w.kwic.capped, number(most), number(k.c.All())) + " ")
	}
	if e.s.Near != "" || len(e.s.Hide) > 0 {
		s := e.s.SetNear("")
		s.Hide = nil
		m.tag("a", "href", "#"+s.String()).text(fill(w.kwic.showAll, w.kwic.lines.n(k.c.All()))).end().text(" ")
	}
	if k.c.Cut {
		m.text(fill(w.kwic.cut, number(search.MaxLines)))
	}
	return m.end().String()
}

func (e *explorer) linesHTML() string {
	var m markup
	m.tag("table", "class", "kw").tag("caption", "class", "vh").text(fill(w.kwic.caption, w.kwic.sorts[e.s.Lines])).end()
	m.tag("thead").tag("tr")
	for i, class := range [...]string{"k-date", "k-place", "k-left", "k-node", "k-right", "k-para"} {
		m.tag("th", "scope", "col", "class", class).text(w.kwic.columns[i]).end()
	}
	m.end().end().tag("tbody", "id", "lines")
	open := e.openLine()
	for i, l := range e.kwic.lines {
		e.kwicLineHTML(&m, i, l, i == open, i == max(0, open))
		if i == open {
			e.peekHTML(&m, i, l)
		}
	}
	return m.end().end().String()
}

// kwicLineHTML writes a line: a row of the table that a narrow screen shows as a small paragraph.
func (e *explorer) kwicLineHTML(m *markup, i int, l kwicLine, open, first bool) {
	class, tab, expanded := "", "-1", "false"
	if open {
		class, expanded = "is-open", "true"
	}
	if first {
		tab = "0"
	}
	m.tag("tr", "class", class, "data-line", itoa(i))
	m.tag("td", "class", "k-date")
	if l.doc.Date == 0 {
		m.text(w.undated)
	} else {
		m.tag("time", "datetime", l.doc.Date.String()).text(l.doc.Date.String()).end()
	}
	name := documentName(l)
	m.end().tag("td", "class", "k-place", "title", name).tag("span", "dir", "auto").text(name).end().end()
	m.tag("td", "class", "k-left", "lang", l.doc.Lang).tag("span").tag("bdi")
	e.context(m, strings.TrimRight(l.Left, " \n"), true)
	m.end().end().end()
	m.tag("td", "class", "k-node", "lang", l.doc.Lang)
	m.tag("a", "href", "#"+e.s.SetView(state.Documents).Open(l.doc.ID).AtHit(l.hit).String(), "tabindex", tab, "dir", "auto").text(flat(l.Hit)).end().end()
	m.tag("td", "class", "k-right", "lang", l.doc.Lang).tag("span").tag("bdi")
	e.context(m, strings.TrimLeft(l.Right, " \n"), false)
	m.end().end().end()
	where := w.kwic.title
	if l.Paragraph > 0 {
		where = "¶" + itoa(l.Paragraph)
	}
	m.tag("td", "class", "k-para").tag("button", "type", "button", "tabindex", "-1", "data-peek", itoa(i), "aria-expanded", expanded, "aria-label", fill(w.kwic.peek, where))
	m.text(where).end().end().end()
}

// documentName is what tells documents apart in a narrow column: the place of a wire story that has no title of its own, else the title.
func documentName(l kwicLine) string {
	switch {
	case l.doc.TitleDerived && l.doc.Dateline != "":
		return place(l.doc.Dateline)
	case l.doc.Title != "":
		return l.doc.Title
	}
	return l.doc.ID
}

// flat writes a stretch of text on one line, with a sign where a paragraph ends.
func flat(s string) string { return strings.ReplaceAll(s, "\n\n", " ¶ ") }

// context writes one side of a line, with the word marked that the lines are ordered by and the one that must be near.
func (e *explorer) context(m *markup, s string, left bool) {
	var words []text.Token
	for t := range text.Words(s) {
		words = append(words, t)
	}
	key := -1
	switch by := e.s.Lines; {
	case left && by >= state.LinesLeft1 && by <= state.LinesLeft3:
		key = len(words) - 1 - int(by-state.LinesLeft1)
	case !left && by >= state.LinesRight1 && by <= state.LinesRight3:
		key = int(by - state.LinesRight1)
	}
	at := 0
	for i, t := range words {
		distance := i
		if left {
			distance = len(words) - 1 - i
		}
		near := e.s.Near != "" && distance < search.ContextWords && text.Form(t.Of(s)) == e.s.Near
		if i != key && !near {
			continue
		}
		m.text(flat(s[at:t.Start])).span("b", "", t.Of(s))
		at = t.End
	}
	m.text(flat(s[at:]))
}

// peekHTML writes the row below an open line: the paragraph with its actors, and what can be done with it.
func (e *explorer) peekHTML(m *markup, i int, l kwicLine) {
	m.tag("tr", "class", "k-peek").tag("td", "colspan", "2").end().tag("td", "colspan", "4").tag("div", "id", "peek", "class", "peek doc__text", "lang", l.doc.Lang, "dir", "auto")
	if n := l.Paragraph - 1; n >= 0 && n < len(e.d.paragraphs) {
		m.b.WriteString(e.d.paragraphs[n])
	} else {
		m.tag("p").marked(l.doc.Title, e.d.title).end()
	}
	m.end().tag("p", "class", "peek__acts")
	m.tag("a", "class", "btn", "href", "#"+e.s.SetView(state.Documents).Open(l.doc.ID).AtHit(l.hit).String()).text(w.kwic.open).end()
	m.tag("button", "type", "button", "class", "btn btn--quiet", "data-copy", itoa(i)).text(w.kwic.copy).end()
	m.end().end().end()
}

// noLinesHTML says that a concordance needs words, with some that the collection has.
func (e *explorer) noLinesHTML() string {
	var m markup
	m.tag("div", "class", "kwic__none").span("h2", "", w.kwic.none).span("p", "", w.kwic.noneHelp)
	if examples, err := e.c.examples(e.a.result.Facets); err == nil && len(examples) > 0 {
		m.tag("ul", "class", "tries", "role", "list")
		for _, one := range examples {
			s := e.c.fresh().SetQuery(one.query)
			if s.Q == "" {
				continue
			}
			m.tag("li").tag("a", "href", "#"+s.SetView(state.Concordance).String()).span("code", "", one.query).text(" ").span("span", "tries__what", one.what).text(" ")
			m.span("span", "num", w.welcome.docs.n(one.total)).end().end()
		}
		m.end()
	}
	return m.end().String()
}
