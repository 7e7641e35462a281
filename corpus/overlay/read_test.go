package overlay

import (
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []Edit
		wrong      []string
	}{
		{"empty", "", nil, nil},
		{"header alone", "action,name,type,target\n", nil, nil},
		{
			"one of each", "action,name,type,target\nmerge,Joseph R. Biden,person,Joe Biden\nmerge,Kiev,place,country: Ukraine\n" +
				"split,Michael Jordan,person,Jordan\nrename,USSR,country,\"Union, Soviet\"\nretype,Jordan,person,country\nhide,Reuters,org,\n",
			[]Edit{
				{Merge, "Joseph R. Biden", corpus.Person, "Joe Biden", corpus.Person},
				{Merge, "Kiev", corpus.Place, "Ukraine", corpus.Country},
				{Split, "Michael Jordan", corpus.Person, "Jordan", corpus.Person},
				{Rename, "USSR", corpus.Country, "Union, Soviet", corpus.Country},
				{Retype, "Jordan", corpus.Person, "", corpus.Country},
				{Hide, "Reuters", corpus.Organisation, "", corpus.Organisation},
			},
			nil,
		},
		{
			"a spreadsheet's own way", "\uFEFFName;Action;Target;Type\r\n\r\nNATO;HIDE;;Organisation\r\n# said by hand\r\n;;;\r\n",
			[]Edit{{Hide, "NATO", corpus.Organisation, "", corpus.Organisation}},
			nil,
		},
		{"tabs, no header", "hide\tA  B\tperson", []Edit{{Hide, "A B", corpus.Person, "", corpus.Person}}, nil},
		{
			"the owner's columns", "action,name,type,names\nmerge,Joe Biden,person,\"J. Biden; the elder Biden\"\nmerge,B,,C\nsplit,George Bush,person,Bush senior\n" +
				"retype,Georgia,place,\nhide,White House,,\nadd,Zorn,organisation,ZC\nsplit,A,,\n",
			[]Edit{
				{Merge, "J. Biden", AnyType, "Joe Biden", corpus.Person},
				{Merge, "the elder Biden", AnyType, "Joe Biden", corpus.Person},
				{Merge, "C", AnyType, "B", AnyType},
				{Split, "George Bush", AnyType, "Bush senior", corpus.Person},
				{Retype, "Georgia", AnyType, "", corpus.Place},
				{Hide, "White House", AnyType, "", AnyType},
			},
			[]string{
				"line 7: an actor is added only as the index is built: put the file beside the documents",
				"line 8: split needs names in the last column: write them, divided by semicolons",
			},
		},
		{"formulas", "action,name,type,target\nrename,'=1+1,person,''@x\n", []Edit{{Rename, "=1+1", corpus.Person, "'@x", corpus.Person}}, nil},
		{"an apostrophe of its own", "hide,'t Hooft,person\n", []Edit{{Hide, "'t Hooft", corpus.Person, "", corpus.Person}}, nil},
		{
			"wrong lines", "action,name,type,target\nmeld,A,person,B\nmerge,A,robot,B\nmerge,,person,B\nrename,A,person,\nretype,A,person,thing\n" +
				"merge,A,person,A\nsplit,A,person,A\nhide,A,person\n",
			[]Edit{{Hide, "A", corpus.Person, "", corpus.Person}},
			[]string{
				"line 2: there is no action “meld”: write merge, split, rename, retype or hide",
				"line 3: there is no type “robot”: write person, organisation, country or place",
				"line 4: the name is missing: write the name of the actor as the explorer shows it",
				"line 5: the target is missing: write the new name",
				"line 6: there is no type “thing”: write person, organisation, country or place",
				"line 7: it changes nothing: take the line out",
				"line 8: it changes nothing: take the line out",
			},
		},
		{
			"an open quote", "hide,A,person\nhide,\"B,person\nhide,C,person\n",
			[]Edit{{Hide, "A", corpus.Person, "", corpus.Person}},
			[]string{"line 2: the quotes do not pair: write a quote within a name as \"\" and the name in quotes"},
		},
		{"not text", "\xff\xfe\x00", nil, []string{"the file is not UTF-8 text: save it as CSV in UTF-8"}},
		{"too large", strings.Repeat("x", MaxBytes+1), nil, []string{"the file is larger than a megabyte: choose an actors.csv, or split it"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, wrong := Read(test.text)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %+v\nwant %+v", got, test.want)
			}
			var said []string
			for _, w := range wrong {
				said = append(said, w.Error())
			}
			if !slices.Equal(said, test.wrong) {
				t.Errorf("wrong:\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(test.wrong, "\n"))
			}
		})
	}
}

// FuzzRead: whatever is read is written so that it is read as the same, and nothing panics.
func FuzzRead(f *testing.F) {
	f.Add("action,name,type,target\nmerge,A,person,country:B\nsplit,A,person,x\nretype,A,place,org\nhide,A,country,\n")
	f.Add("name;action;type\n\"a\"\"b\nc\";hide;person\n")
	f.Add("action,name,type,names\nmerge,B,person,a;b\nmerge,B,,c\nsplit,A,country,x\nretype,A,place,\nhide,A,,\nadd,A,person,\n")
	f.Add("rename,'=1,person,person:person:x\nmerge,a,person,person:place:x\n# c\n")
	f.Add("hide,\"#x\",person\nhide, \" y \",person\n\"hide\n")
	f.Fuzz(func(t *testing.T, s string) {
		edits, _ := Read(s)
		text := Write(edits)
		again, wrong := Read(text)
		if len(wrong) > 0 || !slices.Equal(again, edits) {
			t.Fatalf("%q\nwas read as %+v\nwritten as %q\nread as %+v, %v", s, edits, text, again, wrong)
		}
		for line := range strings.Lines(text) {
			for cell := range strings.SplitSeq(line, ",") {
				if formula(strings.TrimPrefix(cell, `"`)) && len(edits) == 0 {
					t.Fatalf("a formula: %q", line)
				}
			}
		}
	})
}

func TestList(t *testing.T) {
	a, b, c := Edit{Name: "a"}, Edit{Name: "b"}, Edit{Name: "c"}
	var l List
	if l.CanUndo() || l.CanRedo() || len(l.Undo().Edits()) > 0 || len(l.Redo().Edits()) > 0 {
		t.Error("the empty list")
	}
	l = l.Do(a).Do(b)
	before := l
	back := l.Undo()
	other := back.Do(c)
	again := back.Redo()
	for _, test := range []struct {
		what string
		l    List
		want []Edit
		redo bool
	}{
		{"done", before, []Edit{a, b}, false},
		{"undone", back, []Edit{a}, true},
		{"another way", other, []Edit{a, c}, false},
		{"redone", again, []Edit{a, b}, false},
		{"all undone", back.Undo(), nil, true},
		{"all redone", back.Undo().Redo().Redo(), []Edit{a, b}, false},
		{"dropped", before.Drop(0), []Edit{b}, false},
		{"dropped nothing", before.Drop(2), []Edit{a, b}, false},
		{"new", NewList([]Edit{c}).Do(a), []Edit{c, a}, false},
	} {
		if !slices.Equal(test.l.Edits(), test.want) || test.l.CanRedo() != test.redo || test.l.CanUndo() != (len(test.want) > 0) {
			t.Errorf("%s: %+v", test.what, test.l)
		}
	}
}

// TestWriteOwner: what is saved for the building of an index is read again with the same effect.
func TestWriteOwner(t *testing.T) {
	const want = "action,name,type,names\nmerge,Ukraine,country,Kiev\nmerge,New,person,Old\nsplit,A,person,x\nretype,A,place,\nhide,A,,\n"
	got := WriteOwner([]Edit{
		{Merge, "Kiev", corpus.Place, "Ukraine", corpus.Country},
		{Rename, "Old", corpus.Person, "New", corpus.Person},
		{Split, "A", corpus.Person, "x", corpus.Person},
		{Retype, "A", corpus.Person, "", corpus.Place},
		{Hide, "A", corpus.Place, "", corpus.Place},
	})
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	edits, wrong := Read(got)
	if len(wrong) > 0 || WriteOwner(edits) != want {
		t.Errorf("read as %+v, %v", edits, wrong)
	}
}
