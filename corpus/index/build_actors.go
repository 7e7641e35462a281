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
	byKey map[actorKey]int
	list  []actorEntry
	order []int // list by number of documents, most first
	id    []uint32
	total int
	rules interner

	// For each document, at starts: uvarint number, then for each mention zigzag gap of its start to that of the one before, uvarint
	// length, uvarint number in list, kind 1, confidence in hundredths 1, uvarint number in rules.
	found  []byte
	starts []int
}

type actorKey struct {
	name string
	typ  corpus.ActorType
}

type actorEntry struct {
	actorKey
	gathered // body counts mentions in the text, title those that the input gave
	aliases  []aliasEntry
	byAlias  map[aliasKey]int // → aliases; nil while they are few, as those of most actors are
}

const fewAliases = 8

type aliasKey struct {
	name string
	kind corpus.MentionKind
}

type aliasEntry struct {
	aliasKey
	count int
}

func newActorTable() *actorTable { return &actorTable{byKey: map[actorKey]int{}} }

// add takes the mentions of the next document.
func (a *actorTable) add(doc uint32, body string, mentions []corpus.Mention) {
	ok := func(m *corpus.Mention) bool {
		// A span that is not of this text, or an actor without a name: a finder that says so is wrong, and a reader must not be shown it.
		return m.Start >= 0 && m.End >= m.Start && m.End <= len(body) && m.Name != ""
	}
	kept := 0
	for i := range mentions {
		if ok(&mentions[i]) {
			kept++
		}
	}
	a.starts = append(a.starts, len(a.found))
	a.found = binary.AppendUvarint(a.found, uint64(kept))
	last := 0
	for i := range mentions {
		m := &mentions[i]
		if !ok(m) {
			continue
		}
		n := a.entry(m)
		alias := m.Name
		if m.Kind == corpus.KindGiven {
			a.list[n].add(doc, 0, 1)
		} else {
			a.list[n].add(doc, 1, 0)
			alias = body[m.Start:m.End]
		}
		a.list[n].countAlias(alias, m.Kind)
		a.total++
		a.found = appendZigzag(a.found, m.Start-last)
		a.found = binary.AppendUvarint(a.found, uint64(m.End-m.Start))
		a.found = binary.AppendUvarint(a.found, uint64(n))
		a.found = append(a.found, byte(m.Kind), byte(math.Round(100*min(max(m.Confidence, 0), 1))))
		a.found = binary.AppendUvarint(a.found, a.rules.number(m.Rule))
		last = m.Start
	}
}

// entry returns the number in list of the actor of m.
func (a *actorTable) entry(m *corpus.Mention) int {
	n, ok := a.byKey[actorKey{m.Name, m.Type}]
	if !ok {
		n = len(a.list)
		key := actorKey{strings.Clone(m.Name), m.Type} // not to hold the text that it may be a part of
		a.byKey[key] = n
		a.list = append(a.list, actorEntry{actorKey: key})
	}
	return n
}

func (e *actorEntry) countAlias(name string, kind corpus.MentionKind) {
	key := aliasKey{name, kind}
	n, ok := e.byAlias[key]
	if e.byAlias == nil {
		n = slices.IndexFunc(e.aliases, func(a aliasEntry) bool { return a.aliasKey == key })
		ok = n >= 0
	}
	if !ok {
		n = len(e.aliases)
		key.name = strings.Clone(name)
		e.aliases = append(e.aliases, aliasEntry{aliasKey: key})
		switch {
		case e.byAlias != nil:
			e.byAlias[key] = n
		case n == fewAliases:
			e.byAlias = map[aliasKey]int{}
			for i, a := range e.aliases {
				e.byAlias[a.aliasKey] = i
			}
		}
	}
	e.aliases[n].count++
}

// number gives the actors their ids: most documents first, then by name and type, so that frequent ones have small numbers. It puts
// the rules into strs.
func (a *actorTable) number(strs *interner) {
	a.order = sorted(len(a.list), func(i, j int) int {
		x, y := &a.list[i], &a.list[j]
		if d := y.docs - x.docs; d != 0 {
			return d
		}
		if c := strings.Compare(x.name, y.name); c != 0 {
			return c
		}
		return int(x.typ) - int(y.typ)
	})
	a.id = inverse(a.order)
	for _, rule := range a.rules.list {
		strs.number(rule)
	}
}

// foundMention is a mention as found holds it, with its actor's id.
type foundMention struct {
	gap, length      int
	actor            uint32
	kind, confidence byte
	rule             int
}

// of appends the mentions of a document to out, and the ids of its actors, ascending, to ids.
func (a *actorTable) of(doc int, out []foundMention, ids []uint32) ([]foundMention, []uint32) {
	r := reader{data: a.found, at: a.starts[doc]}
	for range r.int() {
		m := foundMention{gap: r.zigzag(), length: r.int(), actor: a.id[r.int()], kind: r.byte(), confidence: r.byte(), rule: r.int()}
		out = append(out, m)
		ids = append(ids, m.actor)
	}
	slices.Sort(ids)
	return out, slices.Compact(ids)
}

// mentions writes section ment, whose record of a document is: uvarint number, then for each mention zigzag gap of its start to
// that of the one before, uvarint length, uvarint number of its actor in acts, kind 1, confidence in hundredths 1,
// uvarint number of its rule in strs.
func (a *actorTable) mentions(strs *interner) []byte {
	store := newStoreWriter(nil, 1)
	var list []foundMention
	var own []uint32
	var out []byte
	for doc := range a.starts {
		list, own = a.of(doc, list[:0], own[:0])
		out = binary.AppendUvarint(out[:0], uint64(len(list)))
		for _, m := range list {
			at, _ := slices.BinarySearch(own, m.actor)
			out = appendZigzag(out, m.gap)
			out = binary.AppendUvarint(out, uint64(m.length))
			out = binary.AppendUvarint(out, uint64(at))
			out = append(out, m.kind, m.confidence)
			out = binary.AppendUvarint(out, strs.number(a.rules.list[m.rule]))
		}
		store.add(out)
	}
	return store.append(nil)
}

// sections writes actr, anam, acts and actp.
//
//	actr  packed array of the types; packed array of where each record starts, and the end; then the records: string name, uvarint documents,
//	      uvarint mentions, uvarint place in actp, uvarint bytes there, uvarint number of aliases, for each: string, kind 1, uvarint count
//	anam  table: form of a name or alias → uvarint number of actors, uvarint gaps of their ids
//	acts  packed array of starts as in actr, then for each document the uvarint gaps of its actors' ids (the first: to -1), less 1
func (a *actorTable) sections() (actr, anam, acts, actp []byte) {
	var records, posn []byte
	starts := make([]uint64, 0, len(a.order)+1)
	types := make([]uint64, 0, len(a.order))
	names := map[string][]uint32{}
	var list []posting
	for id, n := range a.order {
		e := &a.list[n]
		starts = append(starts, uint64(len(records)))
		place := len(actp)
		list = e.postings(list[:0])
		actp, posn = appendPostings(actp, posn, list)
		records = appendString(records, e.name)
		types = append(types, uint64(e.typ))
		for _, v := range []int{len(list), e.total, place, len(actp) - place, len(e.aliases)} {
			records = binary.AppendUvarint(records, uint64(v))
		}
		names[nameForm(e.name)] = append(names[nameForm(e.name)], uint32(id))
		e.sortAliases()
		for _, alias := range e.aliases {
			records = append(appendString(records, alias.name), byte(alias.kind))
			records = binary.AppendUvarint(records, uint64(alias.count))
			if alias.kind != corpus.KindCapital && alias.kind != corpus.KindRole {
				form := nameForm(alias.name)
				names[form] = append(names[form], uint32(id))
			}
		}
	}
	actr = append(appendPacked(appendPacked(nil, types), append(starts, uint64(len(records)))), records...)
	anam = nameTable(names)

	starts = starts[:0]
	var mentions []foundMention
	var own []uint32
	var data []byte
	for doc := range a.starts {
		starts = append(starts, uint64(len(data)))
		mentions, own = a.of(doc, mentions[:0], own[:0])
		last := -1
		for _, id := range own {
			data = binary.AppendUvarint(data, uint64(int(id)-last-1))
			last = int(id)
		}
	}
	acts = append(appendPacked(nil, append(starts, uint64(len(data)))), data...)
	return actr, anam, acts, actp
}

// sortAliases puts the aliases of an actor in order, the most frequent first.
func (e *actorEntry) sortAliases() {
	slices.SortFunc(e.aliases, func(x, y aliasEntry) int {
		if d := y.count - x.count; d != 0 {
			return d
		}
		if c := strings.Compare(x.name, y.name); c != 0 {
			return c
		}
		return int(x.kind) - int(y.kind)
	})
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
