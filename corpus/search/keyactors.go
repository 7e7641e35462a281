package search

import (
	"cmp"

	"dateline/corpus/index"
)

// KeyActor is an actor with its mentions on the two sides of a comparison.
type KeyActor struct {
	Actor index.ActorID
	// A and B are mentions, DocsA and DocsB documents with one.
	A, B, DocsA, DocsB int
}

// KeyActors are the actors of two selections of documents.
type KeyActors struct {
	// Both are on both sides, OnlyA and OnlyB on one, those with most mentions first.
	Both, OnlyA, OnlyB []KeyActor
}

// CompareActors counts the actors of the documents of two sides.
func (e *Engine) CompareActors(a, b Side) (KeyActors, error) {
	counts := map[index.ActorID]*KeyActor{}
	var own []index.ActorID
	for side, s := range [2]Side{a, b} {
		for _, d := range s.Docs {
			var err error
			if own, err = e.x.ActorsOf(d, own[:0]); err != nil {
				return KeyActors{}, err
			}
			for _, id := range own {
				c := counts[id]
				if c == nil {
					c = &KeyActor{Actor: id}
					counts[id] = c
				}
				if side == 0 {
					c.DocsA++
				} else {
					c.DocsB++
				}
			}
		}
	}
	inA, inB := e.set(a), e.set(b)
	var k KeyActors
	var block index.Block
	for _, c := range counts {
		p, err := e.x.ActorPostings(c.Actor)
		if err != nil {
			return KeyActors{}, err
		}
		for i := range p.Blocks() {
			if err := p.Read(i, &block, len(inA)); err != nil {
				return KeyActors{}, err
			}
			for j, doc := range block.Docs {
				// What the input gives in a field counts where the text does not name the actor.
				n := int(block.Body[j])
				if n == 0 {
					n = int(block.Title[j])
				}
				if inA[doc] {
					c.A += n
				}
				if inB[doc] {
					c.B += n
				}
			}
		}
		switch {
		case c.DocsA > 0 && c.DocsB > 0:
			k.Both = append(k.Both, *c)
		case c.DocsA > 0:
			k.OnlyA = append(k.OnlyA, *c)
		default:
			k.OnlyB = append(k.OnlyB, *c)
		}
	}
	for _, list := range [3]*[]KeyActor{&k.Both, &k.OnlyA, &k.OnlyB} {
		*list = sorted(*list, func(x, y *KeyActor) int {
			return cmp.Or(y.A+y.B-x.A-x.B, int(x.Actor)-int(y.Actor))
		})
	}
	return k, nil
}
