package text

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

func collect(s string) []string {
	got := []string{}
	for t := range Words(s) {
		got = append(got, t.Of(s))
	}
	return got
}

func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		"US President Joe Biden's call": "US|President|Joe|Biden's|call",
		"the U.S. and its 1,750 troops": "the|U.S|and|its|1,750|troops",
		"build-up, de-escalate":         "build|up|de|escalate",
		"said:yes at 12:30":             "said|yes|at|12|30",
		"l'Ukraine et qu’elle":          "l|Ukraine|et|qu|elle",
		"O'Brien d'Artagnan don't":      "O'Brien|d|Artagnan|don't",
		"«Écoles» à l’été — 2021…":      "Écoles|à|l|été|2021",
		"Владимир Путин":                "Владимир|Путин",
		"北京":                            "北|京",
		"... -- ' '":                    "",
		"a_b _c_ 3.14 x.y.":             "a_b|_c_|3.14|x.y",
		"trailing' 'leading":            "trailing|leading",
	} {
		if got := strings.Join(collect(s), "|"); got != want {
			t.Errorf("Words(%q) = %s, want %s", s, got, want)
		}
	}
}

// referenceWords is Words told another way: cut, split at colons, split at elisions.
func referenceWords(s string) []string {
	got := []string{}
	segments := words.FromString(s)
	for segments.Next() {
		for _, part := range strings.Split(segments.Value(), ":") {
			if !strings.ContainsFunc(part, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
				continue
			}
			i := strings.IndexAny(part, "'’")
			if i > 0 && slices.Contains(strings.Fields(elided), strings.ToLower(part[:i])) {
				if rest := strings.TrimPrefix(strings.TrimPrefix(part[i:], "'"), "’"); rest != "" {
					got = append(got, part[:i], rest)
					continue
				}
			}
			got = append(got, part)
		}
	}
	return got
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"Biden-Putin's 1,750.5 U.S. a:b", "l'Été à 3 h", "a_b__ 'x' ..1.2.,3", "\xff\xfe a\u200db", "й и\u0306"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for token := range Words(s) {
			if token.Start < last || token.End <= token.Start || token.End > len(s) {
				t.Fatalf("Words(%q) gives the span %v after %d", s, token, last)
			}
			last = token.End
			Form(token.Of(s))
			for _, lang := range Languages() {
				if Term(token.Of(s), lang) == "" && Form(token.Of(s)) != "" {
					t.Fatalf("Term(%q, %s) is empty", token.Of(s), lang)
				}
			}
		}
		for token := range Sentences(s) {
			if token.Start < 0 || token.End <= token.Start || token.End > len(s) {
				t.Fatalf("Sentences(%q) gives the span %v", s, token)
			}
		}
		Detect(s)
		if got, want := collect(s), referenceWords(s); !slices.Equal(got, want) {
			t.Fatalf("Words(%q) = %q, uax29 gives %q", s, got, want)
		}
	})
}

func TestForm(t *testing.T) {
	for word, want := range map[string]string{
		"Élysée": "elysee", "ÅNGSTRÖM": "angstrom", "Straße": "strasse", "Łódź": "lodz", "Ёлка": "елка", "Йод": "йод",
		"и\u0306од": "йод", "e\u0301te\u0301": "ete", "Ukraine’s": "ukraine's", "_x_": "x", "Київ": "київ", "ΣΊΣΥΦΟΣ": "σισυφοσ",
		"ＮＡＴＯ": "nato", "Œuvre": "oeuvre", "2021": "2021",
	} {
		if got := Form(word); got != want {
			t.Errorf("Form(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestFoldTableFollowsUnicode(t *testing.T) {
	n := 0
	for r, base := range folded() {
		n++
		decomposed := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(string(r)))
		if decomposed != string(r) && decomposed != base && !strings.ContainsAny(decomposed, "æø") {
			t.Errorf("%c folds to %q, Unicode decomposes it to %q", r, base, decomposed)
		}
	}
	if n < 350 {
		t.Errorf("the table has %d letters, more than 350 were expected", n)
	}
}

func TestTerm(t *testing.T) {
	for _, c := range []struct{ lang, word, want string }{
		{"en", "tensions", "tension"},
		{"en", "Ukraine's", "ukrain"},
		{"en", "2014", "2014"},
		{"fr", "Présidents", "president"},
		{"fr", "présidentielle", "presidentiel"},
		{"es", "presidentes", "president"},
		{"ru", "президента", "президент"},
		{"sv", "länderna", "land"},
		{"no", "forhandlingene", "forhandling"},
		{"hu", "országok", "orszag"},
		{"de", "Häuser", "hauser"},
		{"", "Tensions", "tensions"},
	} {
		if got := Term(c.word, c.lang); got != c.want {
			t.Errorf("Term(%q, %s) = %q, want %q", c.word, c.lang, got, c.want)
		}
	}
}

// TestSnowballVocabulary holds the stems against Snowball's own lists, where they are beside the project.
func TestSnowballVocabulary(t *testing.T) {
	names := map[string]string{"en": "english", "es": "spanish", "fr": "french", "hu": "hungarian", "no": "norwegian", "ru": "russian", "sv": "swedish"}
	dir := "../../../shared/data/snowball_data"
	if _, err := os.Stat(dir); err != nil {
		t.Log("without Snowball's vocabularies: the table in TestTerm alone holds the stems")
		return
	}
	for _, lang := range Languages() {
		voc, stems := lines(t, filepath.Join(dir, names[lang], "voc.txt")), lines(t, filepath.Join(dir, names[lang], "output.txt"))
		differ := 0
		for i, word := range voc {
			if strings.ContainsAny(word, "0123456789._,;'’") || len(word) > longestStemmed {
				continue
			}
			if Term(word, lang) != fold(lower(stems[i])) {
				differ++
			}
		}
		t.Logf("%s: %d of %d words differ from Snowball's list", lang, differ, len(voc))
		if differ*20 > len(voc) {
			t.Errorf("%s: %d of %d stems differ from Snowball's list, more than a twentieth", lang, differ, len(voc))
		}
	}
}

func lines(t *testing.T, path string) (all []string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		all = append(all, s.Text())
	}
	return all
}

func TestDetect(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The two leaders appear to have failed to reach a major compromise on the border.",
		"fr": "Les deux dirigeants se sont entretenus par téléphone de la situation à la frontière avec l'Ukraine.",
		"es": "Los dos presidentes hablaron por teléfono sobre la situación en la frontera con Ucrania y la seguridad.",
		"ru": "Президенты двух стран обсудили по телефону ситуацию на границе с Украиной и вопросы безопасности.",
		"uk": "Президенти обох країн обговорили телефоном ситуацію на кордоні та питання безпеки, що є важливо.",
		"sv": "De båda presidenterna talade i telefon om läget vid gränsen och om säkerheten i Europa, som inte är bra.",
		"no": "De to presidentene snakket etter møtet om hva som skjer og situasjonen ved grensen og om sikkerheten i Europa, som ikke er god.",
		"hu": "A két elnök telefonon beszélt a határon kialakult helyzetről, és arról, hogy mit kell most tenni.",
		"de": "Die beiden Präsidenten sprachen am Telefon über die Lage an der Grenze und die Sicherheit in Europa.",
		"":   "NATO 2021 Kyiv",
	} {
		if got := Detect(s); got != want {
			t.Errorf("Detect(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	s := "Biden met the U.S. envoy. \"We agreed,\" said Gov. George W. Bush (in 2001). He left.\n\nIt cost 3.5 mln dlrs. Why? \"No!\" she said. " +
		"They live in the U.S. The rest is news… and more"
	want := []string{
		"Biden met the U.S. envoy.", `"We agreed," said Gov. George W. Bush (in 2001).`, "He left.", "It cost 3.5 mln dlrs.", "Why?",
		`"No!" she said.`, "They live in the U.S.", "The rest is news… and more",
	}
	var got []string
	for token := range Sentences(s) {
		got = append(got, token.Of(s))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestStop(t *testing.T) {
	if !Stop("the", "en") || Stop("the", "fr") || !Stop("les", "fr") || !Stop("pa", "sv") || Stop("summit", "en") {
		t.Error("the lists of function words are mixed up")
	}
	if len(functionWords) > 16 {
		t.Error("languageSet has 16 bits")
	}
}

func benchmarkText(b *testing.B) string {
	data, err := os.ReadFile("../documents/000_6bf5c5e7e494ce45.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return string(data)
}

func BenchmarkWords(b *testing.B) {
	s := benchmarkText(b)
	for b.Loop() {
		for range Words(s) {
		}
	}
}

func BenchmarkTerms(b *testing.B) {
	s := benchmarkText(b)
	for b.Loop() {
		for token := range Words(s) {
			Term(token.Of(s), "en")
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	s := benchmarkText(b)
	for b.Loop() {
		Detect(s)
	}
}
