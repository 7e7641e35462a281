// Package text turns running text into what an index is made of: words, their surface forms and stems,
// sentences and paragraphs, and the language they are in.
//
//	text ──Words──▶ tokens ──Form──▶ surface forms ("Écoles" → "ecoles")
//	                       ──Term──▶ terms         ("Écoles", fr → "ecol")
//
// A form is what a reader sees with case and accents folded; a term is what is searched: the folded Snowball stem in
// the document's language. Everything here is a pure function of its arguments, and every span is a pair of byte offsets.
package text
