package export

import (
	"strconv"
	"strings"
)

// RIS returns the work as a record of RIS: a tag and its value a line, with the line ends of that format.
func (w Work) RIS() string {
	var b strings.Builder
	line := func(tag, value string) {
		if value != "" || tag == "ER" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	kind := "GEN"
	if w.Source != "" {
		kind = "NEWS"
	}
	line("TY", kind)
	line("ID", w.key())
	line("TI", oneLine(w.Title))
	for _, name := range w.Authors {
		line("AU", oneLine(name))
	}
	if y, m, d := w.Date.Parts(); y != 0 {
		year := strconv.Itoa(y)
		year = strings.Repeat("0", max(0, 4-len(year))) + year
		line("PY", year)
		date := year + "/"
		if m != 0 {
			date += pad(m)
		}
		date += "/"
		if d != 0 {
			date += pad(d)
		}
		line("DA", date+"/")
	}
	line("T2", oneLine(w.Source))
	line("DP", oneLine(w.Collection))
	line("AN", oneLine(w.File))
	line("LA", oneLine(w.Lang))
	line("UR", w.address())
	line("ER", "")
	return b.String()
}
