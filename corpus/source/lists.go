package source

import (
	"strings"

	"dateline/corpus"
)

// Bounds of what a document carries beside its text; what is beyond is left out, longer values are cut.
const (
	maxTitle     = 1000
	maxName      = 200
	maxListItems = 500
)

// splitList takes the values of a list field apart: a field may hold several values, a value several items between ; or |,
// or a list in the notation of JSON or Python. Where comma is set, commas part items too, unless one of the others does.
func splitList(values []string, comma func(string) bool) []string {
	var out []string
	seen := map[string]bool{}
	for _, value := range values {
		for _, item := range splitValue(value, comma) {
			item = strings.Trim(oneLine(item, maxName), " \"'")
			if item == "" || seen[item] || len(out) == maxListItems {
				continue
			}
			seen[item] = true
			out = append(out, item)
		}
	}
	return out
}

func splitValue(value string, comma func(string) bool) []string {
	value = strings.TrimSpace(value)
	if items, ok := bracketList(value); ok {
		return items
	}
	for _, sep := range [...]string{";", "|", "\n"} {
		if strings.Contains(value, sep) {
			return strings.Split(value, sep)
		}
	}
	if comma != nil && strings.Contains(value, ",") && comma(value) {
		return strings.Split(value, ",")
	}
	return []string{value}
}

// bracketList reads ['a', 'b'], ["a", "b"] and [a, b], as exports of tables write lists.
func bracketList(s string) ([]string, bool) {
	if len(s) < 2 || s[0] != '[' && s[0] != '{' && s[0] != '(' {
		return nil, false
	}
	if last := s[len(s)-1]; last != ']' && last != '}' && last != ')' {
		return nil, false
	}
	var items []string
	inner := s[1 : len(s)-1]
	for inner = strings.TrimLeft(inner, ", "); inner != ""; inner = strings.TrimLeft(inner, ", ") {
		end := -1
		if q := inner[0]; q == '"' || q == '\'' {
			inner = inner[1:]
			// A quote ends the item where a comma or the end follows it: 'Côte d'Ivoire'.
			for i := 0; i < len(inner); i++ {
				if inner[i] == q && (i+1 == len(inner) || inner[i+1] == ',') {
					end = i
					break
				}
			}
			if end < 0 {
				return append(items, inner), true
			}
			items, inner = append(items, inner[:end]), inner[end+1:]
			continue
		}
		if end = strings.IndexByte(inner, ','); end < 0 {
			return append(items, inner), true
		}
		items, inner = append(items, inner[:end]), inner[end:]
	}
	return items, true
}

func always(string) bool { return true }

// severalNames reports whether commas part whole names ("Joe Biden, Vladimir Putin") and not the parts of one ("Biden, Joe").
func severalNames(value string) bool {
	for part := range strings.SplitSeq(value, ",") {
		if len(strings.Fields(part)) < 2 {
			return false
		}
	}
	return true
}

// authors takes the "By" off a byline and its "and" apart.
func authors(values []string) []string {
	var plain []string
	for _, value := range splitList(values, severalNames) {
		value = withoutType(value)
		if len(value) > 3 && strings.EqualFold(value[:3], "by ") {
			value = value[3:]
		}
		plain = append(plain, strings.ReplaceAll(value, " and ", ";"))
	}
	return splitList(plain, severalNames)
}

// cutType takes "person:" and the like off a name that came as an object with a type.
func cutType(s string) (name string, t corpus.ActorType, ok bool) {
	kind, rest, ok := strings.Cut(s, ":")
	if ok {
		t, ok = corpus.ParseActorType(strings.ToLower(strings.TrimSpace(kind)))
	}
	if !ok {
		return s, 0, false
	}
	return strings.TrimSpace(rest), t, true
}

func withoutType(s string) string {
	name, _, _ := cutType(s)
	return name
}

// givenActors returns the actors that a record names. An item "person:Joe Biden" tells its own type, as does
// an object in a list; others have the type of their field.
func givenActors(r *record, groups []actorField) []corpus.GivenActor {
	var out []corpus.GivenActor
	seen := map[corpus.GivenActor]bool{}
	for _, group := range groups {
		for _, name := range splitList(r.all(group.names), r.commas(group.comma)) {
			actor := corpus.GivenActor{Name: name, Type: group.kind}
			if rest, t, ok := cutType(name); ok {
				actor = corpus.GivenActor{Name: rest, Type: t}
			}
			if actor.Name != "" && !seen[actor] && len(out) < maxListItems {
				seen[actor] = true
				out = append(out, actor)
			}
		}
	}
	return out
}
