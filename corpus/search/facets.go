package search

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

const defaultFacets = 200

// facets counts the actors of docs in one pass over what each document names.
func (e *Engine) facets(docs []uint32, r Request, result *Result) error {
	if n := e.x.Meta().Actors; len(e.counts) != n {
		e.counts = make([]uint32, n)
	}
	defer clear(e.counts)
	var own []index.ActorID
	for _, doc := range docs {
		var err error
		if own, err = e.x.ActorsOf(corpus.DocID(doc), own[:0]); err != nil {
			return err
		}
		for _, a := range own {
			e.counts[a]++
		}
	}
	chosen := append(slices.Clone(r.With), r.Without...)
	var byType [corpus.NumActorTypes][]Facet
	for a, n := range e.counts {
		id := index.ActorID(a)
		if n == 0 && !slices.Contains(chosen, id) {
			continue
		}
		t, err := e.x.ActorType(id)
		if err != nil {
			return err
		}
		byType[t] = append(byType[t], Facet{Actor: id, Docs: int(n)})
	}
	limit := r.FacetLimit
	if limit <= 0 {
		limit = defaultFacets
	}
	for t, facets := range byType {
		// Actors are numbered by their documents in the corpus, so that a stable sort leaves equal ones in that order.
		slices.SortStableFunc(facets, func(a, b Facet) int { return b.Docs - a.Docs })
		kept, total, err := e.named(facets, limit, r.FacetFind, chosen)
		if err != nil {
			return err
		}
		result.Facets[t], result.FacetTotals[t] = kept, total
	}
	return nil
}

// named gives the first facets their names: as many as limit of those that fit find, and the chosen ones.
func (e *Engine) named(facets []Facet, limit int, find string, chosen []index.ActorID) (kept []Facet, total int, err error) {
	find = text.Form(strings.TrimSpace(find))
	total = len(facets)
	if find != "" {
		total = 0
	}
	for _, f := range facets {
		isChosen := slices.Contains(chosen, f.Actor)
		if find == "" && len(kept) >= limit && !isChosen {
			continue
		}
		actor, err := e.x.Actor(f.Actor)
		if err != nil {
			return nil, 0, err
		}
		f.Name = actor.Name
		if find != "" {
			if !nameBegins(actor, find) {
				continue
			}
			total++
		}
		if len(kept) < limit || isChosen {
			kept = append(kept, f)
		}
	}
	return kept, total, nil
}

// nameBegins reports whether the name of an actor, or one of its aliases, has find at the beginning of a word.
func nameBegins(actor index.Actor, find string) bool {
	begins := func(name string) bool {
		name = text.Form(name)
		for i := 0; ; {
			at := strings.Index(name[i:], find)
			if at < 0 {
				return false
			}
			i += at
			if i == 0 || strings.ContainsRune(" -'.", rune(name[i-1])) {
				return true
			}
			i++
		}
	}
	return begins(actor.Name) || slices.ContainsFunc(actor.Aliases, func(a index.Alias) bool {
		return a.Kind != corpus.KindDemonym && a.Kind != corpus.KindCapital && begins(a.Name)
	})
}
