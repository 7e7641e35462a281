//go:build !js

package browser

// Recall returns what is kept on this device.
func Recall(key string) string { return "" }

// Remember keeps something on this device.
func Remember(key, s string) bool { return true }

// OnRemembered calls f when another page has kept something.
func OnRemembered(f func()) {}

// Languages are the languages that the reader reads.
func Languages() []string { return nil }

// SetLang tells what language the page speaks.
func SetLang(lang string) {}
