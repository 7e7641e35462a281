package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// readJSONL reads an object a line, a document each. A line that is none is told and passed over.
func (f *file) readJSONL(r *bufio.Reader) error {
	lines := f.lines(r)
	for {
		b, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errLongLine):
			f.records++
			f.problem(lines.line, fmt.Errorf("the record has more than %s and is left out: split it", byteCount(int64(lines.most))))
			continue
		case err != nil:
			return fmt.Errorf("what follows line %d cannot be read: %w", lines.line, err)
		}
		if b = bytes.TrimSpace(b); len(b) == 0 {
			continue
		}
		if !utf8.Valid(b) {
			b = []byte(f.decoded(b, nil, lines.line))
		}
		object, err := decodeObject(b)
		if err != nil {
			f.records++
			f.problem(lines.line, err)
			continue
		}
		if err := f.emitRecord(flatten(object), lines.line, false); err != nil {
			return err
		}
	}
}

// lines returns the lines of r as UTF-8 where its first bytes show another form of Unicode.
func (f *file) lines(r *bufio.Reader) *lineReader {
	head, _ := r.Peek(sniffLen)
	if u := utf8Reader(r, head); u != io.Reader(r) {
		r = bufio.NewReaderSize(u, 64<<10)
	}
	return &lineReader{r: r, most: f.opts.MaxRecord}
}

func decodeObject(b []byte) (map[string]any, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fmt.Errorf("the line is not whole JSON and is left out: %w", err)
	}
	object, ok := v.(map[string]any)
	if !ok {
		return nil, errors.New("the line is not a JSON object {…} and is left out")
	}
	if d.More() {
		return nil, errors.New("there is more than one JSON value on the line and it is left out: put each on a line of its own")
	}
	return object, nil
}

// jsonFormat tells JSON from an object a line, for either goes by the other's name.
func jsonFormat(head []byte, named format) format {
	if e := unicodeEncoding(head); e != nil {
		head, _ = e.NewDecoder().Bytes(head)
	}
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	if bytes.HasPrefix(head, []byte("[")) {
		return formatJSON
	}
	line, rest, more := bytes.Cut(head, []byte("\n"))
	next := bytes.TrimSpace(rest)
	switch {
	case !more:
		return named
	case len(next) > 0 && next[0] == '{':
		return formatJSONL
	case json.Valid(bytes.TrimSpace(line)):
		return named
	case named == formatJSONL && len(bytes.TrimSpace(line)) > 1:
		return formatJSONL
	}
	return formatJSON
}
