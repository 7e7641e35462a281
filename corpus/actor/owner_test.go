package actor

import (
	"strings"
	"testing"

	"dateline/corpus"
)

func TestOverrides(t *testing.T) {
	text := "Joe Biden met Quuxal of the Zorn Circle in Geneva. The Zorn Circle thanked Biden, the White House said. Kyiv was silent."
	for _, c := range []struct{ name, file, has, lacks string }{
		{"add an organisation", "add,Circle of Zorn,organisation,Zorn Circle", "Zorn Circle=Circle of Zorn/organisation/name", ""},
		{"add a person of one name", "add,Quuxal,person,", "Quuxal=Quuxal/person/name", ""},
		{"merge", "merge,The President,person,Joe Biden", "Biden=The President/person/surname", "=Joe Biden/"},
		{"split", "split,Joe Biden,,Biden", "Joe Biden=Joe Biden/person/name; ", "Biden=Joe Biden/person/surname"},
		{"retype", "Action,Name,Type,Names\nretype,geneva,organisation,", "Geneva=Geneva/organisation/name", ""},
		{"hide", "# a comment\nhide,White House", "Geneva=", "White House"},
		{"markup stays data", `add,"<b>Zorn</b> ""Circle""",organisation,Zorn Circle`, `Zorn Circle=<b>Zorn</b> "Circle"/organisation/name`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, problems := ParseOverrides("actors.csv", c.file)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			f, err := New()
			if err != nil {
				t.Fatal(err)
			}
			f.Follow(o)
			got := brief(text, f.Find(&corpus.Document{Text: text}))
			if !strings.Contains(got, c.has) || c.lacks != "" && strings.Contains(got, c.lacks) {
				t.Errorf("got %s\nwant %q in it, not %q", got, c.has, c.lacks)
			}
		})
	}
}

func TestOverridesProblems(t *testing.T) {
	o, problems := ParseOverrides("actors.csv", "action,name,type,names\nfly,X,,\nadd,X,,\nadd,X,thing,\nmerge,X,,\nhide,,,\nhide,X,person,y,z\nhide,Y\nadd,\"Z")
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
	}
	want := []string{
		`actors.csv:2: there is no action "fly": write add, split, merge, retype or hide`,
		"actors.csv:3: add needs a type in the third column: person, organisation, country or place",
		`actors.csv:4: there is no type "thing": write person, organisation, country or place`,
		"actors.csv:5: merge needs names in the fourth column, divided by semicolons",
		"actors.csv:6: there is no name, or one longer than a thousand bytes: it stands in the second column",
		"actors.csv:7: there are 5 columns: they are action, name, type and names; put names with commas into quotation marks",
		`actors.csv:9: the quotation marks do not close: write "" for one inside a field`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !o.hidden["y"] {
		t.Error("a good line between bad ones was not followed")
	}
}

func FuzzOverrides(f *testing.F) {
	f.Add("action,name,type,names\nadd,Quux,person,\"Q; Xan Quux\"\nmerge,A,,Joe Biden\n")
	f.Add("split,Joe Biden,,Biden\n\"\nhide,\xff,,;;;\n\ufeffretype,,country")
	f.Fuzz(func(t *testing.T, file string) {
		o, _ := ParseOverrides("actors.csv", file)
		text := "Joe Biden met Quux in Geneva. Biden left."
		for _, m := range o.apply(text, []corpus.Mention{{Start: 0, End: 9, Name: "Joe Biden"}, {Start: 31, End: 36, Name: "Joe Biden", Kind: corpus.KindSurname}}) {
			if m.Name == "" || m.Type >= corpus.NumActorTypes {
				t.Fatalf("%+v", m)
			}
		}
	})
}
