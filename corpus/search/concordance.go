package search

import (
	"cmp"
	"strings"

	"dateline/corpus"
)

// A concordance lists every place where the words of a query stand, a line each, with what stands before and behind them: keyword in
// context, KWIC (Luhn, "Keyword-in-Context Index for Technical Literature", 1960). It is made from the index alone, so that
// counting lines, their word forms, and ordering by date or document inflate no text. Texts are read for the lines on screen (Lines), and
// once for all lines where neighbours are asked for (ReadContexts).

// MaxLines is how many lines a concordance has at most: the earliest by date. Cut tells that there were more.
const MaxLines = 200_000

// Concordance is the lines of one request, and a selection of them in some order. Like its engine it is not for use by several goroutines.
type Concordance struct {
	// Forms are the words of the hits as they stand in the texts, folded, most frequent first; those of a phrase are one form, and the
	// hits of a NEAR have its own text.
	Forms []HitForm
	// Cut reports that lines were left out.
	Cut bool

	e      *Engine
	docs   []corpus.DocID // of the request, ascending: those with lines and those without
	rank   []int32        // of each its place in the order of relevance
	lines  []line         // by document, then by place
	chosen []int32        // those that the arrangement leaves, ascending
	shown  []int32        // the same in the order asked for

	stretches bool // some lines are those of a NEAR

	contexts contexts
}

// HitForm is a form of the words of a hit with the number of its lines.
type HitForm struct {
	Text  string
	Lines int
}

// line is a hit: words start up to, but without, end.
type line struct {
	at         uint32 // the document, in docs
	start, end uint32
	form       uint32
}

// Concordance returns the places of the words and phrases of r's query in the documents that r finds, whatever its Offset and Limit. A
// place within another is no line of its own. All lines are shown, oldest first.
func (e *Engine) Concordance(r Request) (*Concordance, error) {
	p, err := e.plan(r.Query)
	if err != nil {
		return nil, err
	}
	c := &Concordance{e: e}
	if len(p.leaves) == 0 {
		return c, nil
	}
	if c.docs, c.rank, err = e.found(r); err != nil {
		return nil, err
	}
	g := newGatherer(c)
	for _, l := range p.leaves {
		if err := g.leaf(l); err != nil {
			return nil, err
		}
	}
	c.lines = g.outermost()
	if len(c.lines) > MaxLines {
		c.lines, c.Cut = c.lines[:MaxLines], true
	}
	c.countForms()
	c.Arrange(Arrangement{})
	return c, nil
}

// found returns the documents of a request, ascending, and the place of each in the order of relevance.
func (e *Engine) found(r Request) (docs []corpus.DocID, rank []int32, err error) {
	r.Sort, r.Offset, r.Limit, r.Counts = Relevance, 0, e.x.Docs(), false
	result, err := e.Run(r)
	if err != nil {
		return nil, nil, err
	}
	rank = permutation(len(result.Hits), func(a, b int32) int { return int(result.Hits[a].Doc) - int(result.Hits[b].Doc) })
	docs = make([]corpus.DocID, len(rank))
	for i, place := range rank {
		docs[i] = result.Hits[place].Doc
	}
	return docs, rank, nil
}

// countForms counts lines by form and numbers the forms by that count, then by their text.
func (c *Concordance) countForms() {
	for _, l := range c.lines {
		c.Forms[l.form].Lines++
	}
	order := permutation(len(c.Forms), func(a, b int32) int {
		return cmp.Or(c.Forms[b].Lines-c.Forms[a].Lines, strings.Compare(c.Forms[a].Text, c.Forms[b].Text))
	})
	forms, number := make([]HitForm, len(order)), make([]uint32, len(order))
	for i, old := range order {
		forms[i], number[old] = c.Forms[old], uint32(i)
	}
	for i := range c.lines {
		c.lines[i].form = number[c.lines[i].form]
	}
	for len(forms) > 0 && forms[len(forms)-1].Lines == 0 { // of places within others
		forms = forms[:len(forms)-1]
	}
	c.Forms = forms
}

// All returns the number of lines of the request.
func (c *Concordance) All() int { return len(c.lines) }

// Len returns the number of lines that the arrangement leaves.
func (c *Concordance) Len() int { return len(c.shown) }

// Docs returns the number of documents that these lines are in.
func (c *Concordance) Docs() int {
	n, last := 0, -1
	for _, i := range c.chosen {
		if at := int(c.lines[i].at); at != last {
			n, last = n+1, at
		}
	}
	return n
}
