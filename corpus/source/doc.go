// Package source reads files into documents: bytes of many formats come in, corpus.Document values go out.
//
// Walk reads a folder and Read one file. A file's format is decided by its name and, where that does not tell,
// by its first bytes:
//
//	.txt .text            plain text            text.go, header.go, opening.go
//	.md .markdown         Markdown              markdown.go, frontmatter.go
//	.html .htm .xhtml     HTML                  html.go, htmlmeta.go, htmltext.go
//	.jsonl .ndjson .json  records               json.go
//	.csv .tsv .tab        records               csv.go
//	.gz                   any of these, packed  archive.go
//	.zip                  a folder of these     archive.go
//
// Every reader ends in the same two steps. What it found under names (header lines, front matter, meta tags,
// JSON members, table columns) becomes a record, and fields.go turns a record into the parts of a document; notation.go reads
// fields that are written in HTML. Files and records are read by several workers and handed on in their order (walk.go, records.go).
// What it found as prose goes through decode.go and clean.go (one encoding, one normal form, no control
// characters) and paragraph.go (blank lines between paragraphs and nowhere else).
//
// Where no field gives the date, it is looked for in the file's name (namedate.go) and in the first lines
// (opening.go); date.go and datefield.go read the dates themselves. dateline.go finds the place that opens a wire story.
//
// Nothing here panics on bad input or stops at it. What could not be read, and what was read with a doubt,
// is told to Visitor.Problem with its cause and a remedy, and the reading goes on.
package source
