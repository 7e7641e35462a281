package main

import (
	"dateline/app/browser"
	"dateline/app/library"
)

func main() {
	w := &importer{store: library.Device}
	browser.Serve(w.answer)
}
