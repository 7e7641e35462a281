package ui

import (
	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus/index"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// tool handles the buttons of the toolbar.
func (r *reader) tool(ctx app.Context, e app.Event) {
	button, ok := hit(e, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	switch data(button, "do") {
	case "prev-doc":
		r.E.step(-1)
	case "next-doc":
		r.E.step(1)
	case "prev-hit":
		r.E.toHit(-1)
	case "next-hit":
		r.E.toHit(1)
	case "close":
		r.E.closeDoc()
	case "print":
		browser.Print()
	case "cite":
		r.E.openCite()
	}
}

// hold keeps what is selected in the text selected while a button of the toolbar is pressed.
func (r *reader) hold(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	if _, ok := hit(e, "[data-do='cite']"); ok {
		e.PreventDefault()
	}
}

// toggle switches the marks of terms or actors on and off: a matter of style, so that the text stays as it is.
func (r *reader) toggle(_ app.Context, e app.Event) {
	on := e.Get("target").Get("checked").Truthy()
	if e.Get("target").Get("name").String() == "terms" {
		r.E.noTerms = !on
	} else {
		r.E.noActors = !on
	}
	r.E.rev.reader++
}

// click handles the text, the rail and the card.
func (r *reader) click(ctx app.Context, e app.Event) {
	if link, ok := hit(e, "a[data-actor]"); ok {
		if id, ok := actorOf(link); ok && plain(e) {
			e.PreventDefault()
			r.E.showCard(id)
			placeCard(link)
		}
		return
	}
	if link, ok := hit(e, "a[data-par], a[data-like]"); ok {
		if !plain(e) {
			ctx.PreventUpdate()
			return
		}
		e.PreventDefault()
		s, _ := state.Parse(link.Call("getAttribute", "href").String())
		if s.Doc == r.E.s.Doc {
			r.E.set(r.E.s.AtPlace(s.Par, 0), replace)
			r.E.tell(w.placed)
			return
		}
		r.E.open(s.Doc)
		return
	}
	button, ok := hit(e, "[data-do]")
	if !ok {
		if _, inside := hit(e, ".pop"); inside || !r.E.hideCard() {
			ctx.PreventUpdate()
		}
		return
	}
	card := r.E.popover
	if card != nil {
		defer func() { r.E.page.focus = linkOf(card.actor.id) }()
	}
	switch do := data(button, "do"); {
	case do == "more":
		r.E.railMore = true
		r.E.rev.reader++
	case card == nil:
		ctx.PreventUpdate()
	case do == "with":
		r.E.toggleWith(card.actor.id)
	case do == "without":
		r.E.toggleWithout(card.actor.id)
	case do == "card":
		r.E.hideCard()
	}
}

// scroll takes the card away when its place moves.
func (r *reader) scroll(ctx app.Context, _ app.Event) {
	if !r.E.hideCard() {
		ctx.PreventUpdate()
	}
}

const cardWidth = 300

// placeCard puts the card below a link, or beside its edge where the reader ends. The reader is a container of its own, so
// places are counted from its corner.
func placeCard(link app.Value) {
	reader, at := browser.BoxOf("#reader"), link.Call("getBoundingClientRect")
	x := at.Get("left").Float() - reader.Left
	browser.SetVar("reader", "--x", decimal(max(8, min(x, reader.Width-cardWidth-8)), 1)+"px")
	browser.SetVar("reader", "--y", decimal(at.Get("bottom").Float()-reader.Top+8, 1)+"px")
}

func (e *explorer) showCard(id index.ActorID) {
	a, ok := e.keyOf(id)
	if !ok || e.d == nil {
		return
	}
	e.popover = &popover{actor: a, names: e.d.names[id]}
	e.rev.reader++
	e.page.focus = "#pop button"
}

// hideCard takes the card away and reports whether there was one.
func (e *explorer) hideCard() bool {
	if e.popover == nil {
		return false
	}
	e.page.focus = linkOf(e.popover.actor.id)
	e.popover = nil
	e.rev.reader++
	return true
}

// linkOf selects the link of an actor in the text, which gets the focus back.
func linkOf(id index.ActorID) string { return `#doc a[data-actor="` + itoa(int(id)) + `"]` }
