package command

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/ingest"
)

// IndexReport is what index --json prints.
type indexReport struct {
	File       string         `json:"file"`
	Bytes      int            `json:"bytes"`
	Documents  int            `json:"documents"`
	Words      int            `json:"words"`
	Undated    int            `json:"undated"`
	First      string         `json:"first"`
	Last       string         `json:"last"`
	Languages  map[string]int `json:"languages"`
	Actors     int            `json:"actors"`
	Mentions   int            `json:"mentions"`
	Dates      int            `json:"dates"`
	Statements int            `json:"statements"`
	Unsure     int            `json:"doubtfulMentions"`
	Files      int            `json:"files"`
	InputBytes int64          `json:"inputBytes"`
	Skipped    []problem      `json:"skipped"`
	Doubtful   []problem      `json:"doubtful"`
	Duplicates []duplicate    `json:"duplicates"`
	Seconds    float64        `json:"seconds"`
}

// Problem is a file or record that could not be read, or that was read with a doubt; its path has the line or record behind it.
type problem struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// Duplicate is a document left out because another is the same.
type duplicate struct {
	Path string `json:"path"`
	Of   string `json:"of"`
}

func newIndexReport(file string, data []byte, r *ingest.Report, seconds float64) indexReport {
	out := indexReport{
		File: file, Bytes: len(data), Documents: r.Documents, Words: r.Words, Undated: r.Undated,
		First: r.First.String(), Last: r.Last.String(), Languages: languageCounts(r.Languages), Actors: r.Actors, Mentions: r.Mentions, Dates: r.Dates, Statements: r.Statements, Unsure: r.Doubtful,
		Files: r.Files, InputBytes: r.Bytes, Skipped: []problem{}, Doubtful: []problem{}, Duplicates: []duplicate{}, Seconds: seconds,
	}
	for _, p := range r.Problems {
		list := &out.Skipped
		if p.Note {
			list = &out.Doubtful
		}
		*list = append(*list, problem{p.Place(), p.Err.Error()})
	}
	for _, d := range r.Duplicates {
		out.Duplicates = append(out.Duplicates, duplicate(d))
	}
	return out
}

// PrintProblems lists, one a line, all that could not be read or is doubtful, and all that was left out because it was there already.
func printProblems(w io.Writer, r *ingest.Report) {
	for _, p := range r.Problems {
		word := "skipped"
		if p.Note {
			word = "doubtful"
		}
		fmt.Fprintf(w, "%s %s\n", word, p)
	}
	for _, d := range r.Duplicates {
		fmt.Fprintf(w, "duplicate %s: the same document as %s\n", d.Path, d.Of)
	}
}

// PrintReport writes what became of the documents, for people.
func printReport(w io.Writer, r *ingest.Report, written string, seconds float64) {
	t := table{w: w}
	t.row("documents", thousands(r.Documents))
	t.row("words", thousands(r.Words))
	t.row("dates", span(r.First, r.Last))
	t.row("undated", thousands(r.Undated))
	t.row("skipped", thousands(r.Skipped()))
	t.row("duplicates", thousands(len(r.Duplicates)))
	t.row("languages", languages(r.Languages))
	actors := thousands(r.Actors) + " in " + thousands(r.Mentions) + " mentions"
	if r.Doubtful > 0 {
		actors += "; " + thousands(r.Doubtful) + " doubtful ones left out"
	}
	t.row("actors", actors)
	t.row("spoken of", thousands(r.Dates)+" dates")
	t.row("statements", thousands(r.Statements))
	t.row("read", thousands(r.Files)+" files, "+byteSize(r.Bytes))
	t.row("written", written)
	t.row("time", fmt.Sprintf("%.1f s", seconds))
}

// Table prints rows of a name and a value.
type table struct{ w io.Writer }

func (t table) row(name, value string) { fmt.Fprintf(t.w, "%-10s  %s\n", name, value) }

// Span writes a period, or that there is none.
func span(first, last corpus.Date) string {
	switch {
	case first == 0 && last == 0:
		return "none"
	case first == last:
		return first.String()
	}
	return first.String() + " to " + last.String()
}

// Languages writes counts by language as they stand, the most frequent first; "" is unknown.
func languages(counts []index.Language) string {
	var parts []string
	for _, l := range counts {
		parts = append(parts, cmp.Or(l.Code, "unknown")+" "+thousands(l.Docs))
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func languageCounts(counts []index.Language) map[string]int {
	m := map[string]int{}
	for _, l := range counts {
		m[l.Code] = l.Docs
	}
	return m
}

// Thousands writes n with commas: 21,577.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// ByteSize writes a size in the largest unit of bytes, kB or MB (powers of ten) that leaves a digit before the point.
func byteSize(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 999_950:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
