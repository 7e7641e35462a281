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

// CorpusURL is where the collection that the loader has fetched came from, "" if the page names none.
func CorpusURL() string {
	if loader := js.Global().Get("dateline"); loader.Truthy() {
		return loader.Get("corpusURL").String()
	}
	return ""
}

// Stored returns how far the site is stored for use without a network.
func Stored() Storage {
	loader := js.Global().Get("dateline")
	if !loader.Truthy() {
		return Storage{State: "none"}
	}
	offline := loader.Get("offline")
	return Storage{
		State: offline.Get("state").String(), Reason: offline.Get("detail").String(),
		Done: int64(offline.Get("done").Float()), Total: int64(offline.Get("total").Float()),
	}
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
