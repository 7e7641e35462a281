package search

import (
	"cmp"
	"math"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// Association compares how often two things stand in the same document with how often they would by chance.
type Association struct {
	// Lift is P(a,b) / (P(a) P(b)): 1 is chance, 2 is twice as often. It is 0 where they are never together.
	Lift float64
	// G2 is the log-likelihood ratio of the table of a and b against independence (Dunning 1993, "Accurate Methods for the Statistics
	// of Surprise and Coincidence"), in nats doubled as usual, and negative where they are together less often than by chance. Above
	// 3.84 chance alone gives such a number once in twenty times.
	G2 float64
}

// Associate returns the association of two things, of which a and b documents of n have one and both documents have the two.
func Associate(both, a, b, n int) Association {
	if a == 0 || b == 0 || n == 0 {
		return Association{}
	}
	lift := float64(both) * float64(n) / (float64(a) * float64(b))
	part := func(observed, row, column int) float64 {
		if observed <= 0 {
			return 0
		}
		return float64(observed) * math.Log(float64(observed)*float64(n)/(float64(row)*float64(column)))
	}
	g := 2 * (part(both, a, b) + part(a-both, a, n-b) + part(b-both, n-a, b) + part(n-a-b+both, n-a, n-b))
	g = max(g, 0) // rounding
	if lift < 1 {
		g = -g
	}
	return Association{lift, g}
}

// Profile is what the matching documents tell of one actor.
type Profile struct {
	// Scope is the number of documents that match the request, Docs that of those with the actor in them, and Undated that of the latter
	// without a date.
	Scope, Docs, Undated int
	// Mentions counts the actor's mentions in these documents.
	Mentions int
	// First and Last are the dates of the first and last dated document; zero if there is none.
	First, Last corpus.Date
	// Days counts the documents by day, ascending, as Result.Days does.
	Days []DayCount
	// Ties are the actors of these documents, as many as asked for.
	Ties []Tie
	// Periods are those of ProfileRequest.Periods.
	Periods []int
	// Others is the number of all actors of these documents.
	Others int
}

// Tie is another actor that shares documents with the one in question.
type Tie struct {
	Facet // Docs counts the documents shared
	Type  corpus.ActorType
	Own   int // documents of the request that the other is in
	Association
	// Bins counts the documents shared by the periods asked for.
	Bins []int
}

// TieOrder is an order of ties.
type TieOrder uint8

// The orders.
const (
	// ByStrength puts first what is least likely by chance, by G2.
	ByStrength TieOrder = iota
	// ByShared puts first what shares most documents.
	ByShared
)

// ProfileRequest asks for a profile.
type ProfileRequest struct {
	// Request is the search that the documents match. Its actors hold but for the one in question: that all documents have it, or none, would
	// leave nothing to compare with. Sort, page and counts are of no meaning.
	Request
	Actor index.ActorID
	// Limit is the greatest number of ties; Order says which come first. Types that are set are left out of them.
	Ties   int
	Order  TieOrder
	Except [corpus.NumActorTypes]bool
	// Periods tells the periods that Tie.Bins counts by, from the first and last date of the documents: the first day of each, ascending, and
	// the end of the last one. It is not asked where no document is dated; nil counts none.
	Periods func(first, last corpus.Date) []int
}

// Profile describes an actor in the documents that match a request.
func (e *Engine) Profile(r ProfileRequest) (*Profile, error) {
	r.With, r.Without = without(r.With, r.Actor), without(r.Without, r.Actor)
	scope, err := e.scope(r.Request)
	if err != nil {
		return nil, err
	}
	p := &Profile{Scope: len(scope)}
	actors := e.x.Meta().Actors
	counts := make([]uint32, 2*actors)
	own, shared := counts[:actors], counts[actors:]
	var docs []uint32 // those of the actor
	var names []index.ActorID
	for _, doc := range scope {
		if names, err = e.x.ActorsOf(corpus.DocID(doc), names[:0]); err != nil {
			return nil, err
		}
		for _, a := range names {
			own[a]++
		}
		if _, ok := slices.BinarySearch(names, r.Actor); ok {
			docs = append(docs, doc)
			for _, a := range names {
				shared[a]++
			}
		}
	}
	p.Docs = len(docs)
	p.Days = e.histogram(docs)
	p.dates(e.x, docs)
	if err := e.mentionsIn(p, r.Actor, docs); err != nil {
		return nil, err
	}
	if p.Ties, err = e.ties(r, p, own, shared); err != nil {
		return nil, err
	}
	if r.Periods != nil && p.First != 0 {
		p.Periods = r.Periods(p.First, p.Last)
	}
	return p, e.tieBins(p, docs)
}

// scope returns the documents that match a request, ascending.
func (e *Engine) scope(r Request) ([]uint32, error) {
	r.Sort, r.Offset, r.Limit, r.Counts = Oldest, 0, e.x.Docs(), false
	result, err := e.Run(r)
	if err != nil {
		return nil, err
	}
	docs := make([]uint32, len(result.Hits))
	for i, hit := range result.Hits {
		docs[i] = uint32(hit.Doc)
	}
	slices.Sort(docs) // the undated ones come last in that order
	return docs, nil
}

func without(list []index.ActorID, a index.ActorID) []index.ActorID {
	return slices.DeleteFunc(slices.Clone(list), func(b index.ActorID) bool { return a == b })
}

func (p *Profile) dates(x *index.Index, docs []uint32) {
	for p.Undated < len(docs) && x.Date(corpus.DocID(docs[p.Undated])) == 0 {
		p.Undated++
	}
	if p.Undated < len(docs) {
		p.First, p.Last = x.Date(corpus.DocID(docs[p.Undated])), x.Date(corpus.DocID(docs[len(docs)-1]))
	}
}

// mentionsIn counts the mentions of an actor in docs, which ascend.
func (e *Engine) mentionsIn(p *Profile, actor index.ActorID, docs []uint32) error {
	list, err := e.x.ActorPostings(actor)
	if err != nil {
		return err
	}
	var b index.Block
	next := 0
	for i := range list.Blocks() {
		if err := list.Read(i, &b, e.x.Docs()); err != nil {
			return err
		}
		for j, doc := range b.Docs {
			for next < len(docs) && docs[next] < doc {
				next++
			}
			if next < len(docs) && docs[next] == doc {
				p.Mentions += int(b.Body[j] + b.Title[j])
			}
		}
	}
	return nil
}

// ties ranks the actors that share documents with the one in question.
func (e *Engine) ties(r ProfileRequest, p *Profile, own, shared []uint32) ([]Tie, error) {
	var list []Tie
	for a, n := range shared {
		id := index.ActorID(a)
		if n == 0 || id == r.Actor {
			continue
		}
		p.Others++
		t, err := e.x.ActorType(id)
		if err != nil {
			return nil, err
		}
		if !r.Except[t] {
			list = append(list, Tie{
				Facet: Facet{Actor: id, Docs: int(n)}, Type: t, Own: int(own[a]),
				Association: Associate(int(n), p.Docs, int(own[a]), p.Scope),
			})
		}
	}
	list = sorted(list, func(a, b *Tie) int { // of equal ones the lower number first
		strong, many := cmp.Compare(b.G2, a.G2), b.Docs-a.Docs
		if r.Order == ByShared {
			strong, many = many, strong
		}
		return cmp.Or(strong, many)
	})
	list = list[:min(max(r.Ties, 0), len(list))]
	for i := range list {
		actor, err := e.x.Actor(list[i].Actor)
		if err != nil {
			return nil, err
		}
		list[i].Name = actor.Name
	}
	return list, nil
}

// tieBins counts the documents shared by period.
func (e *Engine) tieBins(p *Profile, docs []uint32) error {
	ties, n := p.Ties, len(p.Periods)-1
	if n < 1 || len(ties) == 0 {
		return nil
	}
	row := make(map[index.ActorID]int, len(ties))
	for i := range ties {
		ties[i].Bins = make([]int, n)
		row[ties[i].Actor] = i
	}
	var names []index.ActorID
	for _, doc := range docs {
		date := e.x.Date(corpus.DocID(doc))
		if date == 0 {
			continue
		}
		bin, exact := slices.BinarySearch(p.Periods, date.Days())
		if !exact {
			bin--
		}
		if bin < 0 || bin >= n {
			continue
		}
		var err error
		if names, err = e.x.ActorsOf(corpus.DocID(doc), names[:0]); err != nil {
			return err
		}
		for _, a := range names {
			if i, ok := row[a]; ok {
				ties[i].Bins[bin]++
			}
		}
	}
	return nil
}
