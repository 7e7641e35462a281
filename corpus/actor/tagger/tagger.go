// Package tagger finds the names of people, organisations and places in English text by what it has learnt from
// annotated texts: names that no list has.
//
// It is a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the words about capitals, with hashed
// features (feature.go) and BILOU labels (label.go). Its weights are made by the program in corpus/actor/train and stand
// quantised in data/model.bin (model.go tells the format); what it knows of single words and listed names is the
// Lexicon that its caller fills.
//
// Tag reads a text once: tokens (token.go), sequences of words about capitals (sequence.go), the best labels of each with
// their probabilities (crf.go), then a vote of all places where the document has the same words (vote.go). The memory it
// takes is proportional to the text.
package tagger

// Type is what a name is of.
type Type uint8

// The types. Countries are places here.
const (
	Person Type = iota
	Organisation
	Place
	NumTypes
)

// Span is a name: bytes Start to End of the text. Confidence is the probability that the model gives it, 0 to 1.
type Span struct {
	Start, End int
	Type       Type
	Confidence float64
	// Voted reports that the document's other mentions of the same words decided it.
	Voted bool
}

// A Tagger is safe for concurrent use.
type Tagger struct {
	model *Model
	lex   *Lexicon
}

// New makes a tagger of a model, which must have been trained with the same lexicon.
func New(m *Model, lex *Lexicon) *Tagger { return &Tagger{model: m, lex: lex} }

// Tag returns the names in text in the order of their spans, none overlapping another.
func (t *Tagger) Tag(text string) []Span {
	d := read(text, t.lex)
	if len(d.tokens) == 0 {
		return nil
	}
	r := newDecoder(t.model)
	for _, s := range d.sequences() {
		r.decode(d, s)
	}
	return d.vote(r.spans)
}
