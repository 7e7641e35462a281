package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// Engine answers requests over one index. It is not safe for use by several goroutines at once: it keeps scratch space
// between requests.
type Engine struct {
	x      *index.Index
	norms  norms // made for the first query that scores
	plans  map[string]*plan
	actors map[index.ActorID]*listNode
	days   dayTable
	names  []string // of actors, those that have been facets
	counts []uint32 // of documents by actor, zero between requests
	totals []uint32 // of documents by actor in the corpus

	// What follows belongs to the present request.
	arena  arena
	runs   []index.DocRange // that documents may be in; nil for all
	work   int              // positions and pairs of them that may still be looked at
	notes  []string
	dense  dense
	bits   bitmap
	block  index.Block
	cursor cursor
	places []place
	read   []index.Position
	shown  []uint32        // the hits of the last request, ascending
	asked  int             // number of the request
	window *[window]uint32 // zero between windows
}

// budget is what one request over so many documents may cost, in positions read, of which a browser does a hundred in a microsecond or two: over
// 20,000 stories 1.5 million, where a phrase of two function words takes 0.3 million.
func budget(docs int) int { return 1<<19 + 50*docs }

// New returns an engine over x.
func New(x *index.Index) *Engine {
	return &Engine{x: x, plans: map[string]*plan{}, actors: map[index.ActorID]*listNode{}}
}

// Index returns the index that e searches.
func (e *Engine) Index() *index.Index { return e.x }

// Sort is the order of hits.
type Sort uint8

// The orders. Documents of equal score come by date, then by id.
const (
	// Relevance is by score; without a word to score by, it is Newest.
	Relevance Sort = iota
	Newest
	Oldest
)

// Request is a question.
type Request struct {
	// Query is what documents must match; nil matches all.
	Query query.Node
	// From and To bound the date of publication, both included; zero is open. A document matches if any day of its date does.
	From, To corpus.Date
	// With are actors that must be mentioned, every one; Without those that must not be, any.
	With, Without []index.ActorID
	Sort          Sort
	// HalfLife makes recent documents weigh more in the order of relevance: a score is halved for the oldest and whole on the last day of
	// the corpus, and has lost half of that half this many days before. Zero leaves dates out of the order.
	HalfLife int
	// Offset and Limit choose the page of hits.
	Offset, Limit int
	// Counts asks for Facets, Days, Undated and Terms.
	Counts bool
	// HitsOnly allows an answer whose Total and Occurrences are not complete, as Result.AtLeast then says: the best hits are the same, and
	// what cannot be among them is passed by unread.
	HitsOnly bool
	// FacetLimit is the greatest number of facets of a type, by default 200.
	FacetLimit int
	// FacetFind keeps the facets that have a word beginning so in their names.
	FacetFind string
}

// Result is an answer.
type Result struct {
	Total       int  // matching documents
	Occurrences int  // of the query's words and phrases in them
	AtLeast     bool // Total and Occurrences count only what was read
	Undated     int  // documents without a date that match but for the dates asked for; with Counts
	Hits        []Hit
	// Facets are the actors of the matching documents, those in most first, then those in most of the corpus.
	// Actors of Request.With and Without are among them, if with no documents.
	Facets [corpus.NumActorTypes][]Facet
	// FacetTotals counts the actors by type, also those beyond FacetLimit.
	FacetTotals [corpus.NumActorTypes]int
	// Days counts by day the documents that match but for the dates asked for, ascending. A date of lesser precision counts at its
	// first day.
	Days []DayCount
	// Terms counts, for each word or phrase that is looked for, what it matches in the result.
	Terms []TermCount
	// Notes are sentences on what could not be looked for.
	Notes []string
}

// Hit is a document found.
type Hit struct {
	Doc         corpus.DocID
	Score       float64
	Occurrences int
}

// Facet is an actor with the number of matching documents it is in.
type Facet struct {
	Actor index.ActorID
	Name  string
	Docs  int
}

// DayCount is a number of documents of a day, counted from 1 January 1970.
type DayCount struct{ Day, Docs int }

// TermCount is a part of the query as it was typed, with the documents of the result it is in and its occurrences there.
type TermCount struct {
	Text              string
	Docs, Occurrences int
}

// show remembers which documents are on screen: their places will be asked for next.
func (e *Engine) show(hits []Hit) {
	e.shown = e.shown[:0]
	for _, h := range hits {
		e.shown = append(e.shown, uint32(h.Doc))
	}
	slices.Sort(e.shown)
}

// Run answers r. The error is that of a damaged index, or *index.Missing; a query has none: what cannot be looked for is in Result.Notes.
// Where only the actors to count are missing, the result is there beside the error, without facets.
func (e *Engine) Run(r Request) (*Result, error) {
	p, err := e.plan(r.Query)
	if err != nil {
		return nil, err
	}
	e.begin(p)
	var dates []index.DocRange
	if r.From != 0 || r.To != 0 {
		dates = runs(e.x.InPeriod(r.From, r.To)...)
		if !r.Counts { // which asks for the histogram beyond the dates too
			e.runs = dates
		}
	}
	root, err := e.narrowed(p.root, r)
	if err != nil {
		return nil, err
	}
	result := &Result{}
	if r.HitsOnly && !r.Counts && r.Sort == Relevance && r.HalfLife == 0 && r.Limit > 0 {
		if or, ok := root.(*orNode); ok && len(or.kids) > 1 {
			found, done, err := e.topOf(or, max(max(r.Offset, 0)+r.Limit, rerankDepth))
			if err != nil {
				return nil, err
			}
			if done {
				result.AtLeast, result.Total = true, len(found)
				result.Hits, err = e.hits(p, found, r)
				e.show(result.Hits)
				result.Notes = append(slices.Clone(p.notes), e.notes...)
				return result, err
			}
		}
	}
	found, err := e.eval(root, nil)
	if err != nil {
		return nil, err
	}
	if r.Counts {
		result.Undated = e.undated(found.docs)
		result.Days = e.histogram(found.docs)
		if dates != nil {
			found = found.within(dates)
		}
	}
	result.Total = len(found.docs)
	for _, n := range found.occurrences {
		result.Occurrences += int(n)
	}
	if r.Counts {
		result.Terms = e.termCounts(p, found)
	}
	if r.Sort == Relevance && p.scored() && found.scores != nil {
		if r.Limit > 0 {
			e.fade(&found, r.HalfLife)
			result.Hits, err = e.hits(p, found.best(max(max(r.Offset, 0)+r.Limit, rerankDepth)), r)
		}
	} else {
		result.Hits = e.page(p, found, r)
	}
	if err != nil {
		return nil, err
	}
	e.show(result.Hits)
	result.Notes = append(slices.Clone(p.notes), e.notes...)
	if r.Counts {
		err = e.facets(found.docs, r, result)
	}
	return result, err
}

// begin makes the engine ready for a request.
func (e *Engine) begin(p *plan) {
	e.arena.reset()
	e.runs, e.notes, e.work = nil, e.notes[:0], budget(e.x.Docs())
	e.asked++
	for _, l := range p.leaves {
		l.found = list{}
	}
	if p.words && e.norms.body == nil {
		e.norms = newNorms(e.x)
	}
}

// narrowed adds the actors of a request to a query.
func (e *Engine) narrowed(root node, r Request) (node, error) {
	if len(r.With)+len(r.Without) == 0 {
		return root, nil
	}
	and := &andNode{}
	switch n := root.(type) {
	case *andNode:
		and.kids, and.runs = slices.Clone(n.kids), n.runs
	case *allNode:
	default:
		and.kids = append(and.kids, n)
	}
	for _, actor := range r.With {
		n, err := e.actorNode(actor)
		if err != nil {
			return nil, err
		}
		and.kids = append(and.kids, n)
	}
	for _, actor := range r.Without {
		n, err := e.actorNode(actor)
		if err != nil {
			return nil, err
		}
		and.kids = append(and.kids, &notNode{n})
	}
	rarestFirst(and.kids)
	return and, nil
}

// page returns the hits asked for in the order of dates.
func (e *Engine) page(p *plan, found list, r Request) []Hit {
	n := len(found.docs)
	offset, limit := max(r.Offset, 0), max(r.Limit, 0)
	if offset >= n || limit == 0 {
		return nil
	}
	undated := e.undated(found.docs)
	hits := make([]Hit, min(limit, n-offset))
	for i := range hits {
		at := offset + i // in the order wanted, with undated documents last
		switch {
		case r.Sort == Oldest:
			at = (at + undated) % n
		case at < n-undated:
			at = n - 1 - at
		default:
			at = at - (n - undated)
		}
		score, occurrences := found.scored(at)
		hits[i] = Hit{corpus.DocID(found.docs[at]), float64(score) / p.scale, int(occurrences)}
	}
	return hits
}
