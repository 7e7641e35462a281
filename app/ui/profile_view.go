package ui

import (
	"strconv"

	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/search"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// profileView is what stands beside the list: the profile of the open actor, or, with none open, how those named most hang together.
type profileView struct {
	app.Compo
	E   *explorer
	Rev int
}

func (v *profileView) Render() app.UI {
	e := v.E
	main := app.Main().ID("main").TabIndex(-1).OnClick(v.click).OnChange(v.change).OnKeyDown(v.enter)
	a, ok := e.openActor()
	switch {
	case e.s.Actor == "":
		return main.Class("profile").Body(v.overview()...)
	case !ok:
		return main.Class("profile").Body(
			v.back(),
			app.H1().Class("profile__lost").Text(fill(w.cast.unknown, shorten(e.s.Actor, 80))),
			app.P().Class("hint").Text(w.cast.unknownHelp),
		)
	}
	p := e.profile(a)
	if p.err != nil {
		if missing(p.err) {
			return main.Class("profile").Body(v.back(), failureUI(p.err))
		}
		return main.Class("profile").Body(v.back(), app.P().Class("msg").Role("alert").Text(sentence(p.err.Error())))
	}
	body := []app.UI{v.back(), app.Raw(e.headHTML(p)), v.editor(p)}
	if p.found.Docs == 0 {
		body = append(body, app.P().Class("profile__none").Body(
			app.Text(fill(w.cast.noDocs, w.documents.n(a.docs))+" "),
			app.A().Href("#"+v.E.c.fresh().ShowActor(a.key).String()).Text(w.cast.noDocsHelp),
		))
	} else {
		body = append(body, app.Raw(e.lifeHTML(p)), app.Div().Class("profile__cols").Body(
			v.ties(p),
			app.Div().Body(app.Raw(e.pictureHTML(p)), app.Raw(e.docsHTML(p))),
		))
	}
	return main.Class("profile profile--" + a.class()).Body(body...)
}

// back leads from a profile to the list, where a narrow screen shows only one of them.
func (v *profileView) back() app.UI {
	return app.P().Class("profile__back only-small").Body(
		app.A().Class("btn btn--quiet").Href("#"+v.E.s.ShowActor("").String()).DataSet("do", "list").Body(icon("left", 16), app.Text(" "+w.cast.back)),
	)
}

// headHTML says who it is, how often it is named and by which names.
func (e *explorer) headHTML(p *profile) string {
	a, docs := p.who, p.found.Docs
	var m markup
	m.tag("header", "class", "profile__head").tag("p", "class", "profile__type").glyph(a.class()).text(w.cast.types[a.typ]).end()
	m.tag("h1", "dir", "auto").text(a.name).end()
	statsHTML(&m, p)
	m.tag("div", "class", "profile__acts")
	m.toggle("with", "plus", w.onlyWith, contains(e.a.with, a.id)).toggle("without", "not", w.addWithout, contains(e.a.without, a.id))
	if docs > 0 {
		read := e.s.SetView(state.Documents).WithActor(a.key)
		m.tag("a", "class", "btn btn--primary", "href", "#"+read.String()).text(fill(w.cast.read.of(docs), number(docs))).end()
	}
	m.end().tag("div", "class", "aka").tag("h2").text(w.cast.namedAs).end()
	e.namesHTML(&m, p)
	m.tag("button", "id", "edit-names", "type", "button", "class", "linkbtn", "data-do", "edit", "aria-controls", "name-editor",
		"aria-expanded", truth(e.cast.editing)).text(w.cast.editNames).end()
	return m.end().end().String()
}

// toggle writes a button that is pressed or not.
func (m *markup) toggle(do, glyph, label string, on bool) *markup {
	m.tag("button", "type", "button", "class", "btn", "data-do", do, "aria-pressed", truth(on))
	m.b.WriteString(iconHTML(glyph, 16))
	return m.text(label).end()
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func statsHTML(m *markup, p *profile) {
	m.tag("dl", "class", "stats")
	fact := func(name, value string) {
		m.tag("div").span("dt", "", name).span("dd", "", value).end()
	}
	docs := w.cast.docsOf
	if p.found.Docs != p.who.docs {
		docs = fill(w.cast.docsOfAll, number(p.who.docs))
	}
	fact(docs, number(p.found.Docs))
	fact(w.cast.mentions, number(p.found.Mentions))
	if p.found.First != 0 {
		fact(w.cast.first, state.ShortDate(p.found.First))
		fact(w.cast.last, state.ShortDate(p.found.Last))
	}
	m.end()
}

// fewNames is how many names stand in the head before the reader asks for the others.
const fewNames = 8

func (e *explorer) namesHTML(m *markup, p *profile) {
	m.tag("div").tag("ul", "role", "list")
	for i, one := range p.names {
		if i == fewNames && !e.cast.allAkas && len(p.names) > fewNames+1 {
			m.tag("li").tag("button", "type", "button", "class", "linkbtn", "data-do", "akas").text(fill(w.cast.moreNames, number(len(p.names)-i))).end().end()
			break
		}
		m.tag("li").tag("bdi").text(one.Name).end().text(" ").span("span", "num", number(one.Count)).end()
	}
	m.end()
	if p.found.Docs != p.who.docs {
		m.span("span", "hint", w.cast.wholeNames)
	}
	m.end()
}

// lifeHTML draws the documents that name the actor over the time of the collection. Roles by date will stand below the bars.
func (e *explorer) lifeHTML(p *profile) string {
	x := p.life
	if len(x.t.Bars) == 0 {
		return "<div></div>"
	}
	title := w.cast.life[x.t.Bin]
	if n := p.found.Undated; n > 0 {
		title += ", " + fill(w.cast.undated, number(n))
	}
	from, to := x.days(0, 0)
	bars, _ := x.paths(from, to)
	var m markup
	m.tag("section", "class", "life", "aria-labelledby", "life-h").tag("div", "class", "sec-h").tag("h2", "id", "life-h").text(title).end().end()
	m.tag("div", "class", "plot plot--life").tag("div", "class", "plot__area")
	m.b.WriteString(gridHTML(x))
	m.tag("svg", "class", "plot__bars", "viewBox", "0 0 "+itoa(axisUnits)+" 100", "preserveAspectRatio", "none", "aria-hidden", "true")
	m.void("path", "d", bars).end().end()
	m.b.WriteString(ticksHTML(x, maxTicks, ""))
	m.b.WriteString(ticksHTML(x, fewTicks, " plot__axis--few"))
	m.b.WriteString(tableHTML(x))
	return m.end().end().String()
}

// docsHTML lists some documents that name the actor.
func (e *explorer) docsHTML(p *profile) string {
	docs := e.s.SetView(state.Documents).WithActor(p.who.key)
	head := w.cast.latest
	if e.s.Q != "" {
		head = w.cast.matching
	}
	var m markup
	m.tag("section", "aria-labelledby", "docs-h").tag("div", "class", "sec-h").tag("h2", "id", "docs-h").text(head).end()
	m.tag("p").tag("a", "href", "#"+docs.String()).text(fill(w.cast.all, w.documents.n(p.found.Docs))).end().end().end()
	m.tag("ol", "class", "doclist", "role", "list")
	for _, d := range p.docs {
		m.tag("li")
		if d.date == 0 {
			m.span("span", "doclist__when", w.undated)
		} else {
			m.tag("time", "class", "doclist__when", "datetime", d.date.String()).text(state.ShortDate(d.date)).end()
		}
		m.tag("a", "href", "#"+docs.Open(d.id).String(), "lang", d.lang, "dir", "auto").text(d.title).end().end()
	}
	return m.end().end().String()
}

// click handles the buttons of the profile; its links are followed by the browser.
func (v *profileView) click(ctx app.Context, ev app.Event) {
	button, ok := hit(ev, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	e := v.E
	switch data(button, "do") {
	case "moreties":
		e.cast.ties += moreTies
		e.rev.view++
		return
	case "list":
		if plain(ev) {
			ev.PreventDefault()
			e.closeActor()
		}
		return
	}
	a, ok := e.openActor()
	if !ok {
		return
	}
	switch do := data(button, "do"); do {
	case "with":
		e.toggleWith(a.id)
		e.page.focus = "#main [data-do='with']"
	case "without":
		e.toggleWithout(a.id)
		e.page.focus = "#main [data-do='without']"
	case "akas":
		e.cast.allAkas = true
		e.rev.view++
	case "edit":
		e.editNames(!e.cast.editing)
	default:
		v.editClick(a, do, button)
	}
}

// change takes the order of the ties, and the type chosen in the editor.
func (v *profileView) change(ctx app.Context, ev app.Event) {
	e := v.E
	if field, ok := hit(ev, "input[name='ties']"); ok {
		e.cast.order = search.ByStrength
		if field.Get("value").String() == "most" {
			e.cast.order = search.ByShared
		}
		e.cast.ties = 0
		e.rev.view++
		return
	}
	ctx.PreventUpdate()
}

// chosenType is the type chosen in the editor.
func chosenType() (corpus.ActorType, bool) {
	n, err := strconv.ParseUint(browser.Value("edit-type"), 10, 8)
	return corpus.ActorType(n), err == nil && n < uint64(corpus.NumActorTypes)
}
