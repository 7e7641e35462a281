package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/corpus"
)

// medium is a corpus of which most sections have several pages: words, names and texts are random.
var medium = sync.OnceValue(func() []byte {
	rng := rand.New(rand.NewPCG(11, 12))
	word := func(most int) string {
		n := rng.IntN(most)
		n = n * rng.IntN(most) / most // low numbers are frequent
		return fmt.Sprintf("%c%x%c", 'a'+n%26, n*n, 'a'+n%7)
	}
	b := NewBuilder("Medium")
	date, _ := corpus.ParseDate("2021-04-14")
	for i := range 2000 {
		var words []string
		for range 200 {
			words = append(words, word(20000))
		}
		d := corpus.Document{
			ID: fmt.Sprintf("%06d-%x", i, rng.Uint64()), Path: fmt.Sprintf("%x.txt", rng.Uint64()), Date: date, Lang: "en",
			Title: word(3000) + " " + word(3000), Text: strings.Join(words, " "), Source: fmt.Sprintf("source %d", i%700),
		}
		e := Entry{Document: &d}
		for range 12 {
			name := fmt.Sprintf("Name %x of %x", rng.IntN(9000), rng.IntN(3))
			e.Mentions = append(e.Mentions, corpus.Mention{Start: rng.IntN(50), End: 60, Name: name, Kind: corpus.KindName, Confidence: 1, Rule: "test"})
		}
		if err := b.Add(e); err != nil {
			panic(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		panic(err)
	}
	return data
})

// supplied calls ask until nothing is missing, supplying each time what was wanted, and returns how often that was.
func supplied(t *testing.T, x *Index, chunks []Part, ask func() error) int {
	t.Helper()
	for journeys := 0; ; journeys++ {
		err := ask()
		var missing *Missing
		switch {
		case err == nil:
			x.Wanted(0)
			return journeys
		case !errors.As(err, &missing):
			t.Fatal(err)
		}
		wanted := x.Wanted(0)
		for _, i := range missing.Chunks {
			if !slices.Contains(wanted, i) {
				t.Fatalf("chunk %d is missing and not wanted: %v", i, wanted)
			}
		}
		if journeys > 100 {
			t.Fatalf("chunks %v are wanted again and again", wanted)
		}
		for _, i := range wanted {
			if err := x.Supply(i, slices.Clone(chunks[i].Data)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// looks are questions to an index, each of which returns all that it has found, in text.
func looks(x *Index) map[string]func() (string, error) {
	return map[string]func() (string, error){
		"document": func() (string, error) { d, err := x.Doc(1234); return fmt.Sprint(d), err },
		"text":     func() (string, error) { return x.Text(777) },
		"mentions": func() (string, error) { m, err := x.Mentions(1500); return fmt.Sprint(m), err },
		"term":     func() (string, error) { t, ok, err := x.Term("c90000c"); return fmt.Sprint(t, ok), err },
		"no term":  func() (string, error) { t, ok, err := x.Term("m90000czzz"); return fmt.Sprint(t, ok), err },
		"low":      func() (string, error) { t, ok, err := x.Term(""); return fmt.Sprint(t, ok), err },
		"high":     func() (string, error) { t, ok, err := x.Term("zzzzzz"); return fmt.Sprint(t, ok), err },
		"forms":    func() (string, error) { f, err := x.Forms("c90000c"); return fmt.Sprint(f), err },
		"id":       func() (string, error) { d, ok, err := x.Find("001999-"); return fmt.Sprint(d, ok), err },
		"actors":   func() (string, error) { a, err := x.FindActor("Name 1f of 2"); return fmt.Sprint(a), err },
		"prefix": func() (string, error) {
			var out strings.Builder
			err := x.WalkForms("c9", func(key []byte, _ int, f Form) int { fmt.Fprint(&out, string(key), f); return 0 })
			return out.String(), err
		},
		"value": func() (string, error) {
			p, err := x.ValuePostings("source", "source 699")
			if err != nil {
				return "", err
			}
			return fmt.Sprint(p.Docs), touchPostings(x, p)
		},
		"postings": func() (string, error) {
			t, _, err := x.Term("a0a")
			if err != nil {
				return "", err
			}
			p, err := x.Postings(t)
			if err != nil {
				return "", err
			}
			return fmt.Sprint(p.Docs, p.Occurrences), touchPostings(x, p)
		},
	}
}

// TestSplit asks the core and the chunks that it asks for what the whole file answers.
func TestSplit(t *testing.T) {
	data := medium()
	core, chunks, err := Split(data)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for _, c := range chunks {
		size += len(c.Data)
	}
	t.Logf("%d bytes: a core of %d and %d chunks of %d", len(data), len(core), len(chunks), size)
	if len(core) > len(data)/8 || len(chunks) < 40 {
		t.Errorf("the core has %d of %d bytes, and there are %d chunks", len(core), len(data), len(chunks))
	}
	for name, want := range looks(whole) {
		expected, err := want()
		if err != nil {
			t.Fatal(name, err)
		}
		// Each question comes to an index that has the core alone.
		x, err := Open(core)
		if err != nil {
			t.Fatal(err)
		}
		if x.Meta().ID != whole.Meta().ID || x.Meta().Terms != whole.Meta().Terms {
			t.Errorf("the core says of itself %+v, the file %+v", x.Meta(), whole.Meta())
		}
		var got string
		journeys := supplied(t, x, chunks, func() error { got, err = looks(x)[name](); return err })
		if got != expected {
			t.Errorf("%s: %q, want %q", name, got, expected)
		}
		if most := map[string]int{"postings": 3, "value": 3, "mentions": 4, "prefix": 3, "actors": 3}[name]; journeys > max(most, 2) {
			t.Errorf("%s took %d journeys", name, journeys)
		}
	}
	// With all chunks, and with little room for them, everything is there.
	for _, limit := range []int{0, 1 << 20, 1 << 30} {
		x, err := Open(core)
		if err != nil {
			t.Fatal(err)
		}
		if digest(t, x, chunks, limit) != digest(t, whole, nil, 0) {
			t.Errorf("with a limit of %d the chunks hold something else than the file", limit)
		}
		if p := x.file.parts; p.held > limit {
			t.Errorf("%d bytes are held, more than %d", p.held, limit)
		}
	}
}

// digest hashes documents, texts, mentions and terms with their postings, some of each, and settles after each.
func digest(t *testing.T, x *Index, chunks []Part, limit int) string {
	t.Helper()
	h := fnv.New64a()
	ask := func(f func() error) {
		supplied(t, x, chunks, f)
		x.Settle(limit)
	}
	for d := corpus.DocID(0); int(d) < x.Docs(); d += 9 {
		ask(func() error {
			doc, err := x.Doc(d)
			if err != nil {
				return err
			}
			text, err := x.Text(d)
			if err != nil {
				return err
			}
			mentions, err := x.Mentions(d)
			if err == nil {
				fmt.Fprint(h, doc, text, mentions)
			}
			return err
		})
	}
	for i := 0; i < x.Meta().Terms; i += 61 {
		ask(func() error {
			term, err := x.TermByID(i)
			if err != nil {
				return err
			}
			p, err := x.Postings(term)
			if err != nil {
				return err
			}
			if err := touchPostings(x, p); err != nil {
				return err
			}
			fmt.Fprint(h, term, p.Docs)
			return nil
		})
	}
	return fmt.Sprint(h.Sum64())
}

func TestSplitIsDeterministic(t *testing.T) {
	a, first, err := Split(medium())
	if err != nil {
		t.Fatal(err)
	}
	b, second, err := Split(medium())
	if err != nil || string(a) != string(b) || len(first) != len(second) {
		t.Fatalf("the same file was cut into different parts: %v", err)
	}
	if _, _, err := Split(a); err == nil {
		t.Error("a core was cut once more")
	}
}

// TestCoreDamage flips every byte of a core, cuts it everywhere, and supplies wrong chunks.
func TestCoreDamage(t *testing.T) {
	core, _, err := Split(tinyBytes(t))
	if err != nil {
		t.Fatal(err)
	}
	if x, err := Open(core); err != nil || touchAll(x) != nil {
		t.Fatal("the core of a tiny file cannot be read")
	}
	for i := range core {
		core[i] ^= 0x55
		if _, err := Open(core); err == nil {
			t.Errorf("byte %d was changed and nothing noticed it", i)
		}
		core[i] ^= 0x55
		if _, err := Open(core[:i:i]); err == nil {
			t.Errorf("a core cut to %d bytes was opened", i)
		}
	}
	core, chunks, err := Split(medium())
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(core)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, len(chunks) - 1} {
		bad := slices.Clone(chunks[i].Data)
		bad[len(bad)/2] ^= 1
		for _, data := range [][]byte{bad, chunks[i].Data[1:], nil} {
			if err := x.Supply(i, data); err == nil || !strings.Contains(err.Error(), "corpus file") {
				t.Errorf("chunk %d: %d wrong bytes were taken: %v", i, len(data), err)
			}
		}
	}
	if x.Supply(len(chunks), nil) == nil || x.Supply(-1, nil) == nil {
		t.Error("a chunk that does not exist was taken")
	}
}

func FuzzOpenCore(f *testing.F) {
	core, _, err := Split(tinyBytes(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(core[coreHeader:])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, behind []byte) {
		// The lengths and sums are made right, so that what is behind them is read.
		data := append([]byte(coreMagic), make([]byte, coreHeader-len(coreMagic))...)
		data = append(data, behind...)
		if prefix := len(core) - coreHeader; len(behind) >= prefix {
			copy(data[8:28], core[8:28])
			putUint32(data[16:], len(behind)-int(getUint32(core[12:])))
		}
		putUint32(data[28:], int(coreSum(data)))
		if x, err := Open(data); err == nil && x.Docs() < 1000 && x.Meta().Terms < 10000 && x.Meta().Actors < 1000 {
			touchAll(x)
			x.Chunks()
		}
	})
}

func putUint32(b []byte, v int) { binary.LittleEndian.PutUint32(b, uint32(v)) }
func getUint32(b []byte) uint32 { return binary.LittleEndian.Uint32(b) }
