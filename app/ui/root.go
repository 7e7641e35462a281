// Package ui is the explorer's interface: go-app components over one opened corpus.
//
// It runs one way. The fragment of the address is a state.State; explorer.set asks the collection what it finds and counts up
// the revision of each part of the screen that changes; root renders, and a part whose revision stands still is left alone;
// settle then does to the DOM what is not rendering: fields, focus, scrolling, places. An event only calls set again.
//
//	root          the page: which parts stand on it, and when
//	deck          the query field, how it was read, filters in force, the number of results
//	facets        dates, actors
//	timeline      the histogram and the brush over it
//	trends        curves in place of its bars, bursts
//	results       the list
//	reader        the open document; cite, similar: what stands beside it
//	panel         the dialogues: citations, export, what is kept on the device
//	views         which views there are, and what each is made of
//	concordance   each hit on a line; kwic is what it shows, neighbours the column beside it
//	compare       two sides beside each other; comparison is what it shows
//	welcome       the first visit
//	nothing       an empty result
//	actorList     the view Actors: the list, and what the reader has changed of names
//	profileView   … the profile of one, with its ties and the editor of its names, or the overview of all
//	collection    what is asked of the corpus: answers, rows, documents, examples, ways out
package ui

import (
	"time"

	"dateline/app/browser"
	"dateline/app/state"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Corpus is a collection as it is loaded: the bytes of its file, or of the core of one that comes in chunks, each of which Chunk then
// returns by its name.
type Corpus struct {
	Data  []byte
	Chunk func(name string) ([]byte, error)
}

// Load fetches the corpus. It is called once, in a goroutine of its own, and may report its progress in
// bytes; a total of 0 is unknown.
type Load = func(progress func(done, total int64)) (Corpus, error)

// NewRoot returns the page: the only component that is routed to. Without load, as when pages are generated, it stays at
// "loading".
func NewRoot(load Load) app.Composer { return &root{load: load, mounted: make(chan struct{})} }

// root is the page. Its fields are unexported because the router sets exported ones to zero at every navigation.
type root struct {
	app.Compo
	load Load
	ctx  app.Context // of the page, for what comes from outside: timers, keys, the address
	// mounted is closed once there is ctx.
	mounted chan struct{}
	late    chan func() // the opening of a collection that takes its time

	e           *explorer // nil until the collection is open
	err         error     // why it could not be opened
	done, total int64     // bytes loaded
	early       string    // typed before the program ran
	focused     bool

	address, announce, fade, rest, again, like, work *time.Timer

	journey   int  // of chunks, for the question that is awaited
	unsettled bool // chunks have come since the last time that nothing was missing

	roved, castRoved int // the revision of the list whose rows have been put in the order of Tab

	lost     bool        // the address names a collection that is not here
	site     *collection // the site's own, once it is open
	own      own
	adding   *adding
	canAdd   bool
	dropping bool // files hang over the page
}

// patience is how long the page stays as it was before "loading" takes its place: a collection that is there already is
// opened without a flicker.
const patience = 50 * time.Millisecond

// OnInit takes over what has been typed into the page that was there before the program, and begins to load.
func (r *root) OnInit() {
	r.early, r.focused = browser.Early("q")
	r.canAdd = browser.CanImport()
	if app.IsServer || r.load == nil {
		return
	}
	loaded := make(chan func(), 1)
	go func() {
		s, _, _ := state.FromLocation(browser.Location())
		if s.Own != "" && s.Own != state.Site {
			if data, err := loadOwn(s.Own); err == nil {
				loaded <- func() { r.opened(Corpus{Data: data}, s.Own, nil) }
				return
			}
			r.lost = true
		}
		from, err := r.load(r.progress)
		loaded <- func() { r.opened(from, "", err) }
	}()
	select {
	case open := <-loaded:
		open()
	case <-time.After(patience):
		r.late = loaded
	}
}

// OnMount listens to what happens outside the page's own elements.
func (r *root) OnMount(ctx app.Context) {
	r.ctx = ctx
	if r.mounted != nil {
		close(r.mounted)
	}
	browser.OnNavigate(func() { r.dispatch(r.arrived) })
	browser.OnLeave(func() { r.dispatch(r.leave) })
	browser.OnKey(r.key)
	browser.OnStored(func() { r.dispatch(func() {}) })
	if r.canAdd {
		browser.OnDrop(
			func(over bool) { r.dispatch(func() { r.dropping = over }) },
			func(c *browser.Chosen) { r.dispatch(func() { r.took(c) }) },
		)
		r.look(nil)
	}
	browser.OnUpdate(func() { r.dispatch(r.updated) })
	browser.OnRemembered(func() { r.dispatch(r.recalled) })
	if r.e == nil {
		browser.SetValue("q", r.early)
	}
	if r.focused {
		browser.Focus("#q")
	}
	if r.late != nil {
		ctx.Async(func() { r.dispatch(<-r.late) })
	}
}

// dispatch runs f where events run; the page is then rendered.
func (r *root) dispatch(f func()) {
	r.ctx.Dispatch(func(app.Context) { f() })
}

func (r *root) progress(done, total int64) {
	// Ten steps are enough for eyes and for screen readers.
	if r.ctx.Context == nil || total > 0 && (done-r.done)*10 < total && done < total {
		return
	}
	r.dispatch(func() { r.done, r.total = done, total })
}

// opened shows the collection, in the state of the address.
// own is its key if it is one of the reader's own.
func (r *root) opened(from Corpus, own string, err error) {
	var c *collection
	if err == nil {
		c, err = openCollection(from)
	}
	if err != nil {
		r.err = err
		return
	}
	if c.own = own; own == "" {
		r.site = c
	}
	typed := r.early
	if r.ctx.Context != nil { // the field of this page has been there for a while
		typed = browser.Value("q")
	}
	r.e = newExplorer(c)
	r.e.later = r.dispatch
	r.e.restore()
	r.e.arriveAt(browser.Location())
	if r.lost {
		r.e.tell(w.own.missing)
	}
	if typed != "" && typed != r.e.s.Q {
		r.e.typed(typed)
		r.e.page.typed = false
	}
	r.bring() // a frame earlier than after this frame
}

// arrived follows the address: Back, Forward, a link, or the address bar.
func (r *root) arrived() {
	if r.e == nil {
		return
	}
	search, hash := browser.Location()
	if hash == "#"+r.e.history.now || hash == "" && r.e.history.now == "" {
		return // the second of two events for one change
	}
	if s, _, _ := state.FromLocation(search, hash); s.Own != "" && s.Own != r.ownNow() {
		r.turnTo(s.Own, arrive)
		return
	}
	r.leaveAdding()
	r.e.arriveAt(search, hash)
}

func (r *root) leave() {
	if r.e != nil {
		r.e.history.flush()
	}
}

func (r *root) key(k browser.Key) bool {
	if r.e == nil {
		return false
	}
	if k.Name == "Escape" && !k.Modified && (r.own.open || r.adding != nil && !k.Typing) {
		r.dispatch(func() {
			r.own.open = false
			r.leaveAdding()
		})
		return true
	}
	if r.adding != nil {
		return false
	}
	do := r.e.press(k)
	if do == nil {
		return false
	}
	if k.Name == "/" { // at once: the next key may come before the next frame
		do()
		return true
	}
	r.dispatch(do)
	return true
}

// updated offers the new version that has been stored.
func (r *root) updated() {
	if r.e != nil {
		r.e.tell(w.updated)
		r.e.reload = true
	}
}

// Render draws the page.
func (r *root) Render() app.UI {
	if r.ctx.Context != nil {
		r.ctx.Defer(func(app.Context) { r.settle() })
	}
	page := app.Div().Class("app")
	e := r.e
	if e == nil {
		return page.DataSet("state", "loading").Body(r.skip(), r.masthead(), &deck{}, r.waiting(), r.foot(), r.tabs())
	}
	var shown string
	var content app.UI
	switch {
	case r.adding != nil:
		shown = "adding"
		content = r.addingView()
	case e.a.missing || e.awaited && firstVisit(e.asked):
		shown = "loading"
		content = r.waiting()
	case firstVisit(e.s):
		shown = "first"
		content = &welcome{E: e, Rev: e.rev.results}
	case e.a.result.Total == 0 && !e.reading() && e.s.View != state.Compare:
		shown = "nothing"
		content = app.Div().Class("work").Body(
			&facets{E: e, Rev: e.rev.facets},
			&timeline{E: e, Rev: e.rev.timeline},
			&nothing{E: e, Rev: e.rev.results},
		)
	default:
		shown = "results"
		content = e.content()
	}
	page = page.DataSet("state", shown).DataSet("view", e.s.View.String())
	if e.sheet {
		page = page.DataSet("sheet", "filters")
	}
	if r.dropping {
		page = page.DataSet("over", w.adding.over)
	}
	switch {
	case r.adding != nil:
	case e.reading():
		page = page.DataSet("pane", "reader")
	case e.s.View == state.Actors && e.s.Actor != "":
		page = page.DataSet("pane", "profile")
	}
	return page.Body(
		r.skip(), r.masthead(), &deck{E: e, Rev: e.rev.deck}, content, r.foot(), r.tabs(),
		r.keySheet(), r.panel(), r.toast(), app.P().ID("status").Class("vh").Role("status"),
	)
}
