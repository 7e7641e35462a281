package overlay

import (
	"encoding/csv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
)

// The file that stands beside documents while their index is built has the columns action, name, type, names instead: it is written for a corpus
// that is not there yet, so that it means actors of a name whatever their type, and several at once.
//
//	action,name,type,names
//	merge,Joe Biden,person,"J. Biden; Joseph R. Biden"    these become name, which has type if that is given
//	split,Michael Jordan,country,Jordan                   the mentions of name in these words become actors of their own, of type if that is given
//	retype,Georgia,place,
//	hide,White House,,
//
// It can also add actors, which only the building of an index can do. What WriteOwner writes is read there with the same effect, but that an
// edit of one of several actors of a name is then one of all of them, and that a name with a semicolon in it cannot be written.

// ownerEdits reads a line of that file.
func ownerEdits(cells []string, order [len(columns)]int) (edits []Edit, problem *LineError) {
	cell := func(column int) string {
		if i := order[column]; i >= 0 && i < len(cells) {
			return unguard(strings.TrimSpace(cells[i]))
		}
		return ""
	}
	name, typ := cell(1), AnyType
	if s := cell(2); s != "" {
		t, ok := corpus.ParseActorType(strings.ToLower(s))
		if !ok {
			return nil, &LineError{0, "there is no type “" + cut(s) + "”", "write person, organisation, country or place"}
		}
		typ = t
	}
	var names []string
	for n := range strings.SplitSeq(cell(3), ";") {
		if n = index.AliasWords(n); n != "" {
			names = append(names, n)
		}
	}
	add := func(e Edit) {
		e, cause, remedy := e.make()
		if cause != "" {
			problem = &LineError{0, cause, remedy}
			return
		}
		edits = append(edits, e)
	}
	switch action := strings.ToLower(cell(0)); action {
	case "merge", "split":
		if len(names) == 0 {
			return nil, &LineError{0, action + " needs names in the last column", "write them, divided by semicolons"}
		}
		for _, n := range names {
			if action == "merge" {
				add(Edit{Action: Merge, Name: n, Type: AnyType, Target: name, To: typ})
			} else {
				add(Edit{Action: Split, Name: name, Type: AnyType, Target: n, To: typ})
			}
		}
	case "retype":
		if typ == AnyType {
			return nil, &LineError{0, "retype needs a type", "write person, organisation, country or place"}
		}
		add(Edit{Action: Retype, Name: name, Type: AnyType, To: typ})
	case "hide":
		add(Edit{Action: Hide, Name: name, Type: AnyType})
	case "add":
		return nil, &LineError{0, "an actor is added only as the index is built", "put the file beside the documents"}
	default:
		return nil, &LineError{0, "there is no action “" + cut(cell(0)) + "”", "write add, merge, split, retype or hide"}
	}
	return edits, problem
}

// WriteOwner writes edits for the building of an index.
func WriteOwner(edits []Edit) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write([]string{"action", "name", "type", "names"})
	for _, e := range edits {
		typ := ""
		if e.To < AnyType {
			typ = e.To.String()
		}
		line := []string{e.Action.String(), guard(e.Name), typ, guard(e.Target)}
		switch e.Action {
		case Merge, Rename:
			line = []string{Merge.String(), guard(e.Target), typ, guard(e.Name)}
		case Hide:
			line[2] = ""
		}
		w.Write(line)
	}
	w.Flush()
	return b.String()
}
