package index

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"dateline/corpus"
)

// touchAll reads everything there is in x and returns the first error.
func touchAll(x *Index) error {
	for d := range corpus.DocID(x.Docs()) {
		if _, err := x.Doc(d); err != nil {
			return err
		}
		if _, err := x.Text(d); err != nil {
			return err
		}
		if _, err := x.Mentions(d); err != nil {
			return err
		}
		if _, err := x.Dates(d); err != nil {
			return err
		}
		if _, err := x.Statements(d); err != nil {
			return err
		}
	}
	for a := range x.Meta().Actors {
		if _, err := x.Actor(ActorID(a)); err != nil {
			return err
		}
		if _, err := x.FindActor("Biden"); err != nil {
			return err
		}
		p, err := x.ActorPostings(ActorID(a))
		if err != nil {
			return err
		}
		if err := touchPostings(x, p); err != nil {
			return err
		}
	}
	times, err := x.SpokenTimes()
	if err != nil {
		return err
	}
	for _, t := range times {
		p, err := x.SpokenPostings(t)
		if err != nil {
			return err
		}
		if err := touchPostings(x, p); err != nil {
			return err
		}
	}
	speakers, err := x.Speakers()
	if err != nil {
		return err
	}
	for _, s := range speakers {
		p, err := x.SpeakerPostings(s.Actor)
		if err != nil {
			return err
		}
		if p == nil {
			continue
		}
		if err := touchPostings(x, p); err != nil {
			return err
		}
	}
	for i := range x.Meta().Terms {
		t, err := x.TermByID(i)
		if err != nil {
			return err
		}
		if _, _, err := x.Term(t.Stem); err != nil {
			return err
		}
		p, err := x.Postings(t)
		if err != nil {
			return err
		}
		if err := touchPostings(x, p); err != nil {
			return err
		}
		for _, id := range t.Forms {
			f, err := x.FormByID(id)
			if err != nil {
				return err
			}
			if _, err := x.Forms(f.Text); err != nil {
				return err
			}
		}
	}
	if _, err := x.ValuePostings("lang", "en"); err != nil {
		return err
	}
	_, _, err = x.Find("a")
	return err
}

func touchPostings(x *Index, p *Postings) error {
	var b Block
	for i := range p.Blocks() {
		if err := p.Read(i, &b, x.Docs()); err != nil {
			return err
		}
		if p.positions.n == 0 {
			continue
		}
		c, err := x.Positions(p, i)
		if err != nil {
			return err
		}
		for j := range b.Docs {
			if _, err := c.Read(int(b.Body[j]+b.Title[j]), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// tiny is a corpus of two documents of a few words.
func tiny() []Entry {
	date, _ := corpus.ParseDate("2021-04-14")
	first := corpus.Document{ID: "a", Path: "a.txt", Date: date, Lang: "en", Text: "Biden calls Putin.", Tags: []string{"talks"}}
	second := corpus.Document{ID: "b", Path: "b.txt", Date: date, Lang: "en", Title: "The call", Text: "Tension, tensions"}
	day := corpus.DateMention{Start: 0, End: 5, From: date, To: date, Unit: corpus.DayUnit, Kind: corpus.Resolved}
	soon := corpus.DateMention{Start: 6, End: 11, Kind: corpus.FutureRef}
	biden := corpus.Party{Start: 0, End: 5, Name: "Joe Biden"}
	said := corpus.Statement{
		Start: 12, End: 17, Speaker: biden, Verb: "calls", VerbStart: 6, VerbEnd: 11, Kind: corpus.Urges, Form: corpus.Mixed,
		To: []corpus.Party{{Start: 12, End: 17}},
	}
	return []Entry{
		{Document: &first, Dates: []corpus.DateMention{day, soon}, Statements: []corpus.Statement{said}, Mentions: []corpus.Mention{{Start: 0, End: 5, Name: "Joe Biden", Kind: corpus.KindSurname, Confidence: 0.9, Rule: "surname"}}},
		{Document: &second, Mentions: []corpus.Mention{{Name: "NATO", Type: corpus.Organisation, Kind: corpus.KindGiven, Confidence: 1, Rule: "given"}}},
	}
}

func tinyBytes(t testing.TB) []byte {
	t.Helper()
	b := NewBuilder("Tiny")
	for _, e := range tiny() {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestEveryByteFlipped holds that no damage is believed: every byte is under a checksum.
func TestEveryByteFlipped(t *testing.T) {
	data := tinyBytes(t)
	if x, err := Open(data); err != nil || touchAll(x) != nil {
		t.Fatal("the whole file cannot be read")
	}
	for i := range data {
		data[i] ^= 0x55
		x, err := Open(data)
		if err == nil {
			err = touchAll(x)
		}
		if err == nil {
			t.Errorf("byte %d was changed and nothing noticed it", i)
		} else if !strings.Contains(err.Error(), "corpus file") {
			t.Errorf("byte %d: the error does not say what is damaged: %v", i, err)
		}
		data[i] ^= 0x55
	}
}

func TestEveryCut(t *testing.T) {
	data := tinyBytes(t)
	for n := range data {
		if _, err := Open(data[:n:n]); err == nil {
			t.Errorf("a file cut to %d of %d bytes was opened", n, len(data))
		}
	}
	if _, err := Open(append(data[:len(data):len(data)], 0)); err == nil {
		t.Error("a file with a byte too many was opened")
	}
}

// resum makes the checksums of damaged data right again, so that decoders see the damage.
func resum(data []byte) []byte {
	if len(data) < headerSize {
		return data
	}
	count, pages := int(binary.LittleEndian.Uint16(data[10:])), int(binary.LittleEndian.Uint32(data[12:]))
	directory := count*sectionEntry + pages*4
	if count > int(numSections)+2 || pages > 1000 || headerSize+directory > len(data) {
		return data
	}
	copy(data, magic)
	binary.LittleEndian.PutUint16(data[8:], FormatVersion)
	binary.LittleEndian.PutUint64(data[32:], uint64(len(data)))
	page := 0
	for i := range count {
		entry := data[headerSize+i*sectionEntry:]
		off, n := binary.LittleEndian.Uint64(entry[8:]), binary.LittleEndian.Uint64(entry[16:])
		if off > uint64(len(data)) || n > uint64(len(data))-off {
			break
		}
		for part := data[off : off+n]; len(part) > 0 && page < pages; part = part[min(pageSize, len(part)):] {
			binary.LittleEndian.PutUint32(data[headerSize+count*sectionEntry+page*4:], crc32.Checksum(part[:min(pageSize, len(part))], castagnoli))
			page++
		}
	}
	binary.LittleEndian.PutUint32(data[56:], crc32.Checksum(data[headerSize:headerSize+directory], castagnoli))
	binary.LittleEndian.PutUint32(data[60:], crc32.Checksum(data[:60], castagnoli))
	return data
}

// TestHostileBytes changes bytes and makes the checksums right again: what is read may then be anything, but nothing panics
// and nothing runs away.
func TestHostileBytes(t *testing.T) {
	data := tinyBytes(t)
	for i := range data {
		for _, with := range []byte{0x00, 0x7F, 0x80, 0xFF} {
			changed := append([]byte(nil), data...)
			changed[i] = with
			if x, err := Open(resum(changed)); err == nil {
				touchAll(x)
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	data := tinyBytes(f)
	f.Add(data)
	f.Add(data[:200])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, d := range [][]byte{data, resum(append([]byte(nil), data...))} {
			if x, err := Open(d); err == nil && x.Docs() < 1000 && x.Meta().Terms < 10000 && x.Meta().Actors < 1000 {
				touchAll(x)
			}
		}
	})
}

func TestNewerVersion(t *testing.T) {
	data := tinyBytes(t)
	binary.LittleEndian.PutUint16(data[8:], FormatVersion+1)
	binary.LittleEndian.PutUint32(data[60:], crc32.Checksum(data[:60], castagnoli))
	_, err := Open(data)
	if err == nil || !strings.Contains(err.Error(), "update the program") {
		t.Errorf("a newer file: %v", err)
	}
}

// TestCheck holds that damage anywhere behind the directory is found at once when it is asked for.
func TestCheck(t *testing.T) {
	data := tinyBytes(t)
	x, err := Open(data)
	if err != nil || x.Check() != nil {
		t.Fatal("the whole file does not pass")
	}
	data[len(data)-1] ^= 1
	if x, err = Open(data); err != nil || x.Check() == nil {
		t.Errorf("a changed last byte passes: %v", err)
	}
}
