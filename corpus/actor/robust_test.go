package actor

import (
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
)

// checkMentions tells what is wrong with mentions of text, "" if nothing: the given ones come first with empty spans,
// the others ascend without overlap, on the borders of characters.
func checkMentions(text string, mentions []corpus.Mention) string {
	end, given := 0, true
	for _, m := range mentions {
		switch {
		case m.Name == "":
			return "a mention without a name"
		case m.Type >= corpus.NumActorTypes || m.Kind >= corpus.NumMentionKinds || m.Rule == "":
			return "a mention without a type, kind or rule"
		case m.Confidence <= 0 || m.Confidence > 1:
			return "a confidence out of range"
		}
		if m.Kind == corpus.KindGiven {
			if !given || m.Start != 0 || m.End != 0 {
				return "a given actor behind a found one, or with a span"
			}
			continue
		}
		given = false
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(text):
			return "spans that overlap, are empty or leave the text"
		case !utf8.ValidString(text): // Document.Text never is; what matters is that nothing panics
		case m.Start < len(text) && !utf8.RuneStart(text[m.Start]), m.End < len(text) && !utf8.RuneStart(text[m.End]):
			return "a span that cuts a character"
		case strings.HasSuffix(text[m.Start:m.End], "'s") && m.Rule != "dictionary":
			return "a possessive inside a span"
		}
		end = m.End
	}
	return ""
}

// TestBadInput feeds what no rule was made for: it must be fast, and find few actors or none.
func TestBadInput(t *testing.T) {
	f := newFinder(t)
	prose := "The US president, Joe Biden, met Vladimir Putin in Geneva. "
	for _, c := range []struct {
		name, text string
		most       int // mentions allowed; -1 for any number
	}{
		{"empty", "", 0},
		{"space", " \n\n\t ", 0},
		{"no capitals", strings.ToLower(strings.Repeat(prose, 50)), 0},
		{"code", strings.Repeat("func (t *Task) Run() error {\n\tif x.Foo.Bar() != nil { return fmt.Errorf(\"Foo %d\", Max_Value) }\n}\n", 20), 0},
		{"table of figures", strings.Repeat("Shr 12 cts vs 14 cts\nNet 1,200,000 vs 1,100,000\tRevs 3.4 mln\n", 50), 0},
		{"capitals", strings.ToUpper(strings.Repeat("who let us in? it may mark the turkey, sir, and will aid them all at once. ", 20)), 20},
		{"German, without model", strings.Repeat("Der Vorschlag wurde im Ausschuss mit großer Mehrheit angenommen, doch die Opposition lehnt das Gesetz ab. ", 20), 0},
		{"Polish, without model", strings.Repeat("Wczoraj Sejm przyjął ustawę o budżecie, choć wielu posłów nie było na sali, a Senat ma się nią zająć. ", 20), 20},
		{"table of names and figures", strings.Repeat("Region\tUnits\tShare\nNorth\t1,200\t3.4%\nSouth\t900\t2.1%\nTotal\t2,100\t5.5%\n", 50), 0},
		{"no letters", strings.Repeat("1234 5678 -- ... \"\" () ", 100), 0},
		{"not UTF-8", "Joe Biden \xff\xfe\x80 met \xc3", -1},
		{"one long word", strings.Repeat("A", 100_000), 1},
		{"a long name", "President " + strings.Repeat("Quux ", 10_000), -1},
		{"initials", strings.Repeat("A. B. C. ", 10_000), -1},
		{"markup", "<script>alert('Joe Biden')</script> \"President\" <b>Putin</b>", -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &corpus.Document{Text: c.text}
			found := f.Find(d)
			if c.most >= 0 && len(found) > c.most {
				t.Errorf("%d mentions, at most %d expected: %s", len(found), c.most, brief(c.text, found[:min(5, len(found))]))
			}
			if wrong := checkMentions(c.text, found); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

// TestCapitals reads a story set in capitals as the dictionary knows it.
func TestCapitals(t *testing.T) {
	f := newFinder(t)
	text := "RUSSIAN PRESIDENT VLADIMIR PUTIN TOLD US WHO MET NATO AND U.S. ENVOYS IN GENEVA ON TUESDAY"
	want := "RUSSIAN=Russia/country/demonym; VLADIMIR PUTIN=Vladimir Putin/person/name; NATO=NATO/organisation/acronym; " +
		"U.S.=United States/country/acronym; GENEVA=Geneva/place/name"
	if got := brief(text, f.Find(&corpus.Document{Text: text})); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestLongLine reads lines of a megabyte, whatever they are made of: a rule of quadratic cost would not come to an end.
func TestLongLine(t *testing.T) {
	f := newFinder(t)
	for name, unit := range map[string]string{
		"prose":      "The US president, Joe Biden, met Vladimir Putin in Geneva. Biden and Mr. Quux spoke of Quuxville. ",
		"title case": "Anna Quux Bank Of River Minister ",
		"one run":    "Quux ",
		"and":        "Quux and Co ",
		"links":      "University of the ",
		"brackets":   "Quux (QUUX) ",
		"particles":  "Anna van der ",
		"namesakes":  "Anna Quux met Peter Quux, Olga Quux and Mr. Quux. ",
		"hyphens":    "Jean-Anna-Putin-",
		"full stops": "U.S.A.U.K. A. ",
		"quotes":     "'s’s\"' ",
	} {
		t.Run(name, func(t *testing.T) {
			size := 1_000_000
			if name == "prose" {
				size = 5_000_000
			}
			if runtime.GOARCH == "wasm" {
				size /= 10
			}
			text := strings.Repeat(unit, size/len(unit))
			for _, m := range f.Find(&corpus.Document{Text: text}) {
				if m.Start < 0 || m.End > len(text) || m.Start >= m.End {
					t.Fatalf("the span %d to %d of %d bytes", m.Start, m.End, len(text))
				}
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"US President Joe Biden urged his Russian counterpart Vladimir Putin, the Kremlin's leader, to meet in Geneva.",
		"MOSCOW, April 14 (Reuters) - The World Trade Organization (WTO) said. WTO's chief, Ngozi Okonjo-Iweala, left.",
		"Президент України Володимир Зеленський у Києві", "St. Petersburg’s Dr. A. B. Smith Jr. & Co. Ltd.",
		"Wang Bingqian\n\nWang\tO'Brien d'Estaing l'Ukraine N'Djamena Côte d'Ivoire", "\xff U.S.\x80A.", "van der Quux Anna van der Quux",
	} {
		f.Add(seed, uint16(2021))
	}
	finder := newFinder(f)
	f.Fuzz(func(t *testing.T, text string, year uint16) {
		date, _ := corpus.NewDate(int(year), 0, 0)
		d := &corpus.Document{Text: text, Date: date, Actors: []corpus.GivenActor{{Name: text, Type: corpus.Person}}}
		found := finder.Find(d)
		if wrong := checkMentions(text, found); wrong != "" {
			t.Fatalf("%s: %+v", wrong, found)
		}
		if again := finder.Find(d); !reflect.DeepEqual(found, again) {
			t.Fatalf("two runs differ:\n%+v\n%+v", found, again)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := newFinder(b)
	text := strings.Repeat("US President Joe Biden urged his Russian counterpart Vladimir Putin to ease tensions with neighboring Ukraine "+
		"Tuesday.\n\nThe Kremlin said it would \"continue dialogue\" without accepting the offer, a spokesman for the Quux Institute said. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(&corpus.Document{Text: text})
	}
}
