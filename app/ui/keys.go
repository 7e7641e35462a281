package ui

import (
	"slices"
	"strings"

	"dateline/app/browser"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// press says what a key does now; nil if it does nothing, and the browser has it. Keys of one letter are off in fields.
func (e *explorer) press(k browser.Key) func() {
	if k.Modified {
		return nil
	}
	if k.Name == "Escape" {
		return e.escape(k)
	}
	if k.Typing || e.keys || e.sheet || e.panel != noPanel {
		return nil
	}
	focusRow := func(by int) func() {
		return func() { e.page.row = max(0, min(e.rows()-1, k.Row+by)) + 1 }
	}
	rows := e.rows() > 0
	switch k.Name {
	case "/":
		return func() { browser.Select("q") }
	case "?":
		return e.showKeys
	case "j", "k":
		by := 1
		if k.Name == "k" {
			by = -1
		}
		switch {
		case !rows:
			return nil
		case e.s.View == state.Actors && e.s.Actor != "":
			return func() {
				e.stepActor(by)
				if k.Row >= 0 {
					e.page.row = e.castAt() + 1
				}
			}
		case e.reading():
			return func() {
				e.step(by)
				if k.Row >= 0 {
					e.page.row = e.row() + 1
				}
			}
		}
		return focusRow(by)
	case "ArrowDown", "ArrowUp":
		if !rows || k.Row < 0 {
			return nil
		}
		if k.Name == "ArrowUp" {
			return focusRow(-1)
		}
		return focusRow(1)
	case "Home", "End":
		if !rows || k.Row < 0 {
			return nil
		}
		if k.Name == "Home" {
			return focusRow(-e.rows())
		}
		return focusRow(e.rows())
	case "ArrowRight", "ArrowLeft":
		if e.s.View == state.Concordance && k.Row >= 0 && (k.Name == "ArrowRight") == (e.openLine() != k.Row) {
			return func() { e.peek(k.Row) }
		}
	case "1", "2", "3", "4", "5":
		if v := state.View(k.Name[0] - '1'); slices.Contains(built[:], v) {
			return func() { e.toView(v) }
		}
	case "x":
		if !rows {
			return nil
		}
		return func() { e.pickAt(k.Row) }
	case "c":
		if e.d == nil || !e.reading() {
			return nil
		}
		return e.openCite
	case "n", "p":
		if e.d == nil || !e.reading() {
			return nil
		}
		if k.Name == "p" {
			return func() { e.toHit(-1) }
		}
		return func() { e.toHit(1) }
	}
	return nil
}

// escape closes the topmost thing: list of keys, card, sheet, field, reader.
func (e *explorer) escape(k browser.Key) func() {
	switch {
	case e.keys:
		return e.hideKeys
	case e.panel != noPanel:
		return e.closePanel
	case e.popover != nil:
		return func() { e.hideCard() }
	case e.sheet:
		return e.closeSheet
	case k.Typing:
		return browser.Blur
	case e.reading():
		return e.closeDoc
	case e.s.View == state.Actors && e.cast.editing && e.s.Actor != "":
		return func() { e.editNames(false) }
	case e.s.View == state.Actors && e.s.Actor != "":
		return e.closeActor
	case e.s.View == state.Concordance && e.openLine() >= 0:
		return func() { e.peek(e.openLine()) }
	}
	return nil
}

// rows is how many rows the keys walk through.
func (e *explorer) rows() int {
	switch {
	case e.s.View == state.Actors:
		rows, _ := e.castRows(firstActors + e.cast.more)
		return len(rows)
	case e.s.View == state.Concordance:
		return len(e.kwic.lines)
	case e.s.View == state.Documents && !firstVisit(e.s):
		return len(e.a.rows)
	}
	return 0
}

func (e *explorer) showKeys() {
	e.keys = true
	e.rev.other++
	e.page.focus = "#close-keys"
}

func (e *explorer) hideKeys() {
	e.keys = false
	e.rev.other++
	e.page.focus = "#open-keys"
}

// keySheet lists the keys.
func (r *root) keySheet() app.UI {
	if r.e == nil || !r.e.keys {
		return app.Div().Class("sheet").Hidden(true)
	}
	var m markup
	m.tag("dl")
	for _, row := range w.keyRows {
		m.tag("dt").keys(row[0]).end().span("dd", "", row[1])
	}
	for _, v := range built {
		m.tag("dt").keys(itoa(int(v)+1)).end().span("dd", "", w.viewNames[v])
	}
	m.end()
	return app.Div().Class("sheet").Hidden(false).OnClick(r.closeKeys).Body(
		app.Div().Class("keysheet").Role("dialog").Aria("modal", true).Aria("labelledby", "keys-h").Body(
			app.Div().Class("keysheet__head").Body(
				app.H2().ID("keys-h").Text(w.keysHead),
				app.Button().ID("close-keys").Type("button").Class("btn btn--icon").Aria("label", w.close).DataSet("do", "close").Body(icon("close", 16)),
			),
			app.Raw(m.String()),
		),
	)
}

// closeKeys closes the list by its button, or by a press beside it.
func (r *root) closeKeys(ctx app.Context, e app.Event) {
	_, button := hit(e, "[data-do='close']")
	_, inside := hit(e, ".keysheet")
	if button || !inside {
		r.e.hideKeys()
		return
	}
	ctx.PreventUpdate()
}

// keys writes key caps: those of "j k" beside each other.
func (m *markup) keys(names string) *markup {
	for _, name := range strings.Fields(names) {
		m.span("kbd", "", name)
	}
	return m
}
