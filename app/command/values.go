package command

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

// DateFlag is a flag whose value is a date of any precision.
type dateFlag corpus.Date

func (d *dateFlag) String() string { return corpus.Date(*d).String() }

func (d *dateFlag) Set(s string) error {
	date, err := corpus.ParseDate(s)
	*d = dateFlag(date)
	return err
}

// ListFlag is a flag that may be repeated.
type listFlag []string

func (l *listFlag) String() string { return strings.Join(*l, ", ") }

func (l *listFlag) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return fmt.Errorf("it is empty")
	}
	*l = append(*l, s)
	return nil
}

// SortFlag is a flag whose value is an order of the hits.
type sortFlag search.Sort

var sortNames = map[string]search.Sort{"relevance": search.Relevance, "newest": search.Newest, "oldest": search.Oldest}

func (s *sortFlag) String() string { return "" }

func (s *sortFlag) Set(name string) error {
	order, ok := sortNames[name]
	if !ok {
		return fmt.Errorf("the orders are relevance, newest and oldest")
	}
	*s = sortFlag(order)
	return nil
}

// Caret shows where in a query the problem is, under the query itself:
//
//	This quote is not closed: add " where the phrase ends.
//	  "troop levels
//	  ^
//
// A tab or line break of the query is shown as a space, so that the columns agree.
func caret(text string, e *query.Error) string {
	shown := oneLine(text)
	before := utf8.RuneCountInString(text[:min(e.Pos, len(text))])
	width := max(1, utf8.RuneCountInString(text[min(e.Pos, len(text)):min(max(e.Pos, e.End), len(text))]))
	return fmt.Sprintf("%s\n  %s\n  %s%s", e.Msg, shown, strings.Repeat(" ", before), strings.Repeat("^", width))
}

// OneLine returns s with every control character replaced by a space.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}

// NoSpace returns s with underscores for white space: TREC tools split at it.
func noSpace(s string) string { return strings.Join(strings.Fields(s), "_") }
