package eval

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/corpus/gold"
)

var update = flag.Bool("update", false, "write the table anew; rows of other programs stay as they are")

const (
	shared = "../../../shared/data"
	table  = "testdata/table.golden"
)

// TestTable measures everything again and holds that no number of the table has fallen. Where the development data are
// not there it says so.
func TestTable(t *testing.T) {
	before, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	golden, err := Parse(string(before))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("the development data are not there: %v", err)
	}
	var missing strings.Builder
	rows, err := Run(context.Background(), Options{Data: shared, Part: gold.Test}, &missing)
	if err != nil {
		t.Fatal(err)
	}
	if missing.Len() > 0 {
		t.Log(missing.String())
	}
	if *update {
		have := map[string]bool{}
		for _, r := range rows {
			have[r.key()] = true
		}
		for _, r := range golden {
			if !have[r.key()] {
				rows = append(rows, r)
			}
		}
		file, err := os.Create(filepath.FromSlash(table))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := Print(file, rows); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, d := range Drops(golden, rows) {
		t.Errorf("%s; if the change is worth it, say why in the commit and run with -update", d)
	}
}

func TestPrintParse(t *testing.T) {
	rows := []Row{
		{"actors F1", "a set, named", "Dateline", []Value{{"all", 71.5}, {"sets typed", 100}}},
		{"dates", "b", "other 2.1", []Value{{"exact", 0}}},
	}
	var b strings.Builder
	if err := Print(&b, rows); err != nil {
		t.Fatal(err)
	}
	back, err := Parse("# a comment\n\n" + b.String())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(rows, back) {
		t.Errorf("got %v of\n%s", back, b.String())
	}
	for _, bad := range []string{"a  b  c", "a  b  c  d", "a  b  c  d e"} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q is read as a table", bad)
		}
	}
}

func TestDrops(t *testing.T) {
	row := func(v float64) []Row { return []Row{{"m", "s", "d", []Value{{"x", v}, {"y", 1}}}} }
	for _, c := range []struct {
		before, now float64
		drops       int
	}{{70, 70, 0}, {70, 71, 0}, {70, 69.96, 0}, {70, 69.9, 1}} {
		if got := Drops(row(c.before), row(c.now)); len(got) != c.drops {
			t.Errorf("%.2f to %.2f: %v", c.before, c.now, got)
		}
	}
	if got := Drops(row(70), nil); len(got) != 0 {
		t.Errorf("what was not measured fell: %v", got)
	}
}

func TestScore(t *testing.T) {
	text := "Ann met Bob in Rome. Ann left."
	want := []gold.Span{{Start: 0, End: 3, Label: "PER"}, {Start: 8, End: 11, Label: "PER"}, {Start: 15, End: 19, Label: "LOC"}, {Start: 21, End: 24, Label: "PER"}}
	s := newSpanScore()
	s.add(text, want, []gold.Span{{Start: 0, End: 3, Label: "PER"}, {Start: 8, End: 11, Label: "ORG"}, {Start: 15, End: 19, Label: "LOC"}})
	got := map[string]float64{}
	for _, v := range s.values() {
		got[v.Name] = v.Value
	}
	// 2 of 3 found are right, of 4; as sets 2 of 3 typed and 3 of 3 untyped.
	for name, v := range map[string]float64{"all": 400.0 / 7, "LOC": 100, "ORG": 0, "sets typed": 400.0 / 6, "sets untyped": 100} {
		if d := got[name] - v; d > 0.01 || d < -0.01 {
			t.Errorf("%s is %.2f, want %.2f", name, got[name], v)
		}
	}
}

func TestBCubed(t *testing.T) {
	for _, c := range []struct {
		pairs [][2]string
		want  float64
	}{
		{nil, 0},
		{[][2]string{{"a", "x"}, {"a", "x"}, {"b", "y"}}, 100},
		{[][2]string{{"a", "x"}, {"b", "x"}}, 200 * 0.5 / 1.5},
	} {
		if got := bCubed(c.pairs); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%v: %.2f, want %.2f", c.pairs, got, c.want)
		}
	}
}
