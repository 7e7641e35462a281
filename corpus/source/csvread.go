package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// tableReader reads the records of a table: cells between delimiters, in double quotes where they hold delimiters, quotes (doubled) or
// line breaks, after RFC 4180. It forgives quotes within cells, and a quote that is never closed: then the record is its first line.
type tableReader struct {
	lines *lineReader
	delim byte
	// rescans counts the quotes that were not closed, for each makes lines be read again.
	rescans int
}

// Bounds of a table.
const (
	maxColumns = 2000
	maxRescans = 50
)

var (
	errColumns = fmt.Errorf("it has more than %d cells", maxColumns)
	errQuotes  = fmt.Errorf("more than %d quotes are not closed", maxRescans)
)

// next returns the cells of the next record and the line it begins on. open tells that a quote was not closed.
func (t *tableReader) next() (cells [][]byte, line int, open bool, err error) {
	var raw []byte
	for {
		raw, err = t.lines.next()
		if err != nil {
			return nil, t.lines.line, false, err
		}
		if len(bytes.TrimSpace(raw)) > 0 {
			break
		}
	}
	line = t.lines.line
	p := cellParser{delim: t.delim}
	p.feed(raw)
	firstLine := len(raw)
	for p.quoted {
		more, err := t.lines.next()
		if errors.Is(err, io.EOF) || err == nil && len(raw)+len(more) > t.lines.most {
			open = true
			if t.rescans++; t.rescans > maxRescans {
				return nil, line, true, errQuotes
			}
			t.lines.putBack(append(raw[firstLine:len(raw):len(raw)], more...))
			p = cellParser{delim: t.delim, literal: true}
			p.feed(raw[:firstLine])
			break
		}
		if err != nil {
			return nil, line, false, err
		}
		raw = append(raw, more...)
		p.feed(more)
	}
	p.endCell()
	if len(p.cells) > maxColumns {
		return nil, line, open, errColumns
	}
	return p.cells, line, open, nil
}

// cellParser takes a record apart, line by line.
type cellParser struct {
	delim   byte
	literal bool // quotes mean themselves
	cells   [][]byte
	cell    []byte
	quoted  bool // within quotes
	started bool // the cell has begun
}

func (p *cellParser) feed(line []byte) {
	for i := 0; i < len(line); i++ {
		b := line[i]
		switch {
		case p.quoted && b == '"':
			rest := line[i+1:]
			switch {
			case len(rest) > 0 && rest[0] == '"':
				p.cell = append(p.cell, '"')
				i++
			case len(rest) == 0 || rest[0] == p.delim || len(bytes.Trim(rest, " \r\n")) == 0:
				p.quoted = false
			default:
				p.cell = append(p.cell, '"')
			}
		case p.quoted:
			p.cell = append(p.cell, b)
		case b == p.delim:
			if len(p.cells) > maxColumns {
				return
			}
			p.endCell()
		case b == '"' && !p.started && !p.literal:
			p.quoted, p.started = true, true
		case b == '\n' || b == '\r' && i+1 < len(line) && line[i+1] == '\n':
		default:
			p.cell = append(p.cell, b)
			p.started = p.started || b != ' '
		}
	}
}

func (p *cellParser) endCell() {
	p.cells = append(p.cells, p.cell)
	p.cell, p.started = nil, false
}

// delimiterOf finds the delimiter of a table by its first line: the one of comma, semicolon, tab and bar that stands there most often
// outside quotes. A table that goes by the name of its tabs has them, if its first line does.
func delimiterOf(line []byte, tabs bool) byte {
	candidates := [...]byte{',', ';', '\t', '|'}
	var counts [len(candidates)]int
	quoted := false
	for _, b := range line {
		if b == '"' {
			quoted = !quoted
		}
		if i := bytes.IndexByte(candidates[:], b); i >= 0 && !quoted {
			counts[i]++
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] || candidates[i] == '\t' && tabs && n > 0 {
			best = i
			if tabs && candidates[i] == '\t' {
				break
			}
		}
	}
	return candidates[best]
}
