// Command app, compiled for js/wasm, is the explorer itself; natively it is the command line (main_other.go).
package main

import (
	stderrors "errors"
	"runtime/debug"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/maxence-charriere/go-app/v10/pkg/errors"

	"dateline/app/browser"
	"dateline/app/embedded"
	"dateline/app/ui"
	"dateline/app/worker"
	"dateline/corpus/index"
)

// gcPercent trades time for memory: a page's memory is never given back, so what garbage takes at most is taken for good. At 100, as Go has
// it, 800 searches in 21,577 documents leave 21 MB; at 30 they leave 13 and take as long.
const gcPercent = 30

func main() {
	debug.SetGCPercent(gcPercent)
	if !browser.Page() {
		// A Web Worker runs this same binary: it is the engine behind dateline.js.
		w := worker.Worker{Fetch: browser.Fetch, Beside: browser.Resolve, Default: embedded.Default}
		browser.Serve(w.Answer)
	}
	errors.Encoder = encodeError
	// One route takes every path, so that a site works wherever it is put; the state is in the address's fragment.
	app.RouteWithRegexp(".*", func() app.Composer { return ui.NewRoot(load) })
	app.RunWhenOnBrowser()
}

// load returns the collection: the one that the page names, which its loader has fetched beside the program, or else the one
// that is built in.
func load(func(done, total int64)) (ui.Corpus, error) {
	if data := browser.Corpus(); data != nil {
		core := browser.CorpusURL()
		return ui.Corpus{Data: data, Chunk: func(name string) ([]byte, error) {
			data, err := browser.Fetch(browser.Resolve(index.ChunkPath(name), core))
			if err != nil {
				err = stderrors.New("a part of the collection that this needs has not come: check the connection; it will be tried again")
			}
			return data, err
		}}, nil
	}
	if len(embedded.Default) == 0 {
		return ui.Corpus{}, stderrors.New("this site comes without a collection: build it again with `./build.sh site`")
	}
	return ui.Corpus{Data: embedded.Default}, nil
}

// encodeError prints go-app's errors, whose own printer needs encoding/json, as one line: message, tags, cause.
func encodeError(v any) ([]byte, error) {
	e, ok := v.(errors.Error)
	if !ok {
		return nil, stderrors.New("not an error of go-app")
	}
	var b strings.Builder
	b.WriteString(e.Message)
	if e.Line != "" {
		b.WriteString(" (" + e.Line + ")")
	}
	if e.WrappedErr != nil {
		b.WriteString(": " + e.WrappedErr.Error())
	}
	return []byte(b.String()), nil
}
