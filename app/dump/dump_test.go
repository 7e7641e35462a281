package dump

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/ingest"
)

// small is a corpus of a few hundred documents with everything that a document can have.
func small(t *testing.T) *index.Index {
	t.Helper()
	fsys := fstest.MapFS{
		"a.txt":  {Data: []byte(" date 2021-04-14 WASHINGTON: US President Joe Biden called Vladimir Putin. They spoke of the troops near the border of Ukraine.")},
		"b.md":   {Data: []byte("---\ntitle: A month of talks\ndate: 2021-05\ntags: [talks, \"Ukraine, the war\"]\nauthor: A. Writer and B. Writer\n---\nL’été à Genève. NATO met.\n")},
		"c.json": {Data: []byte(`{"id":"c","date":"1987","title":"Quotes \" and <tags> & ampersands","text":"Line\nof text \u2028 here.","people":["reagan"],"url":"https://example.org/?a=1&b=2","source":"The Wire"}`)},
		"s.txt":  {Data: []byte(" date 2021-04-14 US President Joe Biden told reporters that since 2014 little had changed. Biden said the meeting would go on.")},
		"d.txt":  {Data: []byte("Nothing is known of the day of this note.")},
	}
	for i := range 300 {
		fsys[fmt.Sprintf("n/%03d.txt", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, " date 2020-01-%02d MOSCOW: Round %d of the talks between Russia and Ukraine.", 1+i%28, i)}
	}
	data, _, err := ingest.Run(fsys, ingest.Options{Name: "Small"})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestNDJSON reads the lines again and compares them with the corpus.
func TestNDJSON(t *testing.T) {
	x := small(t)
	var b bytes.Buffer
	if err := NDJSON(t.Context(), x, &b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != x.Docs() {
		t.Fatalf("%d lines of %d documents", len(lines), x.Docs())
	}
	for i, line := range lines {
		var got document
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		n := corpus.DocID(i)
		want, err := x.Doc(n)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := x.Text(n)
		mentions, _ := x.Mentions(n)
		if got.ID != want.ID || got.Path != want.Path || got.Title != want.Title || got.TitleDerived != want.TitleDerived ||
			got.Date != want.Date.String() || got.Lang != want.Lang || got.Source != want.Source || got.URL != want.URL ||
			strings.Join(got.Authors, "|") != strings.Join(want.Authors, "|") || strings.Join(got.Tags, "|") != strings.Join(want.Tags, "|") ||
			got.Dateline != want.Dateline || got.Dates == nil || got.Statements == nil || got.Words != want.Words || got.Text != body || len(got.Mentions) != len(mentions) {
			t.Errorf("line %d: %s, want %+v", i, line, want)
		}
		for j, m := range got.Mentions {
			a, err := x.Actor(mentions[j].Actor)
			if err != nil || m.Actor != a.Name || m.Type != a.Type.String() || m.Text != body[mentions[j].Start:mentions[j].End] {
				t.Errorf("line %d: mention %+v of %+v: %v", i, m, a, err)
			}
		}
	}
	if strings.Contains(b.String(), `\u003c`) {
		t.Error("< is written as an escape")
	}
	var again bytes.Buffer
	if err := NDJSON(t.Context(), x, &again); err != nil || again.String() != b.String() {
		t.Errorf("the second time other lines came: %v", err)
	}
}

// TestSQLite opens the database again, counts its rows and asks its index for words.
func TestSQLite(t *testing.T) {
	x := small(t)
	paths := []string{filepath.Join(t.TempDir(), "a b?#%.db"), filepath.Join(t.TempDir(), "again.db")}
	for _, path := range paths {
		if err := SQLite(t.Context(), x, path); err != nil {
			t.Fatal(err)
		}
	}
	first, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if again, err := os.ReadFile(paths[1]); err != nil || !bytes.Equal(first, again) {
		t.Errorf("the second time another database came: %v", err)
	}
	db, err := sql.Open("sqlite", paths[1])
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	aliases, tags, authors := 0, 0, 0
	for a := range x.Meta().Actors {
		actor, err := x.Actor(index.ActorID(a))
		if err != nil {
			t.Fatal(err)
		}
		aliases += len(actor.Aliases)
	}
	for n := range corpus.DocID(x.Docs()) {
		d, err := x.Doc(n)
		if err != nil {
			t.Fatal(err)
		}
		tags, authors = tags+len(d.Tags), authors+len(d.Authors)
	}
	m := x.Meta()
	for query, want := range map[string]any{
		"SELECT count(*) FROM documents":                           m.Docs,
		"SELECT count(*) FROM actors":                              m.Actors,
		"SELECT count(*) FROM aliases":                             aliases,
		"SELECT count(*) FROM mentions":                            m.Mentions,
		"SELECT count(*) FROM tags":                                tags,
		"SELECT count(*) FROM authors":                             authors,
		"SELECT sum(documents) FROM actors WHERE name = 'Ukraine'": 301,
		"SELECT count(DISTINCT document) FROM mentions JOIN actors USING (actor) WHERE name = 'Ukraine'":                                                                                          301,
		"SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'talks'":                                                                                                                    301,
		"SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'title: talks'":                                                                                                             301,
		"SELECT count(*) FROM documents_fts WHERE documents_fts MATCH '\"round 7 of\"'":                                                                                                           1,
		"SELECT id FROM documents_fts JOIN documents ON document = documents_fts.rowid WHERE documents_fts MATCH 'troops NEAR border' ORDER BY rank":                                              "a",
		"SELECT id FROM documents_fts JOIN documents ON document = documents_fts.rowid WHERE documents_fts MATCH 'geneve ete'":                                                                    "b",
		"SELECT first_day || ' ' || last_day || ' ' || precision FROM documents WHERE id = 'b'":                                                                                                   "2021-05-01 2021-05-31 month",
		"SELECT id FROM documents WHERE date IS NULL":                                                                                                                                             "d",
		"SELECT title || '|' || url || '|' || source FROM documents WHERE id = 'c'":                                                                                                               `Quotes " and <tags> & ampersands|https://example.org/?a=1&b=2|The Wire`,
		"SELECT value FROM corpus WHERE key = 'id'":                                                                                                                                               m.ID,
		"SELECT count(*) FROM mentions JOIN documents USING (document) WHERE kind != 'given' AND CAST(substr(CAST(documents.text AS BLOB), start + 1, \"end\" - start) AS TEXT) != mentions.text": 0,
		"SELECT count(*) FROM dates":      m.Dates,
		"SELECT count(*) FROM statements": m.Statements,
		"SELECT name || '|' || verb || '|' || substr(statements.text, 1, 5) FROM statements JOIN actors ON actor = speaker_actor JOIN documents USING (document) WHERE id = 's' ORDER BY statements.start DESC LIMIT 1": "Joe Biden|said|the m",
		"SELECT dates.first_day || '|' || dates.text FROM dates JOIN documents USING (document) WHERE id = 's' ORDER BY start LIMIT 1":                                                                                  "2014-01-01|2014",
		"PRAGMA integrity_check": "ok",
	} {
		var got any
		if err := db.QueryRow(query).Scan(&got); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v (%v)", query, got, want, err)
		}
	}
}

func TestStopped(t *testing.T) {
	x := small(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := NDJSON(ctx, x, &bytes.Buffer{}); err == nil {
		t.Error("lines were written after the end")
	}
	if err := SQLite(ctx, x, filepath.Join(t.TempDir(), "x.db")); err == nil {
		t.Error("a database was written after the end")
	}
}
