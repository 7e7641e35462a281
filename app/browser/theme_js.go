package browser

import "syscall/js"

// themeKey is where the chosen theme is kept; web/boot.js reads it before the first paint.
const themeKey = "dateline:theme"

// Theme returns the chosen theme: "light", "dark", or "" for the one of the system.
func Theme() string {
	t := document().Get("documentElement").Get("dataset").Get("theme")
	if t.Type() != js.TypeString {
		return ""
	}
	return t.String()
}

// SetTheme chooses a theme and keeps the choice on this device.
func SetTheme(theme string) {
	data := document().Get("documentElement").Get("dataset")
	if theme == "" {
		data.Delete("theme")
	} else {
		data.Set("theme", theme)
	}
	// A frame without storage throws; the choice then lasts as long as the page.
	attempt(func() {
		storage := js.Global().Get("localStorage")
		if theme == "" {
			storage.Call("removeItem", themeKey)
		} else {
			storage.Call("setItem", themeKey, theme)
		}
	})
}
