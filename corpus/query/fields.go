package query

import (
	"strings"

	"dateline/corpus"
)

// FieldHelp describes a field operator for people.
type FieldHelp struct {
	Name    string // as it stands before the colon
	Takes   string // what stands behind it: "a name"
	Example string
	Means   string
}

type fieldKind uint8

const (
	inField fieldKind = iota // confines words
	actorField
	byField
	dateField
	mentionsField
	valueField
)

type field struct {
	kind fieldKind
	FieldHelp
}

var fields = [...]field{
	{actorField, FieldHelp{"actor", "a name", `actor:"Joe Biden"`, "mentions the actor under any of its names"}},
	{byField, FieldHelp{"by", "a name", "by:Putin", "has a statement made by the actor"}},
	{dateField, FieldHelp{"date", "a date", "date:2021-04..2021-12", "was published then"}},
	{valueField, FieldHelp{"id", "an id", "id:000_6bf5c5e7e494ce45", "is this document"}},
	{valueField, FieldHelp{"lang", "a language code", "lang:en", "is in this language"}},
	{mentionsField, FieldHelp{"mentions", "a date", "mentions:2014", "speaks of a date in this time"}},
	{valueField, FieldHelp{"source", "a name", "source:Reuters", "was published by"}},
	{valueField, FieldHelp{"tag", "a tag", `tag:"foreign policy"`, "has this tag"}},
	{inField, FieldHelp{"text", "words", `text:"troop levels"`, "has this in its text"}},
	{inField, FieldHelp{"title", "words", "title:summit", "has this in its title"}},
}

// Fields returns the field operators in alphabetical order.
func Fields() []FieldHelp {
	out := make([]FieldHelp, len(fields))
	for i, f := range fields {
		out[i] = f.FieldHelp
	}
	return out
}

func fieldNamed(name string) *field {
	for i := range fields {
		if strings.EqualFold(fields[i].Name, name) {
			return &fields[i]
		}
	}
	return nil
}

func fieldNames() string {
	var b strings.Builder
	for i, f := range fields {
		switch i {
		case 0:
		case len(fields) - 1:
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(f.Name)
	}
	return b.String()
}

// SplitActor separates the type that may stand before an actor's name: "person:Washington" is the name "Washington"
// and the type Person. Without a known type before a colon, typed is false and name is s.
func SplitActor(s string) (name string, typ corpus.ActorType, typed bool) {
	before, after, found := strings.Cut(s, ":")
	if found {
		typ, typed = corpus.ParseActorType(strings.ToLower(strings.TrimSpace(before)))
		after = strings.TrimSpace(after)
	}
	if !typed || after == "" {
		return s, 0, false
	}
	return after, typ, true
}

// Quote returns s as it can stand behind the colon of a field: as it is, or in quotes. A double quote within s,
// which the language cannot write, becomes a space.
func Quote(s string) string {
	if s != "" && s[0] != '\'' && !strings.ContainsAny(s[len(s)-1:], "*,;") && strings.IndexFunc(s, endsWord) < 0 {
		return s
	}
	return `"` + squeeze(s) + `"`
}

// squeeze returns s without double quotes and with single spaces.
func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, `"`, " ")), " ")
}
