//go:build !js

package browser

// Theme returns the chosen theme.
func Theme() string { return "" }

// SetTheme chooses a theme.
func SetTheme(theme string) {}
