package library

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/corpus/index"
)

// disk is a Store in memory that can be cut off: after left more bytes or removals nothing is done any more.
type disk struct {
	files map[string][]byte
	times map[string]time.Time
	now   time.Time
	left  int // -1 for no end
}

var errCut = errors.New("the tab was closed")

func newDisk() *disk {
	return &disk{files: map[string][]byte{}, times: map[string]time.Time{}, now: time.Unix(0, 0), left: -1}
}

func (d *disk) Files() (list []File, err error) {
	for name, data := range d.files {
		list = append(list, File{name, int64(len(data)), d.times[name]})
	}
	return list, nil
}

func (d *disk) Read(name string) ([]byte, error) {
	data, ok := d.files[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return slices.Clone(data), nil
}

func (d *disk) Write(name string, data []byte) error {
	if d.left == 0 {
		return errCut
	}
	d.times[name] = d.now
	if d.left > 0 && d.left < len(data) {
		d.files[name] = slices.Clone(data[:d.left])
		d.left = 0
		return errCut
	}
	d.files[name] = slices.Clone(data)
	if d.left > 0 {
		d.left -= len(data)
	}
	return nil
}

func (d *disk) Remove(name string) error {
	if d.left == 0 {
		return errCut
	}
	if d.left > 0 {
		d.left--
	}
	delete(d.files, name)
	return nil
}

func collection(t *testing.T, name string) []byte {
	t.Helper()
	b := index.NewBuilder(name)
	date, err := corpus.ParseDate("2021-04-14")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add(index.Entry{Document: &corpus.Document{ID: "a", Lang: "en", Date: date, Text: "Words of " + name}}); err != nil {
		t.Fatal(err)
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func names(t *testing.T, d *disk) string {
	t.Helper()
	items, err := List(d, d.now)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, item := range items {
		data, err := Load(d, item.ID)
		if err != nil || int64(len(data)) != item.Bytes || item.Docs != 1 {
			t.Errorf("%+v is not whole: %v", item, err)
		}
		list = append(list, item.Name)
	}
	return strings.Join(list, ", ")
}

func TestKeeping(t *testing.T) {
	d := newDisk()
	beta, err := Save(d, collection(t, "Beta"))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // kept once, however often
		if _, err := Save(d, collection(t, "Alpha sum 1")); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, d); got != "Alpha sum 1, Beta" {
		t.Errorf("kept are %s", got)
	}
	gamma, err := Rename(d, beta.ID, "  Gamma \n rays ")
	if err != nil || gamma.ID == beta.ID {
		t.Fatal(gamma, err)
	}
	if got := names(t, d); got != "Alpha sum 1, Gamma rays" {
		t.Errorf("renamed: %s", got)
	}
	if _, err := Rename(d, gamma.ID, " "); err == nil {
		t.Error("a collection has lost its name")
	}
	if err := Delete(d, gamma.ID); err != nil {
		t.Fatal(err)
	}
	if got := names(t, d); got != "Alpha sum 1" || len(d.files) != 2 {
		t.Errorf("deleted: %s, %d files", got, len(d.files))
	}
	if _, err := Save(d, []byte("no corpus")); err == nil || len(d.files) != 2 {
		t.Errorf("what is no corpus was kept: %v", err)
	}
}

// TestCutShort ends every operation after every byte: what was kept before is there after, and the new one is there whole
// or not at all.
func TestCutShort(t *testing.T) {
	before := newDisk()
	old, err := Save(before, collection(t, "Old"))
	if err != nil {
		t.Fatal(err)
	}
	other, err := Save(before, collection(t, "Other"))
	if err != nil {
		t.Fatal(err)
	}
	fresh := collection(t, "Fresh")
	for _, tt := range []struct {
		name    string
		do      func(*disk) error
		outcome []string
	}{
		{"save", func(d *disk) error { _, err := Save(d, fresh); return err }, []string{"Old, Other", "Fresh, Old, Other"}},
		{"rename", func(d *disk) error { _, err := Rename(d, old.ID, "New"); return err }, []string{"Old, Other", "New, Old, Other", "New, Other"}},
		{"delete", func(d *disk) error { return Delete(d, other.ID) }, []string{"Old, Other", "Old"}},
	} {
		seen := map[string]bool{}
		for cut := 0; ; cut++ {
			d := &disk{files: maps.Clone(before.files), times: maps.Clone(before.times), left: cut}
			err := tt.do(d)
			d.left = -1
			got := names(t, d)
			seen[got] = true
			if !slices.Contains(tt.outcome, got) {
				t.Errorf("%s cut after %d leaves %s", tt.name, cut, got)
			}
			d.now = d.now.Add(2 * unfinished)
			if again := names(t, d); again != got {
				t.Errorf("%s cut after %d: a day later it is %s, not %s", tt.name, cut, again, got)
			}
			for name := range d.files { // nothing half is left
				if len(d.files)%2 != 0 {
					t.Errorf("%s cut after %d leaves %s", tt.name, cut, name)
				}
			}
			if err == nil {
				break
			}
		}
		if last := tt.outcome[len(tt.outcome)-1]; !seen[last] {
			t.Errorf("%s never came to its end, %s", tt.name, last)
		}
	}
}

// TestDamage flips bytes of what is kept: it is told or mended, and never shown as something else.
func TestDamage(t *testing.T) {
	d := newDisk()
	item, err := Save(d, collection(t, "Whole"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.files[item.ID+infoExt] {
		d.files[item.ID+infoExt][i] ^= 1
		if got := names(t, d); got != "Whole" {
			t.Errorf("with byte %d of its seal flipped it is %q", i, got)
		}
	}
	for i := range d.files[item.ID+corpusExt] {
		d.files[item.ID+corpusExt][i] ^= 1
		if _, err := Load(d, item.ID); err == nil {
			t.Errorf("with byte %d flipped it is loaded", i)
		}
		d.files[item.ID+corpusExt][i] ^= 1
	}
}

func FuzzSeal(f *testing.F) {
	f.Add(Item{ID: "0123", Name: "A name\nand more sum 00000000", Docs: 3, Bytes: 9}.seal())
	f.Add("dateline 1\n")
	f.Fuzz(func(t *testing.T, s string) {
		item, err := parseSeal(s)
		if err != nil {
			return
		}
		if again, err := parseSeal(item.seal()); err != nil || fmt.Sprint(again) != fmt.Sprint(item) {
			t.Errorf("%q is read as %+v, and again as %+v, %v", s, item, again, err)
		}
	})
}
