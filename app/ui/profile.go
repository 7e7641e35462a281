package ui

import (
	"slices"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/search"
)

// profile is all that the view shows of the open actor.
type profile struct {
	who     actor
	names   []index.Alias // in the whole collection, each once
	found   *search.Profile
	life    axis    // of the documents that name it
	periods periods // of the table of ties
	network *search.Network
	docs    []profileDoc
	err     error
}

// profileDoc is a document of the list beside the ties.
type profileDoc struct {
	id, title, lang string
	date            corpus.Date
}

// profileKey is what a profile depends on.
type profileKey struct {
	a      *answer
	actor  index.ActorID
	order  search.TieOrder
	except [corpus.NumActorTypes]bool
	ties   int
	bin    state.Bin
}

const (
	firstTies   = 16
	moreTies    = 24
	profileDocs = 10
	// aroundActor is how many of the strongest ties the picture shows beside the actor itself, mostNamed how many actors the picture of
	// the whole result has: more would be a thicket.
	aroundActor = 13
	mostNamed   = 16
)

// profile returns the profile of an actor, kept until something of it changes.
func (e *explorer) profile(a actor) *profile {
	key := profileKey{e.a, a.id, e.cast.order, e.cast.except, firstTies + e.cast.ties, e.s.Bin}
	if e.cast.shown == nil || e.cast.shownFor != key {
		p := &profile{who: a}
		p.err = e.fillProfile(p, key.ties)
		e.cast.shown, e.cast.shownFor = p, key
	}
	return e.cast.shown
}

func (e *explorer) fillProfile(p *profile, ties int) error {
	full, err := e.c.x.Actor(p.who.id)
	if err != nil {
		return err
	}
	p.names = namesOnce(full.Aliases)
	r := e.a.request(e.s, 0, 0, false)
	own := func(id index.ActorID) bool { return id == p.who.id }
	r.With, r.Without = slices.DeleteFunc(r.With, own), slices.DeleteFunc(r.Without, own)
	p.found, err = e.c.engine.Profile(search.ProfileRequest{
		Request: r, Actor: p.who.id, Ties: ties, Order: e.cast.order, Except: e.cast.except,
		Periods: func(first, last corpus.Date) []int {
			p.periods = newPeriods(first, last)
			return p.periods.edges
		},
	})
	if err != nil {
		return err
	}
	p.life = e.lifeAxis(p.found.Days)
	nodes := []index.ActorID{p.who.id}
	for _, tie := range p.found.Ties[:min(aroundActor, len(p.found.Ties))] {
		nodes = append(nodes, tie.Actor)
	}
	if p.network, err = e.c.engine.Network(r, nodes); err != nil {
		return err
	}
	r.With = append(r.With, p.who.id)
	r.Sort, r.Limit = search.Newest, profileDocs
	if e.s.Q != "" {
		r.Sort = search.Relevance
	}
	p.docs, err = e.docsOf(r)
	return err
}

// docsOf lists the documents of a search.
func (e *explorer) docsOf(r search.Request) (list []profileDoc, err error) {
	result, err := e.c.engine.Run(r)
	if err != nil {
		return nil, err
	}
	for _, hit := range result.Hits {
		d, err := e.c.x.Doc(hit.Doc)
		if err != nil {
			return nil, err
		}
		list = append(list, profileDoc{d.ID, d.Title, d.Lang, d.Date})
	}
	return list, nil
}

// namesOnce adds up the names that differ in kind or in spaces only. They stay in the order of the most frequent of them.
func namesOnce(aliases []index.Alias) (names []index.Alias) {
	at := map[string]int{}
	for _, one := range aliases {
		one.Name = index.AliasWords(one.Name)
		if i, ok := at[one.Name]; ok {
			names[i].Count += one.Count
			continue
		}
		at[one.Name] = len(names)
		names = append(names, one)
	}
	for i := 1; i < len(names); i++ { // they are nearly in order
		for j := i; j > 0 && names[j].Count > names[j-1].Count; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
	return names
}

// lifeBars is the greatest number of bars of a profile where the reader has chosen no width for them.
const lifeBars = 120

// lifeAxis counts the documents of an actor over the span of the collection.
func (e *explorer) lifeAxis(days []search.DayCount) axis {
	var x axis
	if len(e.c.days) == 0 {
		return x
	}
	first, last := e.c.span()
	bin := e.s.Bin
	if bin == state.Auto {
		for bin = state.Day; bin < state.Year && len(state.NewTimeline(days, bin, first, last).Bars) > lifeBars; {
			bin++
		}
	}
	x.t = state.NewTimeline(days, bin, first, last)
	most := 0
	for _, bar := range x.t.Bars {
		x.values = append(x.values, float64(bar.Docs))
		most = max(most, bar.Docs)
	}
	x.top = roundUp(float64(most), false)
	return x
}

// span returns the first and last month of the collection, or day if it is of one month. It has a dated document.
func (c *collection) span() (first, last corpus.Date) {
	first, last = corpus.DateOfDays(c.days[0].Day), corpus.DateOfDays(c.days[len(c.days)-1].Day)
	if c.meta.Last.Last() > last {
		last = c.meta.Last.Last()
	}
	if last.Days()-first.Days() > 31 {
		first, last = monthOf(first), monthOf(last)
	}
	return first, last
}
