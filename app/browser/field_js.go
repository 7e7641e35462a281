package browser

import (
	"strconv"
	"syscall/js"
)

// Value returns the text of the field with this id.
func Value(id string) string {
	if e := byID(id); e.Truthy() {
		return e.Get("value").String()
	}
	return ""
}

// SetValue sets the text of the field with this id, unless it holds it already, so that the caret stays where it is. It is a
// property and not an attribute: an attribute would neither empty a field nor change what has been typed.
func SetValue(id, s string) {
	if e := byID(id); e.Truthy() && e.Get("value").String() != s {
		e.Set("value", s)
	}
}

// Focus moves the focus to the first element of the selector without scrolling the page more than needed.
func Focus(selector string) {
	if e := document().Call("querySelector", selector); e.Truthy() {
		e.Call("focus")
	}
}

// Blur takes the focus away from the focused element.
func Blur() {
	if e := document().Get("activeElement"); e.Truthy() {
		e.Call("blur")
	}
}

// Select focuses the field with this id and selects its text.
func Select(id string) {
	if e := byID(id); e.Truthy() {
		e.Call("focus")
		e.Call("select")
	}
}

// Focused reports whether the focus is on the first element of the selector or within it.
func Focused(selector string) bool {
	e := document().Call("querySelector", selector)
	return e.Truthy() && e.Call("contains", document().Get("activeElement")).Bool()
}

// rows are the rows of a list that keys walk through, the results, the lines of the concordance or the actors, and rowLinks the link of each.
const (
	rows     = "#hits > li, #lines > tr[data-line], #cast > li"
	rowLinks = "#hits .hit__lede a, #lines .k-node a, #cast a"
)

// FocusRow moves the focus to a row of the result list, from 0, and makes it the one that Tab reaches.
func FocusRow(i int) {
	links := document().Call("querySelectorAll", rowLinks)
	if i < 0 || i >= links.Length() {
		return
	}
	rove(links, i)
	links.Index(i).Call("focus")
}

// Rove makes a row of the result list, from 0, the only one that Tab reaches, as the list's keyboard pattern asks. It lives
// in the DOM and not in what is rendered, because it follows the focus.
func Rove(i int) { rove(document().Call("querySelectorAll", rowLinks), i) }

func rove(links js.Value, i int) {
	for n := range links.Length() {
		tab := "-1"
		if n == i {
			tab = "0"
		}
		if link := links.Index(n); link.Call("getAttribute", "tabindex").String() != tab {
			link.Call("setAttribute", "tabindex", tab)
		}
	}
}

// ShowRow scrolls the result list so that row i, from 0, is seen.
func ShowRow(i int) {
	row := document().Call("querySelector", "#hits > li:nth-child("+strconv.Itoa(i+1)+")")
	if row.Truthy() {
		row.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// Early returns what the reader has typed into the field of this id and whether it has the focus, in the page as it stood
// before the program started; starting replaces that page.
func Early(id string) (typed string, focused bool) {
	e := byID(id)
	if !e.Truthy() {
		return "", false
	}
	return e.Get("value").String(), e.Equal(document().Get("activeElement"))
}
