package overlay

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
)

// Lay returns x with its actors as the edits make them, and the numbers of those edits that fit nothing in it: the actor is not
// in the corpus, not under this name after the edits before, or has no mention in the words to be split off. An edit that does
// not fit changes nothing. The error is that of a damaged index. Laying edits over an index that has some replaces them.
func Lay(x *index.Index, edits []Edit) (laid *index.Index, misfits []int, err error) {
	x, err = x.Edited(nil, nil)
	if err != nil || len(edits) == 0 {
		return x, nil, err
	}
	l := layer{x: x, now: map[identity]*group{}, taken: map[index.ActorID]bool{}}
	for i, e := range edits {
		fits := false
		for _, one := range e.about() {
			ok, err := l.make(one)
			if err != nil {
				return nil, nil, err
			}
			fits = fits || ok
		}
		if !fits {
			misfits = append(misfits, i)
		}
	}
	var actors []index.EditedActor
	for _, g := range l.groups {
		if len(g.parts) > 0 {
			actors = append(actors, index.EditedActor{Name: g.name, Type: g.typ, Of: g.parts})
		}
	}
	laid, err = x.Edited(actors, l.hidden)
	return laid, misfits, err
}

// group is an actor as it is after some edits, made of parts of those of the file.
type group struct {
	identity
	parts []index.ActorPart
}

type layer struct {
	x      *index.Index
	groups []*group // in the order they were touched
	now    map[identity]*group
	taken  map[index.ActorID]bool // actors of the file that are, or were, in groups
	hidden []index.ActorPart
}

// group returns the actor of an identity; nil if there is none.
func (l *layer) group(who identity) (*group, error) {
	if g := l.now[who]; g != nil {
		return g, nil
	}
	found, err := l.x.FindActor(who.name)
	if err != nil {
		return nil, err
	}
	for _, id := range found {
		actor, err := l.x.Actor(id)
		if err != nil {
			return nil, err
		}
		if index.AliasWords(actor.Name) == who.name && actor.Type == who.typ && !l.taken[id] {
			l.taken[id] = true
			return l.add(who, []index.ActorPart{{Actor: id}}), nil
		}
	}
	return nil, nil
}

func (l *layer) add(who identity, parts []index.ActorPart) *group {
	g := &group{who, parts}
	l.groups = append(l.groups, g)
	l.now[who] = g
	return g
}

// make makes an edit and reports whether it fits.
func (l *layer) make(e Edit) (bool, error) {
	g, err := l.group(e.from())
	if g == nil || err != nil {
		return false, err
	}
	parts := g.parts
	if e.Action == Split {
		if parts, err = l.split(g, e.Target); err != nil {
			return false, err
		}
	} else {
		g.parts = nil
	}
	if len(g.parts) == 0 {
		delete(l.now, g.identity)
	}
	switch {
	case len(parts) == 0:
		return false, nil
	case e.Action == Hide:
		l.hidden = append(l.hidden, parts...)
		return true, nil
	}
	into, err := l.group(e.to())
	if err != nil {
		return false, err
	}
	if into == nil {
		into = l.add(e.to(), nil)
	}
	into.parts = append(into.parts, parts...)
	return true, nil
}

// split takes the mentions in these words out of a group.
func (l *layer) split(g *group, words string) (out []index.ActorPart, err error) {
	for _, p := range g.parts {
		if p.Alias != "" {
			continue
		}
		actor, err := l.x.Actor(p.Actor)
		if err != nil {
			return nil, err
		}
		whole := index.ActorPart{Actor: p.Actor, Alias: words}
		if slices.ContainsFunc(actor.Aliases, func(a index.Alias) bool { return index.AliasWords(a.Name) == words }) && !l.gone(whole) {
			out = append(out, whole)
		}
	}
	g.parts = slices.DeleteFunc(g.parts, func(p index.ActorPart) bool {
		if p.Alias == words {
			out = append(out, p)
			return true
		}
		return false
	})
	return out, nil
}

// gone reports whether a part has been taken out of its actor before.
func (l *layer) gone(p index.ActorPart) bool {
	return slices.Contains(l.hidden, p) || slices.ContainsFunc(l.groups, func(g *group) bool { return slices.Contains(g.parts, p) })
}

// Rewriter changes mentions as the edits say, while an index is built.
type Rewriter struct {
	edits []Edit
	used  []bool
	first map[identity]int // the first edit about it: most actors have none, and are passed by
}

// NewRewriter returns a rewriter for edits.
func NewRewriter(edits []Edit) *Rewriter {
	r := &Rewriter{edits: edits, used: make([]bool, len(edits)), first: map[identity]int{}}
	for i, e := range edits {
		for _, one := range e.about() {
			if _, ok := r.first[one.from()]; !ok {
				r.first[one.from()] = i
			}
		}
	}
	return r
}

// Rewrite changes the mentions in body in place and returns those that are left.
func (r *Rewriter) Rewrite(body string, mentions []corpus.Mention) []corpus.Mention {
	if len(r.edits) == 0 {
		return mentions
	}
	kept := mentions[:0]
	for _, m := range mentions {
		first, ok := r.first[identity{index.AliasWords(m.Name), m.Type}]
		if !ok || r.mention(body, &m, first) {
			kept = append(kept, m)
		}
	}
	return kept
}

// mention makes the edits from number first on for one mention and reports whether it is kept.
func (r *Rewriter) mention(body string, m *corpus.Mention, first int) bool {
	words := m.Name
	if m.Kind != corpus.KindGiven && 0 <= m.Start && m.Start <= m.End && m.End <= len(body) {
		words = body[m.Start:m.End]
	}
	words = index.AliasWords(words)
	who := identity{index.AliasWords(m.Name), m.Type}
	for i := first; i < len(r.edits); i++ {
		e := r.edits[i].of(who.typ)
		if e.Action != Hide && e.from() == e.to() || e.from() != who || e.Action == Split && e.Target != words {
			continue
		}
		r.used[i] = true
		if e.Action == Hide {
			return false
		}
		who = e.to()
	}
	m.Name, m.Type = who.name, who.typ
	return true
}

// Unused returns the numbers of the edits that have fitted no mention so far.
func (r *Rewriter) Unused() (unused []int) {
	for i, used := range r.used {
		if !used {
			unused = append(unused, i)
		}
	}
	return unused
}
