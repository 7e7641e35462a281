// Package browser is every line that talks to the browser itself: address, fields, theme, clipboard, keys, loader.
// Natively each function does nothing and returns zero values, so that the interface compiles and is tested without a DOM.
//
// Elements are named by their id or by a CSS selector. A function whose element is missing does nothing: the interface may
// have moved on between a choice and its effect.
package browser

// Key is a key press anywhere on the page.
type Key struct {
	// Name is the DOM's key name: "j", "Enter", "ArrowLeft".
	Name string
	// Modified reports that Ctrl, Alt or Meta was down; Shift that Shift was.
	Modified, Shift bool
	// Typing reports that the focus is in a field that takes text, or that an input method is composing.
	Typing bool
	// Control reports that the focus is on something that Enter and Space press: a link, a button, a checkbox.
	Control bool
	// ID is the id of the focused element, Row the index of the result row that holds it, -1 outside the list.
	ID  string
	Row int
}

// Box is where an element stands in the window, in CSS pixels.
type Box struct{ Left, Top, Width, Height float64 }

// Storage is how far the site is stored for use without a network.
type Storage struct {
	// State is "none", "storing" or "failed", where nothing can be relied on, "unsupported", or, when page and program are stored,
	// "filling" and "partly", as long as chunks of a large collection are not, and then "ready".
	State string
	// Reason says why it failed, is unsupported or went no further, in words for the reader.
	Reason string
	// Done of Total bytes of the chunks are stored, while it is filling or partly.
	Done, Total int64
}
