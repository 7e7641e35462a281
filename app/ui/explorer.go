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
	d *document // the open document; nil if none is open, the id is unknown, or docLate
	// Of a collection that comes in chunks, the answer to s, or the open document, may have to wait. Until then a is the answer to asked.
	awaited, docLate bool
	asked            state.State
	trouble          string // why chunks do not come

	// Of the last visit to their views; of another answer than a once they are out of date.
	kwic *kwic
	cmp  *comparison

	curves trendSet // those last drawn

	dropped []state.Dropped // what was not understood of the address
	history history
	rev     revisions
	page    effects // what is to be done to the DOM once the next frame has been rendered

	// What the address does not keep.
	sheet     bool // filters, on a narrow screen
	keys      bool // the list of keys
	toast     string
	reload    bool // the toast offers to load a new version
	find      string
	shown     [corpus.NumActorTypes]int // rows of a facet group beyond its first few
	moreForms int
	noTerms   bool
	noActors  bool
	railMore  bool
	popover   *popover
	wrong     [2]string // what is wrong with the date fields
	panel     panel     // the dialogue that is open
	cite      cite
	export    exporting
	shelf     shelf.Shelf
	picked    []string // ids of the documents chosen in the list, in that order
	dragging  bool     // the brush is being dragged: its handles are where the pointer is

	cached    axis // of the revision below
	cachedRev int

	counted    *search.Result // facets beyond those of the answer
	countedFor facetKey

	cast  cast            // of the view Actors
	later func(do func()) // runs what comes from outside an event, as a file that has been read; the page is then rendered
}

// popover is the small card of an actor in the text.
type popover struct {
	actor actor
	names []string
}

// revisions count the changes of each part of the screen, so that a part is rendered only if something in it has changed.
// view is of the views that are not Documents: all that they show changes together.
type revisions struct{ deck, timeline, facets, results, reader, view, cast, other int }

func (r *revisions) all() {
	r.deck++
	r.timeline++
	r.facets++
	r.results++
	r.reader++
	r.view++
	r.cast++
	r.other++
}

// set makes s the state that is shown.
func (e *explorer) set(s state.State, h how) {
	old, oldDoc := e.s, e.d
	s.Own = e.c.own
	e.s = s
	e.history.write(s.String(), h)
	e.popover = nil
	e.trouble = ""

	asked := e.a == nil || searchKey(old) != searchKey(s)
	if asked {
		e.ask()
		s.Page = e.s.Page
		e.moreForms = 0
	}
	if s.View == state.Documents && len(e.a.rows) == 0 { // the answer was asked for by another view
		e.c.write(s, e.a, firstRows)
	}
	if old.View != s.View {
		e.rev.all()
		e.page.top = true
	}
	if asked || old.Doc != s.Doc || old.Hit != s.Hit {
		e.rev.view++
	}
	if asked {
		e.cast.more = 0
	}
	if old.Actor != s.Actor || old.Bin != s.Bin {
		e.rev.cast++
		e.rev.view++
	}
	if old.Actor != s.Actor {
		e.cast.ties, e.cast.allAkas, e.cast.wrong = 0, false, ""
		e.page.profile = true
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
	if s.View == state.Concordance && (asked || old.View != s.View || !sameLines(old, s) || old.Doc != s.Doc || old.Hit != s.Hit) {
		e.concord()
		e.page.top = e.page.top || !sameLines(old, s)
	}
	if s.View == state.Compare && (asked || old.View != s.View || old.A != s.A || old.B != s.B) {
		e.compareSides()
	}
	if !slices.Equal(old.Trends, s.Trends) {
		e.rev.timeline++
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

// ask asks the collection. While something has to arrive first, what is on the screen stays there.
func (e *explorer) ask() {
	a := e.c.ask(forDocuments(e.s))
	e.rev.all()
	if e.awaited = a.missing; a.missing && e.a != nil {
		return
	}
	e.a, e.asked = a, e.s
	if a.result.Total > 0 && e.s.View == state.Documents {
		e.s.Page = min(e.s.Page, lastPage(a.result.Total))
	}
	e.shown = [corpus.NumActorTypes]int{}
	e.page.top = true
}

// supplied goes on with what something had to arrive for.
func (e *explorer) supplied() {
	switch {
	case e.awaited:
		e.ask()
		if !e.awaited {
			e.docLate = true // its marks are of the question before
		}
		e.page.fields, e.page.typed = true, true
	case e.a.partial:
		if a := e.c.askAgain(forDocuments(e.s), e.a.rows); !a.missing {
			e.a = a
			e.rev.all()
		}
	default:
		e.c.complete(e.s, e.a)
		e.rev.all()
	}
	if e.docLate || e.d == nil {
		e.read()
		e.page.hit = true
	}
	e.resume()
}

// resume asks again what the view has missed.
func (e *explorer) resume() {
	switch k := e.kwic; {
	case e.s.View == state.Concordance && (k == nil || k.of != e.a || missing(k.err)):
		e.kwic = nil
		e.concord()
	case e.s.View == state.Concordance:
		k.waits = false // and is read on
	case e.s.View == state.Compare:
		if k := e.cmp; k == nil || missing(k.err) {
			e.cmp = nil
		} else if k.waits = false; len(k.sides[0].docs.Docs)+len(k.sides[1].docs.Docs) <= fewCompared {
			e.countSides(k)
		}
		e.compareSides()
	case e.s.View == state.Actors:
		if e.cast.shown != nil && missing(e.cast.shown.err) {
			e.cast.shown = nil
		}
		e.rev.cast++
		e.rev.view++
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
	e.d, e.docLate = nil, false
	if e.s.Doc == "" {
		return
	}
	d, err := e.c.open(e.s.Doc, e.a.node)
	if e.docLate = missing(err); e.docLate {
		return
	}
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
	s = forDocuments(s)
	return state.State{
		Q: s.Q, Any: s.Any, From: s.From, To: s.To, With: s.With, Without: s.Without, Sort: s.Sort, Page: s.Page,
	}.String()
}

// forDocuments returns a state with the page of the results: pages of other views are of other things.
func forDocuments(s state.State) state.State {
	if s.View != state.Documents {
		s.Page = 0
	}
	return s
}

// sameLines reports whether two states show the same lines of a concordance.
func sameLines(a, b state.State) bool {
	return a.Lines == b.Lines && a.Near == b.Near && a.Page == b.Page && slices.Equal(a.Hide, b.Hide)
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
	}
	if s.Own != e.c.own { // a link that does not name the collection is one of the collection that is open
		s.Own = e.c.own
		moved = true
	}
	if moved {
		e.history.change(e.history.search, s.String())
	}
	e.sheet, e.keys, e.panel = false, false, noPanel
	e.set(s, arrive)
}
