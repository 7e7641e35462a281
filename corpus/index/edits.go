package index

import (
	"cmp"
	"slices"
	"strings"

	"dateline/corpus"
)

// EditedActor is an actor as a reader has made it from those of the file: merged, split, renamed or given another type.
type EditedActor struct {
	Name string
	Type corpus.ActorType
	Of   []ActorPart
}

// ActorPart is a part of the mentions of an actor of the file: those in the words Alias, or, where that is empty, all that no
// other part takes.
type ActorPart struct {
	Actor ActorID
	Alias string
}

// AliasWords is a name as Alias of an ActorPart has it: with single spaces.
func AliasWords(name string) string { return strings.Join(strings.Fields(name), " ") }

// edits is what stands between the actors of the file and those that an index shows. Only the actors that have been changed are
// kept twice; all others are read from the file as ever.
type edits struct {
	actors int // ids run below it: those of the file, and behind them actors split off
	list   map[ActorID]*editedActor
	parts  map[ActorID]*division // of actors of the file, where their mentions go
	moved  []uint64              // a bit for each actor of the file: it is in parts
	names  map[string][]ActorID
	// The edited actors of each document: ids[starts[d]:starts[d+1]].
	starts []uint32
	ids    []ActorID
}

type editedActor struct {
	Actor
	postings []byte
}

// division says where the mentions of an actor of the file go.
type division struct {
	rest  ActorID
	split map[string]ActorID // by the words of the mention; nil if all go to rest
}

// gone is where the mentions of hidden actors go.
const gone = ^ActorID(0)

func (p *division) of(words string) ActorID {
	if to, ok := p.split[AliasWords(words)]; ok {
		return to
	}
	return p.rest
}

// Edited returns the index as it is with edited actors in the place of those of the file that their parts name, and without the
// hidden ones. x itself stays as it is; both share what they have read of the file. Each part may stand once. A part of an actor
// whose other mentions stand in no part leaves these to the actor itself.
//
// An edited actor keeps the lowest number of the actors whose mentions it has but for aliases taken out; one made of aliases
// alone gets a new number, behind all others.
func (x *Index) Edited(actors []EditedActor, hidden []ActorPart) (*Index, error) {
	base := *x
	base.edits = nil
	for i := range base.stores {
		base.stores[i].entries = slices.Clone(base.stores[i].entries)
	}
	if len(actors)+len(hidden) == 0 {
		return &base, nil
	}
	ed := &edits{
		actors: x.meta.Actors, list: map[ActorID]*editedActor{}, parts: map[ActorID]*division{},
		moved: make([]uint64, (x.meta.Actors+63)/64), names: map[string][]ActorID{},
	}
	for _, p := range hidden {
		ed.part(p, gone)
	}
	for _, a := range actors {
		id := gone
		for _, p := range a.Of {
			if p.Alias == "" {
				id = min(id, p.Actor)
			}
		}
		if id == gone {
			id = ActorID(ed.actors)
			ed.actors++
		}
		ed.list[id] = &editedActor{Actor: Actor{ID: id, Name: a.Name, Type: a.Type}}
		for _, p := range a.Of {
			ed.part(p, id)
		}
	}
	g := regathered{ed, map[ActorID][]posting{}, map[ActorID]map[aliasKey]int{}, map[ActorID]map[string]bool{}}
	for _, id := range sortedIDs(ed.parts) {
		if err := g.take(&base, id); err != nil {
			return nil, err
		}
	}
	g.finish(x.meta.Docs)
	base.edits = ed
	return &base, nil
}

// part sends a part of an actor of the file to an actor.
func (ed *edits) part(p ActorPart, to ActorID) {
	own := ed.parts[p.Actor]
	if own == nil {
		own = &division{rest: p.Actor}
		ed.parts[p.Actor] = own
		ed.moved[p.Actor/64] |= 1 << (p.Actor % 64)
	}
	if p.Alias == "" {
		own.rest = to
		return
	}
	if own.split == nil {
		own.split = map[string]ActorID{}
	}
	own.split[AliasWords(p.Alias)] = to
}

func sortedIDs[V any](m map[ActorID]V) []ActorID {
	ids := make([]ActorID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// regathered are the documents and names of edited actors as they come together.
type regathered struct {
	*edits
	docs    map[ActorID][]posting
	aliases map[ActorID]map[aliasKey]int
	forms   map[ActorID]map[string]bool // of the names they are found by
}

// take hands the mentions of an actor of the file on. Only where aliases have been split off the mentions themselves are read;
// else its posting list tells enough.
func (g *regathered) take(x *Index, id ActorID) error {
	actor, err := x.Actor(id)
	if err != nil {
		return err
	}
	own := g.parts[id]
	if own.rest == id && g.list[id] == nil { // what is left of an actor that aliases were split off
		g.list[id] = &editedActor{Actor: Actor{ID: id, Name: actor.Name, Type: actor.Type}}
	}
	g.found(own.rest, actor.Name)
	for _, alias := range actor.Aliases {
		to := own.of(alias.Name)
		if g.aliases[to] == nil {
			g.aliases[to] = map[aliasKey]int{}
		}
		g.aliases[to][aliasKey{alias.Name, alias.Kind}] += alias.Count
		if alias.Kind != corpus.KindCapital && alias.Kind != corpus.KindRole {
			g.found(to, alias.Name)
		}
	}
	p, err := x.ActorPostings(id)
	if err != nil {
		return err
	}
	var b Block
	for i := range p.Blocks() {
		if err := p.Read(i, &b, x.meta.Docs); err != nil {
			return err
		}
		for j, doc := range b.Docs {
			if own.split == nil {
				g.docs[own.rest] = append(g.docs[own.rest], posting{doc: doc, body: b.Body[j], title: b.Title[j]})
				continue
			}
			if err := g.divide(x, id, actor.Name, own, doc); err != nil {
				return err
			}
		}
	}
	return nil
}

// found notes that an actor is found by a name.
func (g *regathered) found(to ActorID, name string) {
	if g.forms[to] == nil {
		g.forms[to] = map[string]bool{}
	}
	g.forms[to][nameForm(name)] = true
}

// divide hands on the mentions of one actor in one document, each by its words.
func (g *regathered) divide(x *Index, id ActorID, name string, own *division, doc uint32) error {
	mentions, err := x.Mentions(corpus.DocID(doc))
	if err != nil {
		return err
	}
	body, err := x.Text(corpus.DocID(doc))
	if err != nil {
		return err
	}
	for _, m := range mentions {
		if m.Actor != id {
			continue
		}
		one, words := posting{doc: doc, body: 1}, name
		if m.Kind == corpus.KindGiven {
			one = posting{doc: doc, title: 1}
		} else if m.End <= len(body) {
			words = body[m.Start:m.End]
		}
		to := own.of(words)
		g.docs[to] = append(g.docs[to], one)
	}
	return nil
}

// finish makes posting lists, aliases and tables of what has been regathered.
func (g *regathered) finish(docs int) {
	g.starts = make([]uint32, docs+1)
	all := sortedIDs(g.list)
	for _, id := range all {
		a := g.list[id]
		list := summed(g.docs[id])
		for _, p := range list {
			a.Mentions += int(p.body + p.title)
			g.starts[p.doc+1]++
		}
		a.Docs = len(list)
		a.postings, _ = appendPostings(nil, nil, list)
		g.docs[id] = list
		a.Aliases = ordered(g.aliases[id])
		g.found(id, a.Name)
		for form := range g.forms[id] {
			g.names[form] = append(g.names[form], id)
		}
	}
	for d := range docs {
		g.starts[d+1] += g.starts[d]
	}
	g.ids = make([]ActorID, g.starts[docs])
	next := slices.Clone(g.starts)
	for _, id := range all { // ascending, and so in each document
		for _, p := range g.docs[id] {
			g.ids[next[p.doc]] = id
			next[p.doc]++
		}
	}
}

// Sorting goes by the numbers of what is sorted: a sort of each type of its own would cost every visitor of the explorer its bytes.

// ordered returns aliases with their counts, in the order of sortedAliases.
func ordered(counts map[aliasKey]int) []Alias {
	list := make([]Alias, 0, len(counts))
	for key, n := range counts {
		list = append(list, Alias{key.name, key.kind, n})
	}
	order := sorted(len(list), func(i, j int) int {
		a, b := &list[i], &list[j]
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name), int(a.Kind)-int(b.Kind))
	})
	aliases := make([]Alias, len(list))
	for i, n := range order {
		aliases[i] = list[n]
	}
	return aliases
}

// summed sorts a list by document and adds up what stands twice.
func summed(list []posting) []posting {
	sum := make([]posting, 0, len(list))
	for _, i := range sorted(len(list), func(i, j int) int { return int(list[i].doc) - int(list[j].doc) }) {
		p := list[i]
		if n := len(sum); n > 0 && sum[n-1].doc == p.doc {
			sum[n-1].body += p.body
			sum[n-1].title += p.title
			continue
		}
		sum = append(sum, p)
	}
	return sum
}

// change replaces the actors of document d, as the file has them, by those that are shown.
func (ed *edits) change(d corpus.DocID, own []ActorID) []ActorID {
	own = slices.DeleteFunc(own, func(a ActorID) bool { return ed.moved[a/64]>>(a%64)&1 != 0 })
	if added := ed.ids[ed.starts[d]:ed.starts[d+1]]; len(added) > 0 {
		own = append(own, added...)
		slices.Sort(own)
	}
	return own
}

// mentions replaces the actors of mentions, and leaves out those of hidden ones.
func (ed *edits) mentions(x *Index, d corpus.DocID, list []Mention) ([]Mention, error) {
	body, read := "", false
	kept := list[:0]
	for _, m := range list {
		own := ed.parts[m.Actor]
		if own == nil {
			kept = append(kept, m)
			continue
		}
		to := own.rest
		if own.split != nil {
			var words string
			if m.Kind == corpus.KindGiven {
				r := x.actors.at(int(m.Actor))
				if words = r.string(); r.err != nil {
					return nil, r.err
				}
			} else {
				if !read {
					var err error
					if body, err = x.Text(d); err != nil {
						return nil, err
					}
					read = true
				}
				if m.End <= len(body) {
					words = body[m.Start:m.End]
				}
			}
			to = own.of(words)
		}
		if to != gone {
			m.Actor = to
			kept = append(kept, m)
		}
	}
	return kept, nil
}

// find replaces actors of the file that have a name by those that are shown, and puts them into the order of FindActor.
func (ed *edits) find(x *Index, form string, ids []ActorID) ([]ActorID, error) {
	ids = slices.DeleteFunc(ids, func(a ActorID) bool { return ed.parts[a] != nil })
	ids = append(ids, ed.names[form]...)
	docs := make([]int, len(ids))
	for i, id := range ids {
		a, err := x.Actor(id)
		if err != nil {
			return nil, err
		}
		docs[i] = a.Docs
	}
	found := make([]ActorID, len(ids))
	for n, i := range sorted(len(ids), func(i, j int) int { return cmp.Or(docs[j]-docs[i], int(ids[i])-int(ids[j])) }) {
		found[n] = ids[i]
	}
	return found, nil
}
