package actor

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"dateline/corpus"
)

// The owner's word: a file actors.csv beside the documents corrects what the finder finds. It is CSV in UTF-8 with the columns
//
//	action,name,type,names
//
// where names are divided by semicolons, case and accents do not matter in names that are looked for, and a line that begins with # is a
// comment. The first line may name the columns. The actions, applied in the order in which they stand here:
//
//	add     name of type, also called names: it is found in texts from now on
//	split   of name the mentions that are written as one of names: each becomes an actor of its own, of type if that is given
//	merge   all actors called one of names into name, which has type if that is given
//	retype  name to type
//	hide    name: none of its mentions is kept
//
// Types are person, organisation, country and place. An actor is meant whatever its type. Version history: 1, the first.
type Overrides struct {
	added  []override
	splits map[string]map[string]override // key of the actor -> key of the words -> the new actor
	merges map[string]override            // key of the name -> the new actor
	types  map[string]corpus.ActorType
	hidden map[string]bool
}

// An override is an actor as the owner wants it.
type override struct {
	name  string
	typ   corpus.ActorType
	typed bool
	names []string
}

// LineError is a line of actors.csv that cannot be followed.
type LineError struct {
	File  string
	Line  int
	Cause string // with what to do about it
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Cause) }

const maxOwnerName = 1000 // bytes: a name beyond that is a slip of the quotation marks

// ParseOverrides reads a file. Lines that cannot be followed are reported, each as a *LineError, and left out.
func ParseOverrides(file, text string) (*Overrides, []error) {
	o := &Overrides{
		splits: map[string]map[string]override{}, merges: map[string]override{},
		types: map[string]corpus.ActorType{}, hidden: map[string]bool{},
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.FieldsPerRecord, r.Comment, r.TrimLeadingSpace = -1, '#', true
	var problems []error
	for first := true; ; first = false {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return o, problems
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			problems = append(problems, &LineError{file, broken.StartLine, "the quotation marks do not close: write \"\" for one inside a field"})
			continue
		}
		if err != nil {
			return o, append(problems, err)
		}
		line, _ := r.FieldPos(0)
		for i := range record {
			record[i] = strings.TrimSpace(record[i])
		}
		if first && strings.EqualFold(record[0], "action") {
			continue
		}
		if cause := o.line(record); cause != "" {
			problems = append(problems, &LineError{file, line, cause})
		}
	}
}

// line follows one record and returns why not, or "".
func (o *Overrides) line(record []string) string {
	if len(record) > 4 {
		return fmt.Sprintf("there are %d columns: they are action, name, type and names; put names with commas into quotation marks", len(record))
	}
	record = append(record, "", "", "")[:max(4, len(record))]
	a := override{name: record[1]}
	for n := range items(record[3]) {
		if len(n) > maxOwnerName {
			return "a name is longer than a thousand bytes: is a quotation mark missing?"
		}
		a.names = append(a.names, n)
	}
	if a.name == "" || len(a.name) > maxOwnerName {
		return "there is no name, or one longer than a thousand bytes: it stands in the second column"
	}
	if record[2] != "" {
		if a.typ, a.typed = corpus.ParseActorType(strings.ToLower(record[2])); !a.typed {
			return fmt.Sprintf("there is no type %q: write person, organisation, country or place", record[2])
		}
	}
	key := givenKey(a.name)
	action := strings.ToLower(record[0])
	switch {
	case (action == "add" || action == "retype") && !a.typed:
		return fmt.Sprintf("%s needs a type in the third column: person, organisation, country or place", action)
	case (action == "split" || action == "merge") && len(a.names) == 0:
		return fmt.Sprintf("%s needs names in the fourth column, divided by semicolons", action)
	}
	switch action {
	case "add":
		o.added = append(o.added, a)
	case "split":
		if o.splits[key] == nil {
			o.splits[key] = map[string]override{}
		}
		for _, n := range a.names {
			o.splits[key][givenKey(n)] = override{name: n, typ: a.typ, typed: a.typed}
		}
	case "merge":
		for _, n := range a.names {
			o.merges[givenKey(n)] = a
		}
		o.merges[key] = a
	case "retype":
		o.types[key] = a.typ
	case "hide":
		o.hidden[key] = true
	default:
		return fmt.Sprintf("there is no action %q: write add, split, merge, retype or hide", record[0])
	}
	return ""
}

// Add adds what another file says; where both speak of one actor, it is the one that holds.
func (o *Overrides) Add(p *Overrides) {
	if o.splits == nil {
		o.splits, o.merges = map[string]map[string]override{}, map[string]override{}
		o.types, o.hidden = map[string]corpus.ActorType{}, map[string]bool{}
	}
	o.added = append(o.added, p.added...)
	for key, words := range p.splits {
		if o.splits[key] == nil {
			o.splits[key] = map[string]override{}
		}
		maps.Copy(o.splits[key], words)
	}
	maps.Copy(o.merges, p.merges)
	maps.Copy(o.types, p.types)
	maps.Copy(o.hidden, p.hidden)
}

// apply changes mentions of text as the owner wants.
func (o *Overrides) apply(text string, mentions []corpus.Mention) []corpus.Mention {
	kept := mentions[:0]
	for _, m := range mentions {
		if words := o.splits[givenKey(m.Name)]; words != nil && m.Kind != corpus.KindGiven {
			if a, ok := words[givenKey(text[m.Start:m.End])]; ok {
				become(&m, a)
			}
		}
		if a, ok := o.merges[givenKey(m.Name)]; ok {
			become(&m, a)
		}
		key := givenKey(m.Name)
		if t, ok := o.types[key]; ok {
			m.Type = t
		}
		if !o.hidden[key] {
			kept = append(kept, m)
		}
	}
	return kept
}

// become makes m a mention of a.
func become(m *corpus.Mention, a override) {
	m.Name = a.name
	if a.typed {
		m.Type = a.typ
	}
}

// Follow makes the finder follow the owner. It is called before the first Find.
func (f *Finder) Follow(o *Overrides) {
	l := &loader{dictionary: f.dict, capitals: map[string]int32{}}
	for _, a := range o.added {
		id := l.entry(entry{name: a.name, typ: a.typ, country: none, former: none, owned: true})
		if a.typ == corpus.Person {
			l.personName(id, a.name, false)
			for _, n := range a.names {
				l.personName(id, n, false)
			}
		} else {
			l.names(id, a.name, strings.Join(a.names, ";"))
		}
	}
	f.owner = o
}
