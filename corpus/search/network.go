package search

import (
	"cmp"

	"dateline/corpus"
	"dateline/corpus/index"
)

// Network is a few actors and how they hang together in the documents that match a request.
type Network struct {
	Scope int // documents that match
	// Nodes are the actors, in the order asked for.
	Nodes []Node
	// Links are the pairs that share a document, the strongest first: those that G2 says are least likely by chance, then those that share
	// most.
	Links []Link
}

// Node is an actor of a network.
type Node struct {
	Facet
	Type corpus.ActorType
}

// Link is a pair of nodes, by their places in Network.Nodes, From before To.
type Link struct {
	From, To int
	Docs     int // shared
	Association
}

// Network counts in which of the matching documents the given actors, each of them once, stand together.
func (e *Engine) Network(r Request, actors []index.ActorID) (*Network, error) {
	scope, err := e.scope(r)
	if err != nil {
		return nil, err
	}
	n := len(actors)
	w := &Network{Scope: len(scope), Nodes: make([]Node, n)}
	place := make(map[index.ActorID]int, n)
	for i, id := range actors {
		actor, err := e.x.Actor(id)
		if err != nil {
			return nil, err
		}
		w.Nodes[i] = Node{Facet{Actor: id, Name: actor.Name}, actor.Type}
		place[id] = i
	}
	pairs := make([]int, n*n)
	var names []index.ActorID
	var here []int
	for _, doc := range scope {
		if names, err = e.x.ActorsOf(corpus.DocID(doc), names[:0]); err != nil {
			return nil, err
		}
		here = here[:0]
		for _, a := range names {
			if i, ok := place[a]; ok {
				here = append(here, i)
			}
		}
		for k, i := range here {
			w.Nodes[i].Docs++
			for _, j := range here[k+1:] {
				pairs[min(i, j)*n+max(i, j)]++
			}
		}
	}
	var links []Link
	for i := range n {
		for j := i + 1; j < n; j++ {
			if both := pairs[i*n+j]; both > 0 {
				links = append(links, Link{i, j, both, Associate(both, w.Nodes[i].Docs, w.Nodes[j].Docs, w.Scope)})
			}
		}
	}
	w.Links = sorted(links, func(a, b *Link) int { return cmp.Or(cmp.Compare(b.G2, a.G2), b.Docs-a.Docs) })
	return w, nil
}
