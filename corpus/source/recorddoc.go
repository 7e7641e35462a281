package source

import (
	"fmt"
	"strings"

)

// emitRecord makes a document of a record. only is set where the record is the whole file: then the file's name may tell id and date.
func (f *file) emitRecord(r *record, line int, only bool) error {
	d := f.record()
	if only {
		d = f.whole()
	}
	problem := f.mapper.fill(&d, r, "field")
	if problem != nil {
		f.note(line, problem)
	}
	raw := f.recordText(r, line)
	if raw == "" && d.Title == "" {
		f.problem(line, fmt.Errorf("no field with a text is in it, only %s: tell which holds the text", listed(r.names())))
		return nil
	}
	d.Text = fieldText(raw)
	switch {
	case problem != nil:
	case only:
		f.findDate(&d, line)
	default:
		// The name of a file of records is the day of the export, not that of a record.
		f.findOpeningDate(&d, line)
	}
	return f.emit(d, line)
}

// fieldText puts the value of a text field into the form of Document.Text; exports of web sites have HTML in it.
func fieldText(raw string) string {
	if looksLikeHTML(raw) {
		return joinParagraphs(htmlBlocks(raw))
	}
	return paragraphs(clean(raw))
}

func looksLikeHTML(s string) bool {
	if !strings.Contains(s, "<") {
		return false
	}
	s = strings.ToLower(s)
	for _, tag := range [...]string{"</p>", "<br>", "<br/>", "<br />", "</div>", "</li>", "<p>", "</a>", "</span>"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// recordText returns the text of a record. Where no field has one of the usual names, the first record with a long piece of prose
// under another name decides for the file.
func (f *file) recordText(r *record, line int) string {
	if raw := f.mapper.textOf(r); strings.TrimSpace(raw) != "" {
		return raw
	}
	if f.mapper.textGiven {
		return ""
	}
	if f.textField == "" {
		if f.textField = f.mapper.proseField(r); f.textField != "" {
			f.note(line, fmt.Errorf("no field is called text, body or the like: %s is taken; tell which holds the text if that is wrong", quoted(f.textField)))
		}
	}
	return first(r.values[f.textField])
}

// proseField finds the field with the longest piece of prose among those that are nothing else.
func (m *mapper) proseField(r *record) string {
	const fewestBytes, fewestWords = 80, 12
	known := map[string]bool{}
	for _, names := range [...][]string{m.id, m.title, m.date, m.lang, m.source, m.url, m.authors, m.tags} {
		for _, name := range names {
			known[name] = true
		}
	}
	best, longest := "", fewestBytes-1
	for _, name := range r.names() {
		if value := first(r.values[name]); !known[name] && len(value) > longest && len(strings.Fields(value)) >= fewestWords {
			best, longest = name, len(value)
		}
	}
	return best
}

// listed returns names with commas between, cut to what fits a message.
func listed(names []string) string {
	const most = 12
	if len(names) == 0 {
		return "empty ones"
	}
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

