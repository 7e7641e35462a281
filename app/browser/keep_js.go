package browser

import "syscall/js"

// Recall returns what is kept on this device under a key, "" if nothing is.
func Recall(key string) string {
	s := ""
	attempt(func() {
		if v := js.Global().Get("localStorage").Call("getItem", key); v.Type() == js.TypeString {
			s = v.String()
		}
	})
	return s
}

// Remember keeps s on this device under a key and reports whether the browser did so: its room may be full, or denied.
func Remember(key, s string) bool {
	return attempt(func() { js.Global().Get("localStorage").Call("setItem", key, s) })
}

// OnRemembered calls f when another page of this site has kept something.
func OnRemembered(f func()) {
	heard := js.FuncOf(func(js.Value, []js.Value) any { f(); return nil })
	js.Global().Call("addEventListener", "storage", heard)
}

// Languages are the languages that the reader reads, the best first, as tags: "fr-CA".
func Languages() []string {
	list := js.Global().Get("navigator").Get("languages")
	if !list.Truthy() {
		return nil
	}
	tags := make([]string, list.Length())
	for i := range tags {
		tags[i] = list.Index(i).String()
	}
	return tags
}

// SetLang tells the browser, and through it screen readers, what language the page speaks.
func SetLang(lang string) { document().Get("documentElement").Set("lang", lang) }
