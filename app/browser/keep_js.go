package browser

import "syscall/js"

// Recall returns what this device keeps under a key; empty if it keeps nothing, or may not keep anything.
func Recall(key string) (value string) {
	attempt(func() {
		if v := js.Global().Get("localStorage").Call("getItem", key); v.Type() == js.TypeString {
			value = v.String()
		}
	})
	return value
}

// Remember keeps a value under a key on this device; an empty one is forgotten. It reports false if the browser keeps nothing: in a
// frame without storage, in some private windows, or when it is full.
func Remember(key, value string) bool {
	return attempt(func() {
		storage := js.Global().Get("localStorage")
		if value == "" {
			storage.Call("removeItem", key)
			return
		}
		storage.Call("setItem", key, value)
	})
}

// OnRemembered calls f when another page of this site has kept something.
func OnRemembered(f func()) {
	heard := js.FuncOf(func(js.Value, []js.Value) any { f(); return nil })
	js.Global().Call("addEventListener", "storage", heard)
}
