package browser

import (
	"errors"
	"strconv"
	"syscall/js"
)

// Fetch returns the body of the answer to a GET of url, which may be relative to the page or worker. It waits, and so must be
// called in a goroutine of its own. The error says what happened and what to do.
func Fetch(url string) ([]byte, error) {
	if loader := js.Global().Get("dateline"); loader.Truthy() {
		loader.Set("asked", js.Global().Get("performance").Call("now")) // what only stores can wait
	}
	response, err := await(js.Global().Call("fetch", url))
	if err != nil {
		return nil, errors.New("the network gave out while " + url + " was fetched (" + err.Error() + "): check the connection, then try again")
	}
	if !response.Get("ok").Bool() {
		return nil, errors.New("the server did not give out " + url + ": it answered " + strconv.Itoa(response.Get("status").Int()) +
			"; if it stays so, the site should be uploaded again")
	}
	buffer, err := await(response.Call("arrayBuffer"))
	if err != nil {
		return nil, errors.New("the network broke off while " + url + " was fetched: check the connection, then try again")
	}
	return taken(buffer), nil
}

// taken moves what an ArrayBuffer holds into the program.
func taken(buffer js.Value) []byte {
	array := js.Global().Get("Uint8Array").New(buffer)
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	if buffer.Get("transfer").Truthy() {
		buffer.Call("transfer", 0) // gives its memory back now, not when garbage is next collected
	}
	return data
}

// Resolve returns the address that a relative one means beside base, which may itself be relative to the page or worker.
func Resolve(url, base string) string {
	here := js.Global().Get("location").Get("href")
	whole := js.Global().Get("URL").New(base, here)
	return js.Global().Get("URL").New(url, whole).Get("href").String()
}

// await waits for a promise.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	var then, fail js.Func
	then = js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- outcome{value: args[0]}
		return nil
	})
	fail = js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- outcome{err: scriptErrorOf(args[0])}
		return nil
	})
	promise.Call("then", then, fail)
	out := <-done
	then.Release()
	fail.Release()
	return out.value, out.err
}

// scriptError is what a promise was rejected with: usually a DOMException, whose name tells the kind.
type scriptError struct{ name, message string }

func (e *scriptError) Error() string {
	if e.message == "" {
		return e.name
	}
	return e.message
}

func scriptErrorOf(v js.Value) *scriptError {
	if v.Type() != js.TypeObject {
		return &scriptError{"Error", js.Global().Call("String", v).String()}
	}
	return &scriptError{js.Global().Call("String", v.Get("name")).String(), js.Global().Call("String", v.Get("message")).String()}
}
