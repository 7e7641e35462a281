package browser

import (
	"strconv"
	"syscall/js"
)

// ShowPlace marks a paragraph of the open document as the one that a link leads to, and in it a sentence; paragraph 0 only takes the
// mark away. Paragraphs are elements of the ids p1, p2 …; a sentence begins at an empty element with data-s="1.2". Where the browser
// has no highlights of its own the paragraph alone is marked.
func ShowPlace(par, sen int, scroll bool) {
	old := document().Call("querySelectorAll", "#doc-text .is-target")
	for i := range old.Length() {
		old.Index(i).Get("classList").Call("remove", "is-target")
	}
	highlights := js.Undefined()
	if css := js.Global().Get("CSS"); css.Truthy() {
		highlights = css.Get("highlights")
	}
	if highlights.Truthy() {
		highlights.Call("delete", "place")
	}
	p := byID("p" + strconv.Itoa(par))
	if par == 0 || !p.Truthy() {
		return
	}
	p.Get("classList").Call("add", "is-target")
	at := p
	from := p.Call("querySelector", `[data-s="`+strconv.Itoa(par)+"."+strconv.Itoa(sen)+`"]`)
	if sen > 0 && from.Truthy() {
		at = from
		if highlights.Truthy() {
			rng := document().Call("createRange")
			rng.Call("setStartAfter", from)
			if to := p.Call("querySelector", `[data-s="`+strconv.Itoa(par)+"."+strconv.Itoa(sen+1)+`"]`); to.Truthy() {
				rng.Call("setEndBefore", to)
			} else {
				rng.Call("setEndAfter", p.Get("lastChild"))
			}
			highlights.Call("set", "place", js.Global().Get("Highlight").New(rng))
		}
	}
	if scroll {
		at.Call("scrollIntoView", map[string]any{"block": "center"})
	}
}

// Selected returns the text of the document that is selected, and the place where it begins, as in ShowPlace: "3.2". Both are
// empty if none is.
func Selected() (text, place string) {
	sel := js.Global().Call("getSelection")
	doc := byID("doc-text")
	if !sel.Truthy() || !doc.Truthy() || sel.Get("rangeCount").Int() == 0 || sel.Get("isCollapsed").Bool() {
		return "", ""
	}
	rng := sel.Call("getRangeAt", 0)
	if !doc.Call("contains", rng.Get("commonAncestorContainer")).Bool() {
		return "", ""
	}
	starts := doc.Call("querySelectorAll", "[data-s]")
	for i := range starts.Length() {
		at := starts.Index(i)
		where := rng.Call("comparePoint", at, 0).Int()
		if where == 0 && place != "" { // within: only if no text stands before it
			before := rng.Call("cloneRange")
			before.Call("setEndBefore", at)
			if before.Call("toString").String() != "" {
				break
			}
		}
		if where > 0 {
			break
		}
		place = at.Call("getAttribute", "data-s").String()
	}
	return sel.Call("toString").String(), place
}

// CheckRows makes the checkboxes of the result list show which of its rows, by document, are chosen.
func CheckRows(chosen func(id string) bool) {
	boxes := document().Call("querySelectorAll", "#hits input[data-pick]")
	for i := range boxes.Length() {
		box := boxes.Index(i)
		on := chosen(box.Call("getAttribute", "data-pick").String())
		if box.Get("checked").Bool() != on {
			box.Set("checked", on)
		}
	}
}
