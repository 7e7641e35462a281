package ui

import (
	"path"
	"strings"
	"time"

	"dateline/app/browser"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// adding is the making of a collection of the reader's own files: what has been chosen, how far it is, what came of it.
type adding struct {
	chosen *browser.Chosen // nil until there is something
	name   string
	paste  bool // a text is being pasted

	worker  *browser.Importer // nil unless it is running
	start   time.Time
	rested  time.Duration // in pauses
	since   time.Time     // the present pause began
	paused  bool
	stage   int
	part    float64 // of the stage
	count   string  // what has been done of the stage
	file    string
	left    time.Duration
	problem string

	done *added
}

// added is what came of it.
type added struct {
	id, name                       string
	docs, words, undated           int
	skipped, doubtful, duplicates  []addedNote
	skippedN, doubtfulN, duplicate int
	seconds                        int
	failed                         string
	kept                           bool // the browser will not clear it by itself
	used, most                     int64
}

// addedNote is a file with what was found of it.
type addedNote struct{ file, why string }

// The stages of an import, each with its share of the time as it was measured with some thousand articles.
var addingStages = [...]struct {
	name  string
	share float64
}{{"reading", .35}, {"analysing", .5}, {"writing", .12}, {"saving", .03}}

// whole is how much of all is done.
func (a *adding) whole() float64 {
	sum := 0.0
	for i, s := range addingStages {
		if i < a.stage {
			sum += s.share
		}
	}
	return sum + addingStages[a.stage].share*a.part
}

// add opens the panel.
func (r *root) add(app.Context, app.Event) {
	if r.e == nil {
		return
	}
	if r.adding == nil {
		r.adding = &adding{}
	}
	r.own.open = false
	r.e.page.focus = "#main"
}

// took takes files that were dropped, chosen or pasted.
func (r *root) took(c *browser.Chosen) {
	if r.e == nil || r.adding != nil && r.adding.worker != nil {
		return
	}
	r.adding = &adding{chosen: c, name: suggestName(c.Paths)}
	r.e.page.focus = "#adding-name"
	if len(c.Paths) == 1 && strings.EqualFold(path.Ext(c.Paths[0]), ".corpus") {
		r.begin("keep")
	}
}

// suggestName makes a name of the folder that all files lie in, or of the only file.
func suggestName(paths []string) string {
	first := paths[0]
	if len(paths) == 1 {
		base := path.Base(first)
		for i := strings.IndexByte(base, '.'); i > 0; i = -1 {
			base = base[:i]
		}
		return base
	}
	folder, _, _ := strings.Cut(first, "/")
	for _, p := range paths {
		if !strings.HasPrefix(p, folder+"/") {
			return w.adding.unnamed
		}
	}
	return folder
}

// begin starts the worker.
func (r *root) begin(method string) {
	a := r.adding
	a.start, a.stage, a.part, a.problem = time.Now(), 0, 0, ""
	a.worker = browser.StartImporter()
	arguments := browser.Object{{Name: "name", Value: strings.Join(strings.Fields(a.name), " ")}}
	worker := a.worker
	current := func(f func()) { // unless it has been stopped meanwhile
		r.dispatch(func() {
			if r.adding == a && a.worker == worker {
				f()
			}
		})
	}
	worker.Call(method, arguments, a.chosen,
		func(v browser.Values) { current(func() { a.progress(v) }) },
		func(v browser.Values, err error) {
			var kept bool
			go func() {
				if err == nil && v.String("id") != "" {
					kept = browser.Persist()
				}
				used, most := browser.Room()
				current(func() {
					worker.Stop()
					a.worker = nil
					if err != nil {
						a.problem = sentence(err.Error())
						return
					}
					a.done = readAdded(v)
					a.done.kept, a.done.used, a.done.most = kept, used, most
					r.look(nil)
					r.e.page.focus = "#main"
				})
			}()
		})
}

func (a *adding) progress(v browser.Values) {
	stage := v.String("stage")
	for i, s := range addingStages {
		if s.name == stage {
			a.stage, a.part, a.count = i, 0, ""
		}
	}
	if done, total := v.Int("done", 0), v.Int("total", 0); total > 0 {
		a.part = min(1, float64(done)/float64(total))
		a.count = fill(w.adding.of, number(done), number(total))
	}
	a.file = v.String("file")
	const telling = .05 // of the whole; before, nothing can be said of the rest
	if part := a.whole(); part > telling {
		spent := time.Since(a.start) - a.rested
		a.left = time.Duration(float64(spent) * (1 - part) / part)
	}
}

func readAdded(v browser.Values) *added {
	notes := func(name string) (list []addedNote) {
		for _, n := range v.List(name) {
			list = append(list, addedNote{n.String("file"), n.String("why")})
		}
		return list
	}
	return &added{
		id: v.String("id"), name: v.String("name"), docs: v.Int("documents", 0), words: v.Int("words", 0), undated: v.Int("undated", 0),
		skipped: notes("skipped"), doubtful: notes("doubtful"), duplicates: notes("duplicates"),
		skippedN: v.Int("skippedCount", 0), doubtfulN: v.Int("doubtfulCount", 0), duplicate: v.Int("duplicateCount", 0),
		seconds: v.Int("seconds", 0), failed: v.String("failed"),
	}
}

// stop ends an import; nothing is kept of it.
func (r *root) stop() {
	a := r.adding
	a.worker.Stop()
	a.worker = nil
	a.problem = w.adding.stopped
}

func (r *root) pause() {
	a := r.adding
	a.paused = !a.paused
	method := "resume"
	if a.paused {
		method = "pause"
		a.since = time.Now()
	} else {
		a.rested += time.Since(a.since)
	}
	a.worker.Call(method, nil, nil, nil, func(browser.Values, error) {})
}

// leaveAdding closes the panel, unless work would be lost.
func (r *root) leaveAdding() {
	if r.adding != nil && r.adding.worker == nil {
		r.adding = nil
		r.e.rev.all()
		r.e.page.fields = true
	}
}

// addingPressed does what a button of the panel says.
func (r *root) addingPressed(ctx app.Context, ev app.Event) {
	target, ok := hit(ev, "[data-do]")
	a := r.adding
	if !ok || a == nil {
		ctx.PreventUpdate()
		return
	}
	ev.PreventDefault()
	switch data(target, "do") {
	case "files", "folder":
		browser.Choose(data(target, "do") == "folder", func(c *browser.Chosen) { r.dispatch(func() { r.took(c) }) })
	case "paste":
		a.paste = true
		r.e.page.focus = "#adding-text"
	case "text":
		if text := browser.Value("adding-text"); strings.TrimSpace(text) != "" {
			r.took(browser.TextFile(w.adding.pasted+".txt", text))
		}
	case "make":
		if a.name = browser.Value("adding-name"); strings.TrimSpace(a.name) == "" {
			a.name = w.adding.unnamed
		}
		r.begin("import")
	case "again":
		r.adding = &adding{}
	case "pause":
		r.pause()
	case "stop":
		r.stop()
	case "search":
		r.turnTo(ownKey(a.done.id), commit)
	case "save":
		r.saveOwn(a.done.id)
	case "leave":
		r.leaveAdding()
	}
}
