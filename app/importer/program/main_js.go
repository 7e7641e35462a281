// Command program, compiled for js/wasm, is import.wasm: the importer in its worker.
package main

import (
	"dateline/app/browser"
	"dateline/app/importer"
	"dateline/app/library"
)

func main() {
	w := &importer.Importer{Store: library.Device}
	browser.Serve(w.Answer)
}
