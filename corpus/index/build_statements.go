package index

import (
	"encoding/binary"
	"slices"

	"dateline/corpus"
)

// statementTable gathers statements until their actors have numbers.
type statementTable struct {
	// data has, for each document at starts, its record as stmt has it, but that actors are numbers in the list of an actorTable.
	data   []byte
	starts []int
	lists  map[int]*gathered // by speaker, such a number
	total  int
}

// add takes the statements of the next document, whose mentions actors has taken.
func (t *statementTable) add(doc uint32, d *corpus.Document, statements []corpus.Statement, actors *actorTable) {
	if t.lists == nil {
		t.lists = map[int]*gathered{}
	}
	fits := func(start, end int) bool { return start >= 0 && end >= start && end <= len(d.Text) }
	party := func(s *corpus.Statement, p corpus.Party) packedParty {
		if !p.Known() || !fits(p.Start, p.End) {
			return packedParty{}
		}
		out := packedParty{words: true, gap: p.Start - s.Start, length: p.End - p.Start}
		if n, ok := actors.byKey[actorKey{p.Name, p.Type}]; ok && p.Name != "" {
			out.known, out.actor = true, n
		}
		return out
	}
	t.starts = append(t.starts, len(t.data))
	kept := make([]packedStatement, 0, len(statements))
	last := 0
	for i := range statements {
		s := &statements[i]
		// What is no span of this text is a mistake of who found it, and a reader must not be shown it.
		if !fits(s.Start, s.End) || !fits(s.VerbStart, s.VerbEnd) || s.Kind >= corpus.NumStatementKinds || s.Form >= corpus.NumSpeechForms {
			continue
		}
		p := packedStatement{
			gap: s.Start - last, length: s.End - s.Start, kind: byte(s.Kind), form: byte(s.Form),
			verbGap: s.VerbStart - s.Start, verbLength: s.VerbEnd - s.VerbStart, speaker: party(s, s.Speaker), via: party(s, s.Via),
		}
		for _, to := range s.To {
			p.to = append(p.to, party(s, to))
		}
		last = s.Start
		kept = append(kept, p)
		if p.speaker.known {
			list := t.lists[p.speaker.actor]
			if list == nil {
				list = &gathered{}
				t.lists[p.speaker.actor] = list
			}
			list.add(doc, 1, 0)
		}
	}
	t.total += len(kept)
	t.data = binary.AppendUvarint(t.data, uint64(len(kept)))
	for i := range kept {
		t.data = kept[i].append(t.data)
	}
}

// sections writes stmt, spkr and spkp (statements.go tells their layout), once the actors have their ids.
func (t *statementTable) sections(actors *actorTable) (stmt, spkr, spkp []byte) {
	store := newStoreWriter(nil, 1)
	var mentions []foundMention
	var own []uint32
	var out []byte
	for doc := range t.starts {
		mentions, own = actors.of(doc, mentions[:0], own[:0])
		r := reader{data: t.data, at: t.starts[doc]}
		n := r.int()
		out = binary.AppendUvarint(out[:0], uint64(n))
		for range n {
			s := r.statement()
			for _, p := range s.parties() {
				if p.known {
					p.actor, p.known = slices.BinarySearch(own, actors.id[p.actor])
				}
			}
			out = s.append(out)
		}
		store.add(out)
	}
	type speaker struct {
		id   uint32
		list *gathered
	}
	speakers := make([]speaker, 0, len(t.lists))
	for n, list := range t.lists {
		speakers = append(speakers, speaker{actors.id[n], list})
	}
	slices.SortFunc(speakers, func(a, b speaker) int { return int(a.id) - int(b.id) })
	var columns [3][]uint64 // actor, documents, statements
	starts := make([]uint64, 0, len(speakers)+1)
	var list []posting
	for _, s := range speakers {
		list = s.list.postings(list[:0])
		starts = append(starts, uint64(len(spkp)))
		spkp, _ = appendPostings(spkp, nil, list)
		for c, v := range [3]int{int(s.id), len(list), s.list.total} {
			columns[c] = append(columns[c], uint64(v))
		}
	}
	for _, column := range columns {
		spkr = appendPacked(spkr, column)
	}
	return store.append(nil), appendPacked(spkr, append(starts, uint64(len(spkp)))), spkp
}
