package overlay

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
)

// MaxBytes is the greatest size of a file that is read; it holds some ten thousand edits.
const MaxBytes = 1 << 20

// LineError is a line that could not be used.
type LineError struct {
	Line          int // from 1; 0 is the file as a whole
	Cause, Remedy string
}

func (e *LineError) Error() string {
	s := e.Cause + ": " + e.Remedy
	if e.Line > 0 {
		s = "line " + strconv.Itoa(e.Line) + ": " + s
	}
	return s
}

var columns = [...]string{"action", "name", "type", "target"}

// Read reads the text of an actors.csv. It returns the edits that it understood and what it did not.
func Read(s string) (edits []Edit, wrong []*LineError) {
	s = strings.TrimPrefix(s, "\uFEFF")
	switch {
	case len(s) > MaxBytes:
		return nil, []*LineError{{0, "the file is larger than a megabyte", "choose an actors.csv, or split it"}}
	case !utf8.ValidString(s):
		return nil, []*LineError{{0, "the file is not UTF-8 text", "save it as CSV in UTF-8"}}
	}
	r := csv.NewReader(strings.NewReader(s))
	r.FieldsPerRecord, r.Comment, r.TrimLeadingSpace = -1, '#', true
	first := strings.TrimLeft(s, "\r\n")
	first, _, _ = strings.Cut(first, "\n")
	for _, comma := range ";\t" {
		if strings.ContainsRune(first, comma) && !strings.ContainsRune(first, ',') {
			r.Comma, r.TrimLeadingSpace = comma, comma != '\t'
		}
	}
	owner := false
	order := [...]int{0, 1, 2, 3} // where each column stands
	for n := 0; ; n++ {
		cells, err := r.Read()
		if err == io.EOF {
			return edits, wrong
		}
		if bad, ok := err.(*csv.ParseError); ok {
			// A quote that is not closed takes the rest of the file with it.
			return edits, append(wrong, &LineError{bad.StartLine, "the quotes do not pair", `write a quote within a name as "" and the name in quotes`})
		} else if err != nil {
			return edits, append(wrong, &LineError{0, err.Error(), "save the file as CSV"})
		}
		line, _ := r.FieldPos(0)
		if n == 0 {
			if named, ok := header(cells); ok {
				order = named
				if names := slices.IndexFunc(cells, func(c string) bool { return strings.EqualFold(strings.TrimSpace(c), "names") }); order[3] < 0 && names >= 0 {
					owner, order[3] = true, names
				}
				continue
			}
		}
		if !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			continue
		}
		if owner {
			list, problem := ownerEdits(cells, order)
			if problem != nil {
				problem.Line = line
				wrong = append(wrong, problem)
			}
			edits = append(edits, list...)
			continue
		}
		e, problem := edit(cells, order)
		if problem != nil {
			problem.Line = line
			wrong = append(wrong, problem)
			continue
		}
		edits = append(edits, e)
	}
}

// header reads the first line, if it names columns.
func header(cells []string) (order [len(columns)]int, ok bool) {
	for i, column := range columns {
		order[i] = slices.IndexFunc(cells, func(c string) bool { return strings.EqualFold(strings.TrimSpace(c), column) })
		ok = ok || i == 0 && order[i] >= 0
	}
	return order, ok
}

func edit(cells []string, order [len(columns)]int) (Edit, *LineError) {
	cell := func(column int) string {
		if i := order[column]; i >= 0 && i < len(cells) {
			return unguard(strings.TrimSpace(cells[i]))
		}
		return ""
	}
	e := Edit{Name: cell(1)}
	action := slices.Index(actionNames[:], strings.ToLower(cell(0)))
	if action < 0 {
		return e, &LineError{0, "there is no action “" + cut(cell(0)) + "”", "write merge, split, rename, retype or hide"}
	}
	e.Action = Action(action)
	typ := func(s string) (corpus.ActorType, *LineError) {
		t, ok := corpus.ParseActorType(strings.ToLower(s))
		if !ok && strings.EqualFold(s, anyType) {
			return AnyType, nil
		}
		if !ok {
			return 0, &LineError{0, "there is no type “" + cut(s) + "”", "write person, organisation, country or place"}
		}
		return t, nil
	}
	var bad *LineError
	if e.Type, bad = typ(cell(2)); bad != nil {
		return e, bad
	}
	switch e.Action {
	case Retype:
		if e.To, bad = typ(cell(3)); bad != nil {
			return e, bad
		}
		if e.To == AnyType {
			return e, &LineError{0, "a type is missing", "write person, organisation, country or place"}
		}
	case Merge, Split:
		e.Target, e.To = parseTarget(cell(3), e.Type)
	default:
		e.Target, e.To = cell(3), e.Type
	}
	e, cause, remedy := e.make()
	if cause != "" {
		return e, &LineError{0, cause, remedy}
	}
	return e, nil
}

// cut shortens what an error quotes.
func cut(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// guard keeps a spreadsheet from reading a cell as a formula.
func guard(s string) string {
	if formula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != s && formula(rest) {
		return s[1:]
	}
	return s
}

func formula(s string) bool { return s != "" && strings.IndexByte("=+-@", s[0]) >= 0 }

// Write returns the text that Read reads as these edits.
func Write(edits []Edit) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(columns[:])
	for _, e := range edits {
		w.Write([]string{e.Action.String(), guard(e.Name), typeName(e.Type), guard(e.target())})
	}
	w.Flush() // a Builder takes all
	return b.String()
}
