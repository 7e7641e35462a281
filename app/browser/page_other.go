//go:build !js

package browser

// SetTitle sets the title of the page.
func SetTitle(s string) {}

// SetVar sets a custom property of CSS on an element.
func SetVar(id, name, value string) {}

// SetText replaces the text of an element.
func SetText(id, s string) {}

// BoxOf returns where an element stands.
func BoxOf(selector string) Box { return Box{} }

// ScrollTop puts the scroll of an element to its top.
func ScrollTop(id string) {}

// ScrollPageTo brings an element to the top of the window if the page has been scrolled past it.
func ScrollPageTo(id string) {}

// ShowHit marks one hit as the current one.
func ShowHit(id string, hit int, scroll bool) {}

// Copy puts s on the clipboard.
func Copy(s string, done func(ok bool)) { done(false) }

// Print opens the print dialogue.
func Print() {}

// Reload loads the page anew.
func Reload() {}

// Narrow reports that the window has the width of a phone.
func Narrow() bool { return false }

// SetInert takes elements out of reach.
func SetInert(all, covered string) {}
