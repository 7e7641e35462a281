//go:build !js

package browser

// OnKey calls f for every key pressed anywhere on the page.
func OnKey(f func(Key) bool) {}
