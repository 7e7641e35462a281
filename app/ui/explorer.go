package ui

import (
	"strings"
	"time"

	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
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
	dragging bool      // the brush is being dragged: its handles are where the pointer is

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
type revisions struct{ deck, timeline, facets, results, reader, other int }

func (r *revisions) all() {
	r.deck++
	r.timeline++
	r.facets++
	r.results++
	r.reader++
	r.other++
}

// how says how a new state goes into the history.
type how uint8

const (
	typing  how = iota // the present entry is replaced, a moment later
	commit             // a new entry
	replace            // the present entry is replaced
	arrive             // the address has changed already
)

// addressDelay is how long typing rests before the address follows it.
const addressDelay = 300 * time.Millisecond

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
	if (e.d != oldDoc || old.Hit != s.Hit) && e.d != nil {
		e.rev.reader++
		e.page.hit = true
		e.page.scrollHit = old.Hit != s.Hit || old.Doc != s.Doc
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
		e.c.write(e.s, a)
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
	s.Doc, s.Hit, s.Bin, s.Share = "", 0, state.Auto, false
	return s.String()
}

func newExplorer(c *collection) *explorer {
	return &explorer{c: c, history: history{push: browser.Push, change: browser.Replace}}
}

// arriveAt shows the state of the address.
func (e *explorer) arriveAt(search, hash string) {
	s, dropped, moved := state.FromLocation(search, hash)
	e.dropped = dropped
	e.history.search = search
	if moved {
		e.history.search = state.StripSearch(search)
		e.history.change(e.history.search, s.String())
	}
	e.sheet, e.keys = false, false
	e.set(s, arrive)
}

// history keeps the address in step. Typing replaces the present entry; when what was typed is committed, the entry gets
// back what it was before the typing, and the new state an entry of its own, so that Back returns to where typing began.
type history struct {
	push, change func(search, fragment string) // the browser's, but for tests

	search string // the query string of others, kept as it is
	entry  string // the state of the present entry when it was made
	now    string // the state in the address
	want   string // the state that the address is to show soon
}

func (h *history) write(fragment string, how how) {
	h.want = fragment
	switch how {
	case typing: // flush follows
	case arrive:
		h.entry, h.now = fragment, fragment
	case replace:
		if fragment != h.now {
			h.change(h.search, fragment)
		}
		h.entry, h.now = fragment, fragment
	case commit:
		if fragment == h.entry {
			h.flush()
			return
		}
		if h.now != h.entry {
			h.change(h.search, h.entry)
		}
		h.push(h.search, fragment)
		h.entry, h.now = fragment, fragment
	}
}

// flush brings the address up to what has been typed.
func (h *history) flush() {
	if h.now != h.want {
		h.change(h.search, h.want)
		h.now = h.want
	}
}

// The choices of the reader.

func (e *explorer) typed(q string) {
	if q != e.s.Q {
		e.set(e.s.SetQuery(q), typing)
	}
}

// committed keeps what has been typed as an entry of the history.
func (e *explorer) committed() { e.history.write(e.s.String(), commit) }

func (e *explorer) open(id string) {
	how := commit
	if e.s.Doc != "" && id == e.s.Doc {
		return
	}
	e.set(e.s.Open(id), how)
}

func (e *explorer) closeDoc() {
	row := e.row()
	e.set(e.s.Close(), commit)
	e.page.row = row + 1
}

// row returns the open document's row on this page of the results, -1 if it is not there.
func (e *explorer) row() int {
	if e.d != nil {
		for i, hit := range e.a.result.Hits {
			if hit.Doc == e.d.num {
				return i
			}
		}
	}
	return -1
}

// step opens the next document of the results (by 1) or the one before (by -1), over the borders of pages.
func (e *explorer) step(by int) {
	at := e.s.Page*pageSize + e.row() + by
	if e.row() < 0 {
		at = e.s.Page * pageSize
	}
	if at < 0 || at >= e.a.result.Total {
		return
	}
	s := e.s
	if page := at / pageSize; page != s.Page {
		s = s.SetPage(page)
		e.a = e.c.ask(s)
		e.rev.all()
		e.page.top = true
	}
	e.s.Page = s.Page
	i := at % pageSize
	if i >= len(e.a.result.Hits) {
		return
	}
	doc, err := e.c.x.Doc(e.a.result.Hits[i].Doc)
	if err != nil {
		e.a.failure = err
		return
	}
	e.set(s.Open(doc.ID), replace)
}

// toHit shows the next hit in the document (by 1) or the one before (by -1), around its ends.
func (e *explorer) toHit(by int) {
	if e.d == nil || e.d.hits() == 0 {
		return
	}
	n := e.d.hits()
	hit := e.s.Hit + by
	switch {
	case hit > n:
		hit = 1
	case hit < 1:
		hit = n
	}
	s := e.s
	s.Hit = hit
	e.set(s, replace)
}

// setDates reads the two date fields. What cannot be read is explained under them and changes nothing.
func (e *explorer) setDates(from, to string) {
	e.wrong = [2]string{}
	var dates [2]corpus.Date
	for i, typed := range [2]string{from, to} {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			continue
		}
		date, err := corpus.ParseDate(typed)
		if err != nil {
			e.wrong[i] = sentence(err.Error())
			if !strings.Contains(e.wrong[i], "2021") {
				e.wrong[i] += " " + w.dateHelp
			}
		}
		dates[i] = date
	}
	e.rev.facets++
	if e.wrong != [2]string{} {
		return
	}
	if dates[0] != 0 && dates[1] != 0 && dates[0].First() > dates[1].Last() {
		e.wrong[0] = w.reversed
		return
	}
	if dates != [2]corpus.Date{e.s.From, e.s.To} {
		e.set(e.s.SetRange(dates[0], dates[1]), commit)
	}
}

// sentence makes an error's text a sentence.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// keyOf is what stands for an actor in the present state, where it may have been chosen under another of its names.
func (e *explorer) keyOf(id index.ActorID) (a actor, ok bool) {
	for _, chosen := range [2][]actor{e.a.with, e.a.without} {
		for _, a := range chosen {
			if a.id == id {
				return a, true
			}
		}
	}
	a, err := e.c.actor(id)
	return a, err == nil
}

func (e *explorer) toggleWith(id index.ActorID) {
	if a, ok := e.keyOf(id); ok {
		e.set(e.s.ToggleWith(a.key), commit)
	}
}

func (e *explorer) toggleWithout(id index.ActorID) {
	if a, ok := e.keyOf(id); ok {
		e.set(e.s.ToggleWithout(a.key), commit)
	}
}

// tell shows a message for a while.
func (e *explorer) tell(message string) {
	e.toast, e.reload = message, false
	e.rev.other++
}
