package when

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
)

// checkDates tells what is wrong with dates of text, "" if nothing.
func checkDates(text string, found []corpus.DateMention) string {
	end := 0
	for _, m := range found {
		vague := m.Kind == corpus.PastRef || m.Kind == corpus.FutureRef
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(text):
			return "spans that overlap, are empty or leave the text"
		case m.Start < len(text) && !utf8.RuneStart(text[m.Start]), m.End < len(text) && !utf8.RuneStart(text[m.End]):
			return "a span that cuts a character"
		case m.Kind >= corpus.NumDateKinds || m.Unit >= corpus.NumTimeUnits || m.Value() == "":
			return "no kind, unit or value"
		case vague != (m.From == 0) || vague != (m.Unit == corpus.VagueUnit):
			return "a vague time with days, or another without"
		case !vague && (m.From.Precision() != corpus.DayOfMonth || m.To.Precision() != corpus.DayOfMonth || !m.From.Valid() || !m.To.Valid() || m.To < m.From):
			return fmt.Sprintf("an impossible stretch %v to %v", m.From, m.To)
		}
		if !vague {
			if first, _ := m.Unit.Around(m.From); first != m.From {
				return fmt.Sprintf("%v does not begin a %v", m.From, m.Unit)
			}
			if _, last := m.Unit.Around(m.To); last != m.To {
				return fmt.Sprintf("%v does not end a %v", m.To, m.Unit)
			}
		}
		end = m.End
	}
	return ""
}

// TestBadInput feeds what no rule was made for: it must be fast, and find few dates or none.
func TestBadInput(t *testing.T) {
	day, _ := corpus.ParseDate("2021-04-14")
	prose := "On Tuesday, 13 April 2021, he said he would meet them in June or next year. "
	for _, c := range []struct {
		name, text string
		most       int // dates allowed; -1 for any number
	}{
		{"empty", "", 0},
		{"space", " \n\n\t ", 0},
		{"no capitals", strings.ToLower(strings.Repeat(prose, 20)), 60},
		{"all capitals", strings.ToUpper(strings.Repeat(prose, 20)), 60},
		{"verbs and nouns in capitals", strings.ToUpper(strings.Repeat("it may march in the sun, sir, and sat in second place. ", 20)), 0},
		{"code", strings.Repeat("for i := 0; i < 2014; i++ { x[1999] = port(8080, 0x2021); v1.2.2013 }\n", 20), 0},
		{"table of figures", strings.Repeat("Shr 12 cts vs 14 cts\nNet 1,987,000 vs 1,986,000\tRevs 1987.4 mln\n1986 1987 1988\n", 50), 0},
		{"telephone numbers", strings.Repeat("+44 2014 1999 1998, 0171-2012-2013, 555-1234, 192.168.20.14, 1.2.3.4 ", 30), 0},
		{"prices", strings.Repeat("It costs $2014 or €1999, £1850, 2000 dollars, 1900 yen and 2015% more. ", 30), 0},
		{"names of things", strings.Repeat("Flight 1549, Resolution 1973, Act 2014, Boeing 2707, Room 2012, Route 1960, Page 1984. ", 30), 0},
		{"times of day", strings.Repeat("At 20:14 GMT, 1930 GMT, 8.30pm and 2000 hours it rang. ", 30), 0},
		{"not UTF-8", "14 April \xff\xfe\x80 2014 in \xc3 2014", -1},
		{"one long word", strings.Repeat("2", 100_000), 0},
		{"one long number of months", strings.Repeat("May ", 20_000), -1},
		{"ranges without end", strings.Repeat("3 to ", 20_000), 0},
		{"parts of parts", strings.Repeat("the end of the ", 10_000), 0},
		{"early early", strings.Repeat("early ", 20_000), 0},
		{"years on end", strings.Repeat("2014-", 10_000), -1},
		{"huge counts", "9999 years ago, 9999 centuries ago, 9999 weeks ago, in the past 9999 decades, 9999 centuries later", -1},
		{"German", strings.Repeat("Am Dienstag, dem 13. April 2021, sprach er. ", 20), -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, date := range []corpus.Date{day, 0, corpus.Date(corpus.MinYear<<9 | 1<<5 | 1), corpus.Date(corpus.MaxYear<<9 | 12<<5 | 31)} {
				d := &corpus.Document{Text: c.text, Date: date}
				found := Find(d, nil)
				if c.most >= 0 && len(found) > c.most {
					m := found[0]
					t.Errorf("%d dates, at most %d expected, the first %q=%s", len(found), c.most, c.text[m.Start:m.End], m.Value())
				}
				if wrong := checkDates(c.text, found); wrong != "" {
					t.Error(wrong)
				}
			}
		})
	}
}

// TestNames holds that a date within a name is none.
func TestNames(t *testing.T) {
	day, _ := corpus.ParseDate("2021-04-14")
	d := &corpus.Document{Text: "In June Carter sang; in May Day Corp. shares fell in June.", Date: day}
	mentions := []corpus.Mention{{Start: 3, End: 14, Name: "June Carter", Type: corpus.Person, Confidence: 1}, {Start: 24, End: 37, Name: "May Day Corp.", Type: corpus.Organisation, Confidence: 1}, {Start: 52, End: 56, Name: "June", Type: corpus.Person, Confidence: 0.3}}
	found := Find(d, mentions)
	if len(found) != 1 || d.Text[found[0].Start:found[0].End] != "June" || found[0].Start < 40 {
		t.Errorf("%+v", found)
	}
}

func FuzzFind(f *testing.F) {
	for _, name := range []string{"testdata/dev.txt", "testdata/test.txt"} {
		for i, g := range readTable(f, name) {
			if i%7 == 0 {
				f.Add(g.doc.Text, g.doc.Lang, int32(g.doc.Date))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text, lang string, date int32) {
		d := &corpus.Document{Text: text, Lang: lang, Date: corpus.Date(date)}
		if !d.Date.Valid() {
			d.Date = 0
		}
		found := Find(d, nil)
		if wrong := checkDates(text, found); wrong != "" && utf8.ValidString(text) {
			t.Error(wrong)
		}
		if again := Find(d, nil); !reflect.DeepEqual(found, again) {
			t.Error("the same text gave other dates")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for _, g := range readTable(b, "testdata/test.txt") {
		text.WriteString(g.doc.Text)
		text.WriteString(" The ministers of both countries agreed, after long talks in the capital, that the matter should be left to experts.\n\n")
	}
	day, _ := corpus.ParseDate("2014-03-18")
	d := &corpus.Document{Text: text.String(), Date: day, Lang: "en"}
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, nil)
	}
}
