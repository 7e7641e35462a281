package search

import (
	"dateline/corpus"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// Touch reads what q will read of the dictionaries, and then of the posting lists, for all of its words at once, so that of a corpus in
// chunks the index wants them all together and not one word after the other. It looks nothing up in vain: what is missing is in
// index.Wanted, and any other failure meets the question itself.
func (e *Engine) Touch(q query.Node) {
	for _, leaf := range query.Leaves(q) {
		e.touchWords(leaf)
		e.plan(leaf)
	}
}

// touchWords looks the words of a leaf up.
func (e *Engine) touchWords(n query.Node) {
	switch n := n.(type) {
	case *query.Field:
		e.touchWords(n.Kid)
	case *query.Phrase:
		for _, kid := range n.Kids {
			e.touchWords(kid)
		}
	case *query.Or:
		for _, kid := range n.Kids {
			e.touchWords(kid)
		}
	case *query.Near:
		e.touchWords(n.A)
		e.touchWords(n.B)
	case *query.Word:
		for token := range text.Words(n.Text) {
			word := token.Of(n.Text)
			for _, lang := range e.x.Meta().Languages {
				if t, ok, err := e.x.Term(text.Term(word, lang.Code)); ok && err == nil {
					e.x.Postings(t)
				}
			}
			if forms, err := e.x.Forms(text.Form(word)); err == nil {
				for _, f := range forms {
					if t, err := e.x.TermByID(f.Term); err == nil {
						e.x.Postings(t)
					}
				}
			}
		}
	}
}

// TouchDocs does the same for the strings, and with texts for the texts, of documents.
func (e *Engine) TouchDocs(docs []corpus.DocID, texts bool) {
	for _, d := range docs {
		e.x.Doc(d)
		if texts {
			e.x.Text(d)
		}
	}
}
