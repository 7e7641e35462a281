package query

import "dateline/corpus"

// Node is one part of a query's tree: *All, *And, *Or, *Not, the word-like leaves *Word, *Prefix, *Phrase, *Exact,
// *Wildcard, *Fuzzy and *Near, *Field around one of these, and the filters *Actor, *By, *DateRange, *Mentions and *Value.
// The set is closed: a type switch over it is complete. Trees are never changed once Parse has returned them.
type Node interface {
	// Bounds returns the bytes of the input that the node was read from.
	Bounds() Span
	// String returns the canonical text: Parse(n.String(), AllTerms) gives a tree that is Equal to n.
	String() string

	node()
}

// Span is a half-open range of byte offsets in the input as it was typed.
type Span struct{ Pos, End int }

// Bounds returns s, so that a node that embeds its span is a Node.
func (s Span) Bounds() Span { return s }

func (Span) node() {}

// The boolean nodes. And and Or have at least two kids, none of them of their own kind; no Not stands right below a Not.
type (
	// All matches every document. It stands only at the root: an empty query parses to it.
	All struct{ Span }
	// And matches what every kid matches.
	And struct {
		Span
		Kids []Node
	}
	// Or matches what at least one kid matches. Implied says that its kids stand side by side, joined in [AnyTerm] and not by the
	// word OR: then function words among them may be passed over. String prints both alike.
	Or struct {
		Span
		Kids    []Node
		Implied bool
	}
	// Not matches what Kid does not.
	Not struct {
		Span
		Kid Node
	}
)

// The word-like leaves match words of the title or the text. Their texts are valid UTF-8 as typed, but for control and
// direction characters, which are gone, and curly quotes, which are straight. Each holds a letter or a digit.
// Whoever evaluates them splits a text into words as documents are split: U.S. and build-up may come out as several,
// which then must follow one another, as in a phrase.
type (
	// Word matches every form of a word that shares its stem.
	Word struct {
		Span
		Text string
	}
	// Prefix matches the words that begin with Text, which is folded but not stemmed.
	Prefix struct {
		Span
		Text string
	}
	// Phrase matches its kids' words one directly after the other. A kid is a *Word, a *Prefix or a *Wildcard.
	Phrase struct {
		Span
		Kids []Node
	}
	// Exact matches the words of Text one after the other, in this form, without stemming; case and accents are folded.
	Exact struct {
		Span
		Text string
	}
	// Wildcard matches the words that fit Pattern as a whole, where * stands for any number of letters, none too,
	// and ? for exactly one.
	Wildcard struct {
		Span
		Pattern string
	}
	// Fuzzy matches the words at most Distance (1 or 2) letters inserted, dropped, changed or swapped with a neighbour
	// away from Text: the optimal string alignment distance over folded letters.
	Fuzzy struct {
		Span
		Text     string
		Distance int
	}
	// Near matches a place of A and a place of B, not overlapping, in the same title or text with at most N words
	// between them; with Ordered, A comes first. A and B are word-like, an *Or of such, or another *Near, whose place
	// runs from its first word to its last.
	Near struct {
		Span
		A, B    Node
		N       int
		Ordered bool
	}
	// Field confines a word-like Kid to a part of the document: Name is "title" or "text".
	Field struct {
		Span
		Name string
		Kid  Node
	}
)

// The filters match by what is known of a document, and add nothing to its score.
type (
	// Actor matches the documents that mention the actor, by its canonical name or an alias, without regard to case and
	// accents. A type may stand before the name: "person:Washington"; see SplitActor.
	Actor struct {
		Span
		Name string
	}
	// By matches the documents with a statement made by the actor; Name is as in Actor.
	By struct {
		Span
		Name string
	}
	// DateRange matches by the date of publication.
	DateRange struct {
		Span
		Period
	}
	// Mentions matches by the dates that the text speaks of.
	Mentions struct {
		Span
		Period
	}
	// Value matches a document whose metadata has Text as one of its values of Name ("source", "tag", "lang" or "id"),
	// as a whole and without regard to case; lang takes "pt" for "pt-BR" too.
	Value struct {
		Span
		Name, Text string
	}
)

// Period is a stretch of time with both ends included; a zero end is open, and ends keep their precision. A date of lesser
// precision than a day lies in the period if any of its days does. None stands for having no date at all.
type Period struct {
	From, To corpus.Date
	None     bool
	// Source is what stood behind the colon, such as "<2014"; it is what String prints, if there is one.
	Source string
}

// Mode says what words mean that stand side by side without an operator.
type Mode uint8

const (
	// AllTerms wants every one of them.
	AllTerms Mode = iota
	// AnyTerm wants at least one of them. What is excluded stays excluded, and filters such as date: still narrow.
	AnyTerm
)
