package index

import (
	"encoding/binary"
	"slices"
	"strings"

	"dateline/corpus"
)

// CountActors adds one to counts, by actor, for each of docs that an actor is in.
// It walks the records of section acts in place, where nearly all gaps are a byte or two.
func (x *Index) CountActors(docs []uint32, counts []uint32) error {
	if err := x.openActorsOf(); err != nil {
		return err
	}
	if x.edits != nil {
		return x.countEdited(docs, counts)
	}
	starts, data := &x.actorsOf.starts, x.acts
	for _, doc := range docs {
		at, end := starts.at(int(doc)), starts.at(int(doc)+1)
		if at > end || end > uint64(len(data)) {
			return errDamaged
		}
		actor := uint64(0)
		for own := data[at:end]; len(own) > 0; actor++ {
			if b := own[0]; b < 0x80 {
				actor += uint64(b)
				own = own[1:]
			} else if len(own) > 1 && own[1] < 0x80 {
				actor += uint64(b&0x7f) | uint64(own[1])<<7
				own = own[2:]
			} else {
				v, n := binary.Uvarint(own)
				if n <= 0 || v > uint64(len(counts)) {
					return errDamaged
				}
				actor += v
				own = own[n:]
			}
			if actor >= uint64(len(counts)) {
				return errDamaged
			}
			counts[actor]++
		}
	}
	return nil
}

// countEdited is CountActors where actors have been edited.
func (x *Index) countEdited(docs []uint32, counts []uint32) error {
	var own []ActorID
	for _, doc := range docs {
		var err error
		if own, err = x.ActorsOf(corpus.DocID(doc), own[:0]); err != nil {
			return err
		}
		for _, a := range own {
			if int(a) >= len(counts) {
				return errDamaged
			}
			counts[a]++
		}
	}
	return nil
}

// ActorDocs returns the number of documents of each actor.
func (x *Index) ActorDocs() ([]uint32, error) {
	if err := x.openActors(); err != nil {
		return nil, err
	}
	counts := make([]uint32, x.Meta().Actors)
	for a := range x.meta.Actors {
		r := x.actors.at(a)
		r.bytes(r.int()) // the name
		counts[a] = uint32(r.int())
		if r.err != nil {
			return nil, r.err
		}
	}
	if x.edits != nil {
		for a := range x.edits.parts {
			counts[a] = 0
		}
		for a, edited := range x.edits.list {
			counts[a] = uint32(edited.Docs)
		}
	}
	return counts, nil
}

// ActorName returns the name of actor a without reading the rest of it.
func (x *Index) ActorName(a ActorID) (string, error) {
	if x.edits != nil {
		if edited := x.edits.list[a]; edited != nil {
			return edited.Name, nil
		}
	}
	if err := x.openActors(); err != nil {
		return "", err
	}
	if int(a) >= x.meta.Actors {
		return "", errDamaged
	}
	r := x.actors.at(int(a))
	return r.string(), r.err
}

func (x *Index) openNames() error {
	return x.onceHead(secAnam, func(r *reader) {
		x.names = r.table(x.file, secAnam, func(r *reader) {
			for range r.int() {
				r.uvarint()
				if r.err != nil {
					return
				}
			}
		})
	})
}

// ActorsNamed returns the n actors in most documents of those that have a name or alias beginning with prefix, a form.
func (x *Index) ActorsNamed(prefix string, n int) ([]ActorID, error) {
	if err := x.openNames(); err != nil {
		return nil, err
	}
	var found []ActorID // ascending: by documents, most first
	add := func(id ActorID) {
		if len(found) == n && id >= found[n-1] {
			return
		}
		if at, known := slices.BinarySearch(found, id); !known {
			found = slices.Insert(found, at, id)
			found = found[:min(len(found), n)]
		}
	}
	if x.edits != nil {
		for name, ids := range x.edits.names {
			if strings.HasPrefix(name, prefix) {
				for _, id := range ids {
					add(id)
				}
			}
		}
	}
	c, ok := x.names.seek(prefix)
	for ; ok && len(c.key) >= len(prefix) && string(c.key[:len(prefix)]) == prefix; ok = c.next() {
		last := 0
		for range c.r.int() {
			last += c.r.int()
			if c.r.err != nil || last >= x.meta.Actors {
				return nil, errDamaged
			}
			if id := ActorID(last); x.edits == nil || x.edits.parts[id] == nil {
				add(id)
			}
		}
	}
	return found, c.r.err
}
