package search

import (
	"slices"

	"dateline/corpus/index"
	"dateline/corpus/query"
)

// eval returns the documents that n matches within a list, or within the corpus if it is nil. What within has gathered is
// passed on, so that a conjunction adds up its scores as it narrows.
func (e *Engine) eval(n node, within *list) (list, error) {
	switch n := n.(type) {
	case *leaf:
		found, err := n.eval(within)
		if err != nil || within == nil {
			return found, err
		}
		return within.and(found), nil
	case *andNode:
		for _, kid := range n.kids {
			found, err := e.eval(kid, within)
			if err != nil {
				return list{}, err
			}
			within = &found
			if len(found.docs) == 0 {
				break
			}
		}
		return *within, nil
	case *orNode:
		return e.evalOr(n, within)
	case *notNode:
		if within == nil {
			all := e.all()
			within = &all
		}
		out, err := e.eval(n.kid, &list{docs: within.docs})
		if err != nil {
			return list{}, err
		}
		return within.minus(out), nil
	case *filterNode:
		if within == nil {
			return n.docs, nil
		}
		return within.and(n.docs), nil
	}
	if within == nil {
		return e.all(), nil
	}
	return *within, nil
}

func (e *Engine) evalOr(n *orNode, within *list) (list, error) {
	var base *list
	if within != nil {
		base = &list{docs: within.docs}
	}
	lists := make([]list, len(n.kids)) // before adding up: a kid may use the dense arrays itself
	for i, kid := range n.kids {
		var err error
		if lists[i], err = e.eval(kid, base); err != nil {
			return list{}, err
		}
	}
	e.dense.reset(e.x.Docs())
	for _, l := range lists {
		for i, doc := range l.docs {
			e.dense.touch(doc)
			if l.scores != nil {
				e.dense.scores[doc] += l.scores[i]
				e.dense.occurrences[doc] += l.occurrences[i]
			}
		}
	}
	var found list
	e.dense.each(func(doc uint32, score float64, occurrences, _ uint32) { found.add(doc, score, occurrences) })
	if within == nil {
		return found, nil
	}
	return within.and(found), nil
}

func (e *Engine) all() list {
	docs := make([]uint32, e.x.Docs())
	for i := range docs {
		docs[i] = uint32(i)
	}
	return list{docs: docs}
}

// postingDocs returns the documents of p that are within, without scores.
func (e *Engine) postingDocs(p *index.Postings, within *list) (list, error) {
	var l list
	err := e.scan(p, within, func(doc, _, _ uint32) { l.docs = append(l.docs, doc) })
	return l, err
}

// actorDocs returns the documents that mention the actor.
func (e *Engine) actorDocs(actor index.ActorID, within *list) (list, error) {
	p, err := e.x.ActorPostings(actor)
	if err != nil {
		return list{}, err
	}
	return e.postingDocs(p, within)
}

// Actors returns the actors that name means: those that have it as their canonical name, or else those that have it as an alias.
// A type may stand before the name, as in "person:Washington".
func (e *Engine) Actors(name string) ([]index.ActorID, error) {
	bare, typ, typed := query.SplitActor(name)
	found, err := e.x.FindActor(bare)
	if err != nil {
		return nil, err
	}
	if typed {
		var kept []index.ActorID
		for _, a := range found {
			t, err := e.x.ActorType(a)
			if err != nil {
				return nil, err
			}
			if t == typ {
				kept = append(kept, a)
			}
		}
		found = kept
	}
	own := 0 // FindActor gives those of that very name first
	for own < len(found) {
		actor, err := e.x.Actor(found[own])
		if err != nil {
			return nil, err
		}
		if !index.SameName(actor.Name, bare) {
			break
		}
		own++
	}
	if own > 0 {
		return found[:own], nil
	}
	return slices.Clip(found), nil
}

// termCounts counts what each leaf matches in the result.
func (e *Engine) termCounts(p *plan, found list) ([]TermCount, error) {
	counts := make([]TermCount, len(p.leaves))
	for i, l := range p.leaves {
		in := found
		if node(l) != p.root {
			var err error
			if in, err = l.eval(&list{docs: found.docs}); err != nil {
				return nil, err
			}
		}
		counts[i] = TermCount{Text: l.text, Docs: len(in.docs)}
		for _, n := range in.occurrences {
			counts[i].Occurrences += int(n)
		}
	}
	return counts, nil
}
