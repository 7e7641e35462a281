package index

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
)

// Part is a chunk with its bytes.
type Part struct {
	Chunk
	Data []byte
}

// inCore are the sections that are in the core as a whole: small, and read for any answer.
var inCore = [numSections]bool{secMeta: true, secCols: true, secStrs: true, secZdic: true}

// smallSection is the size in bytes up to which a section is in the core, whatever it is.
const smallSection = 4 << 10

// mostChunks bounds the number of chunks: beyond it, chunks of two, three, at most four pages are made.
const mostChunks = 1000

// Split cuts a corpus file into a core and chunks, in the order of its sections. Open reads the core; the bytes of the file are those of
// its chunks and of the sections in the core.
func Split(data []byte) (core []byte, chunks []Part, err error) {
	x, err := Open(data)
	if err != nil {
		return nil, nil, err
	}
	f := x.file
	if f.data == nil {
		return nil, nil, errors.New("corpus file: it is cut into chunks already")
	}
	pages, count := int(binary.LittleEndian.Uint32(data[12:])), int(binary.LittleEndian.Uint16(data[10:]))
	per := min(max((pages+mostChunks-1)/mostChunks, 1), 4)
	prefix := data[:headerSize+count*sectionEntry+pages*4]
	var rest []byte
	for i := range count {
		entry := data[headerSize+i*sectionEntry:]
		s := sectionNamed(entry[:4])
		off, n := int(binary.LittleEndian.Uint64(entry[8:])), int(binary.LittleEndian.Uint64(entry[16:]))
		section := data[off : off+n]
		if s < numSections {
			if section, err = f.whole(s); err != nil { // checks it
				return nil, nil, err
			}
		}
		if n <= smallSection || s < numSections && inCore[s] {
			rest = append(rest, 0)
			rest = binary.AppendUvarint(rest, uint64(n))
			rest = append(rest, section...)
			rest = append(rest, 0)
			continue
		}
		rest = binary.AppendUvarint(rest, uint64(per))
		for at := 0; at < n; at += per * pageSize {
			part := section[at:min(at+per*pageSize, n)]
			sum := sha256.Sum256(part)
			rest = append(rest, sum[:chunkName]...)
			c := Chunk{Name: hexName(sum[:chunkName]), Section: string(entry[:4]), Bytes: len(part)}
			chunks = append(chunks, Part{c, part})
		}
		head, keys, err := x.headOf(s)
		if err != nil {
			return nil, nil, err
		}
		rest = binary.AppendUvarint(rest, uint64(head))
		rest = append(rest, section[:head]...)
		rest = binary.AppendUvarint(rest, uint64(len(keys)))
		for _, k := range keys {
			rest = binary.AppendUvarint(rest, uint64(k.block))
			rest = appendString(rest, k.key)
		}
	}
	core = append(make([]byte, coreHeader, coreHeader+len(prefix)+len(rest)), prefix...)
	core = append(core, rest...)
	copy(core, coreMagic)
	binary.LittleEndian.PutUint16(core[8:], coreVersion)
	binary.LittleEndian.PutUint32(core[12:], uint32(len(prefix)))
	binary.LittleEndian.PutUint32(core[16:], uint32(len(rest)))
	binary.LittleEndian.PutUint32(core[28:], coreSum(core))
	return core, chunks, nil
}

func hexName(name []byte) string {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(name))
	for _, b := range name {
		out = append(out, digits[b>>4], digits[b&15])
	}
	return string(out)
}

// headOf returns how many bytes of the head of section s are to be in the core, and the keys of its pages if it is a table. That of the
// actors is not: it has three bytes for each, and is needed with their names, not for a first result.
func (x *Index) headOf(s section) (head int, keys []pageKey, err error) {
	var t *table
	switch s {
	case secTerm:
		t, err = &x.terms, x.openTerms()
	case secForm:
		t, err = &x.forms, x.openForms()
	case secAnam:
		_, err = x.FindActor("")
		t = &x.names
	case secIDs:
		_, _, err = x.Find("")
		t = &x.ids
	case secValu:
		_, err = x.ValuePostings("lang", "")
		t = &x.values
	case secDocs, secText, secMent, secWhen, secStmt:
		for which, section := range storeSections {
			if section == s {
				if err := x.openStoreOf(which); err != nil {
					return 0, nil, err
				}
				return x.stores[which].store.head, nil, nil
			}
		}
	}
	if t == nil || err != nil {
		return 0, nil, err
	}
	page := -1
	for b := range t.starts.n {
		if at := (t.base + int(t.starts.at(b))) / pageSize; at != page {
			page = at
			c := t.block(b)
			if !c.next() {
				return 0, nil, c.r.err
			}
			keys = append(keys, pageKey{b, string(c.key)})
		}
	}
	return t.base, keys, nil
}
