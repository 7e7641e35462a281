package source

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"
)

// maxFrontMatter bounds the front matter of a document in bytes.
const maxFrontMatter = 1 << 20

// frontMatter splits a text into the record that stands before it, in YAML between lines of --- (the last may be ...) or in TOML
// between lines of +++, and the body. A text that has none is all body; the record is empty then. What cannot be read is an error,
// and the body is that behind it.
func frontMatter(text string) (r *record, body string, err error) {
	line, rest, _ := strings.Cut(text, "\n")
	fence := strings.TrimRight(line, " \t")
	if fence != "---" && fence != "+++" {
		return newRecord(), text, nil
	}
	end, next := fenceEnd(rest, fence)
	if end < 0 {
		// A thematic break may open a text too.
		return newRecord(), text, nil
	}
	inner, body := rest[:end], rest[next:]
	if len(inner) > maxFrontMatter {
		return newRecord(), body, fmt.Errorf("the front matter has more than %s and is left out", byteCount(maxFrontMatter))
	}
	if fence == "+++" {
		r, err = tomlRecord(inner)
	} else {
		r, err = yamlRecord(inner)
	}
	if r == nil {
		r = newRecord()
	}
	return r, body, err
}

// fenceEnd finds the line that closes the front matter and the start of the line behind it.
func fenceEnd(s, fence string) (end, next int) {
	for at := 0; at < len(s); {
		line, _, more := strings.Cut(s[at:], "\n")
		next = at + len(line)
		if more {
			next++
		}
		if bare := strings.TrimRight(line, " \t"); bare == fence || fence == "---" && bare == "..." {
			return at, next
		}
		at = next
	}
	return -1, -1
}

func tomlRecord(s string) (*record, error) {
	var members map[string]any
	if _, err := toml.Decode(s, &members); err != nil {
		return nil, fmt.Errorf("the TOML front matter is left out: %w", err)
	}
	return flatten(members), nil
}

// yamlRecord reads YAML through its node tree: a scalar is taken as it is written, so that 2021-04 stays a month and
// 007 an id, and aliases are followed within a bound on what they unfold to.
func yamlRecord(s string) (*record, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(s), &doc); err != nil {
		return nil, fmt.Errorf("the YAML front matter is left out: %w", err)
	}
	if len(doc.Content) == 0 {
		return newRecord(), nil
	}
	u := unfolder{left: maxValues}
	members, ok := u.value(doc.Content[0], 0).(map[string]any)
	if !ok {
		return nil, errors.New("the YAML front matter is left out: it has no lines \"key: value\"")
	}
	var err error
	if u.left < 0 {
		err = fmt.Errorf("the YAML front matter has more than %d values; what is beyond is left out", maxValues)
	}
	return flatten(members), err
}

// unfolder turns a YAML tree into the maps and slices that flatten takes, as long as there is something left of its bound.
type unfolder struct{ left int }

func (u *unfolder) value(n *yaml.Node, depth int) any {
	if u.left--; u.left < 0 || depth > maxDepth {
		return nil
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return nil
		}
		return n.Value
	case yaml.AliasNode:
		return u.value(n.Alias, depth+1)
	case yaml.SequenceNode:
		var list []any
		for _, item := range n.Content {
			list = append(list, u.value(item, depth+1))
		}
		return list
	case yaml.MappingNode:
		members := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			members[n.Content[i].Value] = u.value(n.Content[i+1], depth+1)
		}
		return members
	}
	return nil
}

// scalar returns a decoded value that is no list or object as a string, "" for null.
func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case time.Time:
		return v.Format(time.RFC3339)
	}
	return fmt.Sprint(v)
}
