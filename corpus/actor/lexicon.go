package actor

import (
	"fmt"
	"strings"

	"dateline/corpus"
	"dateline/corpus/actor/tagger"
)

// Lexicon returns what the tagger is told of words and names: all that the dictionary knows, and data/gazetteer.txt.
// A model must be trained with the lexicon that it is used with.
func Lexicon() (*tagger.Lexicon, error) {
	d, err := loadDictionary()
	if err != nil {
		return nil, fmt.Errorf("the dictionary of actors cannot be read: %w", err)
	}
	return d.lex, nil
}

// lexClasses are the classes of words that the tagger knows by its own numbers.
var lexClasses = []struct {
	ours   class
	theirs tagger.Class
}{
	{classGiven, tagger.Given},
	{classFamily, tagger.Family},
	{classTitle | classHonorific, tagger.Title},
	{classRole, tagger.Role},
	{classOrgTail, tagger.OrgTail},
	{classOrgHead, tagger.OrgHead},
	{classPlaceTail, tagger.PlaceTail},
	{classPlaceHead | classPlaceSide, tagger.PlaceHead},
	{classParticle, tagger.Particle},
	{classFunction, tagger.Function},
	{classThing, tagger.Thing},
	{classSay, tagger.Say},
}

// lexWord tells the tagger's lexicon the classes of a word.
func (d *dictionary) lexWord(w string, c class) {
	for _, l := range lexClasses {
		if c&l.ours != 0 {
			d.lex.AddWord(w, l.theirs)
		}
	}
}

// toLexicon tells the tagger's lexicon a name of the dictionary.
func (l *loader) toLexicon(name string, a alias) {
	e := &l.entries[a.entry]
	switch {
	case a.kind == corpus.KindDemonym:
		l.lex.AddName(name, tagger.Demonyms)
	case a.kind == corpus.KindSurname:
		l.lex.AddWord(name, tagger.Family)
	default:
		l.lex.AddName(name, [...]tagger.Phrase{tagger.PersonNames, tagger.OrganisationNames, tagger.CountryNames, tagger.PlaceNames}[e.typ])
	}
}

// gazetteer reads the names that only the tagger's lexicon has: sections "[given]", "[family]", "[person]",
// "[organisation]" and "[place]", in which names are divided by semicolons, single words by spaces in the first two.
func (d *dictionary) gazetteer(name, text string) error {
	section := ""
	for i, line := range lines(text) {
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		switch section {
		case "given":
			for w := range strings.FieldsSeq(line) {
				d.lex.AddWord(w, tagger.Given)
			}
		case "family":
			for w := range strings.FieldsSeq(line) {
				d.lex.AddWord(w, tagger.Family)
			}
		case "person":
			addNames(d.lex, line, tagger.PersonNames)
		case "organisation":
			addNames(d.lex, line, tagger.OrganisationNames)
		case "place":
			addNames(d.lex, line, tagger.PlaceNames)
		default:
			return fmt.Errorf("%s:%d: there is no section %q", name, i, section)
		}
	}
	return nil
}

// clusters reads data/clusters.txt: each line is the words of one cluster.
func (d *dictionary) clusters(text string) {
	n := uint8(0)
	for _, line := range lines(text) {
		n++
		for w := range strings.FieldsSeq(line) {
			d.lex.SetCluster(w, n)
		}
	}
}

func addNames(lex *tagger.Lexicon, line string, p tagger.Phrase) {
	for n := range items(line) {
		lex.AddName(n, p)
	}
}
