package ui

import (
	"errors"
	"fmt"
	"slices"

	"dateline/app/delivery"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

// pageSize is the number of results on a page: what the browser renders within a frame or two.
const pageSize = 50

// collection is one opened corpus and the only place where the interface asks something of it. Nothing here knows the DOM.
type collection struct {
	x      *index.Index
	engine *search.Engine
	meta   index.Meta
	own    string // names it in addresses, if it is one of the reader's own
	// days counts all dated documents by day: what a share is a share of, and the axis of the timeline.
	days []search.DayCount
	// chunks brings what is missed of a collection that comes in chunks.
	chunks *delivery.Delivery
	actors map[index.ActorID]actor // those asked for so far
}

func openCollection(from Corpus) (*collection, error) {
	x, err := index.Open(from.Data)
	if err != nil {
		return nil, err
	}
	c := &collection{x: x, engine: search.New(x), meta: x.Meta(), actors: make(map[index.ActorID]actor), chunks: delivery.New(x, from.Chunk)}
	all, err := c.engine.Run(search.Request{Counts: true})
	if err != nil && (all == nil || !missing(err)) {
		return nil, fmt.Errorf("counting the documents: %w", err)
	}
	x.Wanted(0) // the days are known by the core; whether actors are to be counted, the page will tell
	c.days = all.Days
	return c, nil
}

// missing reports that an error says no more than that something has not arrived yet. The index notes what; settle has it brought,
// and what was asked is asked again.
func missing(err error) bool {
	var m *index.Missing
	return errors.As(err, &m)
}

// span is a range of bytes of a text.
type span = search.Span

// actor is an actor as a filter, a facet or a chip shows it.
type actor struct {
	id   index.ActorID
	key  string // what stands for it in a state
	name string
	typ  corpus.ActorType
	docs int // of the whole collection
}

// actor returns an actor by its number.
func (c *collection) actor(id index.ActorID) (actor, error) {
	if a, ok := c.actors[id]; ok {
		return a, nil
	}
	found, err := c.x.Actor(id)
	if err != nil {
		return actor{}, err
	}
	same, err := c.engine.Actors(found.Name)
	if err != nil {
		return actor{}, err
	}
	a := actor{id: id, key: found.Name, name: found.Name, typ: found.Type, docs: found.Docs}
	if len(same) > 0 && same[0] != id { // another actor of this name comes first
		a.key = found.Type.String() + ":" + found.Name
	}
	c.actors[id] = a
	return a, nil
}

// find returns the actor that a key of a state or an address means: the one of this name, or alias, in most documents. A type
// may stand before it. ok is false if the collection has none.
func (c *collection) find(key string) (a actor, ok bool, err error) {
	list, err := c.engine.Actors(key)
	if err != nil || len(list) == 0 {
		return actor{}, false, err
	}
	a, err = c.actor(list[0])
	return a, err == nil, err
}

// answer is what a state finds in a collection: all that the page shows but for the open document.
type answer struct {
	node          query.Node
	err           *query.Error // what was not understood of the query, explained under the field
	with, without []actor
	unknown       []string // actors of the address that the collection does not have
	result        *search.Result
	terms         []search.TermCount // of the result; of the whole collection where the result is empty
	rows          []row              // of the first hits of the page; see write
	failure       error              // the corpus could not be read: damaged bytes
	// missing says that nothing is known yet, since something has to arrive first; partial, that only the actors are not counted.
	missing, partial bool
}

// ask runs a state's search and prepares the rows of its page.
func (c *collection) ask(s state.State) *answer { return c.askAgain(s, nil) }

// askAgain is ask where some rows of the answer are written.
func (c *collection) askAgain(s state.State, rows []row) *answer {
	a := c.parse(s)
	if a.failure != nil {
		return c.without(a)
	}
	c.run(a, a.request(s, s.Page*pageSize, pageSize, true))
	if a.failure == nil && len(a.result.Hits) == 0 && a.result.Total > 0 { // a page that is no more
		c.run(a, a.request(s, lastPage(a.result.Total)*pageSize, pageSize, true))
	}
	if a.failure != nil {
		return c.without(a)
	}
	a.terms = a.result.Terms
	if leaves := query.Leaves(a.node); a.result.Total == 0 && len(leaves) > 0 {
		a.terms = c.termsOf(leaves)
	}
	a.rows = rows[:min(len(rows), len(a.result.Hits))]
	c.begin(s, a)
	return a
}

// begin writes the first rows. As long as they have no titles, whatever else has been missed can wait: a reader sees results sooner.
func (c *collection) begin(s state.State, a *answer) {
	if a.partial {
		c.x.Wanted(0)
	}
	if s.View == state.Documents { // others have no rows
		c.write(s, a, firstRows-len(a.rows))
		c.complete(s, a)
	}
	if a.partial && !a.untitled() {
		c.engine.Run(a.request(s, 0, 0, true)) // wants what the counts need
	}
}

// run answers r as far as it can.
func (c *collection) run(a *answer, r search.Request) {
	a.result, a.failure = c.engine.Run(r)
	if a.partial = a.result != nil && missing(a.failure); a.partial {
		a.failure = nil
	}
}

// without makes an answer of what could not be asked. If that is for something that has to arrive first, all that the words of the
// query need is wanted together.
func (c *collection) without(a *answer) *answer {
	a.result = &search.Result{}
	if missing(a.failure) {
		a.failure, a.missing = nil, true
		c.engine.Touch(a.node)
	}
	return a
}

// A row costs about a millisecond in the browser, for its text has to be unpacked and its words looked up. So what a window
// shows is painted before the rest is written, and the rest is not written at all if the next key comes first.
const (
	firstRows = 6
	moreRows  = 11
)

// write writes up to n more rows of an answer, until each hit has one.
func (c *collection) write(s state.State, a *answer, n int) {
	for range n {
		if a.written() {
			return
		}
		r, err := c.row(s, a, a.result.Hits[len(a.rows)])
		if err != nil {
			a.failure = err
			return
		}
		a.rows = append(a.rows, r)
	}
}

// written reports that no row is left to write.
func (a *answer) written() bool { return len(a.rows) == len(a.result.Hits) || a.failure != nil }

// waits reports that something of a row that is written has not arrived yet.
func (a *answer) waits() bool {
	return slices.ContainsFunc(a.rows, func(r row) bool { return r.missing })
}

// untitled reports that a row that is written has no title yet.
func (a *answer) untitled() bool {
	return slices.ContainsFunc(a.rows, func(r row) bool { return r.untitled })
}

// complete writes the rows again of which something was missing. It reports whether any has changed.
func (c *collection) complete(s state.State, a *answer) bool {
	changed := false
	for i, old := range a.rows {
		if !old.missing {
			continue
		}
		r, err := c.row(s, a, a.result.Hits[i])
		if err != nil {
			a.failure = err
			return true
		}
		changed = changed || r != old
		a.rows[i] = r
	}
	return changed
}

// termsOf counts words and phrases in the whole collection.
func (c *collection) termsOf(leaves []query.Node) []search.TermCount {
	node := leaves[0]
	if len(leaves) > 1 {
		node = &query.Or{Kids: leaves}
	}
	r, err := c.engine.Run(search.Request{Query: node, Counts: true})
	if err != nil {
		return nil
	}
	return r.Terms
}

// parse reads the query and resolves the actors of a state.
func (c *collection) parse(s state.State) *answer {
	mode := query.AllTerms
	if s.Any {
		mode = query.AnyTerm
	}
	a := &answer{}
	a.node, a.err = query.Parse(s.Q, mode)
	resolve := func(keys []string) (found []actor) {
		for _, key := range keys {
			one, ok, err := c.find(key)
			switch {
			case err != nil:
				a.failure = err
			case ok:
				one.key = key
				found = append(found, one)
			default:
				a.unknown = append(a.unknown, key)
			}
		}
		return found
	}
	a.with, a.without = resolve(s.With), resolve(s.Without)
	return a
}

// request is the search of a state.
func (a *answer) request(s state.State, offset, limit int, counts bool) search.Request {
	return search.Request{
		Query: a.node, From: s.From, To: s.To,
		With: ids(a.with), Without: ids(a.without),
		Sort: [...]search.Sort{search.Relevance, search.Newest, search.Oldest}[s.Sort], Offset: offset, Limit: limit,
		Counts: counts,
	}
}

// total counts what a state would find; 0 if it cannot be asked.
func (c *collection) total(s state.State) int {
	a := c.parse(s)
	if a.failure != nil {
		return 0
	}
	r, err := c.engine.Run(a.request(s, 0, 0, false))
	if err != nil {
		return 0
	}
	return r.Total
}

// countOf counts the documents that match a part of a query, whatever else is asked; 0 if it cannot be asked.
func (c *collection) countOf(n query.Node) int {
	r, err := c.engine.Run(search.Request{Query: n})
	if err != nil {
		return 0
	}
	return r.Total
}

func ids(actors []actor) []index.ActorID {
	list := make([]index.ActorID, len(actors))
	for i, a := range actors {
		list[i] = a.id
	}
	return list
}

// mark returns where a query's words stand in a title.
func (c *collection) mark(title, lang string, node query.Node) []span {
	marks, err := c.engine.MarkText(title, lang, node)
	if err != nil {
		return nil // the title is shown without them; what is damaged shows elsewhere
	}
	return marks
}

// lastPage is the last page of that many results, from 0.
func lastPage(total int) int { return max(0, (total-1)/pageSize) }

// firstVisit reports that a state asks for nothing: the page then introduces the collection.
func firstVisit(s state.State) bool {
	return s.View == state.Documents && s.Q == "" && !s.Filtered() && s.Doc == "" && s.Sort == state.Relevance && s.Page == 0
}
