package state

import (
	"slices"

	"dateline/corpus"
)

// State is the whole view. The zero value is the first visit. A State is a value: no method changes its receiver or the
// slices in it, and whoever builds one by hand must not change With and Without afterwards.
type State struct {
	// Q is the query exactly as typed; Any is set if one of its terms is enough.
	Q   string
	Any bool
	// From and To bound the publication date, both included, with the precision as given; zero is open.
	From, To corpus.Date
	// With and Without are the actors that a document must and must not mention, in the order they were chosen:
	// canonical names, with the type before them where the name alone is not clear ("person:Washington").
	With, Without []string
	View          View
	// Actor is the actor whose profile is open in Actors, named as in With; empty if none is.
	Actor string
	Sort  Sort
	// Doc is the id of the open document, empty if none is; Hit is the hit in it that is shown, from 1, 0 for none.
	Doc string
	Hit int
	// Par is the paragraph of the open document that a link leads to, from 1, 0 for none; Sen the sentence in it, 0 for the whole.
	Par, Sen int
	// Bin is the width of the timeline's bars; Share shows them as a share of all documents of that time.
	Bin   Bin
	Share bool
	// Page is the page of the result list or of the concordance, from 0. The address counts from 1.
	Page int
	// Lines is the order of the concordance. Hide are the word forms whose lines are left out, Near the word that must stand near a hit;
	// both belong to the query and fall with it.
	Lines Lines
	Hide  []string
	Near  string
	// A and B are the two sides of Compare as queries, each empty for what the view chooses itself.
	A, B string
	// Trends are the queries whose curves the timeline lays over one another; with none it shows bars.
	Trends []string
	// Own names the collection that is open, where it is not the site's: the first OwnDigits digits of its id. An address without
	// it is one of the collection that is open already; Site says that the site's is meant.
	Own string
}

// Site is the value of Own in an address that must not be taken for one of the reader's own collections.
const Site = "site"

// OwnDigits is how many digits of a collection's id stand in an address.
const OwnDigits = 12

// View is one of the explorer's views. All of them keep the query and the filters.
type View uint8

// The views.
const (
	Documents   View = iota // the list of results with the reader
	Concordance             // every hit on a line of its own
	Actors                  // people, organisations, countries and places
	Statements              // who said what
	Compare                 // two documents or selections beside each other
	NumViews
)

// String returns the view's name in the address.
func (v View) String() string { return nameOf(views[:], int(v)) }

// Sort is an order of the results.
type Sort uint8

// The orders.
const (
	Relevance Sort = iota
	Newest
	Oldest
)

// Lines is an order of the concordance.
type Lines uint8

// The orders: by date, by document, by the hit itself, by the words before and behind it.
const (
	LinesOldest Lines = iota
	LinesNewest
	LinesDocument
	LinesHit
	LinesLeft1
	LinesLeft2
	LinesLeft3
	LinesRight1
	LinesRight2
	LinesRight3
	NumLines
)

// Bin is the width of a bar of the timeline.
type Bin uint8

// The widths. Auto takes the finest that keeps the number of bars readable.
const (
	Auto Bin = iota
	Day
	Week
	Month
	Year
)

// The names in the address, by value.
var (
	views = [NumViews]string{"documents", "concordance", "actors", "statements", "compare"}
	sorts = [...]string{Relevance: "relevance", Newest: "newest", Oldest: "oldest"}
	lines = [NumLines]string{"oldest", "newest", "document", "hit", "1l", "2l", "3l", "1r", "2r", "3r"}
	bins  = [...]string{Auto: "auto", Day: "day", Week: "week", Month: "month", Year: "year"}
)

// Equal reports whether two states show the same view.
func (s State) Equal(t State) bool {
	return s.Q == t.Q && s.Any == t.Any && s.From == t.From && s.To == t.To &&
		slices.Equal(s.With, t.With) && slices.Equal(s.Without, t.Without) &&
		s.View == t.View && s.Actor == t.Actor && s.Sort == t.Sort && s.Doc == t.Doc && s.Hit == t.Hit && s.Par == t.Par && s.Sen == t.Sen &&
		s.Bin == t.Bin && s.Share == t.Share && s.Page == t.Page &&
		s.Lines == t.Lines && slices.Equal(s.Hide, t.Hide) && s.Near == t.Near &&
		s.A == t.A && s.B == t.B && slices.Equal(s.Trends, t.Trends) && s.Own == t.Own
}

// Filtered reports whether there is a date or actor filter.
func (s State) Filtered() bool {
	return s.From != 0 || s.To != 0 || len(s.With) > 0 || len(s.Without) > 0
}
