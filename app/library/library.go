// Package library keeps collections on the reader's device. It answers: what have I added, and is it still whole?
//
// It knows no browser: it is given a Store, a flat folder whose files may be cut at any byte when a tab is closed or a disk is
// full. A collection is two files, named by the id of its content:
//
//	<id>.corpus  the collection
//	<id>.info    what it is, in a few lines, written when the other has been read back and found whole
//
// The second is the first one's seal. A file without its seal is being written, or was left when writing was cut short; it is
// checked and sealed if it is whole after all, and taken away when it has lain there for a day. Nothing that is sealed is ever
// written to.
package library

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/index"
)

// Store is a flat folder. Names are letters, digits and dots. No method is atomic.
type Store interface {
	// Files lists what is there, in any order.
	Files() ([]File, error)
	Read(name string) ([]byte, error)
	// Write makes or replaces a file.
	Write(name string, data []byte) error
	// Remove takes a file away; it is no error if it is not there.
	Remove(name string) error
}

// File is an entry of a Store.
type File struct {
	Name     string
	Bytes    int64
	Modified time.Time
}

// Item is a collection that is kept.
type Item struct {
	// ID is that of the content.
	ID          string
	Name        string
	Docs, Words int
	First, Last corpus.Date
	Bytes       int64
}

const (
	corpusExt = ".corpus"
	infoExt   = ".info"
	// unfinished is how long a file without its seal is left alone: another tab may be writing it.
	unfinished = 24 * time.Hour
)

// List returns the collections that are whole, by name, then id. A seal that is damaged is written anew; one whose file has
// another size than it says, and files that were never finished, are taken away.
func List(s Store, now time.Time) ([]Item, error) {
	files, err := s.Files()
	if err != nil {
		return nil, err
	}
	byName := map[string]File{}
	for _, f := range files {
		byName[f.Name] = f
	}
	var items []Item
	for _, f := range files {
		id, ok := strings.CutSuffix(f.Name, corpusExt)
		if !ok {
			if id, ok := strings.CutSuffix(f.Name, infoExt); ok && byName[id+corpusExt].Name == "" {
				err = errors.Join(err, s.Remove(f.Name))
			}
			continue
		}
		item, sealed := readSeal(s, id, f.Bytes, byName[id+infoExt])
		switch {
		case sealed:
			items = append(items, item)
		case f.Bytes == 0 && now.Sub(f.Modified) < unfinished:
		default:
			item, whole := reseal(s, id)
			switch {
			case whole:
				items = append(items, item)
			case now.Sub(f.Modified) >= unfinished:
				err = errors.Join(err, s.Remove(f.Name), s.Remove(id+infoExt))
			}
		}
	}
	slices.SortFunc(items, func(a, b Item) int {
		if c := strings.Compare(a.Name, b.Name); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return items, err
}

func readSeal(s Store, id string, bytes int64, info File) (Item, bool) {
	if info.Name == "" {
		return Item{}, false
	}
	data, err := s.Read(info.Name)
	if err != nil {
		return Item{}, false
	}
	item, err := parseSeal(string(data))
	return item, err == nil && item.ID == id && item.Bytes == bytes
}

// reseal looks whether a file without its seal is whole.
func reseal(s Store, id string) (Item, bool) {
	data, err := s.Read(id + corpusExt)
	if err != nil {
		return Item{}, false
	}
	x, err := checked(data)
	if err != nil || x.Meta().ID != id {
		return Item{}, false
	}
	item := itemOf(x.Meta())
	return item, s.Write(id+infoExt, []byte(item.seal())) == nil
}

// checked opens a collection and compares all of it with its checksums.
func checked(data []byte) (*index.Index, error) {
	x, err := index.Open(data)
	if err == nil {
		err = x.Check()
	}
	return x, err
}

func itemOf(m index.Meta) Item {
	return Item{ID: m.ID, Name: m.Name, Docs: m.Docs, Words: m.Words, First: m.First, Last: m.Last, Bytes: m.Size}
}

// Save keeps a collection. It has been read back from the store, and compared, when Save returns without an error; with one,
// nothing that was kept before has changed.
func Save(s Store, data []byte) (Item, error) {
	x, err := checked(data)
	if err != nil {
		return Item{}, err
	}
	item := itemOf(x.Meta())
	name := item.ID + corpusExt
	if there, err := Load(s, item.ID); err == nil && len(there) == len(data) {
		return item, s.Write(item.ID+infoExt, []byte(item.seal())) // the id is that of the content: it is kept already
	}
	err = s.Write(name, data)
	if err == nil {
		_, err = Load(s, item.ID)
	}
	if err == nil {
		err = s.Write(item.ID+infoExt, []byte(item.seal()))
	}
	if err != nil {
		return Item{}, errors.Join(fmt.Errorf("the collection could not be kept on this device: %w", err), s.Remove(name), s.Remove(item.ID+infoExt))
	}
	return item, nil
}

// Load returns a collection that is kept, checked.
func Load(s Store, id string) ([]byte, error) {
	data, err := s.Read(id + corpusExt)
	if err != nil {
		return nil, err
	}
	x, err := checked(data)
	if err != nil {
		return nil, err
	}
	if x.Meta().ID != id {
		return nil, fmt.Errorf("the file of collection %s holds another one, %s", id, x.Meta().ID)
	}
	return data, nil
}

// Rename keeps a collection under another name: it is another collection, of another id, and takes the place of the first.
func Rename(s Store, id, name string) (Item, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return Item{}, errors.New("a collection needs a name: write one")
	}
	data, err := Load(s, id)
	if err != nil {
		return Item{}, err
	}
	renamed, err := index.Rename(data, name)
	if err != nil {
		return Item{}, err
	}
	item, err := Save(s, renamed)
	if err != nil || item.ID == id {
		return item, err
	}
	return item, Delete(s, id)
}

// Delete takes a collection away. The seal goes last: a deletion that is cut short is finished by the next List.
func Delete(s Store, id string) error {
	if err := s.Remove(id + corpusExt); err != nil {
		return err
	}
	return s.Remove(id + infoExt)
}
