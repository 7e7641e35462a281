//go:build !js

package browser

// ShowPlace marks a paragraph or a sentence of the open document.
func ShowPlace(par, sen int, scroll bool) {}

// Selected returns the text of the document that is selected.
func Selected() (text, place string) { return "", "" }

// CheckRows makes the checkboxes of the result list show what is chosen.
func CheckRows(chosen func(id string) bool) {}
