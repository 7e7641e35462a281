// Package eval measures how well Dateline reads: it runs the finders over annotated texts of the development data and
// prints a table. It is for those who work on the program; no site and no build needs it.
//
// Each measure stands in a file of its own and is one line in measures. The table of the last state is kept in
// testdata/table.golden; Drops tells which numbers fell since.
package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"dateline/corpus/gold"
)

// A Row is one line of the table: what a system reaches on a set. All values are such that more is better.
type Row struct {
	Measure, Set, System string
	Values               []Value
}

// Value is one number of a row.
type Value struct {
	Name  string
	Value float64
}

// key tells rows apart.
func (r Row) key() string { return r.Measure + "|" + r.Set + "|" + r.System }

// Options say what is measured.
type Options struct {
	// Data is the folder of the development data.
	Data string
	// PeersDir is the folder with the harness of the other programs; without it they are not measured.
	PeersDir string
	// Only keeps the measures whose names contain it.
	Only string
	// Part is the part of the annotated sets that is measured; the table is made of gold.Test.
	Part gold.Part
	// Misses, where not nil, is told every name that was missed or found wrongly, a line each.
	Misses io.Writer
}

// A measure makes rows. An error with gold.ErrAbsent in its chain says that the data are not there, which is no failure.
type measure struct {
	name string
	run  func(ctx context.Context, o *Options) ([]Row, error)
}

var measures = []measure{
	{"actors, span and type F1", actorSpans},
	{"actors, linked names", linkedSpans},
	{"actors, Reuters", reuters},
	{"actors, Cyrillic", cyrillic},
	{"actors, peers", actorPeers},
}

// Run makes the rows of all measures and says on log what is missing.
func Run(ctx context.Context, o Options, log io.Writer) ([]Row, error) {
	var rows []Row
	for _, m := range measures {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !strings.Contains(m.name, o.Only) {
			continue
		}
		more, err := m.run(ctx, &o)
		if errors.Is(err, gold.ErrAbsent) {
			fmt.Fprintf(log, "%s: not measured, %v\n", m.name, err)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.name, err)
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// Print writes rows as a table: a line each, "measure  set  system  name value …".
func Print(w io.Writer, rows []Row) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\t%s", r.Measure, r.Set, r.System)
		for _, v := range r.Values {
			fmt.Fprintf(t, "\t%s %.1f", v.Name, v.Value)
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

// Parse reads what Print wrote. Columns are divided by two spaces or more.
func Parse(text string) ([]Row, error) {
	var rows []Row
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var cells []string
		for c := range strings.SplitSeq(line, "  ") {
			if c = strings.TrimSpace(c); c != "" {
				cells = append(cells, c)
			}
		}
		if len(cells) < 4 {
			return nil, fmt.Errorf("line %d of the table has %d columns; it needs measure, set, system and a value", n, len(cells))
		}
		r := Row{Measure: cells[0], Set: cells[1], System: cells[2]}
		for _, c := range cells[3:] {
			i := strings.LastIndexByte(c, ' ')
			v, err := strconv.ParseFloat(c[i+1:], 64)
			if i < 0 || err != nil {
				return nil, fmt.Errorf("line %d of the table: %q is no name with a number", n, c)
			}
			r.Values = append(r.Values, Value{c[:i], v})
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// Drops lists the numbers of before that now are lower by more than the last digit of the table. Rows that now lacks, since
// their data are not there, do not count.
func Drops(before, now []Row) []string {
	have := map[string]float64{}
	for _, r := range now {
		for _, v := range r.Values {
			have[r.key()+"|"+v.Name] = v.Value
		}
	}
	var drops []string
	for _, r := range before {
		for _, v := range r.Values {
			if is, ok := have[r.key()+"|"+v.Name]; ok && is < v.Value-0.051 {
				drops = append(drops, fmt.Sprintf("%s, %s, %s: %s fell from %.1f to %.1f", r.Measure, r.Set, r.System, v.Name, v.Value, is))
			}
		}
	}
	return drops
}
