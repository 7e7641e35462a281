package search

import (
	"dateline/corpus"
	"dateline/corpus/index"
)

// cursor looks for documents in one posting list. It remembers the block it has last read, so that documents asked for in ascending
// order are found by going on.
type cursor struct {
	p     *index.Postings
	docs  int // in the corpus
	block int // the one in b; -1 for none
	at    int // in b.Docs: the first that is not before what was asked for
	asked uint32
	freq  bool // b has frequencies
	b     index.Block
}

func newCursor(p *index.Postings, docs int) *cursor { return &cursor{p: p, docs: docs, block: -1} }

// reset begins to look in another list, from its start.
func (c *cursor) reset(p *index.Postings, docs int) {
	c.p, c.docs, c.block, c.at, c.asked = p, docs, -1, 0, 0
}

// seek reports whether doc is in the list, and if so leaves at on it.
func (c *cursor) seek(doc uint32) (bool, error) {
	if doc < c.asked {
		c.block = -1
	}
	c.asked = doc
	if c.block < 0 || corpus.DocID(doc) > c.p.Last(c.block) {
		block := c.p.Find(max(c.block, 0), corpus.DocID(doc))
		if block >= c.p.Blocks() {
			return false, nil
		}
		if err := c.p.ReadDocs(block, &c.b, c.docs); err != nil {
			c.block = -1
			return false, err
		}
		c.block, c.at, c.freq = block, 0, false
	}
	docs, at := c.b.Docs, c.at
	for at+8 < len(docs) && docs[at+8] < doc {
		at += 8
	}
	for at < len(docs) && docs[at] < doc {
		at++
	}
	c.at = at
	return at < len(docs) && docs[at] == doc, nil
}

// frequencies returns those of the document that seek has found.
func (c *cursor) frequencies() (body, title uint32) {
	if !c.freq {
		c.p.ReadFrequencies(c.block, &c.b)
		c.freq = true
	}
	return c.b.Body[c.at], c.b.Title[c.at]
}

// blocks calls visit for the blocks of p that hold documents of one of the runs, with the part of the block that does. The block is
// the engine's, valid during the call.
func (e *Engine) blocks(p *index.Postings, runs []index.DocRange, visit func(block int, b *index.Block, from, to int) error) error {
	b := &e.block
	for _, r := range runs {
		for i := p.Find(0, r.From); i < p.Blocks(); i++ {
			if err := p.ReadDocs(i, b, e.x.Docs()); err != nil {
				return err
			}
			p.ReadFrequencies(i, b)
			from, to := 0, len(b.Docs)
			for from < to && b.Docs[from] < uint32(r.From) {
				from++
			}
			for to > from && b.Docs[to-1] >= uint32(r.To) {
				to--
			}
			if from < to {
				if err := visit(i, b, from, to); err != nil {
					return err
				}
			}
			if p.Last(i)+1 >= r.To {
				break
			}
		}
	}
	return nil
}
