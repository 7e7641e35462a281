package search

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

const defaultFacets = 200

// facets counts the actors of docs in one pass over what each document names. Of more than half of the corpus it counts the rest, and takes
// that from what the whole corpus has.
func (e *Engine) facets(docs []uint32, r Request, result *Result) error {
	if n := e.x.Meta().Actors; len(e.counts) != n {
		e.counts = make([]uint32, n)
	}
	defer clear(e.counts)
	if 2*len(docs) <= e.x.Docs() {
		if err := e.x.CountActors(docs, e.counts); err != nil {
			return err
		}
	} else {
		rest := e.arena.take(e.x.Docs() - len(docs))
		next := uint32(0)
		for _, doc := range docs {
			for ; next < doc; next++ {
				rest = append(rest, next)
			}
			next = doc + 1
		}
		for ; next < uint32(e.x.Docs()); next++ {
			rest = append(rest, next)
		}
		if err := e.x.CountActors(rest, e.counts); err != nil {
			return err
		}
		if e.totals == nil {
			var err error
			if e.totals, err = e.x.ActorDocs(); err != nil {
				return err
			}
		}
		for a, n := range e.totals {
			if e.counts[a] > n {
				return index.ErrDamaged
			}
			e.counts[a] = n - e.counts[a]
		}
	}
	chosen := append(slices.Clone(r.With), r.Without...)
	limit := r.FacetLimit
	if limit <= 0 {
		limit = defaultFacets
	}
	// The numbers of documents and of the actor as one, which sorts by documents, most first, and then by actor: actors are numbered by their
	// documents in the corpus.
	var byType [corpus.NumActorTypes][]uint64
	for a, n := range e.counts {
		if n == 0 {
			continue
		}
		t, err := e.x.ActorType(index.ActorID(a))
		if err != nil {
			return err
		}
		byType[t] = append(byType[t], uint64(^n)<<32|uint64(a))
	}
	for _, id := range chosen {
		if int(id) < len(e.counts) && e.counts[id] == 0 {
			t, err := e.x.ActorType(id)
			if err != nil {
				return err
			}
			if key := uint64(^uint32(0))<<32 | uint64(id); !slices.Contains(byType[t], key) {
				byType[t] = append(byType[t], key)
			}
		}
	}
	for t, keys := range byType {
		total := len(keys)
		if r.FacetFind == "" {
			keys = least(keys, limit, chosen)
		}
		slices.Sort(keys)
		kept, fits, err := e.named(keys, limit, r.FacetFind, chosen)
		if err != nil {
			return err
		}
		if r.FacetFind != "" {
			total = fits
		}
		result.Facets[t], result.FacetTotals[t] = kept, total
	}
	return nil
}

// least returns, in no order, the k least of keys and those of the chosen actors.
func least(keys []uint64, k int, chosen []index.ActorID) []uint64 {
	if len(keys) <= 2*k {
		return keys
	}
	// Most actors are in few documents: how many there are of each small number of them tells where to cut.
	const small = 1024
	var counts [small + 1]int
	for _, key := range keys {
		counts[min(^uint32(key>>32), small)]++
	}
	cut, above := small, counts[small]
	for cut > 0 && above < k {
		cut--
		above += counts[cut]
	}
	kept := make([]uint64, 0, above+len(chosen))
	for _, key := range keys {
		if int(min(^uint32(key>>32), small)) >= cut || slices.Contains(chosen, index.ActorID(uint32(key))) {
			kept = append(kept, key)
		}
	}
	return kept
}

// named gives the first facets their names: as many as limit of those that fit find, and the chosen ones.
func (e *Engine) named(keys []uint64, limit int, find string, chosen []index.ActorID) (kept []Facet, fits int, err error) {
	find = text.Form(strings.TrimSpace(find))
	for _, key := range keys {
		f := Facet{Actor: index.ActorID(uint32(key)), Docs: int(^uint32(key >> 32))}
		isChosen := slices.Contains(chosen, f.Actor)
		if find == "" && len(kept) >= limit && !isChosen {
			continue
		}
		if find != "" {
			actor, err := e.x.Actor(f.Actor)
			if err != nil {
				return nil, 0, err
			}
			if !nameBegins(actor, find) {
				continue
			}
			fits++
		}
		if len(kept) < limit || isChosen {
			if f.Name, err = e.actorName(f.Actor); err != nil {
				return nil, 0, err
			}
			kept = append(kept, f)
		}
	}
	return kept, fits, nil
}

// actorName returns the name of an actor, and remembers it.
func (e *Engine) actorName(a index.ActorID) (string, error) {
	if e.names == nil {
		e.names = make([]string, e.x.Meta().Actors)
	}
	if e.names[a] == "" {
		name, err := e.x.ActorName(a)
		if err != nil {
			return "", err
		}
		e.names[a] = name
	}
	return e.names[a], nil
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
