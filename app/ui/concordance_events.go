package ui

import (
	"dateline/app/browser"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// pager leads to the pages before and after this one.
func (v *concordance) pager() app.UI {
	e := v.E
	total := e.kwic.c.Len()
	if total <= pageSize {
		return nil
	}
	first := e.s.Page*pageSize + 1
	last := first - 1 + len(e.kwic.lines) + e.linesLeft()
	return app.Nav().Class("pager").Aria("label", w.kwic.lines[1]).OnClick(v.turn).Body(
		app.Button().Type("button").Class("btn").DataSet("page", "before").Aria("disabled", e.s.Page == 0).Text(fill(w.earlier, number(pageSize))),
		app.Span().Class("num").Text(fill(w.page, number(first), number(last), number(total))),
		app.Button().Type("button").Class("btn").DataSet("page", "after").Aria("disabled", last == total).
			Text(fill(w.later, number(min(pageSize, max(1, total-last))))),
	)
}

func (v *concordance) words(app.Context, app.Event) { v.E.openSheet() }

func (v *concordance) sort(_ app.Context, e app.Event) {
	value := e.Get("target").Get("value").String()
	if len(value) == 1 && value[0] >= '0' && value[0] < '0'+byte(state.NumLines) {
		v.E.set(v.E.s.SetLines(state.Lines(value[0]-'0')), replace)
	}
}

func (v *concordance) turn(ctx app.Context, e app.Event) {
	button, ok := hit(e, "[data-page]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	page := v.E.s.Page + 1
	if data(button, "page") == "before" {
		page = v.E.s.Page - 1
	}
	if page >= 0 && page <= lastPage(v.E.kwic.c.Len()) {
		v.E.set(v.E.s.SetPage(page), commit)
		v.E.page.row = 1
	}
}

// click opens a line's document, or its paragraph below it.
func (v *concordance) click(ctx app.Context, e app.Event) {
	if button, ok := hit(e, "button[data-peek]"); ok {
		v.E.peek(smallNumber(data(button, "peek")))
		return
	}
	if button, ok := hit(e, "button[data-copy]"); ok {
		v.E.copyLine(smallNumber(data(button, "copy")))
	}
	ctx.PreventUpdate() // links are followed by the browser, which tells of the new address
}

// peek shows the paragraph of a line below it, or hides it.
func (e *explorer) peek(i int) {
	if i < 0 || i >= len(e.kwic.lines) {
		return
	}
	l, s := e.kwic.lines[i], e.s
	if i == e.openLine() {
		s = s.Close()
	} else {
		s = s.Open(l.doc.ID).AtHit(l.hit)
	}
	e.set(s, replace)
	e.page.row = i + 1
}

// copyLine copies a line with where it is from.
func (e *explorer) copyLine(i int) {
	if i < 0 || i >= len(e.kwic.lines) || e.d == nil {
		return
	}
	l := e.kwic.lines[i]
	browser.Copy(flat(l.Left+l.Hit+l.Right)+"\n"+e.citation(), func(ok bool) {
		e.tell(w.kwic.copied)
		if !ok {
			e.tell(w.notCopied)
		}
	})
}

// smallNumber reads a small number, -1 if it is none.
func smallNumber(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 1<<20 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	if s == "" {
		return -1
	}
	return n
}
