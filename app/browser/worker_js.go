package browser

import (
	"errors"
	"io"
	"io/fs"
	"syscall/js"
	"time"
)

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

// Files reads an array of {path, file}. What the files hold stays outside of the program until it is read, a piece at a time.
func (c jsCall) Files(name string) fs.FS {
	list := c.v.Get(name)
	if list.Type() != js.TypeObject {
		return newTree(nil)
	}
	files := make([]treeFile, list.Length())
	for i := range files {
		entry := list.Index(i)
		file := entry.Get("file")
		files[i] = treeFile{
			path: entry.Get("path").String(), size: int64(file.Get("size").Float()),
			modified: time.UnixMilli(int64(file.Get("lastModified").Float())), data: blob{file},
		}
	}
	return newTree(files)
}

func (c jsCall) Tell(what Object) {
	message := js.Global().Get("Object").New()
	message.Set("id", c.v.Get("id"))
	message.Set("told", toJS(what))
	js.Global().Call("postMessage", message)
}

// blob reads a File of the browser where it lies. A worker may do so without waiting.
type blob struct{ file js.Value }

func (b blob) ReadAt(p []byte, off int64) (n int, err error) {
	defer func() {
		if thrown := recover(); thrown != nil { // the file has been moved, changed or locked since it was chosen
			err = errors.New("the browser cannot read it any more (" + throwable(thrown) + "): choose it again")
		}
	}()
	reader := js.Global().Get("FileReaderSync").New()
	buffer := reader.Call("readAsArrayBuffer", b.file.Call("slice", off, off+int64(len(p))))
	n = js.CopyBytesToGo(p, js.Global().Get("Uint8Array").New(buffer))
	if n < len(p) {
		err = io.EOF
	}
	return n, err
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
