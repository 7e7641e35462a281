package actor

import (
	_ "embed"
	"fmt"
	"strings"

	"dateline/corpus/actor/tagger"
)

// The dictionary's files. Each line is one entry, its columns divided by |, the items of a column by ;.
var (
	//go:embed data/words.txt
	wordsFile string
	//go:embed data/given_names.txt
	givenNamesFile string
	//go:embed data/countries.txt
	countriesFile string
	//go:embed data/organisations.txt
	organisationsFile string
	//go:embed data/people.txt
	peopleFile string
	//go:embed data/places.txt
	placesFile string
	//go:embed data/gazetteer.txt
	gazetteerFile string
	//go:embed data/offices.txt
	officesFile string
	//go:embed data/clusters.txt
	clustersFile string
)

// loadDictionary parses the embedded files.
func loadDictionary() (*dictionary, error) {
	d := &dictionary{
		vocabulary: make(map[string]int32, 1<<14),
		classes:    make([]class, 1, 1<<14), // id 0 is no word
		byName:     make(map[string]int32, 256),
		steps:      make(map[uint64]int32, 1<<14),
		ends:       []int32{none},
		lex:        tagger.NewLexicon(),
		officesOf:  map[int32][]int{},
		rolesAt:    map[int32][]int{},
	}
	if err := d.parseWords("data/words.txt", wordsFile); err != nil {
		return nil, err
	}
	d.parseGivenNames(givenNamesFile)
	l := &loader{dictionary: d, capitals: make(map[string]int32, 256)}
	for _, file := range []struct {
		name, text string
		columns    int
		line       func(columns []string) error
	}{
		{"data/countries.txt", countriesFile, 5, l.country},
		{"data/organisations.txt", organisationsFile, 3, l.organisation},
		{"data/places.txt", placesFile, 3, l.place},
		{"data/people.txt", peopleFile, 4, l.person},
		{"data/offices.txt", officesFile, 3, l.office},
	} {
		for i, line := range lines(file.text) {
			columns := strings.Split(line, "|")
			if len(columns) > file.columns {
				return nil, fmt.Errorf("%s:%d: %d columns; the head of the file names %d", file.name, i, len(columns), file.columns)
			}
			for len(columns) < file.columns {
				columns = append(columns, "")
			}
			for j := range columns {
				columns[j] = strings.TrimSpace(columns[j])
			}
			if err := file.line(columns); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file.name, i, err)
			}
		}
	}
	d.clusters(clustersFile)
	return d, d.gazetteer("data/gazetteer.txt", gazetteerFile)
}
