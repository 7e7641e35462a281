package ui

import (
	"errors"
	"strings"
	"time"

	"dateline/app/browser"
	"dateline/app/library"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// own is what the page knows of the reader's own collections, and the menu of them in the masthead.
type own struct {
	items []library.Item
	open  bool
	// renaming and deleting are the ids of the collections that are asked about.
	renaming, deleting string
}

// ownKey is what names a collection of the reader's own in an address.
func ownKey(id string) string { return id[:min(len(id), state.OwnDigits)] }

// loadOwn reads the collection of the reader's own that a key names. It waits.
func loadOwn(key string) ([]byte, error) {
	store, items, err := ownItems()
	if store == nil {
		return nil, err
	}
	for _, item := range items {
		if ownKey(item.ID) == key {
			return library.Load(store, item.ID)
		}
	}
	return nil, errors.Join(errors.New(w.own.missing), err)
}

// ownItems lists the collections on this device; there is no store if the browser keeps nothing. It waits.
func ownItems() (library.Store, []library.Item, error) {
	store, err := library.Device()
	if err != nil {
		return nil, nil, err
	}
	items, err := library.List(store, time.Now())
	return store, items, err
}

// look lists the collections anew, and then does then, which may be nil.
func (r *root) look(then func()) {
	go func() {
		_, items, err := ownItems()
		r.dispatch(func() {
			if err == nil || len(items) > 0 {
				r.own.items = items
			}
			if then != nil {
				then()
			}
		})
	}()
}

// turnTo opens the collection that a key names, in the state of the address (arrive) or at its first visit (commit).
func (r *root) turnTo(key string, h how) {
	if key == "" || key == state.Site {
		if r.site == nil { // the page was loaded with one of the reader's own
			from, err := r.load(r.progress)
			if err == nil {
				r.site, err = openCollection(from)
			}
			if err != nil {
				r.e.tellError(err)
				return
			}
		}
		r.show(r.site, h)
		return
	}
	go func() {
		data, err := loadOwn(key)
		r.dispatch(func() {
			var c *collection
			if err == nil {
				c, err = openCollection(Corpus{Data: data})
			}
			if err != nil {
				r.e.tellError(err)
				return
			}
			c.own = key
			r.show(c, h)
		})
	}()
}

// show puts a collection in the place of the one that is shown.
func (r *root) show(c *collection, h how) {
	old := r.e
	r.e = newExplorer(c)
	r.e.rev.all()
	r.adding = nil
	if old == nil || h == arrive {
		if old != nil {
			r.e.history = old.history
		}
		r.e.arriveAt(browser.Location())
		return
	}
	old.history.flush()
	r.e.history = old.history
	if old.c.own == "" { // Back must not take the site's collection for the one that is open then
		s := old.s
		s.Own = state.Site
		r.e.history.write(s.String(), replace)
	}
	r.e.set(c.fresh(), commit)
}

// ownNow is the key of the collection that is shown.
func (r *root) ownNow() string {
	if r.e == nil || r.e.c.own == "" {
		return state.Site
	}
	return r.e.c.own
}

// name is the name of the collection in the masthead: a menu where there are others.
func (r *root) name() app.UI {
	if r.e == nil {
		return app.Span().Class("corpus")
	}
	meta := r.e.c.meta
	label := []app.UI{app.Span().Class("corpus__name").Dir("auto").Text(meta.Name), app.Text(" "), app.Span().Class("num").Text(number(meta.Docs))}
	if len(r.own.items) == 0 && r.e.c.own == "" {
		return app.Span().Class("corpus").Body(label...)
	}
	button := app.Button().ID("open-own").Type("button").Class("corpus corpus--menu").Aria("expanded", r.own.open).Aria("controls", "own").
		OnClick(r.openOwn).Body(append(label, icon("down", 12))...)
	if !r.own.open {
		return app.Div().Class("own").Body(button)
	}
	return app.Div().Class("own").Body(button, app.Div().ID("own").Class("own__menu").OnClick(r.ownPressed).Body(app.Raw(r.ownHTML())))
}

func (r *root) openOwn(app.Context, app.Event) {
	r.own.open = !r.own.open
	r.own.renaming, r.own.deleting = "", ""
}

func (r *root) ownHTML() string {
	var m markup
	m.tag("ul", "role", "list")
	row := func(key, name string, docs int) {
		m.tag("li")
		current := ""
		if key == r.ownNow() {
			current = "true"
		}
		m.tag("button", "type", "button", "class", "own__name", "data-turn", key, "aria-current", current)
		m.tag("span", "dir", "auto").text(name).end().text(" ").span("span", "num", number(docs)).end()
	}
	if r.site != nil {
		row(state.Site, r.site.meta.Name, r.site.meta.Docs)
		m.end()
	} else {
		m.tag("li").tag("button", "type", "button", "class", "own__name", "data-turn", state.Site).text(w.own.site).end().end()
	}
	for _, item := range r.own.items {
		row(ownKey(item.ID), item.Name, item.Docs)
		button := func(do, label string) {
			m.tag("button", "type", "button", "class", "linkbtn", "data-do", do, "data-id", item.ID).text(label).end().text(" ")
		}
		switch item.ID {
		case r.own.renaming:
			m.tag("div", "class", "own__ask").tag("label", "class", "vh", "for", "own-new-name").text(w.own.newName).end()
			m.void("input", "id", "own-new-name", "class", "field", "value", item.Name, "dir", "auto")
			button("renamed", w.own.rename)
			button("never", w.own.cancel)
			m.end()
		case r.own.deleting:
			m.tag("p", "class", "own__ask", "role", "alert").text(fill(w.own.sure, item.Name)).text(" ")
			button("deleted", w.own.delete)
			button("never", w.own.cancel)
			m.end()
		default:
			m.tag("p", "class", "own__acts")
			button("save", w.own.save)
			button("rename", w.own.rename)
			button("delete", w.own.delete)
			m.span("span", "num", size(item.Bytes)).end()
		}
		m.end()
	}
	return m.end().String()
}

func (r *root) ownPressed(ctx app.Context, ev app.Event) {
	if target, ok := hit(ev, "[data-turn]"); ok {
		r.own.open = false
		if key := data(target, "turn"); key != r.ownNow() {
			r.turnTo(key, commit)
		}
		return
	}
	target, ok := hit(ev, "[data-do]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	ev.PreventDefault()
	id := data(target, "id")
	do := data(target, "do")
	r.own.renaming, r.own.deleting = "", ""
	switch do {
	case "rename":
		r.own.renaming = id
		r.e.page.focus = "#own-new-name"
	case "delete":
		r.own.deleting = id
	case "save":
		r.saveOwn(id)
	case "renamed":
		r.renameOwn(id, browser.Value("own-new-name"))
	case "deleted":
		r.deleteOwn(id)
	}
}

// saveOwn offers a collection as a file.
func (r *root) saveOwn(id string) {
	name := "collection"
	for _, item := range r.own.items {
		if item.ID == id {
			name = item.Name
		}
	}
	name = strings.Map(func(c rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, c) || c < ' ' {
			return '-'
		}
		return c
	}, name)
	go func() {
		if err := library.SaveAs(id, name+".corpus"); err != nil {
			r.dispatch(func() { r.e.tellError(err) })
		}
	}()
}

func (r *root) renameOwn(id, name string) {
	worker := browser.StartImporter()
	worker.Call("rename", browser.Object{{Name: "collection", Value: id}, {Name: "name", Value: name}}, nil, nil, func(v browser.Values, err error) {
		r.dispatch(func() {
			worker.Stop()
			if err != nil {
				r.e.tellError(err)
				return
			}
			key := ownKey(v.String("id"))
			r.look(func() {
				if r.ownNow() == ownKey(id) {
					r.turnTo(key, commit)
				}
			})
		})
	})
}

func (r *root) deleteOwn(id string) {
	go func() {
		store, err := library.Device()
		if err == nil {
			err = library.Delete(store, id)
		}
		r.dispatch(func() {
			if err != nil {
				r.e.tellError(err)
				return
			}
			if r.ownNow() == ownKey(id) {
				r.turnTo(state.Site, commit)
			}
			r.look(nil)
		})
	}()
}
