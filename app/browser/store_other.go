//go:build !js

package browser

// Kept returns what this device keeps under a key.
func Kept(key string) string { return "" }

// Keep keeps a value under a key on this device.
func Keep(key, value string) bool { return true }

// Offer offers a text to be saved as a file.
func Offer(name, media, text string) {}

// ReadFile reads the file chosen in an input.
func ReadFile(id string, most int, done func(text string, ok bool)) { done("", false) }
