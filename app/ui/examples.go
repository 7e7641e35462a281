package ui

import (
	"strings"
	"unicode"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

// example is a search that finds something in the collection, with what it shows of the query language.
type example struct {
	query, what string
	total       int
}

// The sample that example words are taken from.
const (
	sampleDocs  = 24
	sampleBytes = 5000 // of each
	sampleRun   = 8    // documents in a row, of a collection in chunks
	sampleWords = 60   // the most frequent, of which the most telling are looked for

	maxExamples = 5
)

// examples makes searches from the collection itself: its telling words, a phrase that comes back, its most named actors.
// Each has been run; what finds nothing is left out.
func (c *collection) examples(facets [corpus.NumActorTypes][]search.Facet) ([]example, error) {
	words, phrase, err := c.telling()
	if err != nil {
		return nil, err
	}
	var list []example
	add := func(q, what string) bool {
		node, bad := query.Parse(q, query.AllTerms)
		if bad != nil {
			return false
		}
		total := c.countOf(node)
		if total == 0 {
			return false
		}
		list = append(list, example{q, what, total})
		return true
	}

	if len(words) > 0 {
		if p := words[0].prefix; p != "" {
			add(p+"*", fill(w.welcome.prefix, p))
		} else {
			add(words[0].form, w.welcome.word)
		}
	}
	if phrase != "" {
		add(`"`+phrase+`"`, w.welcome.phrase)
	}
	c.nearExample(facets, add)
	if len(words) > 2 {
		whole := c.countWord(words[1].form)
		for _, other := range words[2:] {
			if len(other.form) < 7 { // "added", "times"
				continue
			}
			q := words[1].form + " -" + other.form
			if node, bad := query.Parse(q, query.AllTerms); bad == nil {
				if total := c.countOf(node); total > 0 && total < whole {
					add(q, w.welcome.not)
					break
				}
			}
		}
	}
	if len(words) > 0 {
		for _, typ := range [...]corpus.ActorType{corpus.Organisation, corpus.Person, corpus.Country} {
			if len(facets[typ]) > 0 && add("actor:"+query.Quote(facets[typ][0].Name)+" "+words[0].form, w.welcome.actor) {
				break
			}
		}
		if month := c.busiestMonth(); month != 0 && len(list) < maxExamples {
			add("date:"+month.String()+" "+words[min(1, len(words)-1)].form, w.welcome.date)
		}
	}
	return list, nil
}

// nearExample adds a search for two names close to each other.
func (c *collection) nearExample(facets [corpus.NumActorTypes][]search.Facet, add func(q, what string) bool) {
	var names []string
	for _, typ := range [...]corpus.ActorType{corpus.Person, corpus.Organisation, corpus.Country} {
		for _, f := range facets[typ][:min(3, len(facets[typ]))] {
			parts := strings.Fields(f.Name)
			name := parts[len(parts)-1]
			if typ != corpus.Person && len(parts) > 1 || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
				continue // a plain word only
			}
			names = append(names, name)
		}
	}
	for i, a := range names {
		for _, b := range names[i+1:] {
			if add(a+" NEAR/5 "+b, w.welcome.near) {
				return
			}
		}
	}
}

func (c *collection) countWord(word string) int {
	node, _ := query.Parse(word, query.AllTerms)
	return c.countOf(node)
}

// busiestMonth is the month with most documents; 0 if all are of one month.
func (c *collection) busiestMonth() corpus.Date {
	var best, now corpus.Date
	most, sum, months := 0, 0, 0
	for _, d := range c.days {
		y, m, _ := corpus.DateOfDays(d.Day).Parts()
		month, err := corpus.NewDate(y, m, 0)
		if err != nil {
			continue
		}
		if month != now {
			now, sum = month, 0
			months++
		}
		if sum += d.Docs; sum > most {
			best, most = month, sum
		}
	}
	if months < 2 {
		return 0
	}
	return best
}

// fresh is the state of the first visit to this collection.
func (c *collection) fresh() state.State { return state.State{Own: c.own} }
