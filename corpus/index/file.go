package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
)

// file is an opened container: the directory and the bytes, of which pages are checked as they are first touched. Of a file that
// comes in chunks the bytes are in parts, as far as they have arrived.
type file struct {
	data     []byte // nil if the file comes in chunks
	parts    *parts
	size     int
	id       string
	version  int
	sections [numSections]extent
	sums     []byte   // the page sums of the directory
	checked  []uint64 // bit per page
}

// extent is the place of a section: data[off:off+n], its first page numbered page.
type extent struct{ off, n, page int }

const remedyDamaged = "the file is damaged or cut short: fetch or build it again"

// openFile reads header and directory of data and checks them; pages are left for later.
func openFile(data []byte) (*file, error) {
	if isCore(data) {
		return openCore(data)
	}
	f, err := openDirectory(data)
	if err != nil {
		return nil, err
	}
	if f.size != len(data) {
		return nil, fmt.Errorf("corpus file: it should have %d bytes and has %d; %s", f.size, len(data), remedyDamaged)
	}
	f.data = data
	return f, nil
}

// openDirectory reads header and directory at the beginning of a file of which data may not be all.
func openDirectory(data []byte) (*file, error) {
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		if len(data) >= 8 && bytes.Equal(data[:4], []byte(magic[:4])) {
			return nil, fmt.Errorf("corpus file: %s", remedyDamaged)
		}
		return nil, fmt.Errorf("this is not a corpus file: it does not begin as one; choose a file that `index` or `save` wrote")
	}
	if crc32.Checksum(data[:60], castagnoli) != binary.LittleEndian.Uint32(data[60:]) {
		return nil, fmt.Errorf("corpus file: its header does not match its checksum; %s", remedyDamaged)
	}
	f := &file{version: int(binary.LittleEndian.Uint16(data[8:])), id: hex.EncodeToString(data[16:32])}
	if f.version > FormatVersion {
		return nil, fmt.Errorf("corpus file: it has format version %d, this program reads up to %d: update the program, or build the corpus again with this one", f.version, FormatVersion)
	}
	if f.version < 1 {
		return nil, fmt.Errorf("corpus file: there is no format version %d; %s", f.version, remedyDamaged)
	}
	whole := binary.LittleEndian.Uint64(data[32:])
	if f.size = int(whole); f.size < len(data) && uint64(f.size) != whole || whole > 1<<40 {
		return nil, fmt.Errorf("corpus file: %s", remedyDamaged)
	}
	count := int(binary.LittleEndian.Uint16(data[10:]))
	pages := int(binary.LittleEndian.Uint32(data[12:]))
	if count*sectionEntry+pages*4 > len(data)-headerSize {
		return nil, fmt.Errorf("corpus file: its directory is larger than the file; %s", remedyDamaged)
	}
	directory := data[headerSize : headerSize+count*sectionEntry+pages*4]
	if crc32.Checksum(directory, castagnoli) != binary.LittleEndian.Uint32(data[56:]) {
		return nil, fmt.Errorf("corpus file: its directory does not match its checksum; %s", remedyDamaged)
	}
	f.sums = directory[count*sectionEntry:]
	f.checked = make([]uint64, (pages+63)/64)
	page := 0
	for i := range count {
		entry := directory[i*sectionEntry:]
		off, n := binary.LittleEndian.Uint64(entry[8:]), binary.LittleEndian.Uint64(entry[16:])
		size := whole
		if off > size || n > size-off || off < headerSize+uint64(len(directory)) {
			return nil, fmt.Errorf("corpus file: its section %q lies outside of it; %s", entry[:4], remedyDamaged)
		}
		for s, name := range sectionNames {
			if name == string(entry[:4]) {
				f.sections[s] = extent{int(off), int(n), page}
			}
		}
		page += pagesOf(int(n))
	}
	if page != pages {
		return nil, fmt.Errorf("corpus file: its directory counts %d pages, its sections have %d; %s", pages, page, remedyDamaged)
	}
	return f, nil
}

func pagesOf(n int) int { return (n + pageSize - 1) / pageSize }

// read returns n bytes of section s from off on, after checking the pages they lie in. The error is *Missing if they lie in chunks
// that have not arrived.
func (f *file) read(s section, off, n int) ([]byte, error) {
	e := f.sections[s]
	if off < 0 || n < 0 || off > e.n || n > e.n-off {
		return nil, fmt.Errorf("corpus file: %d bytes at %d were asked of section %s, which has %d; %s", n, off, sectionNames[s], e.n, remedyDamaged)
	}
	if n == 0 {
		return nil, nil
	}
	if f.data == nil {
		return f.parts.read(s, off, n)
	}
	for page := off / pageSize; page <= (off+n-1)/pageSize; page++ {
		number := e.page + page
		if f.checked[number/64]>>(number%64)&1 != 0 {
			continue
		}
		start := e.off + page*pageSize
		if err := f.check(s, page, f.data[start:min(start+pageSize, e.off+e.n)]); err != nil {
			return nil, err
		}
		f.checked[number/64] |= 1 << (number % 64)
	}
	return f.data[e.off+off : e.off+off+n : e.off+off+n], nil
}

// check compares a page of section s with its sum.
func (f *file) check(s section, page int, data []byte) error {
	number := f.sections[s].page + page
	if crc32.Checksum(data, castagnoli) != binary.LittleEndian.Uint32(f.sums[number*4:]) {
		return fmt.Errorf("corpus file: page %d of section %s does not match its checksum; %s", page, sectionNames[s], remedyDamaged)
	}
	return nil
}

// whole returns all of section s.
func (f *file) whole(s section) ([]byte, error) { return f.read(s, 0, f.sections[s].n) }

// writeFile puts the sections together.
func writeFile(sections [numSections][]byte) []byte {
	pages, size := 0, 0
	for _, data := range sections {
		pages += pagesOf(len(data))
		size += len(data)
	}
	directory := int(numSections)*sectionEntry + pages*4
	out := make([]byte, headerSize, headerSize+directory+size)
	off := headerSize + directory
	for s, data := range sections {
		out = append(out, sectionNames[s]...)
		out = binary.LittleEndian.AppendUint32(out, 0)
		out = binary.LittleEndian.AppendUint64(out, uint64(off))
		out = binary.LittleEndian.AppendUint64(out, uint64(len(data)))
		off += len(data)
	}
	for _, data := range sections {
		for ; len(data) > 0; data = data[min(pageSize, len(data)):] {
			out = binary.LittleEndian.AppendUint32(out, crc32.Checksum(data[:min(pageSize, len(data))], castagnoli))
		}
	}
	for _, data := range sections {
		out = append(out, data...)
	}
	id := sha256.Sum256(out[headerSize:])
	copy(out, magic)
	binary.LittleEndian.PutUint16(out[8:], FormatVersion)
	binary.LittleEndian.PutUint16(out[10:], uint16(numSections))
	binary.LittleEndian.PutUint32(out[12:], uint32(pages))
	copy(out[16:32], id[:])
	binary.LittleEndian.PutUint64(out[32:], uint64(len(out)))
	binary.LittleEndian.PutUint32(out[56:], crc32.Checksum(out[headerSize:headerSize+directory], castagnoli))
	binary.LittleEndian.PutUint32(out[60:], crc32.Checksum(out[:60], castagnoli))
	return out
}
