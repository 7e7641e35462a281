package source

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxColumns bounds a table: what has more is not one of documents.
const maxColumns = 2000

// readCSV reads a table whose first row names the columns; every other row is a document. What parts the columns is found in the
// first row.
func (f *file) readCSV(r *bufio.Reader) error {
	r = utf8Reader(r)
	head, _ := r.Peek(sniffLen)
	comma, told := toldDelimiter(head)
	if told > 0 {
		r.Discard(told)
	} else {
		comma = delimiter(head)
	}
	table := csv.NewReader(r)
	table.Comma = comma
	table.FieldsPerRecord = -1
	table.LazyQuotes = true
	names, err := table.Read()
	if err != nil {
		return fmt.Errorf("its first row cannot be read (%w): the first row names the columns", err)
	}
	if len(names) > maxColumns {
		return fmt.Errorf("it has %d columns, more than %d: keep those of documents", len(names), maxColumns)
	}
	names = append([]string(nil), names...)
	if !f.mapper.knows(names) {
		return errors.New("no column is called text, date or title, or the like: name the columns in the first row, or tell which is which with --field")
	}
	rows := newRecords(f, (*file).row)
	err = f.rows(table, names, rows)
	return cmp.Or(rows.close(), err)
}

// tableRow is a row of a table and the line that it begins in; problem is why it cannot be read.
type tableRow struct {
	names, cells []string
	line         int
	comma        rune
	problem      error
}

func (f *file) rows(table *csv.Reader, names []string, rows *records[tableRow]) error {
	for {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		row := tableRow{names: names, cells: cells, comma: table.Comma}
		size := 0
		if err == nil {
			row.line, _ = table.FieldPos(0)
			for _, cell := range cells {
				size += len(cell)
			}
		}
		var syntax *csv.ParseError
		switch {
		case errors.As(err, &syntax):
			row.line, row.problem = syntax.StartLine, fmt.Errorf("the row cannot be read (%w): mend its quotes", syntax.Err)
		case err != nil:
			return fmt.Errorf("it cannot be read to its end: %w", err)
		}
		if failed := rows.add(row, size); failed != nil {
			return failed
		}
	}
}

// swallows reports whether a cell holds several lines with as many delimiters as a row has, as it does behind a quote that is
// never closed.
func swallows(row []string, comma rune, columns int) bool {
	const least = 3
	if columns < least {
		return false
	}
	for _, cell := range row {
		n := 0
		for line := range strings.SplitSeq(cell, "\n") {
			if len(cell) > len(line) && tableLike(line, comma) == columns-1 {
				if n++; n == least {
					return true
				}
			}
		}
	}
	return false
}

// tableLike counts the delimiters in a line that stand as between cells, and not as in prose, before a space, or within a number.
func tableLike(line string, comma rune) (n int) {
	for i, r := range line {
		if r != comma {
			continue
		}
		before, after := byte(0), byte(0)
		if i > 0 {
			before = line[i-1]
		}
		if i+1 < len(line) {
			after = line[i+1]
		}
		if digit := func(b byte) bool { return b >= '0' && b <= '9' }; after != ' ' && !(digit(before) && digit(after)) {
			n++
		}
	}
	return n
}

// row makes a document of one row; an empty one makes none.
func (f *file) row(row tableRow) []reading {
	size, empty := 0, true
	for _, cell := range row.cells {
		size += len(cell)
		empty = empty && strings.TrimSpace(cell) == ""
	}
	switch {
	case row.problem != nil:
		return []reading{{line: row.line, problem: row.problem, counts: true}}
	case size > f.opts.MaxRecord:
		problem := fmt.Errorf("the row has more than %s: split the document", byteCount(int64(f.opts.MaxRecord)))
		return []reading{{line: row.line, problem: problem, counts: true}}
	case empty:
		return nil
	}
	var note error
	if swallows(row.cells, row.comma, len(row.names)) {
		note = errors.New("a cell of the row holds what look like rows of the table: a quote before them may have no end")
	}
	r := newRecord()
	for i, cell := range row.cells {
		if i < len(row.names) {
			s, guessed := decoded([]byte(cell), "")
			if note == nil {
				note = guessed
			}
			r.add(row.names[i], s)
		}
	}
	return []reading{f.fields(r, row.line, note)}
}

// knows reports whether one of names is where the text or the title of a document is looked for.
func (m *mapper) knows(names []string) bool {
	r := newRecord()
	for _, name := range names {
		r.add(name, "x")
	}
	return m.textOf(r) != "" || len(r.get(m.title)) > 0
}

// toldDelimiter reads the line "sep=;" that spreadsheets put before a table, and returns the bytes it takes.
func toldDelimiter(head []byte) (comma rune, n int) {
	line, _, found := bytes.Cut(head, []byte("\n"))
	if bare := bytes.Trim(line, "\r\" "); found && len(bare) == len("sep=;") && bytes.EqualFold(bare[:len("sep=")], []byte("sep=")) {
		if c := bare[len("sep=")]; strings.IndexByte(",\t;|", c) >= 0 {
			return rune(c), len(line) + 1
		}
	}
	return 0, 0
}

// delimiter returns which of the usual characters parts the first row.
func delimiter(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, c := range []rune{',', '\t', ';', '|'} {
		count, quoted := 0, false
		for _, b := range string(line) {
			switch {
			case b == '"':
				quoted = !quoted
			case b == c && !quoted:
				count++
			}
		}
		if count > most {
			best, most = c, count
		}
	}
	return best
}
