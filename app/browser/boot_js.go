package browser

import "syscall/js"

// Page reports that the program runs in a page; in a Web Worker there is no document.
func Page() bool { return document().Truthy() }

// Corpus returns the collection that the loader has fetched, or nil if the page names none. The loader then lets go of it:
// only the first call returns it.
func Corpus() []byte {
	loader := js.Global().Get("dateline")
	if !loader.Truthy() || !loader.Get("corpus").Truthy() {
		return nil
	}
	bytes := loader.Get("corpus")
	data := make([]byte, bytes.Get("length").Int())
	js.CopyBytesToGo(data, bytes)
	loader.Set("corpus", js.Null())
	return data
}

// Stored returns how far the site is stored for use without a network: "none", "storing", "ready", "failed" or
// "unsupported", and for the last two why, in words for the reader.
func Stored() (state, reason string) {
	loader := js.Global().Get("dateline")
	if !loader.Truthy() {
		return "none", ""
	}
	offline := loader.Get("offline")
	return offline.Get("state").String(), offline.Get("detail").String()
}

// OnStored calls f whenever Stored changes.
func OnStored(f func()) {
	heard := js.FuncOf(func(js.Value, []js.Value) any { f(); return nil })
	js.Global().Call("addEventListener", "dateline:offline", heard)
}

// OnUpdate calls f when a new version of the site is ready to be switched to. Until someone listens, the loader tells the
// reader itself.
func OnUpdate(f func()) {
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		f()
		return nil
	})
	js.Global().Call("addEventListener", "dateline:update", heard)
}

// ApplyUpdate switches to the new version, which loads the page again.
func ApplyUpdate() {
	if loader := js.Global().Get("dateline"); loader.Truthy() {
		loader.Call("applyUpdate")
	}
}
