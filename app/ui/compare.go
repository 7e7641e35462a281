package ui

import (
	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/query"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// compare is the view of two documents or selections beside each other, with what they share and what tells them apart between them.
type compare struct {
	app.Compo
	E   *explorer
	Rev int
}

func (v *compare) Render() app.UI {
	e, k := v.E, v.E.cmp
	main := app.Main().ID("main").Class("cmp").TabIndex(-1)
	heading := app.H1().Class("vh").Text(w.viewNames[state.Compare])
	if k.err != nil {
		return main.Body(heading, failureUI(k.err))
	}
	return main.Body(
		heading,
		app.Form().Class("cmp__bar").Action("#").OnSubmit(v.submit).OnChange(v.change).Body(
			v.field(0), v.field(1),
			app.Button().Type("button").Class("btn").OnClick(v.swap).Text(w.compare.swap),
			app.P().Class("cmp__apart").Text(e.apart()),
		),
		app.Div().Class("cmp__cols").Body(
			app.Raw(e.sideHTML(0)),
			app.Raw(e.middleHTML()),
			app.Raw(e.sideHTML(1)),
		),
	)
}

// sideNames are the ids of the fields and of the headings.
var sideNames = [2]string{"a", "b"}

func (v *compare) field(i int) app.UI {
	side := v.E.cmp.sides[i]
	input := app.Input().ID("side-"+sideNames[i]).Type("text").AutoComplete(false).Spellcheck(false).Attr("autocapitalize", "none").
		Attr("maxlength", query.MaxBytes).Placeholder(w.compare.placeholder)
	var wrong app.UI = app.P().Hidden(true)
	if side.bad != nil {
		input = input.Aria("invalid", true).Aria("describedby", "side-"+sideNames[i]+"-bad")
		wrong = app.P().ID("side-" + sideNames[i] + "-bad").Class("msg").Role("alert").Hidden(false).Text(side.bad.Msg)
	}
	return app.Label().Body(app.Span().Text(w.compare.fields[i]+" "), input, wrong)
}

// apart says how far two documents are apart in time, or how many documents are compared.
func (e *explorer) apart() string {
	a, b := e.cmp.sides[0], e.cmp.sides[1]
	if a.doc == nil || b.doc == nil {
		return ""
	}
	if a.doc.doc.Date == 0 || b.doc.doc.Date == 0 {
		return ""
	}
	days := b.doc.doc.Date.Days() - a.doc.doc.Date.Days()
	return fill(w.compare.apart, w.welcome.days.n(max(days, -days)))
}

// name says in a few words what a side is.
func (s compared) name() string {
	if s.doc != nil {
		if title, own := s.doc.heading(); own {
			return shorten(title, 40)
		}
		return state.ShortDate(s.doc.doc.Date)
	}
	switch n := s.node.(type) {
	case *query.DateRange:
		if n.None {
			return w.undated
		}
		return state.Period(n.From, n.To)
	case *query.Actor:
		return n.Name
	}
	return s.typed
}

// sideHTML is one of the outer columns: the document, or what the selection is made of.
func (e *explorer) sideHTML(i int) string {
	side := e.cmp.sides[i]
	var m markup
	m.tag("section", "class", "cdoc", "aria-labelledby", "side-"+sideNames[i]+"-h", "tabindex", "0")
	if side.doc != nil {
		e.comparedDoc(&m, i, side.doc)
		return m.end().String()
	}
	m.tag("header", "class", "doc__head").tag("h2", "id", "side-"+sideNames[i]+"-h", "dir", "auto")
	switch {
	case side.bad != nil || side.typed == "":
		m.text(w.compare.nothing).end().span("p", "doc__meta", w.compare.nothingHelp).end()
		return m.end().String()
	default:
		m.text(shorten(side.name(), 120)).end()
	}
	m.tag("p", "class", "doc__meta").span("span", "", w.documents.n(len(side.docs.Docs))).text(" ").span("span", "", w.words.n(side.docs.Words)).end().end()
	if len(side.docs.Docs) == 0 {
		m.span("p", "cmp__none", w.compare.empty)
		return m.end().String()
	}
	if err := e.comparedRows(&m, side); err != nil {
		m.span("p", "cmp__none", sentence(err.Error()))
	}
	return m.end().String()
}

// comparedDoc writes a document of its own with its hits and actors.
func (e *explorer) comparedDoc(m *markup, i int, d *document) {
	m.tag("header", "class", "doc__head").tag("h2", "id", "side-"+sideNames[i]+"-h")
	m.tag("a", "href", "#"+e.s.SetView(state.Documents).Open(d.doc.ID).String())
	title, own := d.heading()
	if own {
		m.tag("span", "lang", d.doc.Lang, "dir", "auto").marked(title, d.title).end()
	} else {
		m.date(d.doc.Date)
	}
	m.end()
	if !own && d.doc.Dateline != "" {
		m.text(" ").span("span", "filed", place(d.doc.Dateline))
	}
	m.end().tag("p", "class", "doc__meta")
	if own {
		m.span("span", "", longDate(d.doc.Date)).text(" ")
	}
	if d.doc.Date.Precision() == corpus.DayOfMonth {
		m.span("span", "", w.weekdays[d.doc.Date.Weekday()]).text(" ")
	}
	m.span("span", "", w.words.n(d.doc.Words)).text(" ").span("span", "", w.paragraphs.n(len(d.paragraphs))).text(" ")
	if d.hits() > 0 {
		m.span("span", "", w.hits.n(d.hits()))
	}
	m.end()
	if len(d.marks) > 0 {
		m.tag("svg", "class", "barcode", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true")
		m.void("path", "d", strokes(d.marks, len(d.text), .8)).end()
	}
	m.end().tag("div", "class", "doc__text", "lang", d.doc.Lang, "dir", "auto")
	for _, p := range d.paragraphs {
		m.b.WriteString(unnamed(p))
	}
	m.end()
}

// rowsCompared is how many documents of a selection are listed.
const rowsCompared = 8

// comparedRows lists the documents of a side that match best, or the latest, with a link to all.
func (e *explorer) comparedRows(m *markup, side compared) error {
	r := side.search
	r.Limit = rowsCompared
	found, err := e.c.engine.Run(r)
	if err != nil {
		return err
	}
	m.tag("ol", "class", "cmp__docs", "role", "list")
	for _, hit := range found.Hits {
		doc, err := e.c.x.Doc(hit.Doc)
		if err != nil {
			return err
		}
		m.tag("li").tag("a", "href", "#"+e.s.SetView(state.Documents).Open(doc.ID).String())
		m.span("span", "num", doc.Date.String()).text(" ").tag("span", "dir", "auto").text(doc.Title).end().end().end()
	}
	m.end()
	s := e.s.SetView(state.Documents).SetQuery(r.Query.String()).SetAny(false)
	m.tag("p").tag("a", "class", "btn", "href", "#"+s.String()).text(fill(w.compare.all, w.documents.n(len(side.docs.Docs)))).end().end()
	return nil
}

// setSides takes over the fields. What the view chose itself is not written into the address.
func (e *explorer) setSides(a, b string) {
	k := e.cmp
	if a == k.sides[0].typed && b == k.sides[1].typed {
		return
	}
	e.set(e.s.SetSides(a, b), commit)
}

func (v *compare) change(ctx app.Context, e app.Event) {
	if _, ok := hit(e, "#side-a, #side-b"); ok {
		v.E.setSides(browser.Value("side-a"), browser.Value("side-b"))
		return
	}
	ctx.PreventUpdate()
}

func (v *compare) submit(_ app.Context, e app.Event) {
	e.PreventDefault()
	v.E.setSides(browser.Value("side-a"), browser.Value("side-b"))
}

func (v *compare) swap(app.Context, app.Event) {
	k := v.E.cmp
	v.E.set(v.E.s.SetSides(k.sides[1].typed, k.sides[0].typed), commit)
}

// enough reports that both sides have something to compare.
func (k *comparison) enough() bool {
	return k.sides[0].docs.Words > 0 && k.sides[1].docs.Words > 0
}
