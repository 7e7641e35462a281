package index

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// # A corpus in chunks
//
// A large corpus file is delivered in pieces, so that a visitor waits only for what is asked: a core and chunks. Split makes them of a
// .corpus file, and Open reads the core as it reads a whole file. A chunk is a run of whole pages of one section, named by
// the first 12 bytes of its SHA-256, written as 24 hexadecimal digits. The core:
//
//	header  32 bytes
//	   0  magic     8  "\x89DTC\r\n\x1a\n"
//	   8  version   2  coreVersion
//	  10  reserved  2  zero
//	  12  prefix    4  bytes of the prefix
//	  16  rest      4  bytes of the rest
//	  20  reserved  8  zero
//	  28  sum       4  CRC-32C of bytes 0 to 27 and of all behind byte 32
//	prefix  header and directory of the .corpus file, with the sums of its pages
//	rest    for each section of the directory:
//	          uvarint pages of a chunk; 0 if the section is in the core
//	          the names of its chunks, 12 bytes each
//	          uvarint bytes of its head that are in the core, and these: all of it if the pages are 0
//	          uvarint number of keys, for each uvarint block and string key: of a table, the first block that begins in each page, and
//	          the first key in it
//
// What is read on the way to any answer is in the core: counts, columns, and the heads of dictionaries and stores, which tell where things
// are. So a word is found by one page of the dictionary, whatever the size of the corpus.
const (
	coreMagic   = "\x89DTC\r\n\x1a\n"
	coreHeader  = 32
	coreVersion = 1
	chunkName   = 12
)

func isCore(data []byte) bool { return len(data) >= 8 && string(data[:8]) == coreMagic }

// openCore reads a core, all of which is checked.
func openCore(data []byte) (*file, error) {
	damaged := fmt.Errorf("corpus file: its core is damaged or cut short; %s", remedyDamaged)
	if len(data) < coreHeader {
		return nil, damaged
	}
	if v := int(binary.LittleEndian.Uint16(data[8:])); v != coreVersion {
		return nil, fmt.Errorf("corpus file: its core has version %d, this program reads %d: load the page again, or build the site with this program", v, coreVersion)
	}
	prefix, rest := uint64(binary.LittleEndian.Uint32(data[12:])), uint64(binary.LittleEndian.Uint32(data[16:]))
	if uint64(len(data)) != coreHeader+prefix+rest || coreSum(data) != binary.LittleEndian.Uint32(data[28:]) {
		return nil, damaged
	}
	f, err := openDirectory(data[coreHeader : coreHeader+prefix])
	if err != nil {
		return nil, err
	}
	f.parts = &parts{file: f}
	r := reader{data: data[coreHeader+prefix:]}
	count := int(binary.LittleEndian.Uint16(data[coreHeader+10:]))
	for i := range count {
		s := sectionNamed(data[coreHeader+headerSize+i*sectionEntry:][:4])
		f.parts.readSection(&r, s, int(binary.LittleEndian.Uint64(data[coreHeader+headerSize+i*sectionEntry+16:])))
	}
	if r.err != nil || r.at != len(r.data) {
		return nil, damaged
	}
	return f, nil
}

func coreSum(data []byte) uint32 {
	return crc32.Update(crc32.Checksum(data[:28], castagnoli), castagnoli, data[coreHeader:])
}

// sectionNamed returns numSections for a section that this version does not know.
func sectionNamed(name []byte) section {
	for s, known := range sectionNames {
		if known == string(name) {
			return section(s)
		}
	}
	return numSections
}

// readSection reads what a core says of section s, of n bytes.
func (p *parts) readSection(r *reader, s section, n int) {
	var d delivery
	d.per = r.int()
	if d.per > 0 {
		d.first = len(p.chunks)
		for page := 0; page < pagesOf(n); page += d.per {
			name := r.bytes(chunkName)
			if r.err != nil {
				return
			}
			start := page * pageSize
			p.chunks = append(p.chunks, chunk{name: string(name), section: s, page: page, off: start, n: min(n-start, d.per*pageSize)})
		}
		d.count = len(p.chunks) - d.first
	}
	d.head = r.bytes(r.int())
	for range r.count() {
		d.keys = append(d.keys, pageKey{r.int(), r.string()})
		if r.err != nil {
			return
		}
	}
	if len(d.head) > n || d.per == 0 && len(d.head) != n {
		r.fail()
	}
	if s < numSections {
		p.sections[s] = d
	}
}
