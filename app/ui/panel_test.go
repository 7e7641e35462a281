package ui

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/shelf"
	"dateline/corpus"
	"dateline/corpus/index"
)

const first = "000_6bf5c5e7e494ce45"

// TestCite: each format says what the document is, and hostile text stays text.
func TestCite(t *testing.T) {
	e, _ := at(t, mixed(t), "q=tensions&doc="+first+"&p=3.1")
	e.openCite()
	for format, want := range []string{"“14 April 2021, Washington.”", "month = apr", "DA  - 2021/04/14/", `"date-parts": [[2021, 4, 14]]`} {
		e.cite.format = format
		has(t, e.cited(), want, "p=3.1", first)
		html := page(t, e)
		has(t, html, `id="cite-text"`, w.citing.toSentence, `aria-modal`)
	}
	e.cite.format, e.cite.quote = 0, "troop levels"
	has(t, e.cited(), "“troop levels”\n")
	e.closePanel()
	hasNot(t, page(t, e), `id="cite-text"`)

	e, _ = at(t, mixed(t), `doc=h%221`)
	e.openCite()
	for format := range citeExtension {
		e.cite.format = format
		hasNot(t, page(t, e), "<img", "javascript:")
	}
	e.cite.format = 3
	var items []struct{ Title, URL string }
	if err := json.Unmarshal([]byte(e.cited()), &items); err != nil || !strings.HasPrefix(items[0].Title, "About <img") || strings.Contains(items[0].URL, "javascript") {
		t.Errorf("%v %+v", err, items)
	}
}

// TestPlaces: paragraphs are linked by number, sentences begin where the text says, and both agree with what exports give.
func TestPlaces(t *testing.T) {
	e, written := at(t, twoDocuments(t), "q=tensions&doc="+first)
	e.set(e.s.AtPlace(4, 2), replace)
	if got := (*written)[0]; got != "replace q=tensions&doc="+first+"&p=4.2" {
		t.Error(got)
	}
	at := strings.Index(e.d.text, "White House Press Secretary")
	if par, sen := e.d.placeOf(at); par != 4 || sen != 2 {
		t.Errorf("paragraph %d, sentence %d", par, sen)
	}
	has(t, e.d.paragraphs[3], `<span data-s="4.2"></span>`)
	e.toHit(1)
	if e.s.Par != 0 || e.s.Hit != 1 {
		t.Errorf("a hit after a place: %s", e.s)
	}
}

// exported runs the job that has been started to its end and returns its table.
func exported(t *testing.T, e *explorer) []byte {
	t.Helper()
	job := e.export.job
	if job == nil {
		t.Fatalf("nothing was started: %s", e.toast)
	}
	has(t, page(t, e), w.exports.stop)
	for n := 0; e.export.job != nil; n++ {
		if e.exportSome(); n > 1000 {
			t.Fatal("it does not end")
		}
	}
	data := job.table.Bytes()
	if job.format == export.JSON { // it was ended once already
		data = data[:len(data)-len("\n]\n")]
	}
	return data
}

func TestExport(t *testing.T) {
	e, _ := at(t, mixed(t), "q=tensions&from=2021")
	e.openPanel(exportPanel)
	e.startExport()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(exported(t, e)), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != e.a.result.Total+1 || len(rows[1]) != len(documentColumns) {
		t.Fatalf("%d rows of %d, %v", len(rows), e.a.result.Total, err)
	}
	for _, row := range rows[1:] {
		if strings.Contains(strings.Join(row, " "), "javascript:") || !strings.Contains(row[len(row)-1], "#q=tensions&from=2021&doc=") {
			t.Errorf("%q", row)
		}
	}

	// The chosen ones only, with their text.
	e.pick(first)
	e.export = exporting{format: int(export.NDJSON), chosen: true}
	has(t, page(t, e), "the 1 chosen")
	e.startExport()
	var doc struct {
		ID, Date, Text string
		Hits           int
		Actors         []string
	}
	if err := json.Unmarshal(exported(t, e), &doc); err != nil || doc.ID != first || doc.Date != "2021-04-14" || doc.Hits != 2 || !strings.HasPrefix(doc.Text, "WASHINGTON: US") || len(doc.Actors) < 4 {
		t.Errorf("%v %+v", err, doc)
	}

	// Every hit with its place.
	e.export = exporting{what: ofHits, format: int(export.JSON)}
	e.startExport()
	var hits []struct {
		ID, Match, Left, Right, Link string
		Paragraph, Sentence          int
	}
	if err := json.Unmarshal(exported(t, e), &hits); err != nil || len(hits) != e.a.result.Occurrences {
		t.Fatalf("%d hits of %d, %v", len(hits), e.a.result.Occurrences, err)
	}
	for _, hit := range hits {
		if !strings.HasPrefix(strings.ToLower(hit.Match), "tension") || !strings.Contains(hit.Link, "&p="+itoa(hit.Paragraph)+"."+itoa(hit.Sentence)) {
			t.Errorf("%+v", hit)
		}
	}
	// Stopped, it saves nothing.
	e.startExport()
	e.closePanel()
	e.exportSome()
	if e.export.job != nil || e.panel != noPanel {
		t.Error("a closed export goes on")
	}
	// Nothing found.
	e, _ = at(t, twoDocuments(t), "q=nothingofthekind")
	e.startExport()
	if e.export.job != nil || e.toast != w.exports.none {
		t.Error(e.toast)
	}
}

func TestFigure(t *testing.T) {
	e, _ := at(t, mixed(t), "q=tensions&from=2021-03&with=NATO")
	f, ok := e.figure()
	if !ok {
		t.Fatal("no figure")
	}
	dec := xml.NewDecoder(strings.NewReader(f.SVG()))
	for {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	has(t, f.SVG(), "Search: tensions", "with NATO", "from Mar 2021", `fill="#15181C"`)
	hasNot(t, f.SVG(), "<img")
	c := build(t, "undated", index.Entry{Document: &corpus.Document{ID: "u", Text: "No date.", Lang: "en"}, TitleDerived: true})
	e, _ = at(t, c, "q=date")
	if _, ok := e.figure(); ok {
		t.Error("documents without dates have a figure")
	}
	e.exportTimeline(true)
	if e.toast != w.exports.noDates {
		t.Error(e.toast)
	}
}

func TestShelf(t *testing.T) {
	e, _ := at(t, mixed(t), "q=tensions&doc="+first+"&page=1")
	e.keepSearch("  My <b>search</b> ")
	e.keepSearch("")
	if len(e.shelf.Searches) != 1 { // natively nothing is kept on a device: each change begins anew
		e.shelf = e.shelf.Forget(e.searchName())
	}
	e.shelf = shelf.Shelf{}.Keep(shelf.Search{Name: "My <b>search</b>", Fragment: kept(e.s)}).SetAside(shelf.Document{ID: "x", Title: hostile})
	e.openPanel(shelfPanel)
	html := page(t, e)
	has(t, html, `href="#q=tensions"`, "My &lt;b&gt;search", `href="#doc=x"`, "This search is kept as")
	hasNot(t, html, "<b>search", "<img src=x")
	e.closePanel()

	e.pickAt(0)
	e.pickAt(-1) // the open one
	if len(e.picked) == 0 {
		t.Fatal("nothing is chosen")
	}
	has(t, page(t, e), "is-picked", fill(w.keeping.chosen, itoa(len(e.picked))))
	e.setAside()
	if len(e.picked) != 0 || len(e.shelf.Documents) == 0 {
		t.Errorf("%q, %+v", e.picked, e.shelf)
	}
	if got := besides("a b", `c"`); got != "view=compare&a=id:%22a+b%22&b=id:%22c%22%22" {
		t.Error(got)
	}
}

func TestSimilar(t *testing.T) {
	docs := seeds(t)
	copied := *docs[0].Document
	copied.ID, copied.Text = "copy", copied.Text+" More."
	e, _ := at(t, build(t, "three", append(docs, entry(copied))...), "doc="+first)
	hasNot(t, page(t, e), `data-like`)
	e.likeThis(e.d)
	has(t, page(t, e), `href="#doc=copy"`, "nearly the same text, 9", w.alike.head)
}
