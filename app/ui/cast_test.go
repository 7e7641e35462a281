package ui

import (
	"slices"
	"strings"
	"testing"

	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/overlay"
	"dateline/corpus/search"
)

func TestActorList(t *testing.T) {
	e, _ := at(t, mixed(t), "view=actors")
	html := page(t, e)
	has(t, html, `data-view="actors"`, `id="cast"`, `class="arow"`, "Vladimir Putin", `href="#view=actors&amp;actor=Joe+Biden"`, w.cast.where, "&lt;img src=x")
	hasNot(t, html, "<img", ` style=`, `data-pane=`)
	if n := strings.Count(html, "<h1"); n != 1 {
		t.Errorf("%d first headings", n)
	}
	rows, all := e.castRows(firstActors)
	if len(rows) != all || all != 9 {
		t.Errorf("%d rows of %d", len(rows), all)
	}
	if !slices.IsSortedFunc(rows, func(a, b castRow) int { return b.Docs - a.Docs }) {
		t.Errorf("the list is not in order: %+v", rows)
	}
	e.cast.except[corpus.Person], e.cast.except[corpus.Country] = true, true
	for _, row := range firstOf(e.castRows(firstActors)) {
		if row.typ == corpus.Person || row.typ == corpus.Country {
			t.Errorf("%s is listed", row.Name)
		}
	}
	e.cast.except = [corpus.NumActorTypes]bool{}
	e.findActor("put")
	if rows, _ := e.castRows(firstActors); len(rows) != 1 || rows[0].Name != "Vladimir Putin" {
		t.Errorf("put finds %+v", rows)
	}
	e.findActor("nobody at all")
	has(t, page(t, e), w.cast.none)
}

func firstOf(rows []castRow, _ int) []castRow { return rows }

func TestProfile(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "view=actors&actor=Joe+Biden")
	html := page(t, e)
	has(t, html,
		`data-pane="profile"`, `<h1 dir="auto">Joe Biden</h1>`, "14 Apr 2021", "7 Dec 2021", "Read 2 documents", w.cast.namedAs, "<bdi>Biden</bdi>",
		`id="life-h"`, `class="heat"`, `id="pic-h"`, `class="arcs"`, `class="doclist"`, `href="#with=Joe+Biden&amp;actor=Joe+Biden"`, w.cast.withAll,
		`data-actor="0" aria-current="true"`, "Documents a week",
	)
	hasNot(t, html, " style=")
	if n := strings.Count(html, "<h1"); n != 1 {
		t.Errorf("%d first headings", n)
	}
	if !strings.HasPrefix(e.title(), "Actors: Joe Biden") {
		t.Errorf("the title is %q", e.title())
	}

	// Filters hold, but for the actor's own; what they leave of it is said.
	e, _ = at(t, twoDocuments(t), "q=tensions&with=Joe+Biden&to=2021-05&view=actors&actor=Joe+Biden")
	has(t, page(t, e), "Documents, of 2 in all", w.cast.wholeNames, w.cast.matching, `aria-pressed="true"`)
	e, _ = at(t, twoDocuments(t), "to=2021-05&view=actors&actor=Geneva")
	has(t, page(t, e), "None of the documents found names this actor. In the whole collection: 1 document.", w.cast.noDocsHelp)
	e, _ = at(t, twoDocuments(t), "view=actors&actor=Nobody+Known")
	has(t, page(t, e), "No document names “Nobody Known”")

	// A hostile name is text, in the profile and in the editor.
	e, _ = at(t, mixed(t), "view=actors")
	e.showActor(mustFind(t, e, hostile), commit)
	e.editNames(true)
	html = page(t, e)
	has(t, html, "&lt;img src=x", `id="edit-name"`)
	hasNot(t, html, "<img")
}

// TestProfileKeys: j and k lead through the profiles, the arrows through the rows, Escape back to the list.
func TestProfileKeys(t *testing.T) {
	e, written := at(t, twoDocuments(t), "view=actors&actor=Joe+Biden")
	rows, _ := e.castRows(firstActors)
	press := func(name string, row int) {
		t.Helper()
		do := e.press(browser.Key{Name: name, Row: row})
		if do == nil {
			t.Fatalf("%s does nothing", name)
		}
		do()
	}
	press("j", 0)
	if a, ok := e.openActor(); !ok || a.id != rows[1].Actor || e.page.row != 2 {
		t.Errorf("j leads to %+v, row %d", a, e.page.row)
	}
	press("k", -1)
	if a, _ := e.openActor(); a.id != rows[0].Actor {
		t.Errorf("k leads to %+v", a)
	}
	if len(*written) != 2 || !strings.HasPrefix((*written)[0], "replace ") {
		t.Errorf("steps wrote %q", *written)
	}
	press("ArrowDown", 3)
	if e.page.row != 5 {
		t.Errorf("the arrow leads to row %d", e.page.row)
	}
	press("End", 3)
	if e.page.row != len(rows) {
		t.Errorf("End leads to row %d", e.page.row)
	}
	press("Escape", -1)
	if e.s.Actor != "" || e.s.View != state.Actors || e.page.row != 1 {
		t.Errorf("Escape leads to %s, row %d", e.s, e.page.row)
	}
}

// TestEditNames makes each edit and takes it back; list, filters, chips and reader follow.
func TestEditNames(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "with=Kremlin&view=actors&actor=Kremlin")
	shown := func() string { // what is written as text, and so in one order
		a, _ := e.openActor()
		p := e.profile(a)
		rows, _ := e.castRows(firstActors)
		return e.castHTML(rows) + e.headHTML(p) + e.tiesHTML(p) + e.pictureHTML(p) + e.docsHTML(p)
	}
	before := shown()
	open := func() actor {
		t.Helper()
		a, ok := e.openActor()
		if !ok {
			t.Fatalf("no profile is open: %s", e.s)
		}
		return a
	}
	e.merge(open(), "white house")
	if a := open(); a.name != "White House" {
		t.Errorf("after the merge %q is open", a.name)
	}
	has(t, page(t, e), `class="chip__name" dir="auto">White House`, "Kremlin merged into White House", "<bdi>Kremlin</bdi>")
	e.rename(open(), " The  Offices ")
	if a := open(); a.name != "The Offices" || a.docs != 2 {
		t.Errorf("after renaming %+v is open", a)
	}
	e.retype(open(), corpus.Place)
	if a := open(); a.typ != corpus.Place {
		t.Errorf("after the change of type %+v is open", a)
	}
	e.split(open(), "Kremlin")
	if a, ok, _ := e.c.find("place:Kremlin"); !ok || a.name != "Kremlin" {
		t.Errorf("split off: %+v, %v", a, ok)
	}
	e.hide(open())
	if _, ok, _ := e.c.find("The Offices"); ok || e.s.Actor != "" {
		t.Error("it is not hidden")
	}
	e.open("000_6bf5c5e7e494ce45")
	e.toView(state.Documents)
	_, text, _ := strings.Cut(page(t, e), `id="doc-text"`)
	has(t, text, `class="actor actor--place"`)
	if !strings.Contains(text, `title="">Kremlin`) && !strings.Contains(text, ">Kremlin</a>") {
		t.Error("the reader does not mark the Kremlin")
	}
	if n := len(e.cast.edits.Edits()); n != 5 {
		t.Errorf("%d edits", n)
	}

	for range 5 {
		e.undo()
	}
	if e.cast.edits.CanUndo() || !e.cast.edits.CanRedo() {
		t.Error("not all is undone")
	}
	e.redo()
	e.undo()
	e.set(e.s.Close().ShowActor("Kremlin"), commit)
	e.toast, e.cast.edits = "", overlay.List{}
	if after := shown(); after != before {
		i := 0
		for i < len(after) && i < len(before) && after[i] == before[i] {
			i++
		}
		t.Errorf("undone, the page is\n%s\nand was\n%s", clip(after[max(0, i-200):]), clip(before[max(0, i-200):]))
	}

	// What cannot be is said and changes nothing.
	a := open()
	for _, test := range []struct {
		do   func()
		want string
	}{
		{func() { e.merge(a, "Nobody <b>") }, "No actor is called “Nobody <b>”."},
		{func() { e.merge(a, "kremlin") }, w.cast.itself},
		{func() { e.merge(a, " ") }, w.cast.noName},
		{func() { e.rename(a, "") }, w.cast.noName},
		{func() { e.rename(a, "Kremlin") }, w.cast.itself},
	} {
		test.do()
		if !strings.HasPrefix(e.cast.wrong, test.want) || e.cast.edits.CanUndo() {
			t.Errorf("said %q, want %q", e.cast.wrong, test.want)
		}
	}
	e.editNames(true)
	e.refuse(w.cast.itself)
	has(t, page(t, e), w.cast.itself, `role="alert"`, `id="edit-into"`, `<option value="White House"`)
}

func TestLoadEdits(t *testing.T) {
	e, _ := at(t, twoDocuments(t), "view=actors&actor=Kremlin")
	e.load("action,name,type,target\nmerge,Kremlin,organisation,White House\nhide,Nobody,person,\nmeld,A,person,\n", true)
	if a, ok := e.openActor(); !ok || a.name != "White House" {
		t.Errorf("open is %+v", a)
	}
	if !strings.Contains(e.toast, "2 changes loaded.") || !strings.Contains(e.toast, "line 4: there is no action “meld”") {
		t.Errorf("said %q", e.toast)
	}
	has(t, page(t, e), "2 changes of names", "Nobody hidden", w.cast.misfit)
	e.dropEdit("0")
	if a, ok := e.openActor(); !ok || a.name != "Kremlin" || len(e.cast.edits.Edits()) != 1 { // by the name in the address
		t.Errorf("open is %+v, edits %+v", a, e.cast.edits.Edits())
	}
	e.load("", false)
	if e.toast != w.cast.notRead {
		t.Errorf("said %q", e.toast)
	}
	e.load("nothing of the kind", true)
	if len(e.cast.edits.Edits()) != 1 || !strings.Contains(e.toast, "0 changes loaded.") {
		t.Errorf("said %q", e.toast)
	}
}

func TestPeriods(t *testing.T) {
	for _, test := range []struct{ first, last, labels, shorts, groups string }{
		{"2021-04-14", "2021-04-14", "14 Apr 2021", "14", "Apr 2021"},
		{"2021-03-30", "2021-04-02", "30 Mar 2021, 31 Mar 2021, 1 Apr 2021, 2 Apr 2021", "30 31 1 2", "Mar 2021:2 Apr 2021:2"},
		{"2021-04-14", "2021-08-07", "", "", "Apr 2021:3 May 2021:5 Jun 2021:4 Jul 2021:4 "},
		{"2021-04-14", "2022-01-07", "", "A M J J A S O N D J", "2021:9 "},
		{"2019-02-01", "2022-12-31", "", "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4", "2019:4 2020:4 2021:4 2022:4"},
		{"2002", "2016", "", "", "2000s:8 2010s:7"},
		{"1900", "2021", "", "1900  1920  1940  1960  1980  2000  2020", ""},
		{"0001", "9999", "", "", ""},
	} {
		p := newPeriods(date(t, test.first), date(t, test.last))
		n := len(p.columns)
		if n == 0 || n > maxPeriods || len(p.edges) != n+1 || !slices.IsSorted(p.edges) ||
			p.edges[0] > date(t, test.first).Days() || p.edges[n] <= date(t, test.last).Days() {
			t.Errorf("%s to %s: %+v", test.first, test.last, p)
			continue
		}
		var labels, shorts, groups []string
		columns := 0
		for _, c := range p.columns {
			labels, shorts = append(labels, c.label), append(shorts, c.short)
		}
		for _, g := range p.groups {
			columns += g.columns
			s := g.label
			if g.columns > 1 {
				s += ":" + itoa(g.columns)
			}
			groups = append(groups, s)
		}
		if columns != n {
			t.Errorf("%s to %s: groups of %d columns over %d", test.first, test.last, columns, n)
		}
		for i, got := range []string{strings.Join(labels, ", "), strings.Join(shorts, " "), strings.Join(groups, " ")} {
			if want := []string{test.labels, test.shorts, test.groups}[i]; want != "" && got != want {
				t.Errorf("%s to %s: %q, want %q", test.first, test.last, got, want)
			}
		}
	}
}

func TestArcs(t *testing.T) {
	n := &search.Network{Nodes: make([]search.Node, 40)}
	for i := 1; i < 40; i++ {
		n.Links = append(n.Links, search.Link{From: 0, To: i, Docs: i}, search.Link{From: i - 1, To: i, Docs: 1, Association: search.Association{G2: float64(40 - i)}})
	}
	own, others := 0, 0
	for _, l := range arcs(n, true) {
		if l.From == 0 {
			own++
		} else if others++; l.G2 < chance {
			t.Errorf("%+v is drawn", l)
		}
	}
	if own != 40 || others != maxArcs {
		t.Errorf("%d arcs of the middle, %d others", own, others)
	}
	if got := shade(1, 1000); got != 1 {
		t.Errorf("a little is shown as %d", got)
	}
	if got := shade(1000, 1000); got != 4 {
		t.Errorf("the most is shown as %d", got)
	}
}
