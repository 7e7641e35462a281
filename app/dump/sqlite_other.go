//go:build !js

package dump

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"

	_ "modernc.org/sqlite" // SQLite in Go, with FTS5

	"dateline/corpus"
	"dateline/corpus/index"
)

// schema is that of the database. document is the number of a document in the corpus, from 0, by date and then id; actor that of an
// actor, from 0, those in most documents first. first_day and last_day enclose the date, whose precision is year, month or day.
const schema = `
CREATE TABLE corpus (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (
  document INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, title TEXT NOT NULL, title_derived INTEGER NOT NULL,
  date TEXT, precision TEXT, first_day TEXT, last_day TEXT, date_from TEXT, lang TEXT, source TEXT, url TEXT, dateline TEXT,
  words INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE authors (document INTEGER NOT NULL REFERENCES documents, author TEXT NOT NULL);
CREATE TABLE tags (document INTEGER NOT NULL REFERENCES documents, tag TEXT NOT NULL);
CREATE TABLE actors (
  actor INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, documents INTEGER NOT NULL, mentions INTEGER NOT NULL
);
CREATE TABLE aliases (actor INTEGER NOT NULL REFERENCES actors, alias TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL);
CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors, kind TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL
);
CREATE TABLE dates (
  document INTEGER NOT NULL REFERENCES documents, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  value TEXT NOT NULL, first_day TEXT, last_day TEXT, kind TEXT NOT NULL
);
CREATE TABLE statements (
  statement INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, speaker TEXT, speaker_actor INTEGER REFERENCES actors, verb TEXT NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL,
  via TEXT, via_actor INTEGER REFERENCES actors
);
CREATE TABLE addressees (statement INTEGER NOT NULL REFERENCES statements, addressee TEXT, actor INTEGER REFERENCES actors);
CREATE VIRTUAL TABLE documents_fts USING fts5(title, text, content='documents', content_rowid='document', tokenize='unicode61 remove_diacritics 2');
`

// indexes are made when all rows are there.
const indexes = `
CREATE INDEX documents_first_day ON documents (first_day);
CREATE INDEX authors_document ON authors (document);
CREATE INDEX tags_document ON tags (document);
CREATE INDEX tags_tag ON tags (tag);
CREATE INDEX aliases_actor ON aliases (actor);
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX mentions_actor ON mentions (actor);
CREATE INDEX dates_document ON dates (document);
CREATE INDEX dates_first_day ON dates (first_day);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_speaker_actor ON statements (speaker_actor);
CREATE INDEX addressees_statement ON addressees (statement);
INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
INSERT INTO documents_fts (documents_fts) VALUES ('optimize');
`

// SQLite writes x as a database into the new file at path. It ends early, with its error, when ctx does; the file is not whole then.
func SQLite(ctx context.Context, x *index.Index, path string) (err error) {
	// The file is new and nobody else's: what guards against a crash or a second writer would only cost time.
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(path)+"?_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)&_pragma=cache_size(-65536)")
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return fmt.Errorf("make the tables: %w", err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	w := &database{ctx: ctx, tx: tx, statements: map[string]*sql.Stmt{}}
	if err := w.corpus(x); err != nil {
		tx.Rollback()
		return err
	}
	if _, err := tx.ExecContext(ctx, indexes); err != nil {
		tx.Rollback()
		return fmt.Errorf("make the indexes: %w", err)
	}
	return tx.Commit()
}

// database fills the tables.
type database struct {
	ctx        context.Context
	tx         *sql.Tx
	statements map[string]*sql.Stmt // by table
	said       int                  // statements written
}

// insert adds a row, its values in the order of the table's columns.
func (w *database) insert(table string, values ...any) error {
	st := w.statements[table]
	if st == nil {
		var err error
		if st, err = w.tx.PrepareContext(w.ctx, "INSERT INTO "+table+" VALUES (?"+strings.Repeat(", ?", len(values)-1)+")"); err != nil {
			return err
		}
		w.statements[table] = st
	}
	if _, err := st.ExecContext(w.ctx, values...); err != nil {
		return fmt.Errorf("write a row of %s: %w", table, err)
	}
	return nil
}

func (w *database) corpus(x *index.Index) error {
	m := x.Meta()
	for _, row := range [][2]string{{"name", m.Name}, {"id", m.ID}, {"documents", fmt.Sprint(m.Docs)}, {"words", fmt.Sprint(m.Words)}} {
		if err := w.insert("corpus", row[0], row[1]); err != nil {
			return err
		}
	}
	s, err := newSource(x)
	if err != nil {
		return err
	}
	for _, a := range s.actors {
		if err := w.actor(&a); err != nil {
			return err
		}
	}
	return s.each(w.document)
}

func (w *database) actor(a *index.Actor) error {
	if err := w.insert("actors", int(a.ID), a.Name, a.Type.String(), a.Docs, a.Mentions); err != nil {
		return err
	}
	for _, alias := range a.Aliases {
		if err := w.insert("aliases", int(a.ID), alias.Name, alias.Kind.String(), alias.Count); err != nil {
			return err
		}
	}
	return nil
}

func (w *database) document(n corpus.DocID, d *document) error {
	precision := [...]string{"", "year", "month", "day"}[d.date.Precision()]
	err := w.insert("documents", int(n), d.ID, d.Path, d.Title, d.TitleDerived, orNull(d.Date), orNull(precision),
		orNull(d.date.First().String()), orNull(d.date.Last().String()), orNull(d.DateFrom), orNull(d.Lang), orNull(d.Source), orNull(d.URL),
		orNull(d.Dateline), d.Words, d.Text)
	if err != nil {
		return err
	}
	for _, author := range d.Authors {
		if err := w.insert("authors", int(n), author); err != nil {
			return err
		}
	}
	for _, tag := range d.Tags {
		if err := w.insert("tags", int(n), tag); err != nil {
			return err
		}
	}
	for _, m := range d.Mentions {
		if err := w.insert("mentions", int(n), m.Start, m.End, m.Text, int(m.id), m.Kind, m.Confidence, m.Rule); err != nil {
			return err
		}
	}
	for _, t := range d.Dates {
		if err := w.insert("dates", int(n), t.Start, t.End, t.Text, t.Value, orNull(t.First), orNull(t.Last), t.Kind); err != nil {
			return err
		}
	}
	for _, s := range d.Statements {
		if err := w.statement(int(n), &s); err != nil {
			return err
		}
	}
	return nil
}

func (w *database) statement(document int, s *said) error {
	number := w.said
	w.said++
	speaker, speakerActor := s.Speaker.columns()
	via, viaActor := s.Via.columns()
	err := w.insert("statements", number, document, s.Start, s.End, s.Text, speaker, speakerActor, s.Verb, s.Kind, s.Form, via, viaActor)
	for i := range s.To {
		if err != nil {
			break
		}
		words, of := s.To[i].columns()
		err = w.insert("addressees", number, words, of)
	}
	return err
}

// columns are the words and the actor of a party, NULL where there is none.
func (p *party) columns() (words, of any) {
	if p == nil {
		return nil, nil
	}
	if p.id != nil {
		of = int(*p.id)
	}
	return orNull(p.Text), of
}

// orNull is NULL for what is not known.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
