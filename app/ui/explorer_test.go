package ui

import (
	"slices"
	"strings"
	"testing"

	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
)

// TestHistory types, commits and goes on: Back must lead to where the typing began.
func TestHistory(t *testing.T) {
	c := twoDocuments(t)
	e, written := at(t, c, "q=summit")
	e.typed("t")
	e.typed("tensions")
	if len(*written) != 0 {
		t.Errorf("typing wrote at once: %q", *written)
	}
	e.history.flush() // the rest that follows
	e.committed()
	e.committed() // leaving the field says so once more
	e.toggleWith(mustFind(t, e, "NATO"))
	s := e.s
	s.Bin = state.Month
	e.set(s, replace)
	want := []string{
		"replace q=tensions",
		"replace q=summit", "push q=tensions",
		"push q=tensions&with=NATO",
		"replace " + e.s.String(),
	}
	if !slices.Equal(*written, want) {
		t.Errorf("the history is\n%s\nwant\n%s", strings.Join(*written, "\n"), strings.Join(want, "\n"))
	}

	// Typing that returns to the beginning leaves no entry.
	e, written = at(t, c, "q=summit")
	e.typed("summi")
	e.history.flush()
	e.typed("summit")
	e.committed()
	if want := []string{"replace q=summi", "replace q=summit"}; !slices.Equal(*written, want) {
		t.Errorf("the history is %q, want %q", *written, want)
	}
}

func mustFind(t *testing.T, e *explorer, key string) (id index.ActorID) {
	t.Helper()
	a, ok, err := e.c.find(key)
	if !ok || err != nil {
		t.Fatal(key, err)
	}
	return a.id
}

// TestRevisions: a part is rendered again only if something in it has changed.
func TestRevisions(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions")
	before := e.rev
	e.open("000_6bf5c5e7e494ce45")
	if e.rev.reader == before.reader || e.rev.results == before.results || e.rev.timeline == before.timeline {
		t.Error("opening a document changes reader, list and timeline")
	}
	if e.rev.deck != before.deck {
		t.Error("opening a document does not change the deck")
	}
	before, document := e.rev, e.d
	s := e.s
	s.Bin = state.Year
	e.set(s, replace)
	if e.rev.reader != before.reader || e.rev.results != before.results || e.d != document {
		t.Error("the bars' width changes the timeline alone")
	}
	answer := e.a
	e.toHit(1)
	if e.a != answer {
		t.Error("a step to a hit asked the collection")
	}
}

func TestHits(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions&doc=000_6bf5c5e7e494ce45")
	var hits []int
	for _, by := range []int{1, 1, 1, -1, -1} {
		e.toHit(by)
		hits = append(hits, e.s.Hit)
	}
	if !slices.Equal(hits, []int{1, 2, 1, 2, 1}) {
		t.Errorf("the hits were %v", hits)
	}
	// A hit that the document does not have is no hit.
	e, _ = at(t, twoDocuments(t), "q=tensions&doc=000_6bf5c5e7e494ce45&hit=99")
	if e.s.Hit != 0 {
		t.Errorf("hit %d", e.s.Hit)
	}
	// Hits in a title of its own come first.
	e, _ = at(t, mixed(t), "q=note&doc=u1")
	if len(e.d.title) != 1 || e.d.hits() != 2 {
		t.Errorf("%d hits in the title, %d in all", len(e.d.title), e.d.hits())
	}
}

func TestStep(t *testing.T) {
	e, written := at(t, twoDocuments(t), "q=tensions&sort=oldest")
	e.step(1)
	first := e.s.Doc
	e.step(1)
	second := e.s.Doc
	e.step(1) // the end
	if first != "000_6bf5c5e7e494ce45" || second != "002_9377c1ecbd6592db" || e.s.Doc != second {
		t.Errorf("steps led to %s, %s, %s", first, second, e.s.Doc)
	}
	if len(*written) != 2 || !strings.HasPrefix((*written)[0], "replace ") {
		t.Errorf("steps wrote %q", *written)
	}
}

func TestSetDates(t *testing.T) {
	for _, test := range []struct {
		from, to string
		want     [2]string
		wrong    [2]bool
	}{
		{"2021", "", [2]string{"2021", ""}, [2]bool{}},
		{" 2021-03 ", "2021-12-31", [2]string{"2021-03", "2021-12-31"}, [2]bool{}},
		{"2021-13", "", [2]string{"", ""}, [2]bool{true, false}},
		{"", "soon", [2]string{"", ""}, [2]bool{false, true}},
		{"2021-12", "2021-01", [2]string{"", ""}, [2]bool{true, false}},
		{"2021-02-30", "1", [2]string{"", ""}, [2]bool{true, true}},
	} {
		e, _ := at(t, twoDocuments(t), "q=tensions")
		e.setDates(test.from, test.to)
		if got := [2]string{e.s.From.String(), e.s.To.String()}; got != test.want {
			t.Errorf("%q to %q: %q", test.from, test.to, got)
		}
		if got := [2]bool{e.wrong[0] != "", e.wrong[1] != ""}; got != test.wrong {
			t.Errorf("%q to %q: wrong is %q", test.from, test.to, e.wrong)
		}
		html := page(t, e)
		if test.wrong != [2]bool{} {
			has(t, html, `role="alert"`)
		} else {
			hasNot(t, html, `role="alert"`)
		}
	}
}

func TestKeys(t *testing.T) {
	c := twoDocuments(t)
	none := browser.Key{Row: -1}
	key := func(name string) browser.Key { k := none; k.Name = name; return k }
	e, _ := at(t, c, "q=tensions&sort=oldest")

	for _, name := range []string{"/", "?", "j", "k"} {
		if e.press(key(name)) == nil {
			t.Errorf("%s does nothing", name)
		}
		in := key(name)
		in.Typing = true
		if e.press(in) != nil {
			t.Errorf("%s is taken from a field", name)
		}
		with := key(name)
		with.Modified = true
		if e.press(with) != nil {
			t.Errorf("%s is taken with a modifier", name)
		}
	}
	for _, name := range []string{"n", "p", "c", "ArrowDown", "Enter", "y", "Tab"} {
		if e.press(key(name)) != nil {
			t.Errorf("%s is taken", name)
		}
	}
	e.press(key("j"))()
	if e.page.row != 1 {
		t.Errorf("j moved the focus to row %d", e.page.row)
	}
	on := key("ArrowDown")
	on.Row = 0
	e.press(on)()
	if e.page.row != 2 {
		t.Errorf("the arrow moved the focus to row %d", e.page.row)
	}

	e.open("000_6bf5c5e7e494ce45")
	e.press(key("j"))()
	if e.s.Doc != "002_9377c1ecbd6592db" {
		t.Errorf("j opened %s", e.s.Doc)
	}
	e.press(key("n"))()
	if e.s.Hit != 1 {
		t.Errorf("n led to hit %d", e.s.Hit)
	}

	// Escape closes the topmost thing, one at a time.
	e.showCard(e.d.actors[corpus.Person][0].id)
	e.showKeys()
	var open []bool
	for range 3 {
		e.press(key("Escape"))()
		open = append(open, e.keys, e.popover != nil, e.s.Doc != "")
	}
	if want := []bool{false, true, true, false, false, true, false, false, false}; !slices.Equal(open, want) {
		t.Errorf("Escape left open %v", open)
	}
	if e.press(key("Escape")) != nil {
		t.Error("Escape is taken with nothing open")
	}
}

// TestMessages: what the address holds in vain is told.
func TestMessages(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "q=tensions&with=Nobody")
	e.dropped = []state.Dropped{{Key: "from", Value: "x", Why: "It is not a date."}}
	messages := strings.Join(e.messages(), "\n")
	has(t, messages, "No document names Nobody", "Left out of the address: from. It is not a date.")
	has(t, readingHTML(e), `class="msg"`, "No document names Nobody")
}
