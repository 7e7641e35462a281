package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// readCSV reads a table whose first line names its columns: a document a row.
func (f *file) readCSV(r *bufio.Reader) error {
	t := &tableReader{lines: f.lines(r)}
	columns, err := f.columns(t)
	if err != nil {
		return err
	}
	for {
		cells, line, open, err := t.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errLongLine):
			f.records++
			f.problem(line, fmt.Errorf("the row has more than %s and is left out: split it", byteCount(int64(f.opts.MaxRecord))))
			continue
		case errors.Is(err, errColumns):
			f.records++
			f.problem(line, fmt.Errorf("the row is left out: %w", err))
			continue
		case err != nil:
			return fmt.Errorf("what follows line %d cannot be read: %w", line, err)
		}
		if open {
			f.note(line, errors.New("a quote is not closed, and the row ends with its line: close it, or double it if it is meant as a quote"))
		}
		if extra := len(cells) - len(columns); extra > 0 && len(bytes.TrimSpace(bytes.Join(cells[len(columns):], nil))) > 0 {
			f.note(line, fmt.Errorf("the row has %d cells more than there are columns, and they are left out: put quotes around cells that hold the delimiter", extra))
		}
		row := newRecord()
		for i, cell := range cells[:min(len(cells), len(columns))] {
			row.add(columns[i], f.cell(cell, line))
		}
		if err := f.emitRecord(row, line, false); err != nil {
			return err
		}
	}
}

func (f *file) cell(b []byte, line int) string {
	if utf8.Valid(b) {
		return string(b)
	}
	return f.decoded(b, nil, line)
}

// columns reads the first line, by which the delimiter is found, as the names of the columns.
func (f *file) columns(t *tableReader) ([]string, error) {
	raw, err := t.lines.next()
	for err == nil && len(bytes.TrimSpace(raw)) == 0 {
		raw, err = t.lines.next()
	}
	if err != nil {
		return nil, fmt.Errorf("the line with the names of the columns cannot be read: %w", err)
	}
	tabs := strings.EqualFold(path.Ext(f.name), ".tsv") || strings.EqualFold(path.Ext(f.name), ".tab")
	if rest, ok := bytes.CutPrefix(raw, []byte("sep=")); ok && len(bytes.TrimSpace(rest)) <= 1 {
		t.delim = rest[0] // as Excel writes it
	} else {
		t.delim = delimiterOf(raw, tabs)
		t.lines.putBack(raw)
	}
	cells, line, _, err := t.next()
	if err != nil {
		return nil, fmt.Errorf("the line with the names of the columns cannot be read: %w", err)
	}
	columns := make([]string, len(cells))
	named := 0
	for i, cell := range cells {
		columns[i] = f.cell(cell, line)
		if name := foldName(columns[i]); name != "" && len(name) <= maxName {
			named++
		}
	}
	if named == 0 {
		return nil, errors.New("its first line names no columns: put the names of the columns there, such as date,title,text")
	}
	return columns, nil
}
