package gold

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// GMB reads every nth sentence of the Groningen Meaning Bank: news of the Voice of America, labelled by programs and in part by
// people. Its labels are brought to the conventions of the other sets: titles are cut off people, demonyms are no names.
func GMB(dir string, nth int) ([]Document, error) {
	name := filepath.Join(dir, "gmb_kaggle", "ner_dataset.zip")
	archive, err := zip.OpenReader(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrAbsent, name)
	}
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	file, err := archive.Open("ner_dataset.csv")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.LazyQuotes = true
	var tokens [][3]string // word, part of speech, label
	var sentences [][][3]string
	adjectives := map[string]int{} // how much oftener a word is an adjective or plural than a name
	for {
		f, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if f[0] != "" && len(tokens) > 0 {
			sentences = append(sentences, tokens)
			tokens = nil
		}
		if strings.HasSuffix(f[3], "gpe") {
			if f[2] == "NNP" {
				adjectives[f[1]]--
			} else {
				adjectives[f[1]]++
			}
		}
		tokens = append(tokens, [3]string{f[1], f[2], f[3]})
	}
	var docs []Document
	for n, s := range sentences {
		if n == 0 || n%nth != 0 {
			continue // the first line is the head
		}
		j := joiner{glue: true}
		for i, t := range s {
			label := map[string]string{"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "LOC"}[strings.TrimLeft(t[2], "BI-")]
			first := strings.HasPrefix(t[2], "B-")
			switch {
			case strings.HasSuffix(t[2], "gpe") && (t[1] != "NNP" || adjectives[t[0]] > 0):
				label = ""
			case label == "PER" && j.open != "PER" && gumTitles[t[0]]:
				label = ""
			case label == "PER" && i > 0 && j.open == "" && !first:
				first = true
			}
			j.token(t[0], label, first)
		}
		if d := j.document("gmb"); d.Text != "" && utf8.ValidString(d.Text) {
			docs = append(docs, d)
		}
	}
	return docs, nil
}
