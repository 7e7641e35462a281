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
	rank   index.Ranking
	dense  dense
	counts []uint32 // of documents by actor, zero between requests
	plans  map[string]*plan
}

// New returns an engine over x.
func New(x *index.Index) *Engine {
	return &Engine{x: x, rank: x.Ranking(), plans: map[string]*plan{}}
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
	// Offset and Limit choose the page of hits.
	Offset, Limit int
	// Counts asks for Facets, Days and Terms.
	Counts bool
	// FacetLimit is the greatest number of facets of a type, by default 200.
	FacetLimit int
	// FacetFind keeps the facets that have a word beginning so in their names.
	FacetFind string
}

// Result is an answer.
type Result struct {
	Total       int // matching documents
	Occurrences int // of the query's words and phrases in them
	Undated     int // documents without a date that match but for the dates asked for
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

// Run answers r. The error is that of a damaged index, or *index.Missing; a query has none: what cannot be looked for is in Result.Notes.
// Where only the actors to count are missing, the result is there beside the error, without facets.
func (e *Engine) Run(r Request) (*Result, error) {
	p, err := e.plan(r.Query)
	if err != nil {
		return nil, err
	}
	found, err := e.match(p, r)
	if err != nil {
		return nil, err
	}
	result := &Result{Notes: slices.Clone(p.notes)}
	for _, doc := range found.docs {
		if int(doc) >= e.x.Meta().Undated {
			break
		}
		result.Undated++
	}
	if r.Counts {
		result.Days = e.days(found.docs)
	}
	if r.From != 0 || r.To != 0 {
		found = found.within(e.x.InPeriod(r.From, r.To))
	}
	result.Total = len(found.docs)
	for _, n := range found.occurrences {
		result.Occurrences += int(n)
	}
	result.Hits = e.page(found, r, p.scored())
	if !r.Counts {
		return result, nil
	}
	if result.Terms, err = e.termCounts(p, found); err != nil {
		return nil, err
	}
	return result, e.facets(found.docs, r, result)
}

// match returns the documents that match r but for its dates.
func (e *Engine) match(p *plan, r Request) (list, error) {
	var within *list
	for _, actor := range r.With {
		l, err := e.actorDocs(actor, within)
		if err != nil {
			return list{}, err
		}
		within = &l
	}
	found, err := e.eval(p.root, within)
	if err != nil {
		return list{}, err
	}
	for _, actor := range r.Without {
		out, err := e.actorDocs(actor, &found)
		if err != nil {
			return list{}, err
		}
		found = found.minus(out)
	}
	return found, nil
}

// page orders what was found and returns the hits asked for.
func (e *Engine) page(found list, r Request, scored bool) []Hit {
	n := len(found.docs)
	offset, limit := max(r.Offset, 0), max(r.Limit, 0)
	if offset >= n || limit == 0 {
		return nil
	}
	count := min(limit, n-offset)
	if r.Sort == Relevance && scored {
		return found.best(offset + count)[offset:]
	}
	undated := 0
	for undated < n && int(found.docs[undated]) < e.x.Meta().Undated {
		undated++
	}
	hits := make([]Hit, count)
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
		hits[i] = found.hit(at)
	}
	return hits
}

// days counts documents, which are in the order of their dates, by day.
func (e *Engine) days(docs []uint32) []DayCount {
	var days []DayCount
	last := corpus.Date(0)
	for _, doc := range docs {
		date := e.x.Date(corpus.DocID(doc))
		if date == 0 {
			continue
		}
		if date == last {
			days[len(days)-1].Docs++
			continue
		}
		last = date
		day := date.Days()
		if n := len(days); n > 0 && days[n-1].Day == day { // a year and its first day
			days[n-1].Docs++
			continue
		}
		days = append(days, DayCount{day, 1})
	}
	return days
}
