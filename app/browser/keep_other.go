//go:build !js

package browser

// Recall returns what this device keeps under a key.
func Recall(key string) string { return "" }

// Remember keeps a value under a key on this device.
func Remember(key, value string) bool { return true }

// OnRemembered calls f when another page has kept something.
func OnRemembered(f func()) {}
