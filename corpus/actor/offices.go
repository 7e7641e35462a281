package actor

import (
	"fmt"
	"slices"
	"strings"

	"dateline/corpus"
)

// An office is one line of data/offices.txt.
type office struct {
	of      int32    // the entry of its country or organisation
	roles   []int    // its names, as numbers of roles
	holders []holder // in the order of their dates
}

// A holder is who holds an office from a date on, until the next one.
type holder struct {
	since corpus.Date
	name  string // "" where nobody or nobody known does
	entry int32  // or none where the dictionary does not know the name
}

// offices reads: country or organisation | names of the office | holder date; holder date; …
func (l *loader) office(c []string) error {
	o := office{of: none}
	for a := l.walk(l.lexName(c[0])); a != none; a = l.aliases[a].next {
		if e := l.aliases[a].entry; l.entries[e].name == c[0] {
			o.of = e
		}
	}
	if o.of == none {
		return fmt.Errorf("%q is neither in data/countries.txt nor in data/organisations.txt", c[0])
	}
	for name := range items(c[1]) {
		o.roles = append(o.roles, l.role(name))
	}
	for item := range items(c[2]) {
		i := strings.LastIndexByte(item, ' ')
		since, err := corpus.ParseDate(item[i+1:])
		if i < 0 || err != nil {
			return fmt.Errorf("%q does not end with the date when the office was taken up", item)
		}
		h := holder{since: since, name: item[:i], entry: none}
		if h.name == "-" {
			h.name = ""
		}
		if n := len(o.holders); n > 0 && o.holders[n-1].since >= since {
			return fmt.Errorf("%q comes before the holder in front of it", item)
		}
		for a := l.walk(l.lexName(h.name)); h.name != "" && a != none; a = l.aliases[a].next {
			if al := &l.aliases[a]; al.kind == corpus.KindName && l.entries[al.entry].typ == corpus.Person {
				h.entry = al.entry
			}
		}
		o.holders = append(o.holders, h)
	}
	l.officesOf[o.of] = append(l.officesOf[o.of], len(l.offices))
	l.offices = append(l.offices, o)
	return nil
}

// role returns the number of the role that is called so and gives it one if it is new. A hyphen is as good as a space.
func (l *loader) role(name string) int {
	var ids []int32
	for _, w := range l.lexName(name) {
		ids = append(ids, w.id)
	}
	for _, n := range l.rolesAt[ids[0]] {
		if slices.Equal(l.roles[n], ids) {
			return n
		}
	}
	l.rolesAt[ids[0]] = append(l.rolesAt[ids[0]], len(l.roles))
	l.roles = append(l.roles, ids)
	return len(l.roles) - 1
}

// holder returns who held the office of that name of the country or organisation of at the date, or nil. A date that is a year or
// month must have but one.
func (d *dictionary) holder(of int32, role int, date corpus.Date) *holder {
	if date.Precision() == corpus.Undated {
		return nil
	}
	for _, n := range d.officesOf[of] {
		o := &d.offices[n]
		if !slices.Contains(o.roles, role) {
			continue
		}
		first, last := o.at(date.First()), o.at(date.Last())
		if first != nil && last != nil && first.name == last.name && first.name != "" {
			return last
		}
	}
	return nil
}

// at returns the holder on a day, or nil.
func (o *office) at(day corpus.Date) *holder {
	for i := len(o.holders) - 1; i >= 0; i-- {
		if h := &o.holders[i]; h.since.First() <= day {
			return h
		}
	}
	return nil
}
