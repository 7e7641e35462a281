package actor

import (
	"fmt"
	"strings"
)

// class is the set of things a word can be, whatever it is in the text at hand.
type class uint32

// The classes, one section of data/words.txt each, except classGiven, which data/given_names.txt fills.
const (
	classFunction    class = 1 << iota // never part of a name by itself: the, however, Monday
	classAbbrev                        // its full stop does not end a sentence: Mr, Gen, Inc
	classHonorific                     // opens a name, however short: Mr, Sir
	classTitle                         // an office: opens a name, also a surname alone
	classRole                          // a calling: opens a name of two words or more
	classPortfolio                     // what a minister or secretary is of: State, Foreign Affairs
	classParticle                      // small words inside surnames: van, bin, al
	classSuffix                        // Jr, III
	classGiven                         // a given name
	classFamily                        // a family name that comes first: Xi, Kim, Nguyen
	classOrgTail                       // the last word of an organisation's name: Ministry, Bank, Inc
	classOrgHead                       // opens an organisation's name with "of": University of, Ministry of
	classPlaceTail                     // the last word of a place's name: River, Province
	classPlaceHead                     // the first word of a place's name: Lake, Mount
	classPlaceSide                     // before a known place makes another: North, Upper, New
	classOpener                        // a word of classFunction that may open a name: New, First
	classAndBefore                     // goes with what stands before "and" in a firm's name: Co, Sons, Loan
	classSay                           // a verb of speech or action, that follows its subject
	classPlaceBefore                   // a preposition that a place follows: in, near
	classPowerBefore                   // a preposition or noun that a power follows: with, against
	classPowerAfter                    // follows a power after a hyphen: -backed, -led
	classLink                          // small words inside organisations' names: of, for, and, the
	classCommon                        // a word that is no name in a passage all in capitals: US, WHO, IT
	classThing                         // ends a name that is neither of a person nor of a body: Prize, Treaty
	classStart                         // begins a name of the dictionary
)

var classNames = map[string]class{
	"function": classFunction, "abbreviation": classAbbrev, "honorific": classHonorific, "title": classTitle,
	"role": classRole, "portfolio": classPortfolio, "particle": classParticle, "suffix": classSuffix,
	"family name first": classFamily, "organisation tail": classOrgTail, "organisation head": classOrgHead,
	"place tail": classPlaceTail, "place head": classPlaceHead, "place side": classPlaceSide, "opener": classOpener, "joined by and": classAndBefore, "verb": classSay,
	"before a place": classPlaceBefore, "before a power": classPowerBefore, "after a power": classPowerAfter,
	"link": classLink, "common in capitals": classCommon, "thing": classThing,
}

// parseWords reads a list of words in sections: "[class, class]" and then words divided by space.
// A line that begins with # is a comment.
func (d *dictionary) parseWords(name, text string) error {
	var c class
	for i, line := range lines(text) {
		if strings.HasPrefix(line, "[") {
			c = 0
			for n := range strings.SplitSeq(strings.Trim(line, "[]"), ",") {
				one, ok := classNames[strings.TrimSpace(n)]
				if !ok {
					return fmt.Errorf("%s:%d: there is no class %q; words.go names them", name, i, n)
				}
				c |= one
			}
			continue
		}
		if c == 0 {
			return fmt.Errorf("%s:%d: words before the first [class]", name, i)
		}
		for w := range strings.FieldsSeq(line) {
			d.addClass(w, c)
		}
	}
	return nil
}

// parseGivenNames reads names divided by space.
func (d *dictionary) parseGivenNames(text string) {
	for _, line := range lines(text) {
		for w := range strings.FieldsSeq(line) {
			d.addClass(w, classGiven)
		}
	}
}

// addClass gives the word w the class c.
func (d *dictionary) addClass(w string, c class) {
	d.key = appendKey(d.key[:0], w)
	d.classes[d.number(d.key)] |= c
	d.lexWord(w, c)
}

// lines yields the lines of a data file that are neither blank nor a comment, with their numbers from 1.
func lines(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(text) {
			n++
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(n, line) {
				return
			}
		}
	}
}
