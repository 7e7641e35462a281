// Package shelf is what a reader keeps of a collection on her device: searches under names, and documents set aside to be read. It
// answers: what is kept, how is it written down, and what becomes of what another version has written?
//
// A Shelf is a value: no method changes its receiver. It is kept as text, a line an entry, fields apart by tabs:
//
//	dateline shelf 1
//	search	name	fragment of the address
//	document	id	title
//
// Backslash, tab and line end within a field are \\ \t \n. Version history: 1, the first.
package shelf

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// Shelf is all that is kept. The zero value is empty.
type Shelf struct {
	Searches  []Search   // in the order of their names
	Documents []Document // the latest first
}

// Search is a search under a name.
type Search struct{ Name, Fragment string }

// Document is a document set aside.
type Document struct{ ID, Title string }

// Limits of what is kept: far above what a person reads, below what a device grants.
const (
	MostSearches  = 500
	MostDocuments = 2000
	maxName       = 200 // bytes
	maxField      = 8 << 10
)

const head = "dateline shelf "

// ErrNewer says that another version wrote what is kept; it must not be written over.
var ErrNewer = errors.New("a newer version of this explorer wrote what is kept here; it is left as it is")

// Parse reads what String wrote. Lines that are damaged are left out. The empty text is the empty shelf.
func Parse(s string) (Shelf, error) {
	var shelf Shelf
	if s == "" {
		return shelf, nil
	}
	first, rest, _ := strings.Cut(s, "\n")
	if first != head+"1" {
		if strings.HasPrefix(first, head) {
			return shelf, ErrNewer
		}
		return shelf, nil // of someone else, or nothing
	}
	for line := range strings.Lines(rest) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i, f := range fields {
			fields[i] = unescape(f)
		}
		if len(fields) != 3 || fields[1] == "" || !utf8.ValidString(line) {
			continue
		}
		switch fields[0] {
		case "search":
			shelf = shelf.Keep(Search{fields[1], fields[2]})
		case "document":
			if !shelf.Has(fields[1]) && len(shelf.Documents) < MostDocuments {
				shelf.Documents = append(shelf.Documents, Document{clip(fields[1], maxField), clip(fields[2], maxField)})
			}
		}
	}
	return shelf, nil
}

// String returns the text that Parse reads.
func (s Shelf) String() string {
	var b strings.Builder
	b.WriteString(head + "1\n")
	line := func(kind, a, c string) {
		b.WriteString(kind + "\t" + escaper.Replace(a) + "\t" + escaper.Replace(c) + "\n")
	}
	for _, one := range s.Searches {
		line("search", one.Name, one.Fragment)
	}
	for _, one := range s.Documents {
		line("document", one.ID, one.Title)
	}
	return b.String()
}

var escaper = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`)

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			i++
			switch c = s[i]; c {
			case 't':
				c = '\t'
			case 'n':
				c = '\n'
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// name makes a name one line of some length.
func name(s string) string {
	return strings.TrimSpace(clip(strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " "), maxName))
}

func clip(s string, most int) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if len(s) <= most {
		return s
	}
	for !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// Keep keeps a search under its name; one of the same name gives way. A search without a name, or too long, is not kept.
func (s Shelf) Keep(one Search) Shelf {
	one.Name = name(one.Name)
	if one.Name == "" || len(one.Fragment) > maxField || !utf8.ValidString(one.Fragment) {
		return s
	}
	i, found := slices.BinarySearchFunc(s.Searches, one.Name, func(a Search, n string) int { return strings.Compare(a.Name, n) })
	list := slices.Clone(s.Searches)
	switch {
	case found:
		list[i] = one
	case len(list) == MostSearches:
		return s
	default:
		list = slices.Insert(list, i, one)
	}
	s.Searches = list
	return s
}

// Rename gives a search another name.
func (s Shelf) Rename(old, to string) Shelf {
	i := slices.IndexFunc(s.Searches, func(one Search) bool { return one.Name == old })
	if i < 0 || name(to) == "" {
		return s
	}
	fragment := s.Searches[i].Fragment
	return s.Forget(old).Keep(Search{to, fragment})
}

// Forget takes a search away.
func (s Shelf) Forget(name string) Shelf {
	s.Searches = slices.DeleteFunc(slices.Clone(s.Searches), func(one Search) bool { return one.Name == name })
	return s
}

// Named returns the name that a fragment is kept under, "" if it is not.
func (s Shelf) Named(fragment string) string {
	for _, one := range s.Searches {
		if one.Fragment == fragment {
			return one.Name
		}
	}
	return ""
}

// Has reports whether a document is set aside.
func (s Shelf) Has(id string) bool {
	return slices.ContainsFunc(s.Documents, func(d Document) bool { return d.ID == id })
}

// SetAside puts a document first on the reading list, unless it is there already.
func (s Shelf) SetAside(d Document) Shelf {
	d = Document{clip(d.ID, maxField), clip(d.Title, maxField)}
	if d.ID == "" || s.Has(d.ID) || len(s.Documents) >= MostDocuments {
		return s
	}
	s.Documents = slices.Insert(slices.Clone(s.Documents), 0, d)
	return s
}

// TakeBack takes a document off the reading list.
func (s Shelf) TakeBack(id string) Shelf {
	s.Documents = slices.DeleteFunc(slices.Clone(s.Documents), func(d Document) bool { return d.ID == id })
	return s
}
