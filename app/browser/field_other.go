//go:build !js

package browser

// Value returns the text of a field.
func Value(id string) string { return "" }

// SetValue sets the text of a field.
func SetValue(id, s string) {}

// Focus moves the focus.
func Focus(selector string) {}

// Blur takes the focus away from the focused element.
func Blur() {}

// Select focuses a field and selects its text.
func Select(id string) {}

// Focused reports whether the focus is within an element.
func Focused(selector string) bool { return false }

// FocusRow moves the focus to a row of the result list.
func FocusRow(i int) {}

// Rove makes a row of the result list the only one that Tab reaches.
func Rove(i int) {}

// ShowRow scrolls the result list so that row i is seen.
func ShowRow(i int) {}

// Early returns what has been typed into a field before the program started.
func Early(id string) (typed string, focused bool) { return "", false }
