package browser

import "syscall/js"

// Kept returns what this device keeps under a key; empty if it keeps nothing, or may not keep anything.
func Kept(key string) (value string) {
	attempt(func() {
		if v := js.Global().Get("localStorage").Call("getItem", key); v.Type() == js.TypeString {
			value = v.String()
		}
	})
	return value
}

// Keep keeps a value under a key on this device; an empty one is forgotten. It reports false if the browser keeps nothing: in a
// frame without storage, in some private windows, or when it is full.
func Keep(key, value string) bool {
	return attempt(func() {
		storage := js.Global().Get("localStorage")
		if value == "" {
			storage.Call("removeItem", key)
			return
		}
		storage.Call("setItem", key, value)
	})
}

// Offer offers a text to be saved as a file of this name and media type.
func Offer(name, media, text string) {
	window := js.Global()
	blob := window.Get("Blob").New([]any{text}, map[string]any{"type": media})
	url := window.Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	// The download has its own hold on the blob once it has begun, which is not told to anyone.
	var release js.Func
	release = js.FuncOf(func(js.Value, []js.Value) any {
		window.Get("URL").Call("revokeObjectURL", url)
		release.Release()
		return nil
	})
	window.Call("setTimeout", release, 60_000)
}

// ReadFile reads the file chosen in the input with this id as text and calls done, with false if there is none, it is larger than most bytes,
// or it cannot be read. The input is emptied, so that the same file can be chosen again.
func ReadFile(id string, most int, done func(text string, ok bool)) {
	input := byID(id)
	if !input.Truthy() {
		return
	}
	file := input.Get("files").Index(0)
	if !file.Truthy() || file.Get("size").Int() > most {
		input.Set("value", "")
		done("", false)
		return
	}
	var then, fail js.Func
	settle := func(text string, ok bool) any {
		then.Release()
		fail.Release()
		input.Set("value", "")
		done(text, ok)
		return nil
	}
	then = js.FuncOf(func(_ js.Value, args []js.Value) any { return settle(args[0].String(), true) })
	fail = js.FuncOf(func(js.Value, []js.Value) any { return settle("", false) })
	file.Call("text").Call("then", then, fail)
}
