// Package gold reads annotated corpora of the development data: texts with the names that people have marked in them.
// The training program and the evaluation read the same sets by the same splits. It is no part of the product.
//
// Sets that come as tokens are put together to running text again (detokenise.go), since what is measured is the reading
// of raw text. Labels are brought to three: PER, ORG and LOC, which holds countries too.
package gold

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Span is one marked name: bytes Start to End of its document, and "PER", "ORG" or "LOC".
type Span struct {
	Start, End int
	Label      string
}

// Document is a text with its marked names in the order of their spans.
type Document struct {
	ID    string
	Date  string // "2021-04-14", "" if unknown
	Text  string
	Spans []Span
}

// Part is one of the three disjoint parts of a set: Train makes the model, Dev decides what is tried, Test is only
// printed.
type Part uint8

// The parts.
const (
	Train Part = iota
	Dev
	Test
)

// ErrAbsent is in the chain of the error where a set is not on this machine.
var ErrAbsent = errors.New("the development data are not there")

// A set knows how to read itself and how its documents are split.
type set struct {
	name string
	read func(dir string) ([]Document, error)
	part func(d *Document, i int) Part
}

var sets = []set{
	{"wikigold", readWikigold, byTens},
	{"gum", readGUM, gumPart},
	{"crossner", readCrossNER, crossPart},
	{"ewt", readEWT, byTens},
	{"btc", readBTC, byTens},
	{"news", readNews, devOnly},
}

// Sets names the sets that Load knows.
func Sets() []string {
	var names []string
	for _, s := range sets {
		names = append(names, s.name)
	}
	return names
}

// Load reads the given part of a set below dir, the folder of the development data.
func Load(dir, name string, part Part) ([]Document, error) {
	i := slices.IndexFunc(sets, func(s set) bool { return s.name == name })
	if i < 0 {
		return nil, fmt.Errorf("there is no set %q; the sets are %s", name, strings.Join(Sets(), ", "))
	}
	all, err := sets[i].read(dir)
	if err != nil {
		return nil, err
	}
	var docs []Document
	for n := range all {
		if sets[i].part(&all[n], n) == part {
			docs = append(docs, all[n])
		}
	}
	return docs, nil
}

// byTens gives every fifth document to the test and every tenth to the development part.
func byTens(_ *Document, i int) Part {
	switch i % 10 {
	case 4, 9:
		return Test
	case 3:
		return Dev
	}
	return Train
}

// gumPart splits the news; interviews and speeches are for training alone.
func gumPart(d *Document, i int) Part {
	switch {
	case !strings.HasPrefix(d.ID, "GUM_news"):
		return Train
	case i%3 == 2:
		return Test
	case i%6 == 1:
		return Dev
	}
	return Train
}

// crossPart halves the file of development sentences; those of the training file have the id "train".
func crossPart(d *Document, i int) Part {
	switch {
	case d.ID == "train":
		return Train
	case i%2 == 1:
		return Test
	case i%10 == 0:
		return Dev
	}
	return Train
}

// open reads a file of the development data.
func open(dir string, path ...string) (string, error) {
	name := filepath.Join(append([]string{dir}, path...)...)
	raw, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("%w: %s", ErrAbsent, name)
	}
	return string(raw), err
}
