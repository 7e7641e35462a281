package browser

import "syscall/js"

// OnKey calls f for every key pressed anywhere on the page. If f returns true the key has been taken and the browser does
// nothing more with it. f runs inside the event and must not block.
func OnKey(f func(Key) bool) {
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		e := args[0]
		k := Key{
			Name:     e.Get("key").String(),
			Modified: e.Get("ctrlKey").Bool() || e.Get("altKey").Bool() || e.Get("metaKey").Bool(),
			Shift:    e.Get("shiftKey").Bool(),
			Typing:   e.Get("isComposing").Bool(),
			Row:      -1,
		}
		if at := e.Get("target"); at.Truthy() && at.Get("closest").Truthy() {
			k.ID = at.Get("id").String()
			k.Typing = k.Typing || at.Call("matches", `textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])`).Bool()
			k.Control = at.Call("matches", "a, button, summary, input, select").Bool()
			if row := at.Call("closest", rows); row.Truthy() {
				list := document().Call("querySelectorAll", rows)
				k.Row = js.Global().Get("Array").Get("prototype").Get("indexOf").Call("call", list, row).Int()
			}
		}
		if f(k) {
			e.Call("preventDefault")
		}
		return nil
	})
	document().Call("addEventListener", "keydown", heard)
}
