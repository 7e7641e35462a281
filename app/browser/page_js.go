package browser

import (
	"strconv"
	"syscall/js"
)

func document() js.Value { return js.Global().Get("document") }

func byID(id string) js.Value { return document().Call("getElementById", id) }

// SetTitle sets the title of the page.
func SetTitle(s string) { document().Set("title", s) }

// SetVar sets a custom property of CSS on the element with this id: the one way to place things that a strict content
// security policy leaves, next to the attributes of SVG.
func SetVar(id, name, value string) {
	if e := byID(id); e.Truthy() {
		e.Get("style").Call("setProperty", name, value)
	}
}

// SetText replaces the text of the element with this id. It keeps the text node, which the renderer may hold.
func SetText(id, s string) {
	e := byID(id)
	if !e.Truthy() || e.Get("textContent").String() == s {
		return
	}
	if node := e.Get("firstChild"); node.Truthy() {
		node.Set("nodeValue", s)
		return
	}
	e.Set("textContent", s)
}

// BoxOf returns where the first element of the selector stands; a zero Box if there is none.
func BoxOf(selector string) Box {
	e := document().Call("querySelector", selector)
	if !e.Truthy() {
		return Box{}
	}
	r := e.Call("getBoundingClientRect")
	return Box{r.Get("left").Float(), r.Get("top").Float(), r.Get("width").Float(), r.Get("height").Float()}
}

// ScrollTop puts the scroll of the element with this id to its top.
func ScrollTop(id string) {
	if e := byID(id); e.Truthy() {
		e.Set("scrollTop", 0)
	}
}

// ScrollPageTo brings the element with this id to the top of the window if the page as a whole has been scrolled past it.
func ScrollPageTo(id string) {
	e := byID(id)
	if e.Truthy() && e.Call("getBoundingClientRect").Get("top").Float() < 0 {
		e.Call("scrollIntoView")
	}
}

// ShowHit marks the pieces of one hit below the element with this id as the current one and brings it into view; hit 0
// only takes the mark away. It is done on the DOM, as a step from hit to hit must not render a document anew.
func ShowHit(id string, hit int, scroll bool) {
	e := byID(id)
	if !e.Truthy() {
		return
	}
	old := e.Call("querySelectorAll", ".is-current")
	for i := range old.Length() {
		old.Index(i).Get("classList").Call("remove", "is-current")
	}
	if hit == 0 {
		return
	}
	now := e.Call("querySelectorAll", `[data-hit="`+strconv.Itoa(hit)+`"]`)
	for i := range now.Length() {
		now.Index(i).Get("classList").Call("add", "is-current")
	}
	if mark := e.Call("querySelector", `mark[data-hit="`+strconv.Itoa(hit)+`"]`); scroll && mark.Truthy() {
		mark.Call("scrollIntoView", map[string]any{"block": "center"})
	}
}

// Copy puts s on the clipboard and then calls done, with false if the browser refused.
func Copy(s string, done func(ok bool)) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() { // not a secure context
		done(false)
		return
	}
	var then, fail js.Func
	settle := func(ok bool) any {
		then.Release()
		fail.Release()
		done(ok)
		return nil
	}
	then = js.FuncOf(func(js.Value, []js.Value) any { return settle(true) })
	fail = js.FuncOf(func(js.Value, []js.Value) any { return settle(false) })
	clipboard.Call("writeText", s).Call("then", then, fail)
}

// Print opens the print dialogue.
func Print() { js.Global().Call("print") }

// Reload loads the page anew.
func Reload() { js.Global().Get("location").Call("reload") }

// Narrow reports that the window has the width of a phone, where one pane is shown at a time. The style sheet draws the line
// at the same width.
func Narrow() bool {
	return js.Global().Call("matchMedia", "(max-width: 760px)").Get("matches").Bool()
}

// SetInert takes the elements of the selector covered out of the reach of focus, pointer and screen reader, and lets all
// others of the selector all back in.
func SetInert(all, covered string) {
	parts := document().Call("querySelectorAll", all)
	for i := range parts.Length() {
		part := parts.Index(i)
		part.Set("inert", covered != "" && part.Call("matches", covered).Bool())
	}
}
