package export

import (
	"strconv"
	"strings"
)

var bibMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibSpecial are the characters that mean something to TeX. A brace counts for BibTeX even behind a backslash, so it goes by name.
var bibSpecial = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
)

// BibTeX returns the work as an entry of BibTeX, in UTF-8 as BibLaTeX and Biber read it.
func (w Work) BibTeX() string {
	var b strings.Builder
	b.WriteString("@misc{" + w.key())
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = " + value)
		}
	}
	braced := func(s string) string {
		if s == "" {
			return ""
		}
		return "{" + s + "}"
	}
	field("title", "{{"+bibSpecial.Replace(oneLine(w.Title))+"}}") // twice: its capitals stay
	var authors []string
	for _, name := range w.Authors {
		if name = bibSpecial.Replace(oneLine(name)); name == "" {
			continue
		}
		if strings.Contains(strings.ToLower(" "+name+" "), " and ") {
			name = "{" + name + "}" // one name, not two
		}
		authors = append(authors, name)
	}
	field("author", braced(strings.Join(authors, " and ")))
	field("organization", braced(bibSpecial.Replace(oneLine(w.Source))))
	if y, m, d := w.Date.Parts(); y != 0 {
		field("year", "{"+strconv.Itoa(y)+"}")
		if m != 0 {
			field("month", bibMonths[m-1])
		}
		if d != 0 {
			field("day", "{"+strconv.Itoa(d)+"}")
		}
	}
	field("howpublished", braced(bibSpecial.Replace(w.where())))
	field("url", braced(w.address()))
	field("language", braced(bibSpecial.Replace(oneLine(w.Lang))))
	b.WriteString("\n}\n")
	return b.String()
}
