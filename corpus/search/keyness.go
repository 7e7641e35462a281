package search

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

// Side is one of two selections of documents that are compared: the documents, ascending, and the number of their words, titles
// that are searched included.
type Side struct {
	Docs  []corpus.DocID
	Words int
}

// Side returns the documents that r finds, whatever its Offset and Limit.
func (e *Engine) Side(r Request) (Side, error) {
	docs, _, err := e.found(r)
	s := Side{Docs: docs}
	for _, d := range docs {
		body, title := e.x.Words(d)
		s.Words += body + title
	}
	return s, err
}

// KeyTerm is a term with what tells how it differs between two sides.
type KeyTerm struct {
	Stem string
	Word string // the most frequent of its forms in the collection
	// A and B are its occurrences on the two sides.
	A, B int
	// G is the log-likelihood ratio of its frequencies: positive where the term is more frequent on side A, negative where it is on B.
	G float64
	// LogRatio is the effect: the binary logarithm of the ratio of the two relative frequencies. Where a side lacks the term, half an occurrence stands for none.
	LogRatio float64
}

// Keyness are the terms that tell two selections of documents apart, and those that they share.
type Keyness struct {
	// MoreInA and MoreInB are ordered by log-likelihood, the greatest first; Shared, of terms on both sides that do not differ with
	// any certainty, by the smaller of the two relative frequencies.
	MoreInA, MoreInB, Shared []KeyTerm
}

// sure is the log-likelihood that chance reaches in one of twenty cases: terms below it are shared rather than telling.
const sure = 3.84

// Comparer compares two selections of documents. Its work is that of going through the posting lists of all terms, half a second in a browser for
// twenty thousand documents: it can be done in pieces.
type Comparer struct {
	e        *Engine
	a, b     Side
	inA, inB []bool
	terms    []keyed
	next     int // the term to go on with
	block    index.Block
}

// NewComparer returns a comparer of two sides. Documents that are on both count on both.
func (e *Engine) NewComparer(a, b Side) *Comparer {
	c := &Comparer{e: e, a: a, b: b}
	if a.Words == 0 || b.Words == 0 {
		c.next = e.x.Meta().Terms // nothing to compare
	} else {
		c.inA, c.inB = e.set(a), e.set(b)
	}
	return c
}

// Count counts the next n terms and reports whether all have been counted.
func (c *Comparer) Count(n int) (done bool, err error) {
	all := c.e.x.Meta().Terms
	end := c.next + min(n, all-c.next)
	if c.next >= end {
		return c.next >= all, nil
	}
	before := len(c.terms)
	var failed error
	err = c.e.x.ScanTerms(c.next, func(t index.Term) bool {
		if t.ID >= end {
			return false
		}
		na, nb, err := c.e.onSides(t, c.inA, c.inB, &c.block)
		if err != nil {
			failed = err
			return errors.As(err, new(*index.Missing)) // then all that is missing is wanted at once
		}
		if na+nb > 0 {
			c.terms = append(c.terms, keyed{KeyTerm{
				Stem: t.Stem, A: na, B: nb, G: LogLikelihood(na, c.a.Words, nb, c.b.Words), LogRatio: logRatio(na, c.a.Words, nb, c.b.Words),
			}, t.ID})
		}
		return true
	})
	if err = cmp.Or(err, failed); err != nil {
		c.terms = c.terms[:before]
		return false, err
	}
	c.next = end
	return end == all, nil
}

// Progress returns how many terms have been counted, of how many.
func (c *Comparer) Progress() (counted, of int) { return c.next, c.e.x.Meta().Terms }

// Result returns up to limit terms of each kind, of those counted. Function words are left out, and the terms that leave, by stem, tells to
// leave out; it may be nil.
//
// Terms are ranked by the log-likelihood ratio (Dunning 1993; Rayson and Garside, "Comparing corpora using frequency profiling", 2000),
// which tells how sure a difference is, and carry the log ratio (Hardie, "Log Ratio – an informal introduction", 2014), which tells how large it is. A
// difference that is not sure at all does not put a term before those that are; where too few are sure, as between two short texts, the rest follows in the same
// order, if the term is at least twice as frequent and stands there more than once.
func (c *Comparer) Result(limit int, leave func(stem string) bool) (k Keyness, err error) {
	e, a, b, terms := c.e, c.a, c.b, c.terms
	lists := [3][]KeyTerm{}
	terms = sorted(terms, func(x, y *keyed) int { // equal ones are in the order of the dictionary
		return cmp.Or(cmp.Compare(math.Abs(y.G), math.Abs(x.G)), y.A+y.B-x.A-x.B)
	})
	for _, t := range terms {
		kind := 0
		switch many := max(t.A, t.B); {
		case math.Abs(t.G) < sure && (many < 2 || math.Abs(t.LogRatio) < 1):
			continue
		case t.G < 0:
			kind = 1
		}
		if lists[kind], err = e.keep(lists[kind], t, limit, leave); err != nil {
			return k, err
		}
	}
	shared := slices.DeleteFunc(slices.Clone(terms), func(t keyed) bool { return t.A == 0 || t.B == 0 })
	least := func(t *keyed) float64 { return min(float64(t.A)/float64(a.Words), float64(t.B)/float64(b.Words)) }
	shared = sorted(shared, func(x, y *keyed) int { return cmp.Or(cmp.Compare(least(y), least(x)), x.id-y.id) })
	for _, t := range shared {
		if math.Abs(t.G) >= sure || slices.ContainsFunc(lists[0], t.same) || slices.ContainsFunc(lists[1], t.same) {
			continue
		}
		if lists[2], err = e.keep(lists[2], t, limit, leave); err != nil {
			return k, err
		}
	}
	k.MoreInA, k.MoreInB, k.Shared = lists[0], lists[1], lists[2]
	return k, nil
}

// keyed is a term with its number in the dictionary.
type keyed struct {
	KeyTerm
	id int
}

func (t keyed) same(other KeyTerm) bool { return t.Stem == other.Stem }

// keep appends a term to a list that is not full, unless it is to be left out.
func (e *Engine) keep(list []KeyTerm, t keyed, limit int, leave func(string) bool) ([]KeyTerm, error) {
	if len(list) >= limit || leave != nil && leave(t.Stem) {
		return list, nil
	}
	term, err := e.x.TermByID(t.id)
	if err != nil {
		return list, err
	}
	best := -1
	for _, id := range term.Forms {
		f, err := e.x.FormByID(id)
		if err != nil {
			return list, err
		}
		if f.Count > best {
			best, t.Word = f.Count, f.Text
		}
	}
	for _, lang := range e.x.Meta().Languages {
		if text.Stop(t.Word, lang.Code) {
			return list, nil
		}
	}
	return append(list, t.KeyTerm), nil
}

// set returns a bit for each document of a side.
func (e *Engine) set(s Side) []bool {
	in := make([]bool, e.x.Docs())
	for _, d := range s.Docs {
		in[d] = true
	}
	return in
}

// onSides counts a term in the documents of two sets, in titles and texts.
func (e *Engine) onSides(t index.Term, inA, inB []bool, block *index.Block) (a, b int, err error) {
	p, err := e.x.Postings(t)
	if err != nil {
		return 0, 0, err
	}
	for i := range p.Blocks() {
		if err := p.Read(i, block, len(inA)); err != nil {
			return 0, 0, err
		}
		for j, doc := range block.Docs {
			n := int(block.Body[j] + block.Title[j])
			if inA[doc] {
				a += n
			}
			if inB[doc] {
				b += n
			}
		}
	}
	return a, b, nil
}

// logRatio is the binary logarithm of the ratio of two relative frequencies.
func logRatio(a, n, b, m int) float64 {
	return math.Log2(max(float64(a), .5) / float64(n) / (max(float64(b), .5) / float64(m)))
}
