package state

import (
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
)

func date(t testing.TB, s string) corpus.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := corpus.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		s    State
		want string
	}{
		{State{}, ""},
		{State{Q: "tension", From: date(t, "2021-04")}, "q=tension&from=2021-04"},
		{
			State{
				Q: `tension* "troop levels"`, Any: true, From: date(t, "2021-03-01"), To: date(t, "2021"),
				With: []string{"NATO", "person:Washington"}, Without: []string{"Belarus"},
				Sort: Newest, Doc: "000_6bf5c5e7e494ce45", Hit: 2, Bin: Week, Share: true, Page: 3,
			},
			"q=tension*+%22troop+levels%22&op=any&from=2021-03-01&to=2021&with=NATO&with=person:Washington&without=Belarus" +
				"&sort=newest&doc=000_6bf5c5e7e494ce45&hit=2&bin=week&share=1&page=4",
		},
		{State{Q: "(a OR b) -c date:>=2014"}, "q=(a+OR+b)+-c+date:%3E%3D2014"},
		{State{Q: "Путин & Ко"}, "q=%D0%9F%D1%83%D1%82%D0%B8%D0%BD+%26+%D0%9A%D0%BE"},
		{State{Q: "a+b=c#d%20", Sort: Oldest}, "q=a%2Bb%3Dc%23d%2520&sort=oldest"},
		{State{Q: "escalat*"}, "q=escalat%2A"}, // a star at the end would be lost in most programs that find links
		{State{Q: "U.S."}, "q=U.S%2E"},
		{State{Q: "(a OR b)"}, "q=(a+OR+b%29"},
		{State{Q: "a "}, "q=a%20"},
		{State{Q: "U.S.", Share: true}, "q=U.S.&share=1"},
		{State{With: []string{`<b>"O'Neill"</b>`}}, "with=%3Cb%3E%22O%27Neill%22%3C/b%3E"},
		{State{Hit: 3}, ""}, // no document, no hit
		{
			State{
				Q: "a", View: Concordance, Lines: LinesLeft1, Hide: []string{"tensions", "u.s."}, Near: "border", A: "date:2021-04",
				B: `actor:"Joe Biden"`, Trends: []string{"oil", "actor:NATO"},
			},
			"q=a&view=concordance&lines=1l&hide=tensions&hide=u.s.&near=border&a=date:2021-04&b=actor:%22Joe+Biden%22&trend=oil&trend=actor:NATO",
		},
		{State{Doc: "a", Par: 3}, "doc=a&p=3"},
		{State{Doc: "a", Par: 3, Sen: 2}, "doc=a&p=3.2"},
		{State{Q: "a", View: Concordance, Page: 1}, "q=a&view=concordance&page=2"},
		{State{View: Actors, Actor: `person:A "B" & <c>`, Sort: Newest}, "view=actors&actor=person:A+%22B%22+%26+%3Cc%3E&sort=newest"},
	} {
		got := c.s.String()
		if got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
		if c.s.Doc == "" {
			c.s.Hit = 0
		}
		for _, lead := range []string{"", "#", "?"} {
			if again, dropped := Parse(lead + got); !again.Equal(c.s) || len(dropped) > 0 {
				t.Errorf("%s%s reads as %+v, %v", lead, got, again, dropped)
			}
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in      string
		want    string
		dropped string // key: why, …
	}{
		{"", "", ""},
		{"#", "", ""},
		{"?", "", ""},
		{"#results", "", ""}, // a place in the page
		{"&&q=a&&", "q=a", ""},
		{"q=&op=&from=&with=", "", ""},
		{"q=a%20b+c%2bd", "q=a+b+c%2Bd", ""},
		{"q=100%&with=5%zz", "q=100%25&with=5%25zz", ""},
		{"q=%e2%82%AC&doc=%E2%82%AC", "q=%E2%82%AC&doc=%E2%82%AC", ""},
		{"q=a=b", "q=a%3Db", ""},
		{"q=%ff", "q=%EF%BF%BD", "q: The link is damaged here: it does not encode a text."},
		{"doc=%ff", "", "doc: The link is damaged here: it does not encode a text."},
		{"q=a&amp;op=any&amp;with=NATO", "q=a&op=any&with=NATO", ""},
		{"op=ANY&sort=Newest&bin=DAY", "op=any&sort=newest&bin=day", ""},
		{"op=all&sort=relevance&bin=auto&view=documents&share=0&page=1", "", ""},
		{"op=some", "", "op: This can be all or any."},
		{"sort=up", "", "sort: This can be relevance, newest or oldest."},
		{"doc=a&p=3.", "doc=a&p=3", "p: This is a whole number from 1."},
		{"doc=a&p=x.2", "doc=a", "p: This is a whole number from 1."},
		{"p=3.2", "", "p: A paragraph needs a document that is open."},
		{"bin=hour", "", "bin: This can be auto, day, week, month or year."},
		{"view=network", "", "view: This can be documents, concordance, actors, statements or compare."},
		{"view=Compare&view=actors", "view=compare", "view: This is set twice; the first was taken."},
		{"share=yes", "", "share: This can be 0 or 1."},
		{"from=2021-13", "", "from: There is no month 13: a month is from 01 to 12."},
		{"to=yesterday", "", `to: "yesterday" is not a date: write a year, a month or a day as 2021, 2021-04 or 2021-04-14.`},
		{"from=2021-02-30&to=2021", "to=2021", "from: 2021-02 has no day 30."},
		{"from=2022&to=2021-04", "from=2021-04&to=2022", "from: The dates were the wrong way round; they were exchanged."},
		{"from=2021-04&to=2021", "from=2021-04&to=2021", ""},
		{"from=2021&to=2021-04", "from=2021&to=2021-04", ""},
		{"q=a&q=b", "q=a", "q: This is set twice; the first was taken."},
		{"q=a&q=a", "q=a", ""},
		{"with=NATO&with=nato&with=+NATO+", "with=NATO", ""},
		{"with=NATO&without=EU&without=nato", "with=NATO&without=EU", "without: The same name was asked for and excluded; it was taken as asked for."},
		{"without=NATO&with=NATO", "with=NATO", "without: The same name was asked for and excluded; it was taken as asked for."},
		{"lines=1L&hide=a&hide=A", "lines=1l&hide=a", ""},
		{"lines=4l", "", "lines: This can be oldest, newest, document, hit, 1l, 2l, 3l, 1r, 2r or 3r."},
		{"trend=1&trend=2&trend=3&trend=4&trend=5&trend=6&trend=6&trend=7", "trend=1&trend=2&trend=3&trend=4&trend=5&trend=6", "trend: There are too many curves to tell apart."},
		{"hit=3", "", "hit: A hit needs a document that is open."},
		{"doc=x&hit=3", "doc=x&hit=3", ""},
		{"doc=x&hit=0", "doc=x", "hit: This is a whole number from 1."},
		{"doc=x&hit=-1&page=1e9", "doc=x", "hit: This is a whole number from 1. page: This is a whole number from 1."},
		{"page=99999999999999999999", "", "page: This is a whole number from 1."},
		{"colour=red&q=a", "q=a", "colour: There is no such setting."},
		{"doc=" + strings.Repeat("x", maxValue+1), "", "doc: This is too long."},
		{"with=" + strings.Repeat("%20", 2*maxValue) + "a", "with=a", ""},
		{"Q=a", "", "Q: There is no such setting."},
	} {
		s, dropped := Parse(c.in)
		var why []string
		for _, d := range dropped {
			why = append(why, d.Key+": "+d.Why)
		}
		if got := s.String(); got != c.want {
			t.Errorf("%s: got %s, want %s", clip(c.in), got, c.want)
		}
		if got := strings.Join(why, " "); got != c.dropped {
			t.Errorf("%s: dropped %s, want %s", clip(c.in), got, c.dropped)
		}
	}
}

func TestParseBounds(t *testing.T) {
	s, dropped := Parse("q=" + strings.Repeat("é", maxQuery))
	if len(s.Q) > maxQuery || len(s.Q) < maxQuery-2 || len(dropped) != 1 || len(dropped[0].Value) > 100 {
		t.Errorf("a query of %d bytes, %d reports", len(s.Q), len(dropped))
	}
	s, dropped = Parse(strings.Repeat("with=a&x=y&", 100_000))
	if len(s.With) != 1 || len(dropped) != maxDropped {
		t.Errorf("%d names, %d reports", len(s.With), len(dropped))
	}
	var b strings.Builder
	for i := range 3 * maxActors {
		b.WriteString("&without=" + strings.Repeat("x", i+1))
	}
	if s, dropped = Parse(b.String()); len(s.Without) != maxActors || len(dropped) != maxDropped {
		t.Errorf("%d names, %d reports", len(s.Without), len(dropped))
	}
}

func TestFromLocation(t *testing.T) {
	for _, c := range []struct {
		search, hash, want, rest string
		moved                    bool
		dropped                  int
	}{
		{"", "", "", "", false, 0},
		{"?q=tension", "", "q=tension", "", true, 0},
		{"", "#q=tension", "q=tension", "", false, 0},
		{"?q=a&from=2021&with=X", "#q=b&with=Y", "q=b&from=2021&with=Y", "", true, 0},
		{"?utm_source=mail&q=a&corpus=x.corpus", "", "q=a", "?utm_source=mail&corpus=x.corpus", true, 0},
		{"?utm_source=mail", "#q=a", "q=a", "?utm_source=mail", false, 0},
		{"?from=never", "#q=a", "q=a", "", true, 1},
		{"?q=a", "#results", "q=a", "", true, 0},
		{"?q=a", "#q=", "", "", true, 0}, // the fragment says that there is no query
		{"?x", "", "", "?x", false, 0},
		{"?q", "", "", "", false, 0},
	} {
		s, dropped, moved := FromLocation(c.search, c.hash)
		if s.String() != c.want || moved != c.moved || len(dropped) != c.dropped {
			t.Errorf("%s %s: got %s, moved %v, dropped %v", c.search, c.hash, s, moved, dropped)
		}
		if rest := StripSearch(c.search); rest != c.rest {
			t.Errorf("%s: left %s, want %s", c.search, rest, c.rest)
		}
	}
}

// Each choice has its effect and touches nothing else but the page and the hit.
func TestChanges(t *testing.T) {
	base, dropped := Parse("q=a&from=2021&to=2022&with=NATO&with=EU&without=Russia&sort=newest&doc=d&hit=2&page=5")
	if len(dropped) > 0 {
		t.Fatal(dropped)
	}
	before := base.String()
	for _, c := range []struct {
		name string
		got  State
		want string
	}{
		{"query", base.SetQuery("b"), "q=b&from=2021&to=2022&with=NATO&with=EU&without=Russia&sort=newest&doc=d"},
		{"same query", base.SetQuery("a"), before},
		{"any", base.SetAny(true), "q=a&op=any&from=2021&to=2022&with=NATO&with=EU&without=Russia&sort=newest&doc=d&hit=2"},
		{"range", base.SetRange(date(t, "2021-04"), 0), "q=a&from=2021-04&with=NATO&with=EU&without=Russia&sort=newest&doc=d&hit=2"},
		{"range back", base.SetRange(date(t, "2022"), date(t, "2021")), before},
		{"view", base.SetView(Compare), strings.Replace(strings.TrimSuffix(before, "&page=5"), "&sort=", "&view=compare&sort=", 1)},
		{"actor", base.ShowActor(" EU "), strings.Replace(strings.TrimSuffix(before, "&page=5"), "&sort=", "&view=actors&actor=EU&sort=", 1)},
		{"sort", base.SetSort(Relevance), "q=a&from=2021&to=2022&with=NATO&with=EU&without=Russia&doc=d&hit=2"},
		{"page", base.SetPage(0), strings.TrimSuffix(before, "&page=5")},
		{"page below", base.SetPage(-2), strings.TrimSuffix(before, "&page=5")},
		{"with", base.WithActor("UN"), "q=a&from=2021&to=2022&with=NATO&with=EU&with=UN&without=Russia&sort=newest&doc=d&hit=2"},
		{"with again", base.WithActor("nato"), before},
		{"with the excluded", base.WithActor("Russia"), "q=a&from=2021&to=2022&with=NATO&with=EU&with=Russia&sort=newest&doc=d&hit=2"},
		{"without", base.WithoutActor("NATO"), "q=a&from=2021&to=2022&with=EU&without=Russia&without=NATO&sort=newest&doc=d&hit=2"},
		{"toggle with", base.ToggleWith("EU"), "q=a&from=2021&to=2022&with=NATO&without=Russia&sort=newest&doc=d&hit=2"},
		{"toggle without", base.ToggleWithout("Russia"), "q=a&from=2021&to=2022&with=NATO&with=EU&sort=newest&doc=d&hit=2"},
		{"toggle over", base.ToggleWithout("EU"), "q=a&from=2021&to=2022&with=NATO&without=Russia&without=EU&sort=newest&doc=d&hit=2"},
		{"drop", base.DropActor("nato"), "q=a&from=2021&to=2022&with=EU&without=Russia&sort=newest&doc=d&hit=2"},
		{"drop nothing", base.DropActor("UN"), before},
		{"no name", base.WithActor(" ").WithoutActor(""), before},
		{"clear", base.ClearFilters(), "q=a&sort=newest&doc=d&hit=2"},
		{"clear nothing", State{Page: 2}.ClearFilters(), "page=3"},
		{"open", base.Open("e"), strings.Replace(before, "doc=d&hit=2", "doc=e", 1)},
		{"open again", base.Open("d"), before},
		{"close", base.Close(), strings.Replace(before, "&doc=d&hit=2", "", 1)},
		{"lines", base.SetLines(LinesHit), strings.Replace(before, "&page=5", "&lines=hit", 1)},
		{"forms", base.ToggleForm("x").ToggleForm("y").ToggleForm("x"), strings.Replace(before, "&page=5", "&hide=y", 1)},
		{"near", base.SetNear("x"), strings.Replace(before, "&page=5", "&near=x", 1)},
		{"sides", base.SetSides("x ", "y"), before + "&a=x&b=y"},
		{"trends", base.AddTrend("x").AddTrend("x").AddTrend(" ").AddTrend("y").DropTrend("x"), before + "&trend=y"},
		{"query of forms", base.ToggleForm("x").SetNear("y").SetQuery("b").SetQuery("a"), strings.NewReplacer("&hit=2", "", "&page=5", "").Replace(before)},
		{"hit", base.AtHit(3), strings.Replace(before, "hit=2", "hit=3", 1)},
		{"place", base.AtPlace(3, 2), strings.Replace(before, "hit=2", "p=3.2", 1)},
		{"no place", base.AtPlace(3, 2).AtPlace(0, 2), strings.Replace(before, "&hit=2", "", 1)},
		{"hit after a place", base.AtPlace(3, 2).AtHit(2), before},
		{"place in nothing", base.Close().AtPlace(3, 1), strings.Replace(before, "&doc=d&hit=2", "", 1)},
		{"hit of nothing", base.Close().AtHit(3), strings.Replace(before, "&doc=d&hit=2", "", 1)},
	} {
		if got := c.got.String(); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if again, dropped := Parse(c.got.String()); !again.Equal(c.got) || len(dropped) > 0 {
			t.Errorf("%s: %s reads as %+v, %v", c.name, c.got, again, dropped)
		}
	}
	if base.String() != before {
		t.Errorf("the state itself changed to %s", base)
	}
	if !base.Filtered() || base.ClearFilters().Filtered() {
		t.Error("Filtered is wrong")
	}
}

// Two states that grew from one must not write into each other's names.
func TestChangesShareNothing(t *testing.T) {
	s := State{}.WithActor("A").WithActor("B").WithActor("C").DropActor("C")
	x, y := s.WithActor("X"), s.WithActor("Y")
	if !slices.Equal(x.With, []string{"A", "B", "X"}) || !slices.Equal(y.With, []string{"A", "B", "Y"}) {
		t.Errorf("got %v and %v", x.With, y.With)
	}
	z := x.DropActor("A")
	if !slices.Equal(x.With, []string{"A", "B", "X"}) || !slices.Equal(z.With, []string{"B", "X"}) {
		t.Errorf("got %v and %v", x.With, z.With)
	}
}

// Equal must look at every field.
func TestEqual(t *testing.T) {
	v := reflect.TypeFor[State]()
	for i := range v.NumField() {
		var s State
		f := reflect.ValueOf(&s).Elem().Field(i)
		switch f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Int, reflect.Int32:
			f.SetInt(1)
		case reflect.Uint8:
			f.SetUint(1)
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{"x"}))
		default:
			t.Fatalf("%s: no value for %s", v.Field(i).Name, f.Kind())
		}
		if s.Equal(State{}) || !s.Equal(s) {
			t.Errorf("Equal does not look at %s", v.Field(i).Name)
		}
	}
}

// FuzzParse holds that whatever an address is, the state read from it has a form that reads back as the same, whole,
// whether in the fragment or in the query string, and that others decode alike.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "#q=tension&from=2021-04", "?q=tension*+%22troop+levels%22&op=any&from=2021-03-01&to=2021-12-31&with=nato&without=belarus&doc=2021-04-14",
		"q=%ff%&q=b&with=+a+&without=A&hit=3", "bin=week&share=1&page=4&sort=oldest&doc=%20x%20&hit=0007", "q=a&amp;op=any", "q=a&own=0123456789ab", "own=site&own=x", "from=2022&to=2021-04-30", "q=U.S.&q=", "%71=x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s, dropped := Parse(in)
		for _, d := range dropped {
			if d.Why == "" || utf8.RuneCountInString(d.Key+d.Value) > 2*81 {
				t.Fatalf("%q: dropped %+v", in, d)
			}
		}
		out := s.String()
		for _, c := range []byte(out) {
			if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>`#", c) >= 0 {
				t.Fatalf("%q: %q holds %q", in, out, c)
			}
		}
		again, dropped := Parse("#" + out)
		if !again.Equal(s) || len(dropped) > 0 {
			t.Fatalf("%q: %q reads as %+v, not %+v; %v", in, out, again, s, dropped)
		}
		if again.String() != out {
			t.Fatalf("%q: %q is written as %q then", in, out, again)
		}
		moved, _, took := FromLocation("?"+out, "")
		if !moved.Equal(s) || took != (out != "") || StripSearch("?"+out) != "" {
			t.Fatalf("%q: %q is not the same in the query string", in, out)
		}
		values, err := url.ParseQuery(out)
		if err != nil || values.Get("q") != s.Q || !slices.Equal(values["with"], s.With) || values.Get("doc") != s.Doc {
			t.Fatalf("%q: net/url reads %q as %v (%v)", in, out, values, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Parse("#q=tension*+%22troop+levels%22&op=any&from=2021-03-01&to=2021-12-31&with=NATO&without=Belarus&doc=2021-04-14&hit=2")
	}
}

func BenchmarkString(b *testing.B) {
	s, _ := Parse("#q=tension*+%22troop+levels%22&op=any&from=2021-03-01&to=2021-12-31&with=NATO&without=Belarus&doc=2021-04-14&hit=2")
	b.ReportAllocs()
	for b.Loop() {
		_ = s.String()
	}
}
