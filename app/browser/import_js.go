package browser

import (
	"errors"
	"syscall/js"
)

type handle = js.Value

func (c jsCall) List(name string) []Values {
	v := c.v.Get(name)
	if v.Type() != js.TypeObject {
		return nil
	}
	list := make([]Values, v.Length())
	for i := range list {
		list[i] = jsCall{v.Index(i)}
	}
	return list
}

// Importer is the worker that makes collections (app/importer).
type Importer struct {
	worker  js.Value
	heard   js.Func
	failed  js.Func
	started bool
	queue   []js.Value // calls made before the program ran
	waiting map[int]waitingCall
	last    int
}

type waitingCall struct {
	told func(Values)
	done func(Values, error)
}

// StartImporter starts the worker. What goes wrong with it is told to the calls that wait.
func StartImporter() *Importer {
	w := &Importer{waiting: map[int]waitingCall{}}
	meta := document().Call("querySelector", `meta[name="dateline-import"]`)
	w.worker = js.Global().Get("Worker").New(meta.Get("dataset").Get("worker"))
	w.heard = js.FuncOf(func(_ js.Value, args []js.Value) any {
		w.hear(args[0].Get("data"))
		return nil
	})
	w.failed = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		w.fail(errors.New("the importer did not arrive or has stopped (" + js.Global().Call("String", args[0].Get("message")).String() + "): check the connection, then try again"))
		return nil
	})
	w.worker.Set("onmessage", w.heard)
	w.worker.Set("onerror", w.failed)
	here := js.Global().Get("location").Get("href")
	address := func(relative js.Value) js.Value { return js.Global().Get("URL").New(relative, here).Get("href") }
	start := js.Global().Get("Object").New()
	start.Set("start", []any{address(meta.Get("dataset").Get("glue")), address(meta.Get("content"))})
	w.worker.Call("postMessage", start)
	return w
}

func (w *Importer) hear(message js.Value) {
	switch {
	case message.Get("ready").Truthy():
		w.started = true
		for _, call := range w.queue {
			w.worker.Call("postMessage", call)
		}
		w.queue = nil
		return
	case message.Get("failed").Truthy():
		w.fail(errors.New("the importer has stopped: " + message.Get("failed").String()))
		return
	}
	id := message.Get("id").Int()
	call, ok := w.waiting[id]
	if !ok {
		return
	}
	if told := message.Get("told"); told.Truthy() {
		if call.told != nil {
			call.told(jsCall{told})
		}
		return
	}
	delete(w.waiting, id)
	if problem := message.Get("error"); problem.Truthy() {
		call.done(nil, errors.New(problem.String()))
		return
	}
	call.done(jsCall{message.Get("value")}, nil)
}

func (w *Importer) fail(err error) {
	waiting := w.waiting
	w.waiting = map[int]waitingCall{}
	for _, call := range waiting {
		call.done(nil, err)
	}
}

// Call sends a call. told hears of its progress and done of its end, both outside of the interface's goroutine.
func (w *Importer) Call(method string, arguments Object, files *Chosen, told func(Values), done func(Values, error)) {
	w.last++
	w.waiting[w.last] = waitingCall{told, done}
	message := toJS(arguments)
	message.Set("method", method)
	message.Set("id", w.last)
	if files != nil {
		message.Set("files", files.list)
	}
	if !w.started {
		w.queue = append(w.queue, message)
		return
	}
	w.worker.Call("postMessage", message)
}

// Stop ends the worker, whatever it is doing. Calls that wait are not told.
func (w *Importer) Stop() {
	w.worker.Call("terminate")
	w.waiting = map[int]waitingCall{}
	w.heard.Release()
	w.failed.Release()
}

// CanImport reports that the page knows an importer and the browser has workers.
func CanImport() bool {
	return document().Call("querySelector", `meta[name="dateline-import"]`).Truthy() && js.Global().Get("Worker").Truthy()
}
