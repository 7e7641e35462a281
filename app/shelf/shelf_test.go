package shelf

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

func TestShelf(t *testing.T) {
	s := Shelf{}.Keep(Search{"  Troops \n at the border ", "q=troops"}).Keep(Search{"A", "q=a"}).Keep(Search{"", "q=none"}).
		SetAside(Document{"one", "First"}).SetAside(Document{"two\t", "Second\n\\n"}).SetAside(Document{"one", "again"}).SetAside(Document{})
	want := "dateline shelf 1\nsearch\tA\tq=a\nsearch\tTroops at the border\tq=troops\ndocument\ttwo\\t\tSecond\\n\\\\n\ndocument\tone\tFirst\n"
	if got := s.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	again, err := Parse(want)
	if err != nil || !reflect.DeepEqual(again, s) {
		t.Errorf("%+v, %v", again, err)
	}
	if s.Named("q=a") != "A" || s.Named("q=b") != "" || !s.Has("one") || s.Has("three") {
		t.Error("what is kept is not found")
	}
	before := s.String()
	r := s.Rename("A", "Z").Rename("Z", " ").Rename("nobody", "x").Keep(Search{"Z", "q=z"})
	if got := r.Searches; len(got) != 2 || got[1] != (Search{"Z", "q=z"}) {
		t.Errorf("%+v", got)
	}
	// A name that is taken gives way to the one renamed to it.
	if got := s.Rename("A", "Troops at the border").Searches; len(got) != 1 || got[0].Fragment != "q=a" {
		t.Errorf("%+v", got)
	}
	if r = r.Forget("Z").TakeBack("one"); len(r.Searches) != 1 || len(r.Documents) != 1 {
		t.Errorf("%+v", r)
	}
	if s.String() != before {
		t.Error("a method changed its receiver")
	}
}

func TestLimits(t *testing.T) {
	var s Shelf
	for i := range MostDocuments + 5 {
		s = s.SetAside(Document{ID: strconv.Itoa(i)})
		if i <= MostSearches {
			s = s.Keep(Search{Name: strconv.Itoa(i)})
		}
	}
	if len(s.Documents) != MostDocuments || len(s.Searches) != MostSearches {
		t.Errorf("%d documents, %d searches", len(s.Documents), len(s.Searches))
	}
	long := strings.Repeat("é", 5000)
	s = Shelf{}.Keep(Search{long, "q"}).Keep(Search{"b", long})
	if len(s.Searches) != 1 || len(s.Searches[0].Name) != maxName {
		t.Errorf("%d searches", len(s.Searches))
	}
}

func TestVersions(t *testing.T) {
	if _, err := Parse("dateline shelf 2\nsearch\ta\tb\n"); !errors.Is(err, ErrNewer) {
		t.Errorf("a newer version: %v", err)
	}
	for _, s := range []string{"", "x", "{}", "dateline shelf 1", "dateline shelf 1\nsearch\t\tb\nsearch\ta\nother\ta\tb\n\xff"} {
		if got, err := Parse(s); err != nil || len(got.Searches)+len(got.Documents) > 0 {
			t.Errorf("%q: %+v, %v", s, got, err)
		}
	}
}

// FuzzParse holds that whatever is kept is read without a panic, and what was read is written as it is read again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "dateline shelf 1\nsearch\ta\\t\\n\\\\\tb\\\ndocument\tx\ty\n", "dateline shelf 1\ndocument\t\\\t\xff\n", "dateline shelf 9\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		one, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(one.String())
		if err != nil || !reflect.DeepEqual(one, again) {
			t.Fatalf("%q: %+v, then %+v, %v", s, one, again, err)
		}
	})
}
