package gold

import (
	"slices"
	"strings"
)

// readBIO reads lines "token SEP tag" with blank lines between sentences. label brings the tags of the set to ours,
// "" for those left out; every n sentences make a document, all up to a line -DOCSTART- if n is 0.
func readBIO(text, sep, id string, n int, label func(string) string) []Document {
	var docs []Document
	j := joiner{glue: true}
	sentences := 0
	flush := func() {
		if d := j.document(id); d.Text != "" {
			docs = append(docs, d)
		}
		sentences = 0
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			if sentences++; sentences == n {
				flush()
			} else {
				j.sentence(" ")
			}
			continue
		}
		token, tag, ok := strings.Cut(line, sep)
		if token == "-DOCSTART-" {
			flush()
		}
		if !ok || token == "-DOCSTART-" {
			continue
		}
		j.token(token, label(strings.TrimPrefix(strings.TrimPrefix(tag, "B-"), "I-")), strings.HasPrefix(tag, "B-"))
	}
	flush()
	return docs
}

// plainLabel keeps the three labels that most sets have by these names.
func plainLabel(s string) string {
	switch s {
	case "PER", "ORG", "LOC":
		return s
	}
	return ""
}

func readWikigold(dir string) ([]Document, error) {
	text, err := open(dir, "juandr_ner", "data", "wikigold", "CONLL-format", "data", "wikigold.conll.txt")
	if err != nil {
		return nil, err
	}
	return readBIO(text, " ", "wikigold", 0, plainLabel), nil
}

func readCrossNER(dir string) ([]Document, error) {
	label := func(s string) string {
		switch s {
		case "person", "politician":
			return "PER"
		case "organisation", "politicalparty":
			return "ORG"
		case "country", "location":
			return "LOC"
		}
		return ""
	}
	var docs []Document
	for _, part := range []string{"dev", "train"} {
		text, err := open(dir, "crossner", "ner_data", "politics", part+".txt")
		if err != nil {
			return nil, err
		}
		docs = append(docs, readBIO(text, "\t", part, 1, label)...)
	}
	return docs, nil
}

// readBTC reads the Broad Twitter Corpus. Tweets not in English are left out: the model is for English.
func readBTC(dir string) ([]Document, error) {
	var docs []Document
	for _, part := range []string{"a", "b", "e", "f", "g", "h"} {
		text, err := open(dir, "juandr_ner", "data", "BTC", "CONLL-format", "data", part+".conll")
		if err != nil {
			return nil, err
		}
		docs = append(docs, readBIO(text, "\t", "btc-"+part, 1, plainLabel)...)
	}
	return slices.DeleteFunc(docs, func(d Document) bool {
		wide := 0
		for _, r := range d.Text {
			if r > 0x2af {
				wide++
			}
		}
		return wide*10 > len(d.Text)
	}), nil
}

// readEWT reads UNER's labels of the English Web Treebank: each sentence has its text in a comment, to which the tokens
// are aligned.
func readEWT(dir string) ([]Document, error) {
	text, err := open(dir, "uner", "English-EWT", "en_ewt-ud-dev.iob2")
	if err != nil {
		return nil, err
	}
	var docs []Document
	j := joiner{glue: true}
	id, raw, at := "", "", 0
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			if d := j.document(id); d.Text != "" {
				docs = append(docs, d)
			}
			id = strings.TrimPrefix(line, "# newdoc id = ")
		case strings.HasPrefix(line, "# text = "):
			j.sentence("\n\n")
			raw, at = strings.TrimPrefix(line, "# text = "), 0
		case line == "":
			j.exact(raw[at:], "", true)
			raw, at = "", 0
		case line[0] != '#':
			f := strings.Split(line, "\t")
			if len(f) < 3 {
				continue
			}
			n := strings.Index(raw[at:], f[1])
			if n < 0 {
				continue
			}
			inside := strings.HasPrefix(f[2], "I-")
			if n > 0 {
				j.text.WriteString(raw[at : at+n])
			}
			j.exact(f[1], plainLabel(strings.TrimPrefix(strings.TrimPrefix(f[2], "B-"), "I-")), !inside)
			at += n + len(f[1])
		}
	}
	if d := j.document(id); d.Text != "" {
		docs = append(docs, d)
	}
	return docs, nil
}
