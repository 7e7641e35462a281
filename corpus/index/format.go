// Package index is the .corpus file: one file that holds all that the explorer knows of a corpus.
// Builder writes it, Open reads it, natively and in the browser alike.
//
// # Why a format of our own
//
// A browser tab opens the file in milliseconds, whatever its size, and touches only what a question needs. So nothing is
// parsed when it opens: every table is read in place, by binary search or by computed offset, and whatever is large (postings,
// positions, texts) is cut so that a piece can be read, checked and one day fetched on its own.
//
// # The file
//
// All numbers are little-endian; uvarint is that of encoding/binary, zigzag its signed kin.
//
//	header    64 bytes
//	   0  magic           8  "\x89DTL\r\n\x1a\n": damage by a transfer in text mode shows at once
//	   8  version         2  FormatVersion
//	  10  sections        2  number of sections
//	  12  pages           4  number of pages of all sections
//	  16  content id     16  the first half of the SHA-256 of the file from byte 64 to its end
//	  32  size            8  of the whole file
//	  40  reserved       16  zero
//	  56  directory sum   4  CRC-32C of the directory
//	  60  header sum      4  CRC-32C of bytes 0 to 59
//	directory
//	      for each section: name 4, reserved 4 (zero), offset 8, length 8
//	      for each page:    CRC-32C 4
//	sections  one behind the other, in the order of the directory
//
// Each section is checked in pages of 64 KiB, its last page being shorter: a page's sum is compared when the page is first
// touched. A flipped or missing byte is therefore found before it is believed, and opening does not read what it does not need.
// A page is also the unit in which a part of a file can be delivered. A reader ignores sections that it does not know.
//
// # The sections
//
//	meta  counts, name, languages and the constants of the ranking function
//	cols  one fixed-width number a document: date, lengths, language, source … (bit-packed, random access)
//	strs  the distinct values of columns: languages, sources, rules
//	term  the dictionary of terms: stem → number of documents and occurrences, place in post and posn, its surface forms
//	form  the dictionary of surface forms: form → term, occurrences
//	post  posting lists: the documents of a term with its frequency in title and body
//	posn  the positions of a term in these documents, with the surface form that stood there
//	valu  the dictionary of values: "tag:economy", "source:reuters", "lang:en", "author:…" → place in valp
//	valp  posting lists of values
//	idst  the ids of documents, front-coded in their alphabetical order → document
//	docs  strings of documents in compressed blocks: id, path, title, URL, dateline, authors, tags
//	text  texts of documents in compressed blocks
//	actr  the actors: name, type, numbers of documents and mentions, aliases
//	anam  the dictionary of actor names and aliases: form → actors
//	actp  posting lists of actors, like those of terms
//	acts  the actors of each document, for counting facets
//	days  the times that documents speak of; dayp their posting lists
//	when  the dates that each document speaks of in compressed blocks: span, days, unit, kind
//	spkr  the actors that made statements; spkp their posting lists
//	stmt  the statements of each document in compressed blocks: words, speaker, verb, kind, form, via, to
//	ment  the mentions of each document in compressed blocks: span, actor, kind, confidence, rule
//	zdic  the dictionary that docs, text and ment are compressed with, where the corpus is large enough to pay for it
//
// Documents are numbered from 0 by date, then by id: undated ones first, so that a range of dates is a range of numbers.
// The layout of each section stands above its reader.
//
// # History
//
//	1  the first
//	2  dates spoken of and statements: when, days, dayp, stmt, spkr, spkp; their numbers at the end of meta. A file of version 1 is read as one
//	   that has none.
package index

import "hash/crc32"

// FormatVersion is the version that Builder writes and the newest that Open reads.
const FormatVersion = 2

const (
	magic        = "\x89DTL\r\n\x1a\n"
	headerSize   = 64
	sectionEntry = 24
	pageSize     = 64 << 10
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// section numbers the sections in the order they are written: what a first answer needs comes first.
type section int

const (
	secMeta section = iota
	secCols
	secStrs
	secTerm
	secForm
	secActr
	secAnam
	secActs
	secActp
	secValu
	secValp
	secDays
	secDayp
	secSpkr
	secSpkp
	secPost
	secPosn
	secIDs
	secZdic
	secDocs
	secMent
	secWhen
	secStmt
	secText
	numSections
)

var sectionNames = [numSections]string{
	"meta", "cols", "strs", "term", "form", "actr", "anam", "acts", "actp", "valu", "valp",
	"days", "dayp", "spkr", "spkp", "post", "posn", "idst", "zdic", "docs", "ment", "when", "stmt", "text",
}

var sectionUses = [numSections]string{
	"counts, name, ranking constants", "document columns", "column values", "term dictionary", "surface forms", "actors",
	"actor names", "actors by document", "documents by actor", "field values", "documents by field value", "times spoken of", "documents by time",
	"speakers", "documents by speaker", "postings", "positions", "document ids", "compression dictionary",
	"titles and other document strings", "mentions", "dates spoken of", "statements", "texts",
}

// The constants of BM25F that a corpus is built with: the block maxima in its posting lists hold for these.
// They are in the middle of the usual ranges of the literature (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
// Beyond", 2009), with a title counting three times; package search tells what they were measured on.
const (
	DefaultK1          = 1.5
	DefaultBodyB       = 0.75
	DefaultTitleB      = 0.75
	DefaultTitleWeight = 3.0
)

// titleGap is the number of positions between the last word of a title and the first of the body, so that no phrase
// runs from one into the other.
const titleGap = 8
