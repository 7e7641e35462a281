package statement

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
)

// checkStatements tells what is wrong with statements of text, "" if nothing.
func checkStatements(text string, found []corpus.Statement) string {
	valid := utf8.ValidString(text)
	inside := func(start, end int) bool {
		return 0 <= start && start <= end && end <= len(text) && (!valid ||
			(start == len(text) || utf8.RuneStart(text[start])) && (end == len(text) || utf8.RuneStart(text[end])))
	}
	last := 0
	for _, s := range found {
		switch {
		case s.Start < last:
			return "statements out of order"
		case s.End <= s.Start || !inside(s.Start, s.End) || !inside(s.VerbStart, s.VerbEnd):
			return "words or a verb that are empty, leave the text or cut a character"
		case s.Kind >= corpus.NumStatementKinds || s.Form >= corpus.NumSpeechForms:
			return "no such kind or form"
		case !s.Speaker.Known():
			return "nobody said it"
		case s.Verb != text[s.VerbStart:s.VerbEnd]:
			return "a verb that is not where it says"
		}
		for _, p := range append([]corpus.Party{s.Speaker, s.Via}, s.To...) {
			if !inside(p.Start, p.End) {
				return "a party that leaves the text or cuts a character"
			}
		}
		last = s.Start
	}
	return ""
}

// named finds mentions of a few names, as a finder of actors would.
func named(text string) (mentions []corpus.Mention) {
	for i := 0; i < len(text); {
		found := false
		for _, name := range []string{"Joe Biden", "Putin", "NATO", "Kremlin", "Россия"} {
			if strings.HasPrefix(text[i:], name) {
				typ := corpus.Person
				if name == "NATO" || name == "Kremlin" {
					typ = corpus.Organisation
				}
				mentions = append(mentions, corpus.Mention{Start: i, End: i + len(name), Name: name, Type: typ, Confidence: 1, Rule: "test"})
				i += len(name)
				found = true
				break
			}
		}
		if !found {
			i++
		}
	}
	return mentions
}

// TestBadInput feeds what no rule was made for: it must be fast, and find few statements or none.
func TestBadInput(t *testing.T) {
	prose := `"We must talk," Joe Biden said. The Kremlin said Putin had urged NATO to leave. `
	for _, c := range []struct {
		name, text string
		most       int // statements allowed; -1 for any number
	}{
		{"empty", "", 0},
		{"space", " \n\n\t ", 0},
		{"no capitals", strings.ToLower(strings.Repeat(prose, 20)), -1},
		{"all capitals", strings.ToUpper(strings.Repeat(prose, 20)), -1},
		{"one long line", strings.Repeat(prose, 20_000), -1},
		{"quotes that never close", strings.Repeat("“Word ", 10_000), 0},
		{"straight quotes that never close", strings.Repeat(" \"Word", 10_000), 0},
		{"single quotes", strings.Repeat(" 'Word", 10_000), 0},
		{"nothing but marks", strings.Repeat("\"'“”«»„‘’", 5_000), 0},
		{"code", strings.Repeat("fmt.Println(\"hello, world\") // said \"x\" + 'y'\n", 200), 0},
		{"table", strings.Repeat("Name\t\"said\"\t12 cts vs 14 cts\n", 200), 0},
		{"said", strings.Repeat("said ", 20_000), 0},
		{"he said", strings.Repeat("he said that ", 10_000), -1},
		{"commas", strings.Repeat("Putin, ", 10_000) + "said that he would go.", -1},
		{"and and and", strings.Repeat("Putin and ", 10_000) + "said that he would go.", -1},
		{"of of of", strings.Repeat("the head of ", 10_000) + "said that he would go.", -1},
		{"colons", strings.Repeat("NAME: \n\n", 5_000), 0},
		{"labels", strings.Repeat("NAME: x\n\n", 5_000), -1},
		{"not UTF-8", "Putin said \xff\xfe\x80 “he \xc3 would” go", -1},
		{"German", strings.Repeat("„Wir müssen reden“, sagte Putin am Montag. ", 50), -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := Find(&corpus.Document{Text: c.text}, named(c.text))
			if c.most >= 0 && len(found) > c.most {
				t.Errorf("%d statements, at most %d expected, the first: %s", len(found), c.most, line(c.text, found[0]))
			}
			if wrong := checkStatements(c.text, found); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said "one" and "two".`, "one|two"},
		{"He said “one” and ‘two’ and «three».", "one|two|three"},
		{"Er sagte „eins“ und »zwei«.", "eins|zwei"},
		{"Han sa ”ett” och ”två ord”.", "ett|två ord"},
		{"It's the leaders' 'Big Idea', isn't it?", "Big Idea"},
		{"“One ‘two’ three”", "One ‘two’ three"},
		{`6' 2" tall, 3" wide`, ""},
		{"“First.\n\n“Second.”", "First.\n\n“Second."},
		{"\"First.\n\n\"Second.\"", "First.\n\n\"Second."},
		{"“Never closed.\n\nNext.", "Never closed."},
		{"\"Never closed.\n\nNext.", ""},
		{`the "first "second" mark`, "second"},
	} {
		var got []string
		for _, q := range findQuotations(c.text) {
			got = append(got, c.text[q.in:q.out])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestForeign gives quotations of the other languages to who stands next to the verb.
func TestForeign(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "« Nous devons parler maintenant », a déclaré Joe Biden mardi.", "Joe Biden; déclaré; direct; ; ; Nous devons parler maintenant"},
		{"es", "Joe Biden dijo: «Tenemos que hablar ahora».", "Joe Biden; dijo; direct; ; ; Tenemos que hablar ahora"},
		{"ru", "«Мы должны говорить сейчас», — сказал Putin.", "Putin; сказал; direct; ; ; Мы должны говорить сейчас"},
		{"sv", "”Vi måste tala nu”, sade Joe Biden.", "Joe Biden; sade; direct; ; ; Vi måste tala nu"},
		{"no", "«Vi må snakke sammen», sier Joe Biden.", "Joe Biden; sier; direct; ; ; Vi må snakke sammen"},
		{"hu", "„Most kell beszélnünk erről” – mondta Joe Biden.", "Joe Biden; mondta; direct; ; ; Most kell beszélnünk erről"},
		{"fr", "Le mot « crise » est de trop.", ""},
	} {
		var got []string
		for _, s := range Find(&corpus.Document{Text: c.text, Lang: c.lang}, named(c.text)) {
			got = append(got, line(c.text, s))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, name := range []string{"testdata/dev.txt", "testdata/test.txt"} {
		for i, g := range readTable(f, name) {
			if i%5 == 0 {
				f.Add(g.doc.Text, "en")
			}
		}
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		d := &corpus.Document{Text: text, Lang: lang}
		mentions := named(text)
		found := Find(d, mentions)
		if wrong := checkStatements(text, found); wrong != "" {
			t.Error(wrong)
		}
		if again := Find(d, mentions); !reflect.DeepEqual(found, again) {
			t.Error("the same text gave other statements")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	var mentions []corpus.Mention
	for _, g := range readTable(b, "testdata/test.txt") {
		for _, m := range g.mentions {
			m.Start += text.Len()
			m.End += text.Len()
			mentions = append(mentions, m)
		}
		text.WriteString(g.doc.Text)
		text.WriteString(" The ministers of both countries met for long talks in the capital, and experts were to look into the matter.\n\n")
	}
	d := &corpus.Document{Text: text.String(), Lang: "en"}
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, mentions)
	}
}
