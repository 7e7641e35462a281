package source

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readJSON reads a list of objects, one object, an object that holds such a list ({"articles": […]}), or several of these one behind
// another. Lists are read object by object, so that a long one takes no more memory than its longest record.
func (f *file) readJSON(r *bufio.Reader) error {
	head, _ := r.Peek(sniffLen)
	d := &jsonReader{f: f, d: json.NewDecoder(utf8Reader(r, head))}
	d.d.UseNumber()
	for first := true; ; first = false {
		t, err := d.d.Token()
		if errors.Is(err, io.EOF) && !first {
			return nil
		}
		if err == nil {
			err = d.top(t, first)
		}
		if err != nil {
			return d.explained(err)
		}
	}
}

type jsonReader struct {
	f     *file
	d     *json.Decoder
	start int64 // where the record that is being read begins
	found bool  // records have been found within the object that is being read
}

// jsonDepth bounds the nesting that is followed.
const jsonDepth = 64

var errTooLarge = errors.New("the record is too large")

func (j *jsonReader) explained(err error) error {
	var stop *visitorError
	switch {
	case errors.As(err, &stop):
		return err
	case errors.Is(err, errTooLarge):
		return fmt.Errorf("record %d has more than %s, and the file is left there: split it, or put one object a line in a .jsonl file",
			j.f.records+1, byteCount(int64(j.f.opts.MaxRecord)))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("it breaks off in record %d: get it again", j.f.records+1)
	}
	return fmt.Errorf("record %d and what follows cannot be read: mend it, or put one object a line in a .jsonl file, where a broken line harms no other (%w)",
		j.f.records+1, err)
}

// top reads a value at the top of the file, of which t is the first token.
func (j *jsonReader) top(t json.Token, first bool) error {
	j.start, j.found = j.d.InputOffset(), false
	switch t {
	case json.Delim('['):
		return j.records()
	case json.Delim('{'):
		object, err := j.object(0)
		if err != nil || j.found {
			return err
		}
		return j.f.emitRecord(flatten(object), 0, first && !j.d.More())
	}
	j.f.problem(0, errors.New("a value is neither a JSON object {…} nor a list […] and is left out"))
	return nil
}

// records reads the elements of a list, behind its bracket, as documents.
func (j *jsonReader) records() error {
	for j.d.More() {
		j.start = j.d.InputOffset()
		v, err := j.value(1)
		if err != nil {
			return err
		}
		if err := j.record(v); err != nil {
			return err
		}
	}
	_, err := j.d.Token()
	return err
}

func (j *jsonReader) record(v any) error {
	object, ok := v.(map[string]any)
	if !ok {
		j.f.records++
		j.f.problem(0, errors.New("it is not a JSON object {…} and is left out"))
		return nil
	}
	return j.f.emitRecord(flatten(object), 0, false)
}

func (j *jsonReader) value(depth int) (any, error) {
	t, err := j.d.Token()
	if err != nil {
		return nil, err
	}
	return j.rest(t, depth)
}

// rest reads the value of which t is the first token.
func (j *jsonReader) rest(t json.Token, depth int) (any, error) {
	switch {
	case depth > jsonDepth:
		return nil, fmt.Errorf("it is nested deeper than %d", jsonDepth)
	case j.d.InputOffset()-j.start > int64(j.f.opts.MaxRecord):
		return nil, errTooLarge
	case t == json.Delim('{'):
		object := map[string]any{}
		for j.d.More() {
			key, err := j.key()
			if err != nil {
				return nil, err
			}
			if object[key], err = j.value(depth + 1); err != nil {
				return nil, err
			}
		}
		_, err := j.d.Token()
		return object, err
	case t == json.Delim('['):
		var list []any
		for j.d.More() {
			v, err := j.value(depth + 1)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := j.d.Token()
		return list, err
	}
	return t, nil
}

func (j *jsonReader) key() (string, error) {
	t, err := j.d.Token()
	if err != nil {
		return "", err
	}
	key, ok := t.(string)
	if !ok {
		return "", fmt.Errorf("%v stands where a name should", t)
	}
	return key, nil
}

// object reads an object at the top of the file, or one within it, behind its brace. If a list in it turns out to hold records they are
// read as documents and found is set; the object's other members are then of no use.
func (j *jsonReader) object(depth int) (map[string]any, error) {
	object := map[string]any{}
	for j.d.More() {
		key, err := j.key()
		if err != nil {
			return nil, err
		}
		t, err := j.d.Token()
		if err != nil {
			return nil, err
		}
		mayHold := !j.holdsText(object) && !sideLists[foldName(key)]
		switch {
		case t == json.Delim('[') && mayHold:
			object[key], err = j.list(key, depth+1)
		case t == json.Delim('{') && mayHold && depth < maxDepth:
			object[key], err = j.object(depth + 1)
		default:
			object[key], err = j.rest(t, depth+1)
		}
		if err != nil {
			return nil, err
		}
	}
	_, err := j.d.Token()
	return object, err
}

// list reads a member that is a list: as records if its first element is one, and as a value otherwise.
func (j *jsonReader) list(key string, depth int) (any, error) {
	var list []any
	for j.d.More() {
		start := j.d.InputOffset()
		v, err := j.value(depth + 1)
		if err != nil {
			return nil, err
		}
		object, ok := v.(map[string]any)
		if ok && len(list) == 0 && (recordLists[foldName(key)] || j.holdsText(object)) {
			j.found, j.start = true, start
			if err := j.record(v); err != nil {
				return nil, err
			}
			return nil, j.records()
		}
		list = append(list, v)
	}
	_, err := j.d.Token()
	return list, err
}

// recordLists are names under which exports and interfaces put their records; sideLists are lists that belong to a document.
var (
	recordLists = wordSet("articles documents docs items results records entries rows posts stories messages news hits speeches statements")
	sideLists   = wordSet("comments links images related mentions entities tags authors author sources source media attachments quotes keywords topics " +
		"people persons orgs organisations organizations places locations countries actors")
)

// holdsText reports whether an object has a member that the text is looked for in.
func (j *jsonReader) holdsText(object map[string]any) bool {
	if len(object) == 0 {
		return false
	}
	for key, v := range object {
		s, ok := v.(string)
		if !ok || strings.TrimSpace(s) == "" {
			continue
		}
		key = foldName(key)
		for _, name := range j.f.mapper.text {
			if key == name {
				return true
			}
		}
	}
	return false
}
