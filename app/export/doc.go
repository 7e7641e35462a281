// Package export is what leaves the explorer as a file or by way of the clipboard: tables, citations and figures. It answers: can
// another program read this rightly, whatever is in the texts?
//
//	table.go   rows as CSV, JSON or JSON lines
//	csv.go     cells that are safe to open in a spreadsheet
//	json.go    strings of JSON
//	work.go    a document as it is cited; bibtex.go ris.go csl.go the formats
//	figure.go  a drawing, and its SVG
//
// It writes and never reads, knows nothing of the browser, and escapes by itself: encoding/json is too heavy for the browser's
// program, where a test compares it with this package. All output is UTF-8 and the same for the same values.
package export
