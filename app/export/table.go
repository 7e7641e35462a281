package export

import "strings"

// Format is how a table is written.
type Format uint8

// The formats.
const (
	CSV    Format = iota // a line a row below a line of names, for spreadsheets
	JSON                 // one array of objects
	NDJSON               // an object a line
	NumFormats
)

// Extension is that of the file's name, without a dot.
func (f Format) Extension() string { return [NumFormats]string{"csv", "json", "ndjson"}[f] }

// MIME is the file's media type.
func (f Format) MIME() string {
	return [NumFormats]string{"text/csv;charset=utf-8", "application/json", "application/x-ndjson"}[f]
}

// Value is a cell. The zero value is an unknown one: empty in CSV, null in JSON.
type Value struct {
	kind kind
	text string
	n    int
	list []string
}

type kind uint8

const (
	none kind = iota
	text
	number
	list
)

// Text is a text; an empty one is unknown.
func Text(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{kind: text, text: strings.ToValidUTF8(s, "\uFFFD")}
}

// Number is a whole number.
func Number(n int) Value { return Value{kind: number, n: n} }

// List is a list of texts, in CSV in one cell with semicolons between them.
func List(items []string) Value { return Value{kind: list, list: items} }

// Table writes rows of the same columns, one after the other, so that a large one can be written bit by bit.
type Table struct {
	format  Format
	columns []string
	b       []byte
	rows    int
}

// NewTable begins a table.
func NewTable(f Format, columns ...string) *Table {
	t := &Table{format: f, columns: columns}
	switch f {
	case CSV:
		t.b = append(t.b, mark...)
		for i, name := range columns {
			t.comma(i)
			t.b = appendCell(t.b, name)
		}
		t.b = append(t.b, "\r\n"...)
	case JSON:
		t.b = append(t.b, '[')
	}
	return t
}

func (t *Table) comma(i int) {
	if i > 0 {
		t.b = append(t.b, ',')
	}
}

// Row adds a row with a value for each column.
func (t *Table) Row(values ...Value) {
	if t.format == CSV {
		for i, v := range values {
			t.comma(i)
			switch v.kind {
			case text:
				t.b = appendCell(t.b, v.text)
			case number:
				t.b = appendInt(t.b, v.n)
			case list:
				if len(v.list) > 0 {
					t.b = appendCell(t.b, strings.Join(v.list, between))
				}
			}
		}
		t.b = append(t.b, "\r\n"...)
		t.rows++
		return
	}
	if t.format == JSON {
		t.comma(t.rows)
		t.b = append(t.b, '\n')
	}
	t.b = append(t.b, '{')
	for i, v := range values {
		t.comma(i)
		t.b = append(appendString(t.b, t.columns[i]), ':')
		switch v.kind {
		case none:
			t.b = append(t.b, "null"...)
		case text:
			t.b = appendString(t.b, v.text)
		case number:
			t.b = appendInt(t.b, v.n)
		case list:
			t.b = appendStrings(t.b, v.list)
		}
	}
	t.b = append(t.b, '}')
	if t.format == NDJSON {
		t.b = append(t.b, '\n')
	}
	t.rows++
}

// Rows is the number of rows so far.
func (t *Table) Rows() int { return t.rows }

// Size is the number of bytes so far.
func (t *Table) Size() int { return len(t.b) }

// Bytes ends the table and returns it.
func (t *Table) Bytes() []byte {
	if t.format == JSON {
		if t.rows > 0 {
			t.b = append(t.b, '\n')
		}
		t.b = append(t.b, "]\n"...)
	}
	return t.b
}
