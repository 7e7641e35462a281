package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// addingView draws the panel.
func (r *root) addingView() app.UI {
	a := r.adding
	var m markup
	m.tag("section", "class", "imp__main")
	switch {
	case a.done != nil:
		a.doneHTML(&m)
	case a.worker != nil:
		a.runningHTML(&m)
	case a.chosen != nil:
		a.readyHTML(&m)
	default:
		a.choosingHTML(&m)
	}
	m.end()
	if a.done != nil {
		a.reportHTML(&m)
	}
	return app.Main().ID("main").Class("imp").TabIndex(-1).OnClick(r.addingPressed).Body(app.Raw(`<div class="imp__in">` + m.String() + `</div>`))
}

func (m *markup) button(class, do, label string) *markup {
	return m.tag("button", "type", "button", "class", class, "data-do", do).text(label).end()
}

func (a *adding) problemHTML(m *markup) {
	if a.problem != "" {
		m.tag("p", "class", "imp__problem", "role", "alert")
		m.b.WriteString(iconHTML("warn", 16))
		m.tag("span").text(a.problem).end().end()
	}
}

func (a *adding) choosingHTML(m *markup) {
	t := w.adding
	m.span("h1", "", t.head)
	a.problemHTML(m)
	m.tag("div", "class", "drop")
	m.b.WriteString(iconHTML("plus", 32))
	m.span("h2", "", t.drop).span("p", "", t.formats)
	m.tag("div", "class", "drop__acts").button("btn btn--primary", "files", t.files).button("btn", "folder", t.folder).button("btn", "paste", t.paste).end()
	m.span("p", "hint", t.private).end()
	if a.paste {
		m.tag("div", "class", "imp__paste").tag("label", "for", "adding-text").text(t.pasteLabel).end()
		m.tag("textarea", "id", "adding-text", "class", "field", "rows", "10", "dir", "auto").end()
		m.button("btn btn--primary", "text", t.useText).end()
	}
	m.tag("p", "class", "prog__acts").button("btn btn--quiet", "leave", t.back).end()
}

func (a *adding) readyHTML(m *markup) {
	t := w.adding
	m.span("h1", "", t.ready)
	a.problemHTML(m)
	m.span("p", "imp__lead", fill(t.chosen, t.filesOf.n(len(a.chosen.Paths)), size(a.chosen.Bytes)))
	m.tag("ul", "class", "imp__files", "role", "list")
	const shown = 8
	for i, p := range a.chosen.Paths {
		if i == shown && len(a.chosen.Paths) > shown+1 {
			m.span("li", "", fill(w.more, number(len(a.chosen.Paths)-shown)))
			break
		}
		m.tag("li", "dir", "auto").text(p).end()
	}
	m.end()
	m.tag("p", "class", "imp__name").tag("label", "for", "adding-name").text(t.name).end()
	m.void("input", "id", "adding-name", "class", "field", "value", a.name, "dir", "auto", "autocomplete", "off", "maxlength", "200").end()
	m.tag("p", "class", "prog__acts").button("btn btn--primary", "make", t.make).button("btn", "again", t.again).button("btn btn--quiet", "leave", t.back).end()
	m.span("p", "hint", t.private)
}

func (a *adding) runningHTML(m *markup) {
	t := w.adding
	part := a.whole()
	title := fill(t.running, a.name)
	m.tag("h1", "id", "imp-h", "dir", "auto").text(title).end()
	said := share(part)
	switch {
	case a.paused:
		said += ", " + t.isPaused
	case a.left > 0:
		said += ", " + fill(t.left, duration(a.left))
	}
	m.tag("p", "class", "prog__fig").tag("span", "class", "prog__n").text(decimal(part*100, 0)).span("span", "", "%").end().text(" ")
	m.span("span", "", said[len(share(part)):]).end()
	m.tag("svg", "class", "prog__bar prog__bar--l", "role", "progressbar", "aria-labelledby", "imp-h", "aria-valuemin", "0", "aria-valuemax", "100",
		"aria-valuenow", decimal(part*100, 0), "aria-valuetext", said)
	m.void("rect", "width", percent(part), "height", "100%").end()
	m.tag("ol", "class", "stages", "role", "list")
	for i, name := range t.stages {
		class, count := "", ""
		switch {
		case i < a.stage:
			class = "is-done"
		case i == a.stage:
			class, count = "is-now", a.count
		}
		m.tag("li", "class", class)
		if i < a.stage {
			m.b.WriteString(iconHTML("check", 16))
		} else {
			m.tag("span", "class", "dot", "aria-hidden", "true").end()
		}
		m.span("b", "", name).span("span", "num", count).end()
	}
	m.end()
	m.tag("p", "class", "imp__file", "dir", "auto").text(a.file).end()
	pause := t.pause
	if a.paused {
		pause = t.resume
	}
	m.tag("p", "class", "prog__acts").button("btn", "pause", pause).button("btn btn--quiet", "stop", t.stop).end()
	m.span("p", "hint", t.stay)
}

func (a *adding) doneHTML(m *markup) {
	t, d := w.adding, a.done
	if d.failed != "" || d.id == "" {
		m.span("h1", "", t.nothing)
		m.tag("p", "class", "imp__problem", "role", "alert").text(sentence(d.failed)).end()
		m.tag("p", "class", "prog__acts").button("btn btn--primary", "again", t.again).button("btn btn--quiet", "leave", t.back).end()
		return
	}
	m.tag("h1", "dir", "auto").text(fill(t.done, d.name)).end()
	m.tag("dl", "class", "stats")
	fact := func(value, name string) { m.tag("div").span("dt", "", name).span("dd", "", value).end() }
	fact(number(d.docs), w.documents.of(d.docs))
	fact(number(d.words), w.words.of(d.words))
	if d.undated > 0 {
		fact(number(d.undated), t.undated)
	}
	m.end()
	m.tag("p", "class", "prog__acts").button("btn btn--primary", "search", t.search).button("btn", "save", w.own.save).button("btn btn--quiet", "again", t.more).end()
	m.span("p", "hint", t.keptHere)
	if d.kept {
		m.span("p", "hint", t.persistent)
	} else {
		m.span("p", "hint", t.notPersistent)
	}
	if d.most > 0 {
		m.span("p", "hint", fill(t.room, size(d.used), size(d.most)))
	}
}

// reportHTML lists what needs the reader's eye.
func (a *adding) reportHTML(m *markup) {
	t, d := w.adding, a.done
	m.tag("aside", "class", "imp__side", "aria-labelledby", "iss-h")
	all := d.skippedN + d.doubtfulN + d.duplicate
	m.tag("h2", "id", "iss-h").text(t.eye).text(" ").span("span", "num", number(all)).end()
	if all == 0 {
		m.span("p", "hint", t.noEye)
	}
	for _, group := range []struct {
		name string
		n    int
		list []addedNote
	}{{t.skipped, d.skippedN, d.skipped}, {t.doubtful, d.doubtfulN, d.doubtful}, {t.duplicates, d.duplicate, d.duplicates}} {
		if group.n == 0 {
			continue
		}
		m.tag("details", "class", "issues", "open", "open").tag("summary")
		m.b.WriteString(iconHTML("warn", 16))
		m.span("b", "", group.name).span("span", "num", number(group.n)).end()
		m.tag("ul", "role", "list")
		for _, n := range group.list {
			m.tag("li").tag("code", "dir", "auto").text(n.file).end().text(" ").tag("span", "dir", "auto").text(n.why).end().end()
		}
		m.end()
		if rest := group.n - len(group.list); rest > 0 {
			m.span("p", "hint", fill(w.more, number(rest)))
		}
		m.end()
	}
	m.end()
}

// duration writes "about 40 seconds", "about 3 minutes".
func duration(d time.Duration) string {
	if seconds := int(d.Seconds()); seconds < 90 {
		return w.adding.seconds.n(max(1, (seconds+4)/5*5))
	}
	return w.adding.minutes.n(int(d.Minutes() + .5))
}
