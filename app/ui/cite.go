package ui

import (
	"strconv"
	"strings"

	"dateline/app/browser"
	"dateline/app/export"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// cite is what the dialogue of citations shows.
type cite struct {
	format   int // of citeExtension
	quote    string
	par, sen int
}

// citeExtension are the names of the files by format: plain, BibTeX, RIS, CSL-JSON.
var citeExtension = [...]string{"txt", "bib", "ris", "json"}

// maxQuote is the greatest number of characters that are quoted.
const maxQuote = 2000

// openCite opens the dialogue. Words selected in the text are quoted, and their sentence is what the citation leads to.
func (e *explorer) openCite() {
	if e.d == nil {
		return
	}
	e.cite.par, e.cite.sen = e.s.Par, e.s.Sen
	selected, place := browser.Selected()
	e.cite.quote = shorten(trimSpaces(selected), maxQuote)
	if e.cite.quote != "" {
		par, sen, _ := strings.Cut(place, ".")
		e.cite.par, _ = strconv.Atoi(par)
		e.cite.sen, _ = strconv.Atoi(sen)
	}
	e.openPanel(citePanel)
}

// address is the whole address of a state.
func (e *explorer) address(s state.State) string {
	base, _, _ := strings.Cut(browser.Address(), "#")
	return base + "#" + s.String()
}

// linkTo is the address of a place in the open document, without the search that led there.
func (e *explorer) linkTo(par, sen int) string {
	return e.address(e.c.fresh().Open(e.s.Doc).AtPlace(par, sen))
}

// work is the document as it is cited, read at an address. What has no title is cited by its date and place.
func (d *document) work(link string) export.Work {
	title, own := d.heading()
	if !own && d.doc.Dateline != "" {
		title += ", " + place(d.doc.Dateline)
	}
	url, _ := webLink(d.doc.URL)
	return export.Work{
		ID: d.doc.ID, Title: title, Authors: d.doc.Authors, Date: d.doc.Date, Source: d.doc.Source, Lang: d.doc.Lang,
		File: fileOf(d.doc.Path), URL: url, Link: link,
	}
}

// plainCitation is the citation as a sentence for a foot note.
func (e *explorer) plainCitation(link string) string {
	d := e.d
	title, own := d.heading()
	if own {
		title += ", " + longDate(d.doc.Date)
	} else if d.doc.Dateline != "" {
		title += ", " + place(d.doc.Dateline)
	}
	said := fill(w.cite, trimSpaces(title), e.c.meta.Name, fileOf(d.doc.Path), link)
	if d.doc.Source != "" {
		said = trimSpaces(d.doc.Source) + ". " + said
	}
	if len(d.doc.Authors) > 0 {
		said = trimSpaces(strings.Join(d.doc.Authors, ", ")) + ". " + said
	}
	return said
}

// cited is the citation in the format chosen.
func (e *explorer) cited() string {
	if e.d == nil {
		return ""
	}
	link := e.linkTo(e.cite.par, e.cite.sen)
	work := e.d.work(link)
	work.Collection = e.c.meta.Name
	switch e.cite.format {
	case 1:
		return work.BibTeX()
	case 2:
		return work.RIS()
	case 3:
		return work.CSL()
	}
	said := e.plainCitation(link)
	if e.cite.quote != "" {
		said = "“" + e.cite.quote + "”\n" + said
	}
	return said
}

func (e *explorer) citePanel() []app.UI {
	t := w.citing
	link := t.toDocument
	switch {
	case e.cite.sen > 0:
		link = t.toSentence
	case e.cite.par > 0:
		link = fill(t.toParagraph, number(e.cite.par))
	}
	return []app.UI{
		choices("cite", t.format, e.cite.format, t.plain, "BibTeX", "RIS", "CSL-JSON"),
		app.Pre().ID("cite-text").Class("panel__text").TabIndex(0).Role("region").Aria("label", t.cite).Text(e.cited()),
		app.P().Class("hint").Text(t.selectHint),
		app.Div().Class("panel__acts").Body(
			app.Button().Type("button").Class("btn btn--primary").DataSet("do", "copy").Text(t.copy),
			app.Button().Type("button").Class("btn").DataSet("do", "file").Text(t.save),
			app.Button().Type("button").Class("btn").DataSet("do", "link").Text(link),
		),
	}
}
