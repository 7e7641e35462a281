package source

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// jsonFormat tells one JSON value from lines of JSON by the first line: it is a whole object, and another begins behind it. Objects
// whose first line is a lone brace go on over the next ones, whatever the name says.
// What the name says holds where the head does not tell.
func jsonFormat(head []byte, kind format) format {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	line, rest, more := bytes.Cut(head, []byte("\n"))
	switch {
	case bytes.HasPrefix(head, []byte("[")), more && string(bytes.TrimSpace(line)) == "{":
		return formatJSON
	case json.Valid(bytes.TrimSpace(line)) && more && bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{")):
		return formatJSONL
	}
	return kind
}

// readJSONL reads lines that are each an object, or several: a document each. A line that is none is a problem, and the next one is read.
func (f *file) readJSONL(r *bufio.Reader) error {
	r = utf8Reader(r)
	lines := newRecords(f, (*file).jsonLine)
	err := f.lines(r, lines)
	return cmp.Or(lines.close(), err)
}

// numbered is a line of a file and its number, from 1.
type numbered struct {
	line   []byte
	number int
}

func (f *file) lines(r *bufio.Reader, records *records[numbered]) error {
	for number := 1; ; number++ {
		line, tooLong, err := readLine(r, f.opts.MaxRecord)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("it cannot be read beyond line %d: %w", number, err)
		}
		switch {
		case tooLong:
			line = nil // which jsonLine tells
			fallthrough
		case len(bytes.TrimSpace(line)) > 0:
			if failed := records.add(numbered{line, number}, len(line)); failed != nil {
				return failed
			}
		}
		if err != nil {
			return nil
		}
	}
}

// jsonLine reads a line; one that was too long is nil.
func (f *file) jsonLine(l numbered) (out []reading) {
	if l.line == nil {
		return []reading{{line: l.number, problem: fmt.Errorf("the line has more than %s: split the document", byteCount(int64(f.opts.MaxRecord)))}}
	}
	s, note := decoded(l.line, "")
	decoder := json.NewDecoder(strings.NewReader(s))
	for more := true; more; more = decoder.More() {
		v, err := decodeObject(decoder)
		if err != nil {
			return append(out, reading{line: l.number, problem: fmt.Errorf("the line is not a JSON object (%w): mend it", err)})
		}
		out = append(out, f.fields(flatten(v), l.number, note))
		note = nil
	}
	return out
}

// readLine returns the next line without its end. Of one longer than most it returns nothing, with tooLong.
func readLine(r *bufio.Reader, most int) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong && len(line)+len(part) > most {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func decodeObject(d *json.Decoder) (map[string]any, error) {
	d.UseNumber()
	var v map[string]any
	err := d.Decode(&v)
	var other *json.UnmarshalTypeError
	switch {
	case errors.As(err, &other):
		err = fmt.Errorf("it is %s", jsonKinds[other.Value])
	case err == nil && v == nil:
		err = errors.New("it is null")
	}
	return v, err
}

var jsonKinds = map[string]string{"array": "a list", "string": "a string", "number": "a number", "bool": "true or false"}

// jsonRecord makes a document of one object.
func (f *file) jsonRecord(v map[string]any, line int) error {
	return f.take(f.fields(flatten(v), line, nil))
}

// readJSON reads a value, or several one behind the other: an array of objects, an object that is a document, or one that holds an
// array of them. An array that the file begins with is read item by item, so that a large file is never in memory as objects.
func (f *file) readJSON(r *bufio.Reader) error {
	r = utf8Reader(r)
	decoder := json.NewDecoder(r)
	decoder.UseNumber()
	if head, _ := r.Peek(1); !startsArray(r, head) {
		v, err := decodeObject(decoder)
		if err != nil {
			return fmt.Errorf("it is not JSON as it stands (%w): mend it", err)
		}
		if failed := f.jsonValue(v); failed != nil {
			return failed
		}
		return f.jsonRest(decoder)
	}
	if _, err := decoder.Token(); err != nil {
		return fmt.Errorf("it is not JSON as it stands (%w): mend it", err)
	}
	for decoder.More() {
		var item any
		if err := decoder.Decode(&item); err != nil {
			return fmt.Errorf("it is not JSON behind its record %d (%w): mend it there", f.records, err)
		}
		if failed := f.jsonItem(item); failed != nil {
			return failed
		}
	}
	if _, err := decoder.Token(); err != nil {
		return fmt.Errorf("its list has no end behind its record %d (%w): it may be cut short", f.records, err)
	}
	return f.jsonRest(decoder)
}

// jsonRest reads the values behind the first.
func (f *file) jsonRest(decoder *json.Decoder) error {
	for {
		var v any
		err := decoder.Decode(&v)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("it is not JSON behind its record %d (%w): mend it there", f.records, err)
		}
		if failed := f.jsonValue(v); failed != nil {
			return failed
		}
	}
}

// jsonValue reads an object that is a document, or the list that is a value or the only one in it.
func (f *file) jsonValue(v any) error {
	list, _ := v.([]any)
	if object, ok := v.(map[string]any); ok {
		if list = f.listIn(object); len(f.mapper.textOf(flatten(object))) > 0 {
			list = nil
		}
	}
	if list == nil {
		return f.jsonItem(v)
	}
	for _, item := range list {
		if failed := f.jsonItem(item); failed != nil {
			return failed
		}
	}
	return nil
}

// startsArray reports whether the first character that is no space opens an array.
func startsArray(r *bufio.Reader, head []byte) bool {
	for n := 1; len(head) == n; n++ {
		switch head[n-1] {
		case ' ', '\n', '\r', '\t':
			head, _ = r.Peek(n + 1)
		default:
			return head[n-1] == '['
		}
	}
	return false
}

func (f *file) jsonItem(item any) error {
	v, ok := item.(map[string]any)
	if !ok {
		f.records++
		f.problem(0, errors.New("the item is not an object with fields such as date and text: mend it"))
		return nil
	}
	return f.jsonRecord(v, 0)
}

// listIn returns the list of documents that v holds, or else the one that an object in it holds ({"response": {"docs": […]}}); nil if
// there is none, or if there are several.
func (f *file) listIn(v map[string]any) []any {
	list, n := f.ownList(v)
	if n > 0 {
		return list
	}
	for _, member := range v {
		if object, ok := member.(map[string]any); ok {
			if inner, found := f.ownList(object); found > 0 {
				list, n = inner, n+found
			}
		}
	}
	if n != 1 {
		return nil
	}
	return list
}

// ownList returns the list of documents among the members of v, nil where there are several, and how many there are: lists whose first item
// has a text or a title.
func (f *file) ownList(v map[string]any) (list []any, n int) {
	for _, member := range v {
		items, ok := member.([]any)
		if !ok || len(items) == 0 {
			continue
		}
		object, ok := items[0].(map[string]any)
		if !ok {
			continue
		}
		if r := flatten(object); f.mapper.textOf(r) == "" && len(r.get(f.mapper.title)) == 0 {
			continue
		}
		if n++; n > 1 {
			return nil, n
		}
		list = items
	}
	return list, n
}
