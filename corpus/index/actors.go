package index

import (
	"slices"

	"dateline/corpus"
)

// ActorID numbers the actors of a corpus from 0, those in most documents first.
type ActorID uint32

// Actor is a person, organisation, country or place of the corpus.
type Actor struct {
	ID       ActorID
	Name     string // canonical
	Type     corpus.ActorType
	Docs     int
	Mentions int
	// Aliases are the words that mentions of it are made of, most frequent first.
	Aliases []Alias

	postings extent
}

// Alias is a name that documents use for an actor.
type Alias struct {
	Name  string
	Kind  corpus.MentionKind
	Count int
}

// Mention is one place where a document speaks of an actor: bytes Start to End of its text, which are equal for
// an actor that the input gave in a field.
type Mention struct {
	Start, End int
	Actor      ActorID
	Kind       corpus.MentionKind
	Confidence float64
	Rule       string
}

func (x *Index) openActors() error {
	return x.onceHead(secActr, func(r *reader) {
		if x.types = r.packed(); x.types.n != x.meta.Actors {
			r.fail()
		}
		x.actors = r.records(x.file, secActr, x.meta.Actors)
	})
}

// ActorType returns the type of actor a without reading the rest of it.
func (x *Index) ActorType(a ActorID) (corpus.ActorType, error) {
	if x.edits != nil {
		if edited := x.edits.list[a]; edited != nil {
			return edited.Type, nil
		}
	}
	if err := x.openActors(); err != nil {
		return 0, err
	}
	if int(a) >= x.meta.Actors {
		return 0, errDamaged
	}
	t := corpus.ActorType(x.types.at(int(a)))
	if t >= corpus.NumActorTypes {
		return 0, errDamaged
	}
	return t, nil
}

// Actor returns actor a.
func (x *Index) Actor(a ActorID) (Actor, error) {
	if x.edits != nil {
		if edited := x.edits.list[a]; edited != nil {
			return edited.Actor, nil
		}
	}
	if err := x.openActors(); err != nil {
		return Actor{}, err
	}
	if int(a) >= x.meta.Actors {
		return Actor{}, errDamaged
	}
	r := x.actors.at(int(a))
	if r.err != nil {
		return Actor{}, r.err
	}
	actor := Actor{ID: a, Name: r.string(), Type: corpus.ActorType(x.types.at(int(a)))}
	actor.Docs, actor.Mentions = r.int(), r.int()
	actor.postings = extent{off: r.offset(), n: r.int()}
	for range r.count() {
		actor.Aliases = append(actor.Aliases, Alias{r.string(), corpus.MentionKind(r.byte()), r.int()})
		if r.err != nil {
			return Actor{}, r.err
		}
	}
	if actor.Type >= corpus.NumActorTypes {
		r.fail()
	}
	return actor, r.err
}

// FindActor returns the actors that have name as their name or an alias, case and accents aside: those of that very name
// first, then those in most documents.
func (x *Index) FindActor(name string) ([]ActorID, error) {
	if err := x.openNames(); err != nil {
		return nil, err
	}
	form := nameForm(name)
	var ids []ActorID
	if c, ok := x.names.seek(form); c.r.err != nil {
		return nil, c.r.err
	} else if ok && string(c.key) == form {
		last := 0
		for range c.r.count() {
			last += c.r.int()
			if c.r.err != nil || last >= x.meta.Actors {
				return nil, errDamaged
			}
			ids = append(ids, ActorID(last))
		}
	}
	if x.edits != nil {
		var err error
		if ids, err = x.edits.find(x, form, ids); err != nil {
			return nil, err
		}
	}
	own := make(map[ActorID]bool, len(ids))
	for _, id := range ids {
		actor, err := x.Actor(id)
		if err != nil {
			return nil, err
		}
		own[id] = nameForm(actor.Name) == form
	}
	slices.SortStableFunc(ids, func(a, b ActorID) int {
		switch {
		case own[a] == own[b]:
			return 0
		case own[a]:
			return -1
		}
		return 1
	})
	return ids, nil
}

func (x *Index) openActorsOf() error {
	// Counting facets reads this section from end to end: it is read whole.
	return x.once(secActs, func(r *reader) {
		x.actorsOf = r.records(x.file, secActs, x.meta.Docs)
		x.acts = r.data[min(x.actorsOf.base, len(r.data)):]
	})
}

// ActorsOf appends the actors of document d, ascending, to out.
func (x *Index) ActorsOf(d corpus.DocID, out []ActorID) ([]ActorID, error) {
	first := len(out)
	out, err := x.actorsInFile(d, out)
	if x.edits == nil || err != nil {
		return out, err
	}
	return append(out[:first], x.edits.change(d, out[first:])...), nil
}

// actorsInFile is ActorsOf as the file has it.
func (x *Index) actorsInFile(d corpus.DocID, out []ActorID) ([]ActorID, error) {
	if err := x.openActorsOf(); err != nil {
		return out, err
	}
	r := x.actorsOf.at(int(d))
	last := -1
	for r.at < len(r.data) {
		last += r.int() + 1
		if r.err != nil || last >= x.meta.Actors {
			return out, errDamaged
		}
		out = append(out, ActorID(last))
	}
	return out, r.err
}

// ActorPostings opens the list of the documents that actor a is in: body frequencies count mentions in the text, title
// frequencies those that the input gave.
func (x *Index) ActorPostings(a ActorID) (*Postings, error) {
	actor, err := x.Actor(a)
	if err != nil {
		return nil, err
	}
	if x.edits != nil {
		if edited := x.edits.list[a]; edited != nil {
			return openPostings(edited.postings, actor.Docs, actor.Mentions, 1, extent{})
		}
	}
	data, err := x.file.read(secActp, actor.postings.off, actor.postings.n)
	if err != nil {
		return nil, err
	}
	return x.postings(data, actor.Docs, actor.Mentions, 1, extent{})
}

// Mentions returns the mentions in document d, in the order of the text, those that the input gave first.
func (x *Index) Mentions(d corpus.DocID) ([]Mention, error) {
	data, err := x.record(storeMentions, d)
	if err != nil {
		return nil, err
	}
	own, err := x.actorsInFile(d, nil)
	if err != nil {
		return nil, err
	}
	r := reader{data: data}
	n := r.count()
	mentions := make([]Mention, 0, min(n, len(data)))
	start := 0
	for range n {
		start += r.zigzag()
		length, at := r.int(), r.int()
		kind, confidence, rule := r.byte(), r.byte(), r.int()
		if r.err != nil || start < 0 || at >= len(own) || corpus.MentionKind(kind) >= corpus.NumMentionKinds {
			return nil, errDamaged
		}
		name, err := x.string(rule)
		if err != nil {
			return nil, err
		}
		mentions = append(mentions, Mention{start, start + length, own[at], corpus.MentionKind(kind), float64(confidence) / 100, name})
	}
	if x.edits != nil {
		return x.edits.mentions(x, d, mentions)
	}
	return mentions, nil
}
