package index

import (
	"dateline/corpus"
)

// Doc is a document as the index knows it, without its text.
type Doc struct {
	ID           string
	Path         string
	Title        string
	TitleDerived bool // Title was made from the text
	Date         corpus.Date
	DateFrom     string
	Dateline     string
	DatelineLen  int // bytes at the start of the text
	Lang         string
	Source, URL  string
	Authors      []string
	Tags         []string
	Words        int // of the text
	// OwnID, LangTold and Renamed are as the Builder was given them (see Entry).
	OwnID, LangTold, Renamed bool
}

// The places of blockCaches in Index.stores.
const (
	storeDocs = iota
	storeText
	storeMentions
	storeWhen
	storeStatements
	numStores
)

var storeSections = [numStores]section{secDocs, secText, secMent, secWhen, secStmt}

// record returns the record of document d in one of the stores.
func (x *Index) record(which int, d corpus.DocID) ([]byte, error) {
	if err := x.openStoreOf(which); err != nil {
		return nil, err
	}
	return x.stores[which].record(int(d))
}

func (x *Index) openStoreOf(which int) error {
	c := &x.stores[which]
	if c.store != nil {
		return nil
	}
	var dictionary []byte
	if which < storeMentions {
		var err error
		if dictionary, err = x.file.whole(secZdic); err != nil {
			return err
		}
	}
	s, err := openStore(x.file, storeSections[which], x.meta.Docs, dictionary)
	if err == nil {
		c.store = s
	}
	return err
}

// Text returns the text of document d.
func (x *Index) Text(d corpus.DocID) (string, error) {
	data, err := x.record(storeText, d)
	return string(data), err
}

// Doc returns document d.
func (x *Index) Doc(d corpus.DocID) (Doc, error) {
	data, err := x.record(storeDocs, d)
	if err != nil {
		return Doc{}, err
	}
	i := int(d)
	flags := x.columns[colFlags].at(i)
	doc := Doc{
		Date: x.Date(d), Words: int(x.columns[colBody].at(i)), DatelineLen: int(x.columns[colDateline].at(i)),
		TitleDerived: flags&flagTitleDerived != 0, OwnID: flags&flagOwnID != 0, LangTold: flags&flagLangTold != 0, Renamed: flags&flagRenamed != 0,
	}
	for _, c := range []struct {
		s      *string
		column int
	}{{&doc.Lang, colLang}, {&doc.Source, colSource}, {&doc.DateFrom, colDateFrom}} {
		if *c.s, err = x.string(int(x.columns[c.column].at(i))); err != nil {
			return Doc{}, err
		}
	}
	r := reader{data: data}
	for _, s := range []*string{&doc.ID, &doc.Path, &doc.Title, &doc.URL, &doc.Dateline} {
		*s = r.string()
	}
	for _, list := range []*[]string{&doc.Authors, &doc.Tags} {
		for range r.count() {
			*list = append(*list, r.string())
			if r.err != nil {
				return Doc{}, r.err
			}
		}
	}
	return doc, r.err
}

// Date returns the date of document d, which must exist.
func (x *Index) Date(d corpus.DocID) corpus.Date {
	v := x.columns[colDate].at(int(d))
	if v == 0 {
		return 0
	}
	return corpus.Date(v - 1 + x.first)
}

// Words returns the lengths of text and indexed title of document d, which must exist, in words.
func (x *Index) Words(d corpus.DocID) (body, title int) {
	return int(x.columns[colBody].at(int(d))), int(x.columns[colTitle].at(int(d)))
}

// BodyStart returns the position of the first word of the text of document d.
func (x *Index) BodyStart(d corpus.DocID) int { return bodyStart(int(x.columns[colTitle].at(int(d)))) }

// DatelineLen returns the bytes of the dateline at the start of the text of document d.
func (x *Index) DatelineLen(d corpus.DocID) int { return int(x.columns[colDateline].at(int(d))) }

// Lang returns the language of document d, "" where it is not known.
func (x *Index) Lang(d corpus.DocID) (string, error) {
	return x.string(int(x.columns[colLang].at(int(d))))
}

// Source returns the publisher of document d, "" where it is not known.
func (x *Index) Source(d corpus.DocID) (string, error) {
	return x.string(int(x.columns[colSource].at(int(d))))
}

func (x *Index) string(n int) (string, error) {
	err := x.once(secStrs, func(r *reader) {
		x.strings = nil
		for range r.count() {
			x.strings = append(x.strings, r.string())
			if r.err != nil {
				return
			}
		}
	})
	if err == nil && n >= len(x.strings) {
		err = errDamaged
	}
	if err != nil {
		return "", err
	}
	return x.strings[n], nil
}

// Find returns the document of that id.
func (x *Index) Find(id string) (d corpus.DocID, ok bool, err error) {
	err = x.onceHead(secIDs, func(r *reader) { x.ids = r.table(x.file, secIDs, func(r *reader) { r.uvarint() }) })
	if err != nil {
		return 0, false, err
	}
	c, found := x.ids.seek(id)
	if !found || string(c.key) != id {
		return 0, false, c.r.err
	}
	n := c.r.int()
	if n >= x.meta.Docs {
		return 0, false, errDamaged
	}
	return corpus.DocID(n), true, c.r.err
}
