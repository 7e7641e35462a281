package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// eval returns the documents that n matches within some, or within the present runs if within is nil, with the scores that n itself
// gives. The list is the caller's, who may change it.
func (e *Engine) eval(n node, within []uint32) (list, error) {
	switch n := n.(type) {
	case *leaf:
		found, err := n.eval(within)
		found.docs = e.copied(found.docs) // the leaf keeps what it has found
		if found.scores != nil {
			found.scores, found.occurrences = e.copied(found.scores), e.copied(found.occurrences)
		}
		return found, err
	case *andNode:
		return e.evalAnd(n, within)
	case *orNode:
		return e.evalOr(n, within)
	case *notNode:
		out, err := e.eval(n.kid, within)
		return e.everything(within).minus(out), err
	case *filterNode:
		docs := e.copied(n.docs)
		if within != nil {
			return e.meet(list{docs: docs}, list{docs: within}), nil
		}
		return list{docs: docs}.within(e.allRuns()), nil
	case *listNode:
		docs, err := e.listDocs(n.lists, within)
		return list{docs: docs}, err
	case *rangeNode:
		if within != nil {
			return list{docs: e.copied(within)}.within(n.runs), nil
		}
		return list{docs: e.runDocs(overlap(e.allRuns(), n.runs))}, nil
	}
	return e.everything(within), nil
}

//go:noinline
func (e *Engine) copied(numbers []uint32) []uint32 {
	return append(e.arena.take(len(numbers)), numbers...)
}

// everything returns all documents within, or in the present runs.
//
//go:noinline
func (e *Engine) everything(within []uint32) list {
	if within != nil {
		return list{docs: e.copied(within)}
	}
	return list{docs: e.runDocs(e.allRuns())}
}

// evalAnd narrows to the ranges of dates first, which costs nothing, and then from the rarest part to the most frequent.
func (e *Engine) evalAnd(n *andNode, within []uint32) (found list, err error) {
	if n.runs != nil {
		if within != nil {
			within = list{docs: e.copied(within)}.within(n.runs).docs
		} else {
			defer func(before []index.DocRange) { e.runs = before }(e.runs)
			e.runs = overlap(e.allRuns(), n.runs)
		}
	}
	for i, kid := range n.kids {
		if i == 0 {
			if found, err = e.eval(kid, within); err != nil {
				return list{}, err
			}
			continue
		}
		if len(found.docs) == 0 {
			break
		}
		if not, ok := kid.(*notNode); ok {
			out, err := e.eval(not.kid, found.docs)
			if err != nil {
				return list{}, err
			}
			found = found.minus(out)
			continue
		}
		var other list
		if l, ok := kid.(*leaf); ok {
			other, err = l.eval(found.docs)
		} else {
			other, err = e.eval(kid, found.docs)
		}
		if err != nil {
			return list{}, err
		}
		found = e.meet(found, other)
	}
	if len(n.kids) == 0 {
		return e.everything(within), nil
	}
	return found, nil
}

func (e *Engine) evalOr(n *orNode, within []uint32) (list, error) {
	lists := make([]list, len(n.kids)) // before adding up: a kid may use the dense array itself
	for i, kid := range n.kids {
		var err error
		if l, ok := kid.(*leaf); ok {
			lists[i], err = l.eval(within)
		} else {
			lists[i], err = e.eval(kid, within)
		}
		if err != nil {
			return list{}, err
		}
	}
	e.dense.reset(e.x.Docs())
	scored := false
	for _, l := range lists {
		if l.scores == nil {
			for _, doc := range l.docs {
				e.dense.add(doc, 0, 0)
			}
			continue
		}
		scored = true
		for i, doc := range l.docs {
			e.dense.add(doc, l.scores[i], l.occurrences[i])
		}
	}
	found := e.newList(e.dense.count())
	e.dense.each(found.add)
	if !scored {
		found.scores, found.occurrences = nil, nil
	}
	return found, nil
}

// overlap returns the runs that lie in both.
func overlap(a, b []index.DocRange) []index.DocRange {
	both := []index.DocRange{}
	for len(a) > 0 && len(b) > 0 {
		if r := (index.DocRange{From: max(a[0].From, b[0].From), To: min(a[0].To, b[0].To)}); r.From < r.To {
			both = append(both, r)
		}
		if a[0].To < b[0].To {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return both
}

// listDocs returns the documents within that are in any of the lists.
func (e *Engine) listDocs(lists []*index.Postings, within []uint32) ([]uint32, error) {
	if within == nil || len(lists) != 1 {
		return e.unionDocs(lists, within)
	}
	kept := e.arena.take(min(len(within), lists[0].Docs))
	e.cursor.reset(lists[0], e.x.Docs())
	for _, doc := range within {
		ok, err := e.cursor.seek(doc)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, doc)
		}
	}
	return kept, nil
}

// actorNode matches the documents that mention the actor.
func (e *Engine) actorNode(actor index.ActorID) (*listNode, error) {
	if n := e.actors[actor]; n != nil {
		return n, nil
	}
	p, err := e.x.ActorPostings(actor)
	if err != nil {
		return nil, err
	}
	if len(e.actors) >= maxPlans {
		clear(e.actors)
	}
	n := &listNode{[]*index.Postings{p}}
	e.actors[actor] = n
	return n, nil
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

// termCounts counts what each leaf matches in the result: of what it found as the query was answered, that which stayed.
func (e *Engine) termCounts(p *plan, found list) []TermCount {
	counts := make([]TermCount, len(p.leaves))
	for i, l := range p.leaves {
		counts[i].Text = l.text
		j := 0
		for k, doc := range l.found.docs {
			for j < len(found.docs) && found.docs[j] < doc {
				j++
			}
			if j == len(found.docs) {
				break
			}
			if found.docs[j] == doc {
				counts[i].Docs++
				counts[i].Occurrences += int(l.found.occurrences[k])
			}
		}
	}
	return counts
}

// tired notes that a question was given up on for its length.
func (e *Engine) tired(done, of int, text string) {
	e.notes = append(e.notes, "The search for "+text+" takes too long here: "+number(done)+" of "+number(of)+
		" documents were read for it. Make it narrower, by a date, an actor or rarer words.")
}

// undated returns how many of docs, which ascend, have no date.
func (e *Engine) undated(docs []uint32) int {
	n := len(docs)
	if undated := corpus.DocID(e.x.Meta().Undated); n > 0 && corpus.DocID(docs[n-1]) >= undated {
		n, _ = slices.BinarySearch(docs, uint32(undated))
	}
	return n
}
