package ui

import (
	"strings"

	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// reader shows the open document with its hits and actors.
type reader struct {
	app.Compo
	E   *explorer
	Rev int
}

func (r *reader) Render() app.UI {
	e := r.E
	article := app.Article().ID("reader").Class("reader")
	switch {
	case e.s.Doc == "":
		return article.Aria("label", w.document).Body(app.P().Class("reader__none").Text(w.chooseDocument))
	case e.d == nil && e.docLate:
		return article.Aria("label", w.document).Body(r.toolbar(), app.P().Class("reader__none").Role("status").Text(w.coming))
	case e.d == nil:
		return article.Aria("labelledby", "doc-h").Body(
			r.toolbar(),
			app.Div().Class("doc__lost").Body(
				app.H2().ID("doc-h").Text(fill(w.noDocument, shorten(e.s.Doc, 80))),
				app.P().Text(w.noDocumentHelp),
			),
		)
	}
	return article.Aria("labelledby", "doc-h").OnClick(r.click).Body(
		r.toolbar(),
		app.Div().ID("doc").Class("doc").TabIndex(0).Aria("label", w.textOfDocument).Role("region").OnScroll(r.scroll, app.PassiveEvent()).Body(
			r.head(),
			r.body(),
			app.P().Class("cite-print").Text(e.citation()),
			r.rail(),
			r.similar(),
		),
		r.card(),
	)
}

func (r *reader) toolbar() app.UI {
	e := r.E
	at := e.row()
	position := app.Span().Class("rt__pos")
	if at >= 0 {
		position = position.Text(fill(w.position, number(e.s.Page*pageSize+at+1), number(e.a.result.Total)))
	}
	return app.Div().Class("bar-top rt").Role("toolbar").Aria("label", w.document).OnClick(r.tool).OnMouseDown(r.hold).Body(
		app.Div().Class("rt__nav").Body(
			app.Button().Type("button").Class("btn btn--quiet only-small").DataSet("do", "close").Body(icon("left", 16), app.Text(" "+w.backToResults)),
			app.Span().Class("stepper").Body(
				tool("up", "prev-doc", w.previousDoc, "k"),
				position,
				tool("down", "next-doc", w.nextDoc, "j"),
			),
		),
		r.hits(),
		app.Div().Class("rt__acts").Body(
			app.If(e.d != nil, func() app.UI {
				return app.Button().ID("open-cite").Type("button").Class("btn btn--quiet rt__cite").DataSet("do", "cite").Aria("haspopup", "dialog").
					Attr("aria-keyshortcuts", "c").Title(w.citing.cite).Body(icon("quote", 16), app.Span().Text(w.citing.cite))
			}),
			tool("print", "print", w.print, ""),
			app.Button().Type("button").Class("btn btn--icon not-small").DataSet("do", "close").Aria("label", w.closeDoc).Title(w.closeDoc).
				Attr("aria-keyshortcuts", "Escape").Body(icon("close", 16)),
		),
	)
}

// hits steps from hit to hit and switches the marks.
func (r *reader) hits() app.UI {
	e := r.E
	div := app.Div().Class("rt__hits")
	if e.d == nil {
		return div
	}
	n := e.d.hits()
	where := app.Span().Aria("live", "polite")
	switch {
	case e.s.Hit > 0:
		where = where.Text(fill(w.hitOf, number(e.s.Hit), number(n)))
	default:
		where = where.Text(w.hits.n(n))
	}
	var stepper app.UI = app.Span().Class("stepper")
	if n > 0 {
		stepper = app.Span().Class("stepper").Body(
			tool("left", "prev-hit", w.previousHit, "p"),
			where,
			tool("right", "next-hit", w.nextHit, "n"),
		)
	}
	return div.Body(
		stepper,
		app.Span().Class("rt__tog").OnChange(r.toggle).Body(
			toggle("terms", w.terms, !e.noTerms),
			toggle("actors", w.actors, !e.noActors),
		),
	)
}

func tool(glyph, do, label, key string) app.UI {
	b := app.Button().Type("button").Class("btn btn--icon").DataSet("do", do).Aria("label", label).Title(label)
	if key != "" {
		b = b.Attr("aria-keyshortcuts", key)
	}
	return b.Body(icon(glyph, 16))
}

func toggle(name, label string, on bool) app.UI {
	return app.Label().Class("toggle").Body(app.Input().Type("checkbox").Name(name).Checked(on), app.Text(" "+label))
}

// head says what the document is. A wire story has no headline: its date and place are its title.
func (r *reader) head() app.UI {
	d := r.E.d
	title, own := d.heading()
	var m markup
	m.tag("header", "class", "doc__head")
	if own {
		m.tag("p", "class", "doc__when")
		m.date(d.doc.Date)
		if d.doc.Dateline != "" {
			m.text(" ").span("span", "filed", place(d.doc.Dateline))
		}
		m.end()
	}
	m.tag("h2", "id", "doc-h")
	if own {
		m.tag("span", "lang", d.doc.Lang, "dir", "auto")
		at := 0
		for i, hit := range d.title {
			m.text(title[at:hit.Start]).tag("mark", "data-hit", itoa(i+1)).text(title[hit.Start:hit.End]).end()
			at = hit.End
		}
		m.text(title[at:]).end()
	} else {
		m.date(d.doc.Date)
		if d.doc.Dateline != "" {
			m.text(" ").span("span", "filed", place(d.doc.Dateline))
		}
	}
	m.end()
	m.tag("p", "class", "doc__meta")
	fact := func(s string) {
		if s != "" {
			m.span("span", "", s).text(" ")
		}
	}
	if d.doc.Date.Precision() == corpus.DayOfMonth {
		fact(w.weekdays[d.doc.Date.Weekday()])
	}
	fact(w.words.n(d.doc.Words))
	fact(w.paragraphs.n(len(d.paragraphs)))
	fact(strings.Join(d.doc.Authors, ", "))
	fact(d.doc.Source)
	fact(strings.Join(d.doc.Tags, ", "))
	if url, ok := webLink(d.doc.URL); ok {
		m.tag("a", "href", url, "rel", "noopener noreferrer", "target", "_blank").text(w.source)
		m.b.WriteString(iconHTML("out", 12))
		m.end().text(" ")
	}
	m.span("span", "doc__file", fileOf(d.doc.Path))
	m.end()
	if len(d.marks) > 0 {
		m.tag("svg", "class", "barcode", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "role", "img",
			"aria-label", w.hits.n(len(d.marks))+": "+w.hitStrip)
		m.void("path", "d", strokes(d.marks, len(d.text), .5)).end()
	}
	return app.Raw(m.end().String())
}

// date writes a date in full.
func (m *markup) date(d corpus.Date) {
	if d == 0 {
		m.span("span", "", w.undated)
		return
	}
	m.tag("time", "datetime", d.String()).text(state.LongDate(d)).end()
}

// fileOf is the last part of a document's path.
func fileOf(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

func (r *reader) body() app.UI {
	e := r.E
	class := "doc__text"
	if e.noTerms {
		class += " no-terms"
	}
	if e.noActors {
		class += " no-actors"
	}
	paragraphs := make([]app.UI, len(e.d.paragraphs))
	for i, p := range e.d.paragraphs {
		paragraphs[i] = app.Raw(p)
	}
	text := app.Div().ID("doc-text").Class(class).Dir("auto").Body(paragraphs...)
	if e.d.doc.Lang != "" {
		text = text.Lang(e.d.doc.Lang)
	}
	return text
}

// citation is the line that stands under a printed document.
func (e *explorer) citation() string { return e.plainCitation(browser.Address()) }

func shorten(s string, runes int) string {
	n := 0
	for i := range s {
		if n == runes {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
