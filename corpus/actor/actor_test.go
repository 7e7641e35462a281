package actor

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/corpus"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// describe writes mentions as the golden files have them: bytes, the words, type, canonical name, kind.
func describe(text string, mentions []corpus.Mention) string {
	var b strings.Builder
	for _, m := range mentions {
		fmt.Fprintf(&b, "%d-%d\t%s\t%s\t%s\t%s\n", m.Start, m.End, text[m.Start:m.End], m.Type, m.Name, m.Kind)
	}
	return b.String()
}

// TestDefaultCorpus holds the finder to the gold list of the documents that ship: every mention was read and judged by
// hand, all are found, nothing else is. Look at each line of a diff before -update.
func TestDefaultCorpus(t *testing.T) {
	f := newFinder(t)
	for _, id := range []string{"000_6bf5c5e7e494ce45", "002_9377c1ecbd6592db"} {
		raw, err := os.ReadFile(filepath.Join("..", "documents", id+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		// " date 2021-04-14 " is the reader's business; the offsets are those of the text behind it.
		head := len(" date 2021-04-14 ")
		date, err := corpus.ParseDate(string(raw[6 : head-1]))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimSpace(string(raw[head:]))
		got := describe(text, f.Find(&corpus.Document{ID: id, Text: text, Date: date}))
		golden := filepath.Join("testdata", id+".gold")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s:\n%s", id, diff(string(want), got))
		}
	}
}

// diff lists the lines that only one of two texts has.
func diff(want, got string) string {
	var b strings.Builder
	for _, side := range []struct{ mark, lines, other string }{{"missing ", want, got}, {"extra   ", got, want}} {
		for line := range strings.Lines(side.lines) {
			if !strings.Contains(side.other, line) {
				b.WriteString(side.mark + line)
			}
		}
	}
	return b.String()
}

// brief writes mentions as the table below has them: words=canonical name/type/kind, joined by "; ", and "low" behind
// those that facets hide.
func brief(text string, mentions []corpus.Mention) string {
	var parts []string
	for _, m := range mentions {
		s := fmt.Sprintf("%s=%s/%s/%s", text[m.Start:m.End], m.Name, m.Type, m.Kind)
		if m.Confidence < 0.5 {
			s += "/low"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func TestFind(t *testing.T) {
	f := newFinder(t)
	for _, c := range []struct{ name, date, text, want string }{
		{"title before a name", "", "They met Foreign Minister Ignatius Quux in private.", "Ignatius Quux=Ignatius Quux/person/name"},
		{"portfolio", "", "a visit by Secretary of Energy Xan Quux today", "Xan Quux=Xan Quux/person/name"},
		{"honorific and surname", "", "It was Mr. Quux who called.", "Quux=Quux/person/name"},
		{"surname after full name", "", "Anna Quux left. Quux said no. Quux's car waited.", "Anna Quux=Anna Quux/person/name; Quux=Anna Quux/person/surname; Quux=Anna Quux/person/surname"},
		{"title and surname after full name", "", "Anna Quux left. Ms. Quux waved.", "Anna Quux=Anna Quux/person/name; Quux=Anna Quux/person/surname"},
		{"two of one surname, the nearer", "", "Anna Quux met Peter Quux. Quux spoke.", "Anna Quux=Anna Quux/person/name; Peter Quux=Peter Quux/person/name; Quux=Peter Quux/person/surname"},
		{"two of one surname, none named yet", "", "So Quux spoke to Anna Quux and Peter Quux.", "Anna Quux=Anna Quux/person/name; Peter Quux=Peter Quux/person/name"},
		{"initials and suffix", "", "we saw George Q. Quux Jr. again", "George Q. Quux Jr.=George Q. Quux Jr./person/name"},
		{"particles", "", "then Ludwig van der Quux wrote; van der Quux is right", "Ludwig van der Quux=Ludwig van der Quux/person/name; van der Quux=Ludwig van der Quux/person/surname"},
		{"middle initial does not make another person", "", "President Joseph R. Biden spoke.", "Joseph R. Biden=Joe Biden/person/name"},
		{"hyphen between two", "", "Joe Biden met Vladimir Putin: the Biden-Putin talks", "Joe Biden=Joe Biden/person/name; Vladimir Putin=Vladimir Putin/person/name; Biden=Joe Biden/person/surname; Putin=Vladimir Putin/person/surname"},
		{"hyphenated given name", "", "as Jean-Pierre Quux said", "Jean-Pierre Quux=Jean-Pierre Quux/person/name"},
		{"apposition with a comma", "", "the alliance's chief, Jens Quux, said", "Jens Quux=Jens Quux/person/name"},
		{"family name first", "", "then Wang Bingqian said; Wang smiled", "Wang Bingqian=Wang Bingqian/person/name; Wang=Wang Bingqian/person/surname"},
		{"a surname by the year", "1991-02-01", "President Bush spoke.", "Bush=George H. W. Bush/person/surname"},
		{"the same surname later", "2003-02-01", "President Bush spoke.", "Bush=George W. Bush/person/surname"},
		{"a surname that two have and no year", "", "President Bush spoke.", "Bush=Bush/person/name"},
		{"another bearer in the text", "2021-02-01", "Hunter Biden left. Biden waved.", "Hunter Biden=Hunter Biden/person/name; Biden=Hunter Biden/person/surname"},
		{"spelling variants", "", "Zelenskiy, Zelensky, Зеленский", "Zelenskiy=Volodymyr Zelenskyy/person/surname; Zelensky=Volodymyr Zelenskyy/person/surname; Зеленский=Volodymyr Zelenskyy/person/surname"},
		{"a place name that is a surname here", "", "Lucy Jordan sang. Critics loved Jordan.", "Lucy Jordan=Lucy Jordan/person/name; Jordan=Lucy Jordan/person/surname"},
		{"but not after a preposition of place", "", "Lucy Jordan sang in Jordan.", "Lucy Jordan=Lucy Jordan/person/name; Jordan=Jordan/country/name"},
		{"George Washington is no capital", "", "They praised George Washington.", "George Washington=George Washington/person/name"},

		{"demonyms and possessives", "", "Russia’s offer to the Russians; Russia's pro-Russian friends", "Russia=Russia/country/name; Russians=Russia/country/demonym; Russia=Russia/country/name; Russian=Russia/country/demonym"},
		{"acronyms of countries", "", "the U.S., the US, a U.S.-led force, the UAE and the U.K.", "U.S.=United States/country/acronym; US=United States/country/acronym; U.S.=United States/country/acronym; UAE=United Arab Emirates/country/acronym; U.K.=United Kingdom/country/acronym"},
		{"pronouns are no countries", "", "it told us who they are. WHO said so.", "WHO=World Health Organization/organisation/acronym"},
		{"the West is none", "", "growing concern in the West", ""},
		{"a sentence ends in U.S.", "", "He lives in the U.S. The man likes it.", "U.S.=United States/country/acronym"},
		{"Cyrillic cases", "", "Президент России Владимир Путин в Москве говорил об Украине и российской армии.", "России=Russia/country/name; Владимир Путин=Vladimir Putin/person/name; Москве=Moscow/place/name; Украине=Ukraine/country/name; российской=Russia/country/demonym"},
		{"Ukrainian", "", "Президент України Володимир Зеленський у Києві", "України=Ukraine/country/name; Володимир Зеленський=Volodymyr Zelenskyy/person/name; Києві=Kyiv/place/name"},

		{"a role by the date", "2014-05-01", "They asked the US president about it.", "US=United States/country/acronym; president=Barack Obama/person/role"},
		{"the same role later", "2021-05-01", "They asked the US president about it.", "US=United States/country/acronym; president=Joe Biden/person/role"},
		{"a role in the month of a change", "2021-01", "They asked the US president about it.", "US=United States/country/acronym"},
		{"a role without a date", "", "They asked the US president about it.", "US=United States/country/acronym"},
		{"no longer in office", "2014-05-01", "They asked the former US president about it.", "US=United States/country/acronym"},
		{"president of", "2014-05-01", "They asked the president of Ukraine about it.", "president=Oleksandr Turchynov/person/role; Ukraine=Ukraine/country/name"},
		{"a demonym before a role", "1987-05-01", "They asked the Soviet leader about it.", "Soviet=Soviet Union/country/demonym; leader=Mikhail Gorbachev/person/role"},
		{"the head of an organisation", "2021-05-01", "They asked NATO's secretary-general about it.", "NATO=NATO/organisation/acronym; secretary-general=Jens Stoltenberg/person/role"},
		{"a role that the text has tied", "", "They met Secretary of State Anna Quux. The secretary of state spoke.", "Anna Quux=Anna Quux/person/name; secretary of state=Anna Quux/person/role"},
		{"two of one role", "", "President Joe Biden met President Vladimir Putin. Then the president spoke.", "Joe Biden=Joe Biden/person/name; Vladimir Putin=Vladimir Putin/person/name"},
		{"a role before its name is no mention", "2021-05-01", "They met US president Joe Biden.", "US=United States/country/acronym; Joe Biden=Joe Biden/person/name"},
		{"a storm is no person", "", "They fled as Hurricane Dorian came. Later Dorian turned and Dorian died down.", ""},
		{"money is no country", "", "It cost US$6 million in the US.", "US=United States/country/acronym"},

		{"capital speaks", "", "Tehran rejected it.", "Tehran=Iran/country/capital"},
		{"capital as a place", "", "They met in Tehran near Paris.", "Tehran=Tehran/place/name; Paris=Paris/place/name"},
		{"ties with a capital", "", "its ties with Tehran grew", "Tehran=Iran/country/capital"},
		{"between two capitals", "", "tensions between Moscow and Washington", "Moscow=Russia/country/capital; Washington=United States/country/capital"},
		{"a road between two towns", "", "the road between Paris and Lyon", "Paris=Paris/place/name; Lyon=Lyon/place/name"},
		{"capital-backed", "", "Moscow-backed rebels", "Moscow=Russia/country/capital"},
		{"the Soviet capital", "1987-03-01", "Moscow said no.", "Moscow=Soviet Union/country/capital"},
		{"dateline", "", "MOSCOW, April 14 (Reuters) - The talks ended.", "MOSCOW=Moscow/place/name; Reuters=Reuters/organisation/name"},

		{"a firm's first word", "", "The sale of Quuxal Holdings Inc. was announced. Then Quuxal fell.", "Quuxal Holdings Inc.=Quuxal Holdings Inc./organisation/name; Quuxal=Quuxal Holdings Inc./organisation/name"},
		{"a wire's dateline", "", "ANN ARBOR _ They spoke of the West Bank at length.", "ANN ARBOR=Ann Arbor/place/name; West Bank=West Bank/place/name"},
		{"two countries and a hyphen", "", "They spoke of the U.S.-Russia relationship at length.", "U.S.=United States/country/acronym; Russia=Russia/country/name"},
		{"acronym in brackets", "", "the World Quux Organization (WQO) met. The WQO said no.", "World Quux Organization=World Quux Organization/organisation/name; WQO=World Quux Organization/organisation/acronym; WQO=World Quux Organization/organisation/acronym"},
		{"ministry of", "", "the Ministry of Quux and Trade said", "Ministry of Quux and Trade=Ministry of Quux and Trade/organisation/name"},
		{"firm", "", "shares of Quux Holdings Inc. fell", "Quux Holdings Inc.=Quux Holdings Inc./organisation/name"},
		{"firm with and", "", "it hired Dillon Quux and Co for it", "Dillon Quux and Co=Dillon Quux and Co/organisation/name"},
		{"ampersand", "", "shares of AT&T and Quux & Sons Ltd", "AT&T=AT&T/organisation/acronym; Quux & Sons Ltd=Quux & Sons Ltd/organisation/name"},
		{"title after a body is a title", "", "White House Press Secretary Xan Quux", "White House=White House/organisation/name; Xan Quux=Xan Quux/person/name"},
		{"longest match", "", "The Washington Post and the New York Times", "The Washington Post=The Washington Post/organisation/name; New York Times=The New York Times/organisation/name"},
		{"river", "", "along the Quux River it rained", "Quux River=Quux River/place/name"},
		{"place after in, and again", "", "a fire in Quuxville. The people of Quuxville fled.", "Quuxville=Quuxville/place/name; Quuxville=Quuxville/place/name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &corpus.Document{Text: c.text}
			if c.date != "" {
				var err error
				if d.Date, err = corpus.ParseDate(c.date); err != nil {
					t.Fatal(err)
				}
			}
			if got := brief(c.text, f.Find(d)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestCountry(t *testing.T) {
	f := newFinder(t)
	for name, want := range map[string]string{
		"Kremlin": "Russia", "the White House": "", "White House": "United States", "Pentagon": "United States",
		"Downing Street": "United Kingdom", "Jens Stoltenberg": "Norway", "Kyiv": "Ukraine", "NATO": "", "Quux": "",
	} {
		if got := f.Country(name); got != want {
			t.Errorf("%s is of %q, want %q", name, got, want)
		}
	}
}
