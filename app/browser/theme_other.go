//go:build !js

package browser

// Theme returns the chosen theme.
func Theme() string { return "" }

// Dark reports whether the page is dark now.
func Dark() bool { return false }

// SetTheme chooses a theme.
func SetTheme(theme string) {}
