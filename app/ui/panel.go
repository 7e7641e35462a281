package ui

import (
	"dateline/app/browser"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// panel is a dialogue over the page. One is open at a time.
type panel uint8

const (
	noPanel panel = iota
	citePanel
	exportPanel
	shelfPanel
)

// opener is the button that opens each, which gets the focus back.
var opener = [...]string{"", "#open-cite", "#open-export", "#open-shelf"}

func (e *explorer) openPanel(p panel) {
	e.panel = p
	e.popover = nil
	e.rev.other++
	e.page.focus = "#close-panel"
}

func (e *explorer) closePanel() {
	e.export.job = nil
	e.page.focus = opener[e.panel]
	e.panel = noPanel
	e.rev.other++
}

// panel draws the dialogue that is open.
func (r *root) panel() app.UI {
	if r.e == nil || r.e.panel == noPanel {
		return app.Div().Class("sheet").Hidden(true)
	}
	e := r.e
	var head string
	var body []app.UI
	switch e.panel {
	case citePanel:
		head, body = w.citing.cite, e.citePanel()
	case exportPanel:
		head, body = w.exports.head, e.exportPanel()
	case shelfPanel:
		head, body = w.keeping.shelf, e.shelfPanel()
	}
	return app.Div().ID("panel").Class("sheet").Hidden(false).OnClick(r.pressPanel).OnChange(r.changePanel).Body(
		app.Div().Class("keysheet panel").Role("dialog").Aria("modal", true).Aria("labelledby", "panel-h").Body(
			app.Div().Class("keysheet__head").Body(
				app.H2().ID("panel-h").Text(head),
				app.Button().ID("close-panel").Type("button").Class("btn btn--icon").Aria("label", w.close).DataSet("do", "close").Body(icon("close", 16)),
			),
			app.Div().Class("panel__body").Body(body...),
		),
	)
}

// pressPanel handles the buttons of all dialogues.
func (r *root) pressPanel(ctx app.Context, ev app.Event) {
	e := r.e
	button, ok := hit(ev, "[data-do]")
	if !ok {
		if _, inside := hit(ev, ".keysheet"); !inside {
			e.closePanel()
			return
		}
		if link, ok := hit(ev, "a[href]"); ok && plain(ev) {
			_ = link
			e.closePanel() // the browser follows it
			return
		}
		ctx.PreventUpdate()
		return
	}
	key := data(button, "key")
	switch data(button, "do") {
	case "close":
		e.closePanel()
	case "copy":
		r.copyText(e.cited(), w.citing.copied)
	case "file":
		f := e.cite.format
		browser.Save(e.d.work("").FileName(citeExtension[f]), "text/plain;charset=utf-8", []byte(e.cited()))
	case "link":
		r.copyText(e.linkTo(e.cite.par, e.cite.sen), w.copied)
	case "search-link":
		r.copyText(e.address(e.s.Close()), w.copied)
	case "export":
		e.startExport()
	case "stop":
		e.export.job = nil
	case "keep":
		e.keepSearch(browser.Value("shelf-name"))
	case "forget":
		e.rekeep(e.shelf.Forget(key))
		e.page.focus = "#close-panel"
	case "rename":
		e.renameSearch(key, browser.Value("shelf-name"))
	case "back":
		e.rekeep(e.shelf.TakeBack(key))
		e.page.focus = "#close-panel"
	}
}

// changePanel handles the choices of all dialogues.
func (r *root) changePanel(ctx app.Context, ev app.Event) {
	target := ev.Get("target")
	v := target.Get("value").String()
	if len(v) != 1 || v[0] < '0' || v[0] > '9' {
		ctx.PreventUpdate()
		return
	}
	n := int(v[0] - '0')
	switch target.Get("name").String() {
	case "cite":
		r.e.cite.format = min(n, len(citeExtension)-1)
	case "what":
		r.e.export.setWhat(n)
	case "format":
		r.e.export.format = n
	case "scope":
		r.e.export.chosen = n == 1
	}
}

func (r *root) copyText(s, said string) {
	browser.Copy(s, func(ok bool) {
		r.dispatch(func() {
			r.e.tell(said)
			if !ok {
				r.e.tell(w.notCopied)
			}
		})
	})
}

// choices are radio buttons that stand beside one another; value i is names[i], and an empty name is left out.
func choices(name, legend string, on int, names ...string) app.UI {
	list := make([]app.UI, 0, len(names)+1)
	list = append(list, app.Legend().Text(legend))
	seg := make([]app.UI, 0, len(names))
	for i, one := range names {
		if one != "" {
			seg = append(seg, radio(name, itoa(i), one, i == on))
		}
	}
	return app.FieldSet().Class("panel__choice").Body(append(list, app.Div().Class("seg").Body(seg...))...)
}
