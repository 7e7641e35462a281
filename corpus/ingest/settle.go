package ingest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/source"
)

// mostTold is how many ids that were changed are told one by one.
const mostTold = 20

// settle takes out duplicates, makes ids unique and puts the documents in the order of an index: by date, then by id.
//
// Two documents are the same if all they hold is the same but for where they came from and the actors they name, and no id of their own
// keeps them apart. Of those that are the same the one with the first path stays, and of those that share an id it keeps the id. So
// the outcome does not depend on the order in which they came, nor on what was settled between some of them before.
//
// Where ids that documents brought with them had to be changed, the report tells.
func settle(items []item, report *Report) []item {
	paths := make([]string, len(items))
	order := make([]int32, len(items))
	for i := range items {
		paths[i], order[i] = items[i].path(), int32(i)
	}
	slices.SortStableFunc(order, func(i, j int32) int {
		if c := comparePaths(paths[i], paths[j]); c != 0 {
			return c
		}
		a, b := &items[i], &items[j]
		return cmp.Or(cmp.Compare(a.date, b.date), strings.Compare(a.id(), b.id()), bytes.Compare(a.key[:], b.key[:]))
	})
	paths = nil
	seen := make(map[contentKey]int32, len(items))
	taken := make(map[string]bool, len(items))
	next := map[string]int32{} // number to try behind an id that is taken
	left := make([]bool, len(items))
	ids := make([]string, len(items))
	renamed, last := 0, (*item)(nil)
	for _, i := range order {
		it := &items[i]
		if of, ok := seen[it.key]; ok {
			report.Duplicates = append(report.Duplicates, Duplicate{it.where(), items[of].where()})
			left[i] = true
			continue
		}
		seen[it.key] = i
		plain := it.id()
		for ids[i] = plain; taken[ids[i]] || ids[i] == ""; ids[i] = it.id() {
			it.suffix = max(next[plain], 2)
			next[plain] = it.suffix + 1
		}
		taken[ids[i]] = true
		if it.ownID && it.suffix != 0 {
			if renamed++; renamed <= mostTold {
				report.Problems = append(report.Problems, source.Problem{
					Path: it.where(), Note: true, Err: fmt.Errorf("its id %q is that of another document too: here it is %s", plain, ids[i]),
				})
			}
			last = it
		}
	}
	if n := renamed - mostTold; n > 0 {
		report.Problems = append(report.Problems, source.Problem{
			Path: last.where(), Note: true, More: n - 1, Err: fmt.Errorf("its id is that of another document too; of %d documents it is so", renamed),
		})
	}
	order = slices.DeleteFunc(order, func(i int32) bool { return left[i] })
	slices.SortFunc(order, func(i, j int32) int {
		return cmp.Or(cmp.Compare(items[i].date, items[j].date), strings.Compare(ids[i], ids[j]))
	})
	kept := make([]item, len(order))
	for n, i := range order {
		kept[n] = items[i]
	}
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
