package browser

import "syscall/js"

// Location returns the parts of the address that may hold a state: "?…" and "#…", each empty where there is none.
func Location() (search, hash string) {
	l := js.Global().Get("location")
	return l.Get("search").String(), l.Get("hash").String()
}

// Address returns the whole address.
func Address() string { return js.Global().Get("location").Get("href").String() }

// Push adds an entry to the history, Replace changes the present one. search begins with "?" or is empty; fragment is
// without "#". Inside a frame Push replaces, as entries there would break the host's Back.
func Push(search, fragment string) {
	if Framed() {
		Replace(search, fragment)
		return
	}
	write("pushState", search, fragment)
}

// Replace changes the present entry of the history.
func Replace(search, fragment string) { write("replaceState", search, fragment) }

// Framed reports that the page is shown inside another one.
func Framed() bool { return !js.Global().Get("parent").Equal(js.Global().Get("self")) }

func write(how, search, fragment string) {
	url := js.Global().Get("location").Get("pathname").String() + search
	if fragment != "" {
		url += "#" + fragment
	}
	// Safari throws after a hundred calls in thirty seconds; the address is then late, which is all.
	attempt(func() { js.Global().Get("history").Call(how, nil, "", url) })
}

// OnNavigate calls f when the address has changed by Back, Forward, a link or the address bar, not by Push and Replace.
// It also takes away the router's own handlers: they stop every plain click on a link, fragments and shift-clicks too,
// and swallow Back when the fragment is one they have seen.
func OnNavigate(f func()) {
	window := js.Global()
	window.Set("onclick", nil)
	window.Set("onpopstate", nil)
	// A change of the fragment gives both events; the caller compares addresses, so that the second is cheap.
	heard := js.FuncOf(func(js.Value, []js.Value) any { f(); return nil })
	window.Call("addEventListener", "popstate", heard)
	window.Call("addEventListener", "hashchange", heard)
}

// OnLeave calls f when the page is about to be left or put aside.
func OnLeave(f func()) {
	heard := js.FuncOf(func(js.Value, []js.Value) any { f(); return nil })
	js.Global().Call("addEventListener", "pagehide", heard)
}

// attempt runs f and reports whether it went without a JavaScript exception.
func attempt(f func()) (ok bool) {
	defer func() {
		if e := recover(); e != nil {
			if _, thrown := e.(js.Error); !thrown {
				panic(e)
			}
		}
	}()
	f()
	return true
}
