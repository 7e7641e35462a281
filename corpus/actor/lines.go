package actor

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/corpus"
)

// A loader adds the lines of the files to a dictionary.
type loader struct {
	*dictionary
	words    []word           // of the name at hand
	capitals map[string]int32 // name -> entry
}

// country reads: name | other names | demonyms | capital ; its other names | years, of countries that are no more.
func (l *loader) country(c []string) error {
	from, to, err := years(c[4])
	if err != nil {
		return err
	}
	id := l.entry(entry{name: c[0], typ: corpus.Country, country: none, former: none, from: from, to: to})
	l.entries[id].country = id
	l.byName[c[0]] = id
	l.names(id, c[0], c[1])
	for name := range items(c[2]) {
		l.alias(name, alias{entry: id, kind: corpus.KindDemonym})
	}
	place := int32(none)
	for name := range items(c[3]) {
		if have, ok := l.capitals[name]; ok && place == none {
			l.share(have, id)
			break
		}
		if place == none {
			place = l.entry(entry{name: name, typ: corpus.Place, country: id, former: none, capital: true})
			l.capitals[name] = place
		}
		l.alias(name, alias{entry: place})
	}
	return nil
}

// share makes a capital that is known already the capital of id too.
func (l *loader) share(capital, id int32) {
	e := &l.entries[capital]
	if l.entries[e.country].to == 0 {
		e.former = id
	} else {
		e.country, e.former = id, e.country
	}
}

// years reads "1999-2008", and "" as 0 and 0.
func years(s string) (from, to int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	a, b, _ := strings.Cut(s, "-")
	from, err1 := strconv.Atoi(a)
	to, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil {
		return 0, 0, fmt.Errorf("%q are no years; write 1999-2008", s)
	}
	return from, to, nil
}

// organisation reads: name | other names | country.
func (l *loader) organisation(c []string) error {
	country, err := l.countryOf(c[2])
	if err != nil {
		return err
	}
	l.names(l.entry(entry{name: c[0], typ: corpus.Organisation, country: country, former: none}), c[0], c[1])
	return nil
}

// place reads: name | other names | country, or "@ country: name; name".
func (l *loader) place(c []string) error {
	if list, ok := strings.CutPrefix(c[0], "@"); ok {
		country, list, _ := strings.Cut(list, ":")
		for name := range items(list) {
			if err := l.place([]string{name, "", strings.TrimSpace(country)}); err != nil {
				return err
			}
		}
		return nil
	}
	country, err := l.countryOf(c[2])
	if err != nil {
		return err
	}
	l.names(l.entry(entry{name: c[0], typ: corpus.Place, country: country, former: none}), c[0], c[1])
	return nil
}

// person reads: name | country | years | other names. A star behind the name says that the surname alone
// means this person, a caret stands before the surname where it is not the last word.
func (l *loader) person(c []string) error {
	country, err := l.countryOf(c[1])
	if err != nil {
		return err
	}
	name, strong := strings.CutSuffix(c[0], "*")
	from, to, err := years(c[2])
	if err != nil {
		return err
	}
	e := entry{name: strings.Replace(name, "^", "", 1), typ: corpus.Person, country: country, former: none, from: from, to: to}
	id := l.entry(e)
	l.personName(id, name, strong)
	for other := range items(c[3]) {
		l.personName(id, other, strong)
	}
	return nil
}

// personName adds a full name and its surname.
func (l *loader) personName(id int32, name string, strong bool) {
	full := strings.Replace(name, "^", "", 1)
	l.alias(full, alias{entry: id})
	surname := ""
	switch before, after, marked := strings.Cut(name, "^"); {
	case marked && before == "":
		surname, _, _ = strings.Cut(after, " ")
	case marked:
		surname = after
	default:
		surname = full[strings.LastIndexByte(full, ' ')+1:]
	}
	if surname != full {
		l.alias(surname, alias{entry: id, kind: corpus.KindSurname, strong: strong})
	}
}

func (l *loader) entry(e entry) int32 {
	l.entries = append(l.entries, e)
	return int32(len(l.entries) - 1)
}

// names adds a canonical name and its other names, acronyms among them.
func (l *loader) names(id int32, name, others string) {
	l.alias(name, alias{entry: id, kind: nameKind(name)})
	for other := range items(others) {
		l.alias(other, alias{entry: id, kind: nameKind(other)})
	}
}

// nameKind tells an acronym from a name.
func nameKind(s string) corpus.MentionKind {
	if len(s) <= 7 && s == strings.ToUpper(s) && !strings.Contains(s, " ") && s[0] < 0x80 {
		return corpus.KindAcronym
	}
	return corpus.KindName
}

// alias adds one spelling. A word with a capital must have one in texts too, an acronym must be one there.
func (l *loader) alias(name string, a alias) {
	words := l.lexName(name)
	if len(words) == 0 || len(words) > 16 {
		return
	}
	l.toLexicon(name, a)
	node := int32(0)
	for i, w := range words {
		if w.upper() {
			a.upper |= 1 << i
		}
		switch {
		case w.shape == shapeCaps:
			a.caps |= 1 << i
		case w.shape == shapeMixed && w.end-w.start <= 4:
			a.mixed |= 1 << i
		}
		node = l.child(node, w.id)
	}
	l.classes[words[0].id] |= classStart
	a.words, a.next = uint8(len(words)), none
	at := &l.ends[node]
	for *at != none {
		if have := &l.aliases[*at]; have.entry == a.entry && have.kind == a.kind && have.caps == a.caps && have.upper == a.upper {
			return
		}
		at = &l.aliases[*at].next
	}
	*at = int32(len(l.aliases))
	l.aliases = append(l.aliases, a)
}

// lexName cuts a name of a data file into words and puts them all into the vocabulary.
func (l *loader) lexName(name string) []word {
	l.words = scan(l.words[:0], name, func(w *word, key []byte) {
		w.id = l.number(key)
		w.class = l.classes[w.id]
	})
	return l.words
}

func (l *loader) countryOf(name string) (int32, error) {
	if name == "" {
		return none, nil
	}
	id, ok := l.byName[name]
	if !ok {
		return none, fmt.Errorf("there is no country %q in data/countries.txt", name)
	}
	return id, nil
}

// items yields the parts of a column.
func items(column string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for item := range strings.SplitSeq(column, ";") {
			if item = strings.TrimSpace(item); item != "" && !yield(item) {
				return
			}
		}
	}
}
