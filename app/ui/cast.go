package ui

import (
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/overlay"
	"dateline/corpus/search"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// cast is what the view Actors remembers and the address does not keep.
type cast struct {
	find    string
	except  [corpus.NumActorTypes]bool // types that are not listed
	more    int                        // rows of the list beyond its first
	ties    int                        // rows of ties beyond the first
	order   search.TieOrder
	allAkas bool
	editing bool
	wrong   string // what is wrong with the last edit

	edits   overlay.List
	misfits []int // of the edits, those that fit nothing here

	counted    *search.Result
	countedFor castKey
	shown      *profile
	shownFor   profileKey
	network    *search.Network
	networkFor castKey
}

// castKey is what the rows of the list depend on.
type castKey struct {
	a      *answer
	find   string
	except [corpus.NumActorTypes]bool
	limit  int
}

// The rows that the list shows at first, and by how many more it grows.
const (
	firstActors = 60
	moreActors  = 60
)

// actorsView is the view of all actors, and of one.
func (e *explorer) actorsView() app.UI {
	return app.Div().Class("work work--two").Body(
		&actorList{E: e, Rev: e.rev.cast},
		&profileView{E: e, Rev: e.rev.view},
	)
}

// castSource is the result that the rows of the list are taken from: that of the page, or one counted for what stands in "Find an actor".
func (e *explorer) castSource() *search.Result {
	limit := firstActors + e.cast.more
	if e.cast.find == "" && limit <= facetsOfResult {
		return e.a.result
	}
	key := castKey{a: e.a, find: e.cast.find, limit: limit}
	if e.cast.counted == nil || e.cast.countedFor != key {
		r := e.a.request(e.s, 0, 0, true)
		r.FacetFind, r.FacetLimit = e.cast.find, limit
		counted, err := e.c.engine.Run(r)
		if err != nil {
			return e.a.result
		}
		e.cast.counted, e.cast.countedFor = counted, key
	}
	return e.cast.counted
}

// castRow is an actor of the list.
type castRow struct {
	search.Facet
	typ corpus.ActorType
}

// castRows returns the first rows of the list, those in most documents first, and the number of all of them. Each type comes ordered, so
// that they are merged.
func (e *explorer) castRows(limit int) (rows []castRow, all int) {
	r := e.castSource()
	var next [corpus.NumActorTypes]int
	for t, n := range r.FacetTotals {
		if !e.cast.except[t] {
			all += n
		}
	}
	for len(rows) < limit {
		best := -1
		for t, list := range r.Facets {
			if !e.cast.except[t] && next[t] < len(list) && list[next[t]].Docs > 0 &&
				(best < 0 || list[next[t]].Docs > r.Facets[best][next[best]].Docs) {
				best = t
			}
		}
		if best < 0 {
			break
		}
		rows = append(rows, castRow{r.Facets[best][next[best]], corpus.ActorType(best)})
		next[best]++
	}
	return rows, max(all, len(rows))
}

// openActor returns the actor whose profile is open; ok is false if none is, or none is called so.
func (e *explorer) openActor() (a actor, ok bool) {
	if e.s.View != state.Actors || e.s.Actor == "" {
		return actor{}, false
	}
	a, ok, err := e.c.find(e.s.Actor)
	if err != nil {
		e.a.failure = err
	}
	return a, ok && err == nil
}

// castAt returns the row of the open actor, -1 if it is not among those listed.
func (e *explorer) castAt() int {
	a, ok := e.openActor()
	if !ok {
		return -1
	}
	rows, _ := e.castRows(firstActors + e.cast.more)
	for i, row := range rows {
		if row.Actor == a.id {
			return i
		}
	}
	return -1
}

// showActor opens the profile of an actor.
func (e *explorer) showActor(id index.ActorID, h how) {
	if a, err := e.c.actor(id); err == nil {
		e.set(e.s.ShowActor(a.key), h)
	}
}

// closeActor goes back to the list of all actors, to the row of the one that was open.
func (e *explorer) closeActor() {
	at := e.castAt()
	e.set(e.s.ShowActor(""), commit)
	e.page.row = at + 1
}

// stepActor opens the next profile of the list (by 1) or the one before (by -1).
func (e *explorer) stepActor(by int) {
	rows, _ := e.castRows(firstActors + e.cast.more)
	if at := e.castAt() + by; at >= 0 && at < len(rows) {
		e.showActor(rows[at].Actor, replace)
	}
}

// profileLink is the address of an actor's profile in the present search; empty if it cannot be told.
func (e *explorer) profileLink(id index.ActorID) string {
	a, err := e.c.actor(id)
	if err != nil {
		return ""
	}
	return "#" + e.s.ShowActor(a.key).String()
}
