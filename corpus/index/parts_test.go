package index

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"dateline/corpus"
)

func TestPacked(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for width := range 57 {
		numbers := make([]uint64, rng.IntN(300))
		for i := range numbers {
			numbers[i] = rng.Uint64() & (1<<width - 1)
		}
		r := reader{data: appendPacked(nil, numbers)}
		p := r.packed()
		if r.err != nil || r.at != len(r.data) || p.n != len(numbers) {
			t.Fatalf("width %d: %v", width, r.err)
		}
		for i, want := range numbers {
			if got := p.at(i); got != want {
				t.Fatalf("width %d: number %d is %d, want %d", width, i, got, want)
			}
		}
	}
}

func TestUnpack(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for width := range uint(33) {
		for _, n := range []int{0, 1, 7, 127, blockSize} {
			numbers := make([]uint32, n)
			for i := range numbers {
				numbers[i] = uint32(rng.Uint64() & (1<<width - 1))
			}
			data := append(appendBits(nil, numbers, width), 0xAB)
			got := make([]uint32, n)
			rest := unpack32(got, data, width)
			if !slices.Equal(got, numbers) || len(rest) != 1 {
				t.Fatalf("width %d, %d numbers: %v left, got %v want %v", width, n, rest, got, numbers)
			}
		}
	}
}

// sectionFile returns an opened file with this one section.
func sectionFile(t *testing.T, s section, data []byte) *file {
	t.Helper()
	var sections [numSections][]byte
	sections[s] = data
	f, err := openFile(writeFile(sections))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{0, 1, 15, 16, 17, 500} {
		var keys []string
		for range n {
			keys = append(keys, fmt.Sprintf("k%x", rng.IntN(400))) // some more than once
		}
		sort.Strings(keys)
		var w tableWriter
		for i, key := range keys {
			w.add(key, []byte{byte(i), byte(i >> 7)})
		}
		data := w.append(nil)
		r := reader{data: data}
		table := r.table(sectionFile(t, secForm, data), secForm, func(r *reader) { r.bytes(2) })
		if r.err != nil || table.n != n {
			t.Fatalf("%d keys: %v", n, r.err)
		}
		for range 300 {
			key := fmt.Sprintf("k%x", rng.IntN(420))
			key = key[:1+rng.IntN(len(key))]
			want := sort.SearchStrings(keys, key)
			c, ok := table.seek(key)
			if ok != (want < n) || ok && (c.i != want || string(c.key) != keys[want]) {
				t.Fatalf("%d keys: seek(%q) is at %d, %v, want %d", n, key, c.i, ok, want)
			}
		}
		for i, key := range keys {
			c, err := table.entry(i)
			if err != nil || string(c.key) != key || !bytes.Equal(c.r.bytes(2), []byte{byte(i), byte(i >> 7)}) {
				t.Fatalf("entry %d is %q, want %q: %v", i, c.key, key, err)
			}
		}
	}
}

func TestPostings(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{1, 2, 127, 128, 129, 256, 1000} {
		docs := n * (1 + rng.IntN(50))
		numbers := rng.Perm(docs)[:n]
		sort.Ints(numbers)
		list := make([]posting, n)
		for i, doc := range numbers {
			list[i] = posting{doc: uint32(doc), body: uint32(rng.IntN(4)), title: uint32(rng.IntN(2) * rng.IntN(2)), share: rng.Float64(), positions: make([]byte, rng.IntN(3))}
			if rng.IntN(50) == 0 {
				list[i].body = rng.Uint32() >> 1
			}
		}
		data, posn := appendPostings(nil, nil, list)
		p, err := openPostings(data, n, 0, 1, extent{n: len(posn)})
		if err != nil {
			t.Fatal(err)
		}
		var b Block
		for i, at := 0, 0; i < p.Blocks(); i++ {
			if err := p.Read(i, &b, docs); err != nil {
				t.Fatal(err)
			}
			for j, doc := range b.Docs {
				want := list[at]
				if doc != want.doc || b.Body[j] != want.body || b.Title[j] != want.title {
					t.Fatalf("%d documents: number %d is %d %d %d, want %+v", n, at, doc, b.Body[j], b.Title[j], want)
				}
				if corpus.DocID(doc) > p.Last(i) || float64(p.Bound(i)) < want.share {
					t.Fatalf("%d documents: number %d is beyond the last (%d) or the bound (%f) of its block", n, at, p.Last(i), p.Bound(i))
				}
				at++
			}
		}
	}
}

func TestStore(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for _, dictionary := range [][]byte{nil, []byte("tensions on the border between Russia and Ukraine")} {
		w := newStoreWriter(dictionary, 2)
		var want [][]byte
		for range 200 {
			record := bytes.Repeat([]byte("the border between "), rng.IntN(200))
			record = append(record, byte(rng.Uint32()))
			want = append(want, record)
			w.add(record)
		}
		want = append(want, nil)
		w.add(nil)
		var sections [numSections][]byte
		sections[secText] = w.append(nil)
		f, err := openFile(writeFile(sections))
		if err != nil {
			t.Fatal(err)
		}
		s, err := openStore(f, secText, len(want), dictionary)
		if err != nil {
			t.Fatal(err)
		}
		c := blockCache{store: s}
		for range 1000 {
			i := rng.IntN(len(want))
			if got, err := c.record(i); err != nil || !bytes.Equal(got, want[i]) {
				t.Fatalf("record %d: %v", i, err)
			}
		}
		if _, err := c.record(len(want)); err == nil {
			t.Error("read a record that is not there")
		}
	}
}

func TestInPeriod(t *testing.T) {
	dates := []string{"", "", "2020", "2020-03", "2020-03-05", "2020-12-31", "2021", "2021", "2021-01", "2021-01-01", "2021-04", "2021-04-14", "2021-05-01", "2021-12-07", "2022"}
	var entries []Entry
	for i, s := range dates {
		d := &corpus.Document{ID: fmt.Sprintf("%02d", i), Text: "word"}
		if s != "" {
			d.Date, _ = corpus.ParseDate(s)
		}
		entries = append(entries, Entry{Document: d})
	}
	x := build(t, entries)
	bounds := []string{"", "2019", "2020", "2020-03", "2020-03-06", "2021", "2021-01-02", "2021-04", "2021-04-14", "2021-12", "2022", "2023"}
	for _, from := range bounds {
		for _, to := range bounds {
			var f, u corpus.Date
			if from != "" {
				f, _ = corpus.ParseDate(from)
			}
			if to != "" {
				u, _ = corpus.ParseDate(to)
			}
			var got, want []int
			for _, r := range x.InPeriod(f, u) {
				for d := r.From; d < r.To; d++ {
					got = append(got, int(d))
				}
			}
			for i := range dates {
				d := x.Date(corpus.DocID(i))
				if d != 0 && (f == 0 || d.Last() >= f.First()) && (u == 0 || d.First() <= u.Last()) {
					want = append(want, i)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("InPeriod(%q, %q) = %v, want %v", from, to, got, want)
			}
		}
	}
}

func TestGathered(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for range 100 {
		var g gathered
		var want []posting
		doc, total := uint32(rng.IntN(2)), 0
		for range rng.IntN(300) {
			body, title := uint32(rng.IntN(3)), uint32(1)
			if n := len(want); n == 0 || want[n-1].doc != doc {
				want = append(want, posting{doc: doc})
			}
			p := &want[len(want)-1]
			p.body, p.title, total = p.body+body, p.title+title, total+int(body+title)
			g.add(doc, body, title)
			doc += uint32(rng.IntN(3) * rng.IntN(100))
		}
		got := g.postings(nil)
		if g.docs != len(want) || g.total != total || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%d documents, %d in all: %v, want %v", g.docs, g.total, got, want)
		}
	}
}
