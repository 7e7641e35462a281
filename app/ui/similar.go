package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// similarRows is how many similar documents the reader shows.
const similarRows = 5

// similar is a similar document as the reader shows it.
type similar struct {
	id, title, lang, date string
	why                   string
}

// likeThis looks for documents similar to d, if it is still open. It takes up to a tenth of a second in a large collection, so it
// waits until the reader rests.
func (e *explorer) likeThis(d *document) {
	if e.d != d || d.compared {
		return
	}
	d.compared = true
	e.rev.reader++
	found, err := e.c.engine.Similar(d.num, similarRows)
	if err != nil {
		e.a.failure = err
		return
	}
	for _, s := range found {
		doc, err := e.c.x.Doc(s.Doc)
		if err != nil {
			e.a.failure = err
			return
		}
		one := similar{id: doc.ID, title: doc.Title, lang: doc.Lang, date: longDate(doc.Date)}
		one.why = fill(w.alike.share, strings.Join(s.Terms, ", "))
		if s.Resemblance >= .5 {
			one.why = fill(w.alike.same, itoa(int(s.Resemblance*100))+"%")
		}
		if n := len(s.Same); n > 0 {
			one.why += ", " + fill(w.alike.versions, number(n))
		}
		d.similar = append(d.similar, one)
	}
}

// similar lists similar documents below the text.
func (r *reader) similar() app.UI {
	d := r.E.d
	if len(d.similar) == 0 {
		return app.Raw(`<section class="alike" hidden></section>`)
	}
	var m markup
	m.tag("section", "class", "alike", "aria-labelledby", "alike-h").tag("h3", "id", "alike-h").text(w.alike.head).end().tag("ol", "role", "list")
	for _, s := range d.similar {
		m.tag("li").tag("a", "href", "#"+r.E.c.fresh().Open(s.id).String(), "data-like", "1")
		m.span("span", "num", s.date).text(" ").tag("span", "class", "alike__title", "lang", s.lang, "dir", "auto").text(s.title).end().text(" ")
		m.span("span", "alike__why", s.why).end().end()
	}
	return app.Raw(m.end().end().String())
}
