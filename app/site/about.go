package site

import (
	"fmt"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
)

// about is what the page says of a collection before the program runs.
type about struct {
	Name                string
	Docs, Words, Actors string // numbers, "20,418"
	Noun                string // "documents"
	Span                string // "14 April 2021 – 7 December 2021"; empty if nothing is dated
	Facts               string // one sentence
}

// describe opens a collection, which also tells a file that is none, and says in words what is in it. Name replaces its own.
func describe(data []byte, name string) (about, error) {
	if len(data) == 0 {
		return about{}, fmt.Errorf("there is no collection to publish: make one with `./build.sh index`, or name one")
	}
	x, err := index.Open(data)
	if err != nil {
		return about{}, err
	}
	return aboutMeta(x.Meta(), name), nil
}

func aboutMeta(m index.Meta, name string) about {
	a := about{
		Name: m.Name, Docs: group(m.Docs), Words: group(m.Words), Actors: group(m.Actors),
		Noun: "documents", Span: span(m.First, m.Last),
	}
	if name = strings.TrimSpace(name); name != "" {
		a.Name = name
	}
	if a.Name == "" {
		a.Name = "Untitled collection"
	}
	if m.Docs == 1 {
		a.Noun = "document"
	}
	a.Facts = a.Docs + " " + a.Noun
	switch {
	case a.Span != "" && m.First == m.Last:
		a.Facts += " of " + a.Span
	case a.Span != "":
		a.Facts += " from " + strings.Replace(a.Span, " – ", " to ", 1)
	}
	if m.Undated > 0 && m.Undated < m.Docs {
		a.Facts += ", " + group(m.Undated) + " of them without a date"
	}
	a.Facts += "."
	return a
}

// span writes a range of dates, each as precise as it is.
func span(first, last corpus.Date) string {
	switch {
	case first == 0 || last == 0:
		return ""
	case first == last:
		return long(first)
	}
	return long(first) + " – " + long(last)
}

var months = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// long writes a date with its month in words.
func long(d corpus.Date) string {
	year, month, day := d.Parts()
	switch d.Precision() {
	case corpus.DayOfMonth:
		return fmt.Sprintf("%d %s %d", day, months[month-1], year)
	case corpus.Month:
		return fmt.Sprintf("%s %d", months[month-1], year)
	}
	return fmt.Sprint(year)
}

// group writes a number with a comma between thousands.
func group(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
