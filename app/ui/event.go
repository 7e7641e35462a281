package ui

import (
	"strconv"

	"dateline/corpus/index"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Lists have one handler for all their rows; these say what it was that the event hit.

// hit returns the nearest element around an event's target that the selector matches.
func hit(e app.Event, selector string) (app.Value, bool) {
	target := e.Get("target")
	if !target.Truthy() || !target.Get("closest").Truthy() {
		return nil, false
	}
	found := target.Call("closest", selector)
	return found, found.Truthy()
}

// data returns a data- attribute.
func data(v app.Value, name string) string {
	value := v.Call("getAttribute", "data-"+name)
	if !value.Truthy() {
		return ""
	}
	return value.String()
}

// actorOf returns the actor that an element stands for.
func actorOf(v app.Value) (index.ActorID, bool) {
	n, err := strconv.ParseUint(data(v, "actor"), 10, 32)
	return index.ActorID(n), err == nil
}

// plain reports a press of the main button without a modifier: what the page handles itself. Any other goes to the
// browser, which opens the link in a new tab or window.
func plain(e app.Event) bool {
	for _, key := range [...]string{"ctrlKey", "metaKey", "shiftKey", "altKey"} {
		if e.Get(key).Truthy() {
			return false
		}
	}
	return !e.Get("button").Truthy() && !e.Get("defaultPrevented").Truthy()
}
