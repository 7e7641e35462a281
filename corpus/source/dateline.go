package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
)

// dateline is the opening of a wire story: place, day, agency and a separator.
type dateline struct {
	place string
	n     int // bytes up to the text behind it
	// The day, with as much of it as the dateline gives; the year is seldom there.
	year, month, day int
}

const longestDateline = 90 // bytes

// findDateline reads the dateline that a text begins with:
//
//	dateline  = place *("," part) ["(" agency ")"] separator
//	part      = region | day | year           "N.Y.", "Ukraine", "April 14", "14 April 2021"
//	separator = ":" | "-" | "--" | "–" | "—"
//
// An agency or a day is evidence enough for any place that is written as one. Without them it must be in capitals and either be
// a city that datelines name or stand before a region and a dash, for "NOTE: …", "PSAKI: …" and "EXPLAINER — …" open texts too.
func findDateline(text string) (dateline, bool) {
	head := text[:min(len(text), longestDateline)]
	if i := strings.IndexByte(head, '\n'); i >= 0 {
		head = head[:i]
	}
	if d, ok := tassDateline(head); ok {
		return d, true
	}
	for i := range head {
		n, colon := separatorAt(head, i)
		if n == 0 {
			continue
		}
		if d, ok := parseDateline(head[:i], colon); ok {
			d.n = i + n
			for d.n < len(text) && text[d.n] == ' ' {
				d.n++
			}
			return d, d.n < len(text)
		}
	}
	return dateline{}, false
}

// separatorAt returns the bytes of a separator at s[i:] and whether it is a colon.
func separatorAt(s string, i int) (n int, colon bool) {
	if b := s[i]; b != ' ' && b != ':' && b != '-' && b != "—"[0] {
		return 0, false
	}
	for _, sep := range [...]string{": ", " -- ", "-- ", "--", " - ", " – ", " — ", "— ", "—", " -", "- "} {
		if strings.HasPrefix(s[i:], sep) {
			return len(sep), sep == ": "
		}
	}
	return 0, false
}

// tassDateline reads "MOSCOW, April 14. /TASS/. ".
func tassDateline(head string) (dateline, bool) {
	at := strings.Index(head, " /")
	if at < 0 {
		return dateline{}, false
	}
	end := strings.IndexByte(head[at+2:], '/')
	if end <= 0 || !isAgency(head[at+2:at+2+end]) {
		return dateline{}, false
	}
	d, ok := parseParts(strings.TrimRight(head[:at], ". "), true, false)
	d.n = at + 2 + end + 1
	for d.n < len(head) && strings.IndexByte(". -", head[d.n]) >= 0 {
		d.n++
	}
	return d, ok && d.n < len(head)
}

func parseDateline(head string, colon bool) (dateline, bool) {
	head = strings.TrimRight(head, " ")
	agency := false
	if strings.HasSuffix(head, ")") {
		open := strings.LastIndex(head, "(")
		if open <= 0 || !isAgency(head[open+1:len(head)-1]) {
			return dateline{}, false
		}
		agency = true
		head = strings.TrimRight(head[:open], " ,.")
	}
	return parseParts(head, agency, colon)
}

func isAgency(s string) bool {
	const mostWords = 4
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > mostWords {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[0])
	return unicode.IsUpper(r) && !strings.ContainsAny(s, "0123456789():;!?")
}

// parseParts reads what stands before agency and separator.
func parseParts(head string, agency, colon bool) (d dateline, ok bool) {
	// "MOSCOW. April 14" is Interfax's way to write "MOSCOW, April 14".
	if place, rest, cut := strings.Cut(head, ". "); cut && isPlace(place, true) {
		if _, _, n := scanMonthDay(rest); n > 0 {
			head = place + ", " + rest
		}
	}
	parts := strings.Split(head, ",")
	if !isPlace(parts[0], false) {
		return d, false
	}
	region := ""
	for _, part := range parts[1:] {
		part = strings.TrimSpace(part)
		switch {
		case d.day == 0 && d.addDay(part):
		case d.day != 0 && d.year == 0 && isYear(part):
			d.year = yearOf(part)
		case d.day == 0 && region == "" && isRegion(part):
			region = part
		default:
			return d, false
		}
	}
	d.place = parts[0]
	if region != "" {
		d.place += ", " + region
	}
	switch {
	case agency || d.day != 0:
		return d, true
	case !isPlace(parts[0], true):
		return d, false
	}
	return d, isDatelineCity(parts[0]) || region != "" && !colon
}

// addDay reads a part such as "April 14" or "14 April 2021", with or without a weekday.
func (d *dateline) addDay(part string) bool {
	part = skipWeekday(part)
	if date, n, err := scanDate(part, AnyOrder); err == nil && n == len(part) && date.Precision() == corpus.DayOfMonth {
		d.year, d.month, d.day = date.Parts()
		return true
	}
	month, day, n := scanMonthDay(part)
	if n == 0 {
		return false
	}
	rest := strings.Trim(part[n:], " .")
	if rest != "" && !isYear(rest) {
		return false
	}
	d.month, d.day, d.year = month, day, yearOf(rest)
	return true
}

func isYear(s string) bool { return len(s) == 4 && strings.Trim(s, "0123456789") == "" && s >= "1500" }

func yearOf(s string) int {
	year := 0
	for _, c := range []byte(s) {
		year = year*10 + int(c-'0')
	}
	return year
}

// isPlace reports whether s is written as a dateline writes a place: one to four words, each with a capital first or, where caps is set,
// in capitals throughout ("NEW YORK", "PORT-AU-PRINCE", "BRUSSELS/PARIS", "RIO DE JANEIRO"), none of them a word that opens texts otherwise.
func isPlace(s string, caps bool) bool {
	const mostWords, fewestLetters = 4, 3
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' })
	if len(words) == 0 || len(words) > mostWords || s != strings.TrimSpace(s) {
		return false
	}
	letters := 0
	for _, word := range words {
		if particles[word] {
			continue
		}
		if notPlaces[strings.ToUpper(strings.Trim(word, "."))] {
			return false
		}
		for i, r := range word {
			switch {
			case unicode.IsLetter(r):
				letters++
				if (i == 0 || caps) && !unicode.IsUpper(r) {
					return false
				}
			case !strings.ContainsRune(".'’-", r):
				return false
			}
		}
	}
	return letters >= fewestLetters
}

// isRegion reports whether s may stand behind a place: "N.Y.", "Calif.", "Ukraine", "South Korea".
func isRegion(s string) bool {
	const mostWords = 3
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > mostWords {
		return false
	}
	for _, word := range words {
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) && word != "of" && word != "and" || strings.ContainsAny(word, "0123456789:;()\"") {
			return false
		}
	}
	return true
}

// datelineDate returns the day of a dateline that gives its year.
func datelineDate(text string) corpus.Date {
	d, ok := findDateline(text)
	if !ok || d.year == 0 || d.day == 0 {
		return 0
	}
	date, err := corpus.NewDate(d.year, d.month, d.day)
	if err != nil {
		return 0
	}
	return date
}
