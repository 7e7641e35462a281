package actor

import (
	"strings"

	"dateline/corpus"
)

// Canonical looks name up among all names of the dictionary, whatever its case, accents and hyphens. Of a name that
// several actors bear it returns the first that the dictionary lists; a surname counts if one person alone bears it.
func (f *Finder) Canonical(name string) (string, corpus.ActorType, bool) {
	e := f.dict.lookUp(f.lex(name).words, 0, corpus.NumActorTypes)
	if e == none {
		return "", 0, false
	}
	return f.dict.entries[e].name, f.dict.entries[e].typ, true
}

// Country returns the country that an actor of the dictionary is of: that of the Kremlin is Russia, that of Jens Stoltenberg
// Norway. It returns "" for names and countries that it does not know.
func (f *Finder) Country(name string) string {
	e := f.dict.lookUp(f.lex(name).words, 0, corpus.NumActorTypes)
	if e == none || f.dict.entries[e].country == none {
		return ""
	}
	return f.dict.entries[f.dict.entries[e].country].name
}

// lookUp returns the entry of which words are a name, or none. An entry of type want goes before others; year, where
// it is not 0, tells people of one surname apart.
func (d *dictionary) lookUp(words []word, year int, want corpus.ActorType) int32 {
	if len(words) == 0 {
		return none
	}
	first, other, bearer, bearers := int32(none), int32(none), int32(none), 0
	strong := false
	for a := d.walk(words); a != none; a = d.aliases[a].next {
		al := &d.aliases[a]
		e := &d.entries[al.entry]
		switch {
		case al.kind == corpus.KindSurname:
			if year != 0 && e.from != 0 && (year < e.from-3 || year > e.to+20) || strong && !al.strong {
				continue
			}
			if al.strong && !strong {
				strong, bearer, bearers = true, none, 0
			}
			if bearer != al.entry {
				bearer = al.entry
				bearers++
			}
		case (e.typ == want || want == corpus.Place && e.typ == corpus.Country) && first == none:
			first = al.entry
		case other == none:
			other = al.entry
		}
	}
	switch {
	case first != none:
		return first
	case want == corpus.Person && bearers == 1:
		return bearer
	case other != none && want == corpus.NumActorTypes:
		return other
	case bearers == 1 && want == corpus.NumActorTypes:
		return bearer
	}
	return none
}

// given turns the actors that the input names into mentions without a span. Each is matched with the actors found in
// the text, then with the dictionary; else its name is taken as it stands.
func (t *task) given(found []corpus.Mention) []corpus.Mention {
	if len(t.doc.Actors) == 0 {
		return nil
	}
	finder := &Finder{dict: t.dict}
	type actor struct {
		name string
		typ  corpus.ActorType
	}
	seen := map[actor]bool{}
	var given []corpus.Mention
	for _, g := range t.doc.Actors {
		name, typ := t.matchGiven(finder, g, found)
		if name == "" || seen[actor{name, typ}] {
			continue
		}
		seen[actor{name, typ}] = true
		given = append(given, corpus.Mention{Name: name, Type: typ, Kind: corpus.KindGiven, Confidence: 1, Rule: "given"})
	}
	return given
}

// matchGiven returns the canonical name and type of one given actor.
func (t *task) matchGiven(f *Finder, g corpus.GivenActor, found []corpus.Mention) (string, corpus.ActorType) {
	words := f.lex(g.Name).words
	if len(words) == 0 {
		return strings.TrimSpace(g.Name), g.Type
	}
	if e := t.dict.lookUp(words, t.year, g.Type); e != none && len(words) > 1 {
		return t.dict.entries[e].name, t.dict.entries[e].typ
	}
	key := givenKey(g.Name)
	last := ""
	for i := range found {
		m := &found[i]
		if m.Type != g.Type && !(g.Type == corpus.Place && m.Type == corpus.Country) {
			continue
		}
		have := givenKey(m.Name)
		if have == key {
			return m.Name, m.Type
		}
		// A surname alone means the one person of that surname whom the text names.
		if g.Type == corpus.Person && strings.HasSuffix(have, " "+key) {
			if last != "" && last != m.Name {
				last = ""
				break
			}
			last = m.Name
		}
	}
	if last != "" {
		return last, g.Type
	}
	if e := t.dict.lookUp(words, t.year, g.Type); e != none {
		return t.dict.entries[e].name, t.dict.entries[e].typ
	}
	if g.Type == corpus.Organisation && len(g.Name) <= 5 {
		return strings.ToUpper(strings.TrimSpace(g.Name)), g.Type // "iwcc"
	}
	return sensibleCase(g.Name), g.Type
}

// givenKey brings "james-baker" and "James Baker" to one form.
func givenKey(name string) string {
	var key []byte
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == ' ' || r == '_' }) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = append(key, appendKey(nil, w)...)
	}
	return string(key)
}

// sensibleCase writes a name in small letters as names are written ("james-baker": "James Baker"), and leaves others alone.
func sensibleCase(name string) string {
	name = strings.TrimSpace(name)
	if strings.ToLower(name) != name {
		return name
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == ' ' || r == '_' })
	for i, w := range words {
		if i == 0 || !smallInNames[w] {
			words[i] = titleCase(w)
		}
	}
	return strings.Join(words, " ")
}

// smallInNames are the words of names that keep their small letters.
var smallInNames = map[string]bool{
	"de": true, "van": true, "von": true, "der": true, "den": true, "la": true, "du": true, "da": true, "dos": true, "bin": true,
	"of": true, "and": true, "the": true, "for": true, "on": true,
}
