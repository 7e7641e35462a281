package ui

import (
	"slices"

	"dateline/app/browser"
	"dateline/app/shelf"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/search"
)

// explorer holds what is on the screen. It runs one way: an event makes a new state, the state is asked of the collection, the
// answer is rendered. Components only read it and call its methods; what is not in the state (an open sheet, a message) is here.
type explorer struct {
	c *collection
	s state.State
	a *answer
	d *document // the open document; nil if none is open or the id is unknown

	dropped []state.Dropped // what was not understood of the address
	history history
	rev     revisions
	page    effects // what is to be done to the DOM once the next frame has been rendered

	// What the address does not keep.
	sheet    bool // filters, on a narrow screen
	keys     bool // the list of keys
	toast    string
	reload   bool // the toast offers to load a new version
	find     string
	shown    [corpus.NumActorTypes]int // rows of a facet group beyond its first few
	noTerms  bool
	noActors bool
	railMore bool
	popover  *popover
	wrong    [2]string // what is wrong with the date fields
	panel    panel     // the dialogue that is open
	cite     cite
	export   exporting
	shelf    shelf.Shelf
	picked   []string // ids of the documents chosen in the list, in that order
	dragging bool     // the brush is being dragged: its handles are where the pointer is

	cached    axis // of the revision below
	cachedRev int

	counted    *search.Result // facets beyond those of the answer
	countedFor facetKey
}

// popover is the small card of an actor in the text.
type popover struct {
	actor actor
	names []string
}

// revisions count the changes of each part of the screen, so that a part is rendered only if something in it has changed.
// view is of the views that are not Documents: all that they show changes together.
type revisions struct{ deck, timeline, facets, results, reader, view, other int }

func (r *revisions) all() {
	r.deck++
	r.timeline++
	r.facets++
	r.results++
	r.reader++
	r.view++
	r.other++
}

// set makes s the state that is shown.
func (e *explorer) set(s state.State, h how) {
	old, oldDoc := e.s, e.d
	e.s = s
	e.history.write(s.String(), h)
	e.popover = nil

	asked := e.a == nil || searchKey(old) != searchKey(s)
	if asked {
		e.a = e.c.ask(s)
		if e.a.result.Total > 0 {
			s.Page = min(s.Page, lastPage(e.a.result.Total))
			e.s.Page = s.Page
		}
		e.rev.all()
		e.shown = [corpus.NumActorTypes]int{}
		e.page.top = true
	}
	if old.View != s.View {
		e.rev.all()
		e.page.top = true
	}
	if asked || old.Doc != s.Doc || old.Hit != s.Hit {
		e.rev.view++
	}
	if asked || old.Doc != s.Doc {
		e.read()
		e.rev.results++
		e.rev.reader++
		e.rev.timeline++
	}
	if old.Doc != s.Doc {
		e.railMore = false
		e.page.docTop = true
	}
	moved := old.Hit != s.Hit || old.Par != s.Par || old.Sen != s.Sen
	if (e.d != oldDoc || moved) && e.d != nil {
		e.rev.reader++
		e.page.hit = true
		e.page.scrollHit = moved || old.Doc != s.Doc
	}
	if old.Bin != s.Bin || old.Share != s.Share {
		e.rev.timeline++
	}
	e.rev.other++
	e.page.fields = true
	e.page.typed = h == typing
	if h != typing {
		e.wrong = [2]string{}
		e.rev.facets++
	}
}

// more writes more rows of the list, if a is still what is shown.
func (e *explorer) more(a *answer) {
	if e.a == a && !a.written() {
		e.c.write(e.s, a, moreRows)
		e.rev.results++
	}
}

// read opens the state's document, or marks the open one anew.
func (e *explorer) read() {
	e.d = nil
	if e.s.Doc == "" {
		return
	}
	d, err := e.c.open(e.s.Doc, e.a.node)
	if err != nil {
		e.a.failure = err
		return
	}
	e.d = d
	if d != nil && e.s.Hit > d.hits() {
		e.s.Hit = 0
	}
}

// searchKey is the part of a state that the answer depends on.
func searchKey(s state.State) string {
	s = s.Close()
	s.View, s.Bin, s.Share = state.Documents, state.Auto, false
	return s.String()
}

func newExplorer(c *collection) *explorer {
	e := &explorer{c: c, history: history{push: browser.Push, change: browser.Replace}}
	e.recall()
	return e
}

// arriveAt shows the state of the address.
func (e *explorer) arriveAt(search, hash string) {
	s, dropped, moved := state.FromLocation(search, hash)
	if !slices.Contains(built[:], s.View) {
		dropped = append(dropped, state.Dropped{Key: "view", Value: s.View.String(), Why: w.noView})
		s = s.SetView(state.Documents)
	}
	e.dropped = dropped
	e.history.search = search
	if moved {
		e.history.search = state.StripSearch(search)
		e.history.change(e.history.search, s.String())
	}
	e.sheet, e.keys, e.panel = false, false, noPanel
	e.set(s, arrive)
}
