package browser

import "syscall/js"

// Serve answers the messages {id, method, …arguments} that reach this worker with {id, value} or {id, error}, each in a
// goroutine of its own, so that answer may wait. It says {ready: true} first, and never returns.
func Serve(answer func(Call) (Object, error)) {
	self := js.Global()
	heard := js.FuncOf(func(_ js.Value, args []js.Value) any {
		call := jsCall{args[0].Get("data")}
		go func() {
			reply := self.Get("Object").New()
			reply.Set("id", call.v.Get("id"))
			if value, err := answer(call); err != nil {
				reply.Set("error", err.Error())
			} else {
				reply.Set("value", toJS(value))
			}
			self.Call("postMessage", reply)
		}()
		return nil
	})
	self.Set("onmessage", heard)
	ready := self.Get("Object").New()
	ready.Set("ready", true)
	self.Call("postMessage", ready)
	select {}
}

type jsCall struct{ v js.Value }

func (c jsCall) Method() string { return c.String("method") }

func (c jsCall) String(name string) string {
	if v := c.v.Get(name); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

func (c jsCall) Strings(name string) (list []string) {
	v := c.v.Get(name)
	if v.Type() != js.TypeObject || !js.Global().Get("Array").Call("isArray", v).Bool() {
		return nil
	}
	for i := range v.Length() {
		if s := v.Index(i); s.Type() == js.TypeString {
			list = append(list, s.String())
		}
	}
	return list
}

func (c jsCall) Int(name string, absent int) int {
	if v := c.v.Get(name); v.Type() == js.TypeNumber {
		return v.Int()
	}
	return absent
}

func (c jsCall) Bool(name string, absent bool) bool {
	if v := c.v.Get(name); v.Type() == js.TypeBoolean {
		return v.Bool()
	}
	return absent
}

func toJS(v any) js.Value {
	switch v := v.(type) {
	case Object:
		object := js.Global().Get("Object").New()
		for _, p := range v {
			object.Set(p.Name, toJS(p.Value))
		}
		return object
	case List:
		array := js.Global().Get("Array").New(len(v))
		for i, item := range v {
			array.SetIndex(i, toJS(item))
		}
		return array
	}
	return js.ValueOf(v)
}
