package index

import (
	"encoding/binary"
	"math"
	"slices"
	"sort"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// actorTable gathers actors and mentions while documents pass by.
type actorTable struct {
	byKey  map[actorKey]int
	list   []actorEntry
	docs   [][]corpus.Mention
	actors [][]int // of each mention in docs, as a number in list
	order  []int   // list by number of documents, most first
	id     []uint32
	total  int
}

type actorKey struct {
	name string
	typ  corpus.ActorType
}

type actorEntry struct {
	actorKey
	postings []posting // body counts mentions in the text, title those that the input gave
	mentions int
	aliases  map[aliasKey]int
}

type aliasKey struct {
	name string
	kind corpus.MentionKind
}

func newActorTable() *actorTable { return &actorTable{byKey: map[actorKey]int{}} }

func (a *actorTable) add(doc uint32, body string, mentions []corpus.Mention) {
	numbers := make([]int, 0, len(mentions))
	kept := mentions[:0:0]
	for _, m := range mentions {
		if m.Start < 0 || m.End < m.Start || m.End > len(body) || m.Name == "" {
			continue // not a span of this text: a finder that says so is wrong, and a reader must not be shown it
		}
		kept = append(kept, m)
		key := actorKey{m.Name, m.Type}
		n, ok := a.byKey[key]
		if !ok {
			n = len(a.list)
			a.byKey[key] = n
			a.list = append(a.list, actorEntry{actorKey: key, aliases: map[aliasKey]int{}})
		}
		e := &a.list[n]
		if last := len(e.postings); last == 0 || e.postings[last-1].doc != doc {
			e.postings = append(e.postings, posting{doc: doc})
		}
		p := &e.postings[len(e.postings)-1]
		alias := m.Name
		if m.Kind == corpus.KindGiven {
			p.title++
		} else {
			p.body++
			alias = strings.Clone(body[m.Start:m.End])
		}
		e.mentions++
		a.total++
		e.aliases[aliasKey{alias, m.Kind}]++
		numbers = append(numbers, n)
	}
	a.docs = append(a.docs, kept)
	a.actors = append(a.actors, numbers)
}

// number gives the actors their ids: most documents first, then by name and type, so that frequent ones have small numbers.
func (a *actorTable) number() {
	a.order = sorted(len(a.list), func(i, j int) int {
		x, y := &a.list[i], &a.list[j]
		if d := len(y.postings) - len(x.postings); d != 0 {
			return d
		}
		if c := strings.Compare(x.name, y.name); c != 0 {
			return c
		}
		return int(x.typ) - int(y.typ)
	})
	a.id = inverse(a.order)
}

// mentions writes the record of document doc in section ment: uvarint number, then for each mention uvarint gap of its start to
// that of the one before, uvarint length, uvarint number of its actor in acts, kind 1, confidence in hundredths 1,
// uvarint number of its rule in strs.
func (a *actorTable) mentions(doc int, rules *interner) []byte {
	own := a.ofDocument(doc)
	out := binary.AppendUvarint(nil, uint64(len(a.docs[doc])))
	last := 0
	for i, m := range a.docs[doc] {
		at, _ := slices.BinarySearch(own, a.id[a.actors[doc][i]])
		out = appendZigzag(out, m.Start-last)
		out = binary.AppendUvarint(out, uint64(m.End-m.Start))
		out = binary.AppendUvarint(out, uint64(at))
		out = append(out, byte(m.Kind), byte(math.Round(100*min(max(m.Confidence, 0), 1))))
		out = binary.AppendUvarint(out, rules.number(m.Rule))
		last = m.Start
	}
	return out
}

// ofDocument returns the ids of a document's actors in ascending order.
func (a *actorTable) ofDocument(doc int) []uint32 {
	ids := make([]uint32, len(a.actors[doc]))
	for i, n := range a.actors[doc] {
		ids[i] = a.id[n]
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// sections writes actr, anam, acts and actp.
//
//	actr  packed array of the types; packed array of where each record starts, and the end; then the records: string name, uvarint documents,
//	      uvarint mentions, uvarint place in actp, uvarint bytes there, uvarint number of aliases, for each: string, kind 1, uvarint count
//	anam  table: form of a name or alias → uvarint number of actors, uvarint gaps of their ids
//	acts  packed array of starts as in actr, then for each document the uvarint gaps of its actors' ids (the first: to -1), less 1
func (a *actorTable) sections(sections *[numSections][]byte) {
	var records, postings, posn []byte
	starts := make([]uint64, 0, len(a.order)+1)
	types := make([]uint64, 0, len(a.order))
	names := map[string][]uint32{}
	for id, n := range a.order {
		e := &a.list[n]
		starts = append(starts, uint64(len(records)))
		place := len(postings)
		postings, posn = appendPostings(postings, posn, e.postings)
		records = appendString(records, e.name)
		types = append(types, uint64(e.typ))
		for _, v := range []int{len(e.postings), e.mentions, place, len(postings) - place, len(e.aliases)} {
			records = binary.AppendUvarint(records, uint64(v))
		}
		names[nameForm(e.name)] = append(names[nameForm(e.name)], uint32(id))
		for _, alias := range e.sortedAliases() {
			records = append(appendString(records, alias.name), byte(alias.kind))
			records = binary.AppendUvarint(records, uint64(e.aliases[alias]))
			if alias.kind != corpus.KindCapital && alias.kind != corpus.KindRole {
				form := nameForm(alias.name)
				names[form] = append(names[form], uint32(id))
			}
		}
	}
	sections[secActr] = append(appendPacked(appendPacked(nil, types), append(starts, uint64(len(records)))), records...)
	sections[secActp] = postings
	sections[secAnam] = nameTable(names)

	starts = starts[:0]
	var own []byte
	for doc := range a.docs {
		starts = append(starts, uint64(len(own)))
		last := -1
		for _, id := range a.ofDocument(doc) {
			own = binary.AppendUvarint(own, uint64(int(id)-last-1))
			last = int(id)
		}
	}
	sections[secActs] = append(appendPacked(nil, append(starts, uint64(len(own)))), own...)
}

// sortedAliases returns the aliases of an actor, the most frequent first.
func (e *actorEntry) sortedAliases() []aliasKey {
	keys := make([]aliasKey, 0, len(e.aliases))
	for key := range e.aliases {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y aliasKey) int {
		if d := e.aliases[y] - e.aliases[x]; d != 0 {
			return d
		}
		if c := strings.Compare(x.name, y.name); c != 0 {
			return c
		}
		return int(x.kind) - int(y.kind)
	})
	return keys
}

func nameTable(names map[string][]uint32) []byte {
	keys := make([]string, 0, len(names))
	for key := range names {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var w tableWriter
	for _, key := range keys {
		ids := names[key]
		slices.Sort(ids)
		ids = slices.Compact(ids)
		value := binary.AppendUvarint(nil, uint64(len(ids)))
		last := 0
		for _, id := range ids {
			value = binary.AppendUvarint(value, uint64(int(id)-last))
			last = int(id)
		}
		w.add(key, value)
	}
	return w.append(nil)
}

// nameForm is the key of a name: the forms of its words, a space between them.
func nameForm(name string) string {
	var b strings.Builder
	for token := range text.Words(name) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text.Form(token.Of(name)))
	}
	return b.String()
}

// SameName reports whether two names are the same but for case, accents and punctuation.
func SameName(a, b string) bool { return nameForm(a) == nameForm(b) }
