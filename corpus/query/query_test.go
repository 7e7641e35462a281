package query

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
)

// What is too long, too deep or too much is cut with a word about it, and soon.
func TestLimits(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n/len(s)) }
	for _, c := range []struct{ name, input, says string }{
		{"bytes", many("word ", MaxBytes+1000), "longer than 10240 bytes"},
		{"one long word", many("é", MaxBytes+1000), "longer than 10240 bytes"},
		{"terms", strings.Repeat("ab ", MaxTerms+1), "more than 1000 terms"},
		{"most terms", strings.Repeat("ab ", MaxTerms), ""},
		{"depth", strings.Repeat("(", MaxDepth) + "a" + strings.Repeat(")", MaxDepth), ""},
		{"too deep", strings.Repeat("(", MaxDepth+1) + "a" + strings.Repeat(")", MaxDepth+1) + " b", "more than 100 parentheses"},
		{"opening", many("(", MaxBytes), "not closed"},
		{"closing", many(")", MaxBytes), "no opening one"},
		{"groups", many("()", MaxBytes), "nothing between the parentheses"},
		{"quotes", many(`" `, MaxBytes), "nothing between the quotes"},
		{"single quotes", many("' ", MaxBytes), ""},
		{"opening single quotes", many("'a ", MaxBytes), "more than 1000 terms"},
		{"opening single quotes, one closing", many("'a ", MaxBytes-2) + "a'", ""},
		{"minuses", many("-", MaxBytes), ""},
		{"minus and space", many("- ", MaxBytes), "minus stands directly before"},
		{"nots", many("NOT ", MaxBytes), "behind NOT"},
		{"ors", many("OR ", MaxBytes), "before OR"},
		{"nears", many("a NEAR ", 7*MaxTerms), "more than 100 operators"},
		{"stars", many("a* ", 3*MaxTerms), ""},
		{"star run", "a" + many("*", MaxBytes-2) + "b", ""},
		{"colons", many("a:", MaxBytes), "no field"},
		{"titles", many("title:", MaxBytes), "title: needs words"},
		{"scopes", strings.Repeat("title:(", MaxDepth) + strings.Repeat("a ", MaxTerms) + strings.Repeat(")", MaxDepth), ""},
		{"questions", "a" + many("?.", MaxBytes-2) + "b", ""},
		{"tildes", many("~", MaxBytes), "no letter"},
		{"bidi", many("\u202ea\u202c ", 8*MaxTerms), ""},
		{"control", many("\x01", MaxBytes), ""},
		{"invalid", many("\xff", MaxBytes), ""},
	} {
		for _, mode := range []Mode{AllTerms, AnyTerm} {
			start := time.Now()
			n, problem := Parse(c.input, mode)
			text := n.String()
			if took := time.Since(start); took > 100*time.Millisecond {
				t.Errorf("%s: took %v", c.name, took)
			}
			if err := check(n, len(c.input)); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			switch {
			case c.says == "" && problem != nil:
				t.Errorf("%s: %v", c.name, problem)
			case c.says != "" && (problem == nil || !strings.Contains(problem.Msg, c.says)):
				t.Errorf("%s: got %v, want that it says %q", c.name, problem, c.says)
			}
			if again, _ := parse(text, AllTerms, limits{1 << 30, 1 << 30, 1 << 30}); !Equal(n, again) {
				t.Errorf("%s: the canonical text reads differently", c.name)
			}
		}
	}
}

func TestTooDeepGroupIsLeftOut(t *testing.T) {
	n, _ := Parse(strings.Repeat("(", MaxDepth)+"(x (y) z) a"+strings.Repeat(")", MaxDepth)+" b", AllTerms)
	if n.String() != "a b" {
		t.Errorf("got %s", n)
	}
}

// Spans are offsets in what was typed, whatever of it is read as something else.
func TestSpansInOddInput(t *testing.T) {
	for _, input := range []string{"«é» \u200fab\u202a", "\ufeffa b", "a\x00b", "x\u00ad\u00ady “z", "\xffa\xff"} {
		n, _ := Parse(input, AllTerms)
		for _, leaf := range Leaves(n) {
			s := leaf.Bounds()
			got, _ := clean(input[s.Pos:s.End])
			want := leaf.String()
			if strings.HasPrefix(want, `"`) && !strings.HasSuffix(got, `"`) { // a quote that was left open
				got += `"`
			}
			if strings.TrimSpace(got) != want {
				t.Errorf("%q: %s stands at %q", input, want, input[s.Pos:s.End])
			}
		}
	}
}

func TestLeaves(t *testing.T) {
	for _, c := range []struct{ input, want string }{
		{"", ""},
		{"a", "a"},
		{`a -b (c* OR "d e") actor:NATO date:2021`, `a|c*|"d e"`},
		{"-(a b)", ""},
		{"-(a -b)", ""},
		{"a NEAR/2 b c", "a NEAR/2 b|c"},
		{"title:(a OR b) text:c =d w?x y~1", "title:a|title:b|text:c|'d'|w?x|y~1"},
		{"by:a mentions:2014 tag:x", ""},
	} {
		n, problem := Parse(c.input, AllTerms)
		if problem != nil {
			t.Errorf("%s: %v", c.input, problem)
		}
		var got []string
		for _, leaf := range Leaves(n) {
			got = append(got, leaf.String())
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %s, want %s", c.input, s, c.want)
		}
	}
}

func TestEqual(t *testing.T) {
	all := []string{
		"", "a", "b", "a b", "b a", "a b c", "a OR b", "-a", "a*", `"a"`, `"a b"`, "'a'", "a?a", "a~1", "a~2", "a NEAR/1 b", "a NEAR/2 b", "a BEFORE/1 b",
		"title:a", "text:a", "actor:a", "by:a", "date:2021", "date:2022", "date:none", "mentions:2021", "tag:a", "source:a", "tag:b",
	}
	for i, a := range all {
		for j, b := range all {
			x, _ := Parse(a, AllTerms)
			y, _ := Parse("  "+b, AllTerms)
			if Equal(x, y) != (i == j) {
				t.Errorf("Equal(%s, %s) is %v", a, b, i != j)
			}
		}
	}
	x, _ := Parse("date:2021", AllTerms)
	y, _ := Parse("date:2021..2021", AllTerms)
	if !Equal(x, y) || Equal(x, nil) || !Equal(nil, nil) {
		t.Error("Equal looks at how a period was written, or at nothing")
	}
}

// Quote makes any text the value of a field.
func TestQuote(t *testing.T) {
	for _, c := range []struct{ in, want, reads string }{
		{"NATO", "NATO", "NATO"},
		{"Joe Biden", `"Joe Biden"`, "Joe Biden"},
		{"person:Washington", "person:Washington", "person:Washington"},
		{`Dwayne "The Rock" Johnson`, `"Dwayne The Rock Johnson"`, "Dwayne The Rock Johnson"},
		{"'t Hooft", `"'t Hooft"`, "'t Hooft"},
		{"O'Neill", "O'Neill", "O'Neill"},
		{"C*", `"C*"`, "C*"},
		{"f(x)", `"f(x)"`, "f(x)"},
		{"Smith,", `"Smith,"`, "Smith,"},
		{"a,b", "a,b", "a,b"},
		{"OR", "OR", "OR"},
		{"-1", "-1", "-1"},
		{"ab—cd", `"ab—cd"`, "ab—cd"},
	} {
		if got := Quote(c.in); got != c.want {
			t.Errorf("Quote(%s) = %s, want %s", c.in, got, c.want)
		}
		n, problem := Parse("actor:"+Quote(c.in), AllTerms)
		if a, ok := n.(*Actor); problem != nil || !ok || a.Name != c.reads {
			t.Errorf("actor:%s reads as %s (%v)", Quote(c.in), dump(n), problem)
		}
	}
}

func TestSplitActor(t *testing.T) {
	for _, c := range []struct {
		in, name string
		typ      corpus.ActorType
		typed    bool
	}{
		{"NATO", "NATO", 0, false},
		{"person:Washington", "Washington", corpus.Person, true},
		{"Place: Washington", "Washington", corpus.Place, true},
		{"org:NATO", "NATO", corpus.Organisation, true},
		{"country:", "country:", 0, false},
		{"ship:Washington", "ship:Washington", 0, false},
		{"", "", 0, false},
	} {
		name, typ, typed := SplitActor(c.in)
		if name != c.name || typ != c.typ || typed != c.typed {
			t.Errorf("SplitActor(%q) = %q, %v, %v", c.in, name, typ, typed)
		}
	}
}

// The help's examples must be understood, and be of the field they explain.
func TestFields(t *testing.T) {
	last := ""
	for _, f := range Fields() {
		n, problem := Parse(f.Example, AllTerms)
		if problem != nil || n.String() != f.Example || !strings.HasPrefix(f.Example, f.Name+":") {
			t.Errorf("%s: %s reads as %s (%v)", f.Name, f.Example, n, problem)
		}
		if f.Name <= last || f.Takes == "" || f.Means == "" {
			t.Errorf("%+v comes behind %s", f, last)
		}
		last = f.Name
	}
}

func TestErr(t *testing.T) {
	_, problem := Parse("fine", AllTerms)
	if err := problem.Err(); err != nil {
		t.Errorf("no problem became the error %v", err)
	}
	_, problem = Parse("(", AllTerms)
	var as *Error
	if err := problem.Err(); !errors.As(err, &as) || as.Pos != 0 {
		t.Errorf("got %v", err)
	}
}

// Nodes that were built by hand print too.
func TestPrintHandMade(t *testing.T) {
	y, _ := corpus.NewDate(2021, 0, 0)
	m, _ := corpus.NewDate(2021, 4, 0)
	for _, c := range []struct {
		n    Node
		want string
	}{
		{&DateRange{Period: Period{From: y, To: y}}, "date:2021"},
		{&DateRange{Period: Period{From: m}}, "date:2021-04.."},
		{&Mentions{Period: Period{To: m}}, "mentions:..2021-04"},
		{&Mentions{Period: Period{None: true}}, "mentions:none"},
		{&And{Kids: []Node{&Or{Kids: []Node{&Word{Text: "a"}, &Word{Text: "b"}}}, &Not{Kid: &Actor{Name: "Joe Biden"}}}}, `(a OR b) -actor:"Joe Biden"`},
	} {
		if got := c.n.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
		if n, problem := Parse(c.want, AllTerms); problem != nil || !Equal(n, c.n) {
			t.Errorf("%s reads as %s (%v)", c.want, dump(n), problem)
		}
	}
}

var benchmarks = []struct{ name, input string }{
	{"word", "tension"},
	{"usual", `tension* "troop levels" actor:NATO date:2021-04..2021-12 -Belarus`},
	{"long", strings.Repeat(`(a OR "b c") title:d -e `, MaxBytes/24)},
}

func BenchmarkParse(b *testing.B) {
	for _, c := range benchmarks {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(c.input)))
			for b.Loop() {
				Parse(c.input, AllTerms)
			}
		})
	}
}

func BenchmarkString(b *testing.B) {
	for _, c := range benchmarks {
		n, _ := Parse(c.input, AllTerms)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = n.String()
			}
		})
	}
}
