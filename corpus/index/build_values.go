package index

import (
	"encoding/binary"
	"sort"
	"strings"

	"dateline/corpus"
)

// valueTable gathers which documents have which values of fields.
type valueTable struct {
	lists map[string]*gathered // by valueKey
	seen  map[fieldValue]*gathered
}

type fieldValue struct{ field, value string }

// add takes the values of one document. Values of a field are whole: a document has "source:new york times", not three words.
func (t *valueTable) add(doc uint32, d *corpus.Document) {
	t.addValue(doc, "source", d.Source)
	t.addValue(doc, "lang", d.Lang)
	if primary, _, regional := strings.Cut(d.Lang, "-"); regional {
		t.addValue(doc, "lang", primary)
	}
	for _, tag := range d.Tags {
		t.addValue(doc, "tag", tag)
	}
	for _, author := range d.Authors {
		t.addValue(doc, "author", author)
	}
}

func (t *valueTable) addValue(doc uint32, field, value string) {
	list, ok := t.seen[fieldValue{field, value}]
	if !ok {
		if t.seen == nil {
			t.seen, t.lists = map[fieldValue]*gathered{}, map[string]*gathered{}
		}
		if key := valueKey(field, value); key != field+":" {
			if list = t.lists[key]; list == nil {
				list = &gathered{}
				t.lists[key] = list
			}
		}
		t.seen[fieldValue{field, strings.Clone(value)}] = list
	}
	if list != nil && (list.docs == 0 || list.open.doc != doc) {
		list.add(doc, 1, 0)
	}
}

// sections writes valu and valp: a table of key → uvarint documents, uvarint place in valp, uvarint bytes there.
func (t *valueTable) sections() (table, lists []byte) {
	keys := make([]string, 0, len(t.lists))
	for key := range t.lists {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var w tableWriter
	var list []posting
	for _, key := range keys {
		place := len(lists)
		list = t.lists[key].postings(list[:0])
		lists, _ = appendPostings(lists, nil, list)
		value := binary.AppendUvarint(nil, uint64(len(list)))
		value = binary.AppendUvarint(value, uint64(place))
		w.add(key, binary.AppendUvarint(value, uint64(len(lists)-place)))
	}
	return w.append(nil), lists
}
