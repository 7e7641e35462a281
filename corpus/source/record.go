package source

import (
	"sort"
	"strings"
	"unicode"

	"dateline/corpus"
)

// record holds what an input says under names, whatever its notation: header lines, front matter, meta tags, JSON members, table columns.
// Names are kept in their folded form ("Publication Date", "publication_date" and "publicationDate" are one), values as lists of strings.
// A member of a nested object has the names above it before its own, with dots: "author.name".
type record struct {
	values map[string][]string
	// items are the values that stood in lists: their commas do not part them ("Elections, 2021").
	items map[string]bool
	// seen has a bit for each name in values (see nameBit), and nested tells that a name has a dot: most of the two hundred names that
	// are looked for are in no record, and need no look into the map.
	seen   uint64
	nested bool
}

// nameBit is one of 64 bits for a folded name, which is not empty.
func nameBit(name string) uint64 {
	return 1 << ((uint(name[0])*31 + uint(name[len(name)-1])*7 + uint(len(name))) & 63)
}

// of returns the values of a folded name.
func (r *record) of(name string) []string {
	if r.seen&nameBit(name) == 0 {
		return nil
	}
	return r.values[name]
}

// set puts values in the place of those of a folded name.
func (r *record) set(name string, values ...string) {
	r.values[name] = values
	r.seen |= nameBit(name)
}

func newRecord() *record { return &record{values: map[string][]string{}, items: map[string]bool{}} }

// commas returns part for values that did not stand in a list.
func (r *record) commas(part func(string) bool) func(string) bool {
	if part == nil || len(r.items) == 0 {
		return part
	}
	return func(value string) bool { return !r.items[strings.TrimSpace(value)] && part(value) }
}

// add appends values under a name; empty ones are left out.
func (r *record) add(name string, values ...string) {
	key := foldName(name)
	if key == "" {
		return
	}
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			r.values[key] = append(r.values[key], v)
			r.seen |= nameBit(key)
			r.nested = r.nested || strings.IndexByte(key, '.') >= 0
		}
	}
}

// get returns the values of the first of names that has any. A name counts at the top and below one of the usual wrappers.
func (r *record) get(names []string) []string {
	for _, name := range names {
		if v := r.of(name); len(v) > 0 {
			return v
		}
	}
	if !r.nested {
		return nil
	}
	for _, wrapper := range wrappers {
		for _, name := range names {
			if v := r.values[wrapper+"."+name]; len(v) > 0 {
				return v
			}
		}
	}
	return nil
}

// all returns the values of all names, in their order.
func (r *record) all(names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, r.of(name)...)
	}
	if !r.nested {
		return out
	}
	for _, wrapper := range wrappers {
		for _, name := range names {
			out = append(out, r.values[wrapper+"."+name]...)
		}
	}
	return out
}

// wrappers are objects that exports put around the members of a document: the Guardian, JSON:API, Hugo and others.
var wrappers = []string{"fields", "attributes", "data", "document", "article", "metadata", "meta", "properties", "params", "extra"}

// foldName brings the spellings of a name together: lower case, letters and digits only, dots kept.
func foldName(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if b := s[i]; !(b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '.') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var sb strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' {
			sb.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Trim(sb.String(), ".")
}

// maxDepth and maxValues bound what one record may hold; what is beyond is left out.
const (
	maxDepth  = 8
	maxValues = 10_000
)

// flattener turns the value of a decoded notation into a record, within the bounds.
type flattener struct {
	record *record
	left   int
}

func flatten(v map[string]any) *record {
	f := flattener{newRecord(), maxValues}
	f.object("", v, 0)
	return f.record
}

func (f *flattener) object(prefix string, object map[string]any, depth int) {
	// The order is fixed, for two spellings of one name may meet.
	keys := make([]string, 0, len(object))
	for key := range object {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		if inner, ok := object[key].(map[string]any); ok && key == "_source" && depth == 0 {
			f.object("", inner, depth+1) // Elasticsearch
			continue
		}
		name := strings.ReplaceAll(key, ".", "")
		if prefix != "" {
			name = prefix + "." + name
		}
		f.value(name, object[key], depth)
	}
}

func (f *flattener) value(name string, v any, depth int) {
	if f.left--; f.left < 0 || depth > maxDepth {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		f.object(name, v, depth+1)
		// {"source": {"name": "BBC"}} also speaks for "source" itself.
		if own := nameOf(v); own != "" {
			f.record.add(name, own)
		}
	case []any:
		for _, item := range v {
			if object, ok := item.(map[string]any); ok {
				f.item(name, object)
				continue
			}
			if s, ok := item.(string); ok && strings.Contains(s, ",") {
				f.record.items[strings.TrimSpace(s)] = true
			}
			f.value(name, item, depth+1)
		}
	default:
		if s := scalar(v); s != "" {
			f.record.add(name, s)
		}
	}
}

// item takes an object in a list by its name, with the type of an actor before it where it tells one.
func (f *flattener) item(name string, object map[string]any) {
	f.left--
	own := nameOf(object)
	if own == "" || f.left < 0 {
		return
	}
	if kind, ok := object["type"].(string); ok {
		if t, ok := corpus.ParseActorType(strings.ToLower(kind)); ok {
			own = t.String() + ":" + own
		}
	}
	f.record.add(name, own)
}

// nameOf returns the member of an object that names it.
func nameOf(object map[string]any) string {
	for _, key := range [...]string{"name", "Name", "title", "label", "term", "value", "text", "rendered", "main", "original", "webTitle", "$t", "@value"} {
		if s, ok := object[key].(string); ok && s != "" {
			return s
		}
	}
	return ""
}
