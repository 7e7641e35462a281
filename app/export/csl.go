package export

// CSL returns the work as CSL-JSON, an array of one item, which citeproc and Zotero read.
func (w Work) CSL() string {
	b := append([]byte("[\n  {"), "\n    \"id\": "...)
	b = appendString(b, w.key())
	kind := "document"
	if w.Source != "" {
		kind = "article-newspaper"
	}
	field := func(name, value string) {
		if value != "" {
			b = append(b, ",\n    "...)
			b = append(appendString(b, name), ": "...)
			b = appendString(b, value)
		}
	}
	field("type", kind)
	field("title", oneLine(w.Title))
	wrote := false
	for _, name := range w.Authors {
		if name = oneLine(name); name == "" {
			continue
		}
		if !wrote {
			b = append(b, ",\n    \"author\": ["...)
		} else {
			b = append(b, ", "...)
		}
		b = append(appendString(append(b, `{"literal": `...), name), '}')
		wrote = true
	}
	if wrote {
		b = append(b, ']')
	}
	if y, m, d := w.Date.Parts(); y != 0 {
		b = appendInt(append(b, ",\n    \"issued\": {\"date-parts\": [["...), y)
		for _, n := range []int{m, d} {
			if n != 0 {
				b = appendInt(append(b, ", "...), n)
			}
		}
		b = append(b, "]]}"...)
	}
	field("container-title", oneLine(w.Source))
	field("archive", oneLine(w.Collection))
	field("archive_location", oneLine(w.File))
	field("language", oneLine(w.Lang))
	field("URL", w.address())
	return string(append(b, "\n  }\n]\n"...))
}
