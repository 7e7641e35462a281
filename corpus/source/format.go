package source

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// format is a kind of file.
type format uint8

const (
	formatUnknown format = iota
	formatText
	formatMarkdown
	formatHTML
	formatJSON
	formatJSONL
	formatCSV
	formatGzip
	formatZip
)

var extensions = map[string]format{
	".txt": formatText, ".text": formatText,
	".md": formatMarkdown, ".markdown": formatMarkdown, ".mdown": formatMarkdown, ".mkd": formatMarkdown,
	".html": formatHTML, ".htm": formatHTML, ".xhtml": formatHTML,
	".json": formatJSON, ".jsonl": formatJSONL, ".ndjson": formatJSONL,
	".csv": formatCSV, ".tsv": formatCSV, ".tab": formatCSV,
	".gz": formatGzip, ".zip": formatZip,
}

// otherFormats are text files that are known not to be documents of a format read here.
var otherFormats = map[string]string{
	".xml": "XML", ".rss": "XML", ".atom": "XML", ".rdf": "XML", ".tei": "XML", ".svg": "a drawing", ".yaml": "YAML", ".yml": "YAML", ".toml": "TOML",
	".rtf": "rich text", ".tex": "TeX", ".eml": "mail", ".mbox": "mail", ".msg": "mail", ".css": "a style sheet", ".js": "a program", ".mjs": "a program",
	".ts": "a program", ".py": "a program", ".go": "a program", ".r": "a program", ".ipynb": "a notebook", ".sh": "a program", ".sql": "SQL",
	".conll": "an annotation", ".conllu": "an annotation", ".iob2": "an annotation", ".ann": "an annotation",
	".doc": "a Word file", ".docx": "a Word file", ".odt": "an OpenDocument text", ".pdf": "a PDF", ".epub": "an e-book", ".mobi": "an e-book",
	".xls": "a spreadsheet", ".xlsx": "a spreadsheet", ".ods": "a spreadsheet", ".ppt": "a presentation", ".pptx": "a presentation",
	".tar": "a tar archive", ".tgz": "a tar archive", ".7z": "a 7-Zip archive", ".rar": "a RAR archive", ".bz2": "bzip2", ".xz": "xz", ".zst": "Zstandard",
	".parquet": "Parquet", ".sqlite": "a database", ".db": "a database", ".warc": "a web archive", ".corpus": "a built corpus",
}

// magics are the first bytes of binary formats.
var magics = []struct{ bytes, name string }{
	{"%PDF", "a PDF"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"{\\rtf", "rich text"},
	{"\xd0\xcf\x11\xe0", "an old Office file"},
	{"\x7fELF", "a program"},
	{"MZ\x90", "a program"},
	{"7z\xbc\xaf", "a 7-Zip archive"},
	{"Rar!", "a RAR archive"},
	{"BZh", "bzip2"},
	{"\xfd7zXZ", "xz"},
	{"\x28\xb5\x2f\xfd", "Zstandard"},
	{"SQLite format 3\x00", "a database"},
	{"PAR1", "Parquet"},
	{"\x00asm", "a program"},
	{"ID3", "sound"},
	{"OggS", "sound"},
	{"RIFF", "sound or a film"},
}

// formatOf tells a format by the extension of a name and, where that is none of those read, by the file's first bytes.
// What is plainly binary has no format, whatever its name.
func formatOf(name string, head []byte) format {
	ext := strings.ToLower(path.Ext(name))
	kind, known := extensions[ext]
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return formatGzip
	case otherFormats[ext] != "":
		return formatUnknown
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")):
		if isOffice(head) {
			return formatUnknown
		}
		return formatZip
	case binaryName(head) != "":
		return formatUnknown
	}
	switch kind {
	case formatGzip, formatZip:
		return formatUnknown // by name only
	case formatJSON, formatJSONL:
		return jsonFormat(head, kind)
	case formatUnknown:
		if known {
			return kind
		}
		return sniff(head)
	}
	return kind
}

// sniff tells the format of a text whose name does not.
func sniff(head []byte) format {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return formatHTML
		}
	}
	switch {
	case bytes.HasPrefix(start, []byte("<?xml")):
		if bytes.Contains(start, []byte("<html")) {
			return formatHTML
		}
		return formatUnknown
	case bytes.HasPrefix(start, []byte("{\"")), bytes.HasPrefix(start, []byte("[{")), bytes.HasPrefix(start, []byte("{\n")):
		return jsonFormat(head, formatJSON)
	case bytes.HasPrefix(start, []byte("---\n")), bytes.HasPrefix(start, []byte("+++\n")):
		return formatMarkdown
	}
	return formatText
}

// binaryName names what a file is that holds no text, "" if it may be text.
func binaryName(head []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			return m.name
		}
	}
	if unicodeEncoding(head) != nil {
		return ""
	}
	control := 0
	for _, b := range head {
		if b < ' ' && strings.IndexByte("\t\n\v\f\r\x1a\x1b", b) < 0 {
			control++
		}
	}
	// A stray control character in a text is dropped later; one byte in fifty is no text. A few tell nothing in a short one.
	const least = 200
	n := max(len(head), least)
	if control*50 > n || bytes.Count(head, []byte{0})*100 > n {
		return "binary data"
	}
	return ""
}

// isOffice reports whether a zip's first member shows it to be an office document or an e-book.
func isOffice(head []byte) bool {
	const nameAt = 30
	if len(head) < nameAt {
		return false
	}
	for _, member := range [...]string{"[Content_Types].xml", "mimetype", "_rels/", "word/", "xl/", "ppt/", "docProps/"} {
		if bytes.HasPrefix(head[nameAt:], []byte(member)) {
			return true
		}
	}
	return false
}

// notReadable is the error for a file without a reader.
func notReadable(name string, head []byte) error {
	ext := strings.ToLower(path.Ext(name))
	what := otherFormats[ext]
	if what == "" && isOffice(head) {
		what = "an Office file"
	}
	if what == "" {
		what = binaryName(head)
	}
	switch {
	case what == "" && (extensions[ext] == formatGzip || extensions[ext] == formatZip):
		return fmt.Errorf("it is called %s but is not packed: unpack or rename it", ext)
	case what == "" && bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")):
		what = "XML"
	case ext == ".corpus":
		return errors.New("this is a corpus that was built: to merge it, name it by itself, beside the folder")
	case what == "" && utf8.Valid(head):
		what = "text of an unknown kind"
	case what == "":
		what = "binary data"
	}
	return errors.New("this is " + what + ", not a format read here: save it as .txt, .md, .html, .jsonl, .json, .csv or .tsv, packed with gzip or zip or not")
}
