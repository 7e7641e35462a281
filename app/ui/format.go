package ui

import (
	"strconv"
	"strings"
	"unicode"

	"dateline/app/state"
	"dateline/corpus"
)

// Numbers, sizes and dates for display, in one place: another language, or the browser's own Intl, comes in here.

// number writes 20418 as "20,418".
func number(n int) string {
	s := strconv.Itoa(n)
	head := len(s) % 3
	if n < 0 {
		head = 1 + (len(s)-1)%3
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i > 0 && (i-head)%3 == 0 && s[i-1] != '-' {
			b.WriteByte(',')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// size writes bytes as "512 bytes", "5 KB", "1.4 MB", "61 MB".
func size(n int64) string {
	switch {
	case n < 1e3:
		return strconv.FormatInt(n, 10) + " bytes"
	case n < 1e6:
		return strconv.FormatInt((n+500)/1e3, 10) + " KB"
	case n < 1e7:
		return decimal(float64(n)/1e6, 1) + " MB"
	case n < 1e9:
		return decimal(float64(n)/1e6, 0) + " MB"
	}
	return decimal(float64(n)/1e9, 1) + " GB"
}

// decimal writes x with at most the given digits behind the point, and none that say nothing.
func decimal(x float64, digits int) string {
	s := strconv.FormatFloat(x, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// percent writes a place on an axis of 0 to 1 for an attribute: "56.87%".
func percent(x float64) string { return decimal(x*100, 3) + "%" }

// share writes a part of 1: "37%", "0.4%".
func share(x float64) string {
	if x > 0 && x < .1 {
		return decimal(x*100, 1) + "%"
	}
	return decimal(x*100, 0) + "%"
}

// longDate writes "14 April 2021", and "Undated" for no date.
func longDate(d corpus.Date) string {
	if d == 0 {
		return w.undated
	}
	return state.LongDate(d)
}

// dayAndYear splits a date for the narrow column of the list: "14 Apr" and "2021", "Apr" and "2021", "2021" and "".
func dayAndYear(d corpus.Date) (day, year string) {
	short := state.ShortDate(d)
	switch d.Precision() {
	case corpus.Undated:
		return w.undated, ""
	case corpus.Year:
		return short, ""
	}
	at := strings.LastIndexByte(short, ' ')
	if at < 0 {
		return short, ""
	}
	return short[:at], short[at+1:]
}

// place writes the place of a dateline, given in capitals, as a name: "WASHINGTON" becomes "Washington", "NEW YORK, Feb 3"
// keeps what is not all capitals. What has full stops, such as "U.S.", stays.
func place(dateline string) string {
	parts := strings.SplitAfter(dateline, " ")
	for i, part := range parts {
		if strings.Contains(part, ".") || part != strings.ToUpper(part) {
			continue
		}
		inside := false
		parts[i] = strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				inside = r == '\'' || r == '’'
				return r
			}
			if inside {
				return unicode.ToLower(r)
			}
			inside = true
			return r
		}, part)
	}
	return strings.Join(parts, "")
}

// webLink returns an address that may stand in a link: with the scheme http, https or mailto, and nothing else.
func webLink(url string) (string, bool) {
	url = strings.TrimSpace(url)
	scheme, rest, found := strings.Cut(url, ":")
	if !found || rest == "" || strings.ContainsFunc(url, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "", false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return url, strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		return url, true
	}
	return "", false
}
