package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
)

// settle takes out duplicates, makes ids unique and puts the documents in the order of an index: by date, then by id.
//
// Two documents are the same if all they hold is the same but for where they came from and the actors they name, and no id of their own
// keeps them apart. Of those that are the same the one with the first path stays, and of those that share an id it keeps the id. So
// the outcome does not depend on the order in which they came, nor on what was settled between some of them before.
func settle(items []*item, report *Report) []*item {
	slices.SortStableFunc(items, func(a, b *item) int {
		return cmp.Or(comparePaths(a.Document.Path, b.Document.Path), cmp.Compare(a.Document.Date, b.Document.Date),
			strings.Compare(a.Document.ID, b.Document.ID), strings.Compare(a.Document.Text, b.Document.Text))
	})
	seen := make(map[contentKey]*item, len(items))
	taken := make(map[string]bool, len(items))
	next := map[string]int{} // number to try behind an id that is taken
	kept := items[:0]
	for _, it := range items {
		d := it.Document
		key := content(d)
		if of := seen[key]; of != nil {
			report.Duplicates = append(report.Duplicates, Duplicate{it.where(), of.where()})
			continue
		}
		seen[key] = it
		if id := d.ID; taken[id] || id == "" {
			for n := max(next[id], 2); ; n++ {
				if d.ID = id + "-" + strconv.Itoa(n); !taken[d.ID] {
					next[id] = n + 1
					break
				}
			}
			it.Renamed = true
		}
		taken[d.ID] = true
		kept = append(kept, it)
	}
	clear(items[len(kept):])
	slices.SortFunc(kept, func(a, b *item) int {
		return cmp.Or(cmp.Compare(a.Document.Date, b.Document.Date), strings.Compare(a.Document.ID, b.Document.ID))
	})
	return kept
}

// comparePaths orders paths, and records of a file by their numbers: "a.csv#9" comes before "a.csv#10".
func comparePaths(a, b string) int {
	fileA, recordA := cutRecord(a)
	fileB, recordB := cutRecord(b)
	return cmp.Or(strings.Compare(fileA, fileB), cmp.Compare(recordA, recordB), strings.Compare(a, b))
}

func cutRecord(path string) (file string, record int) {
	if i := strings.LastIndexByte(path, '#'); i >= 0 {
		if n, err := strconv.Atoi(path[i+1:]); err == nil {
			return path[:i], n
		}
	}
	return path, 0
}

// contentKey is equal for documents that are the same: the first half of a SHA-256.
type contentKey [sha256.Size / 2]byte

func content(d *corpus.Document) (key contentKey) {
	h := sha256.New()
	var length [binary.MaxVarintLen64]byte
	write := func(parts ...string) {
		for _, s := range parts {
			h.Write(length[:binary.PutUvarint(length[:], uint64(len(s)))])
			io.WriteString(h, s)
		}
	}
	id := ""
	if d.OwnID {
		id = d.ID
	}
	write(id, d.Date.String(), d.Title, d.Source, d.URL, d.Lang, d.Text, fmt.Sprint(len(d.Authors)))
	write(d.Authors...)
	write(d.Tags...)
	copy(key[:], h.Sum(nil))
	return key
}
