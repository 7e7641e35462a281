package ui

import (
	"strings"

	"dateline/app/state"
	"dateline/corpus"
)

// words are all words of the interface, so that another language is another value of this type. A %s, %d or %n in them
// stands for what the calling code puts there, in the order given beside it; %n is a number as format.go writes it.
type words struct {
	brand, skip                                    string
	views, noView                                  string
	viewNames                                      [state.NumViews]string
	copyLink, copied, notCopied                    string
	theme                                          [3]string // auto, light, dark: what is on and what a press does
	keys, keysHead, close                          string
	searchLabel, placeholder, match                string
	allTerms, anyTerm, readAs, and, or             string
	keptInAddress, dropped                         string
	active, dates, with, without, clearFilters     string
	removeDates, removeWith, removeWithout         string
	unknownActor                                   string
	of, documents, hits, results                   plural
	filters, closeFilters, showResults, clear      string
	from, to, dateHint, dateHelp, reversed         string
	findActor, noActor, exclude, more              string
	groups                                         [corpus.NumActorTypes]string
	groupMore                                      [corpus.NumActorTypes]plural
	removed                                        string
	timeline                                       [5]string // by bin
	timelineShare                                  [5]string
	timelineNone, interval, measure, count, share  string
	bins                                           [5]string
	range_, fromHandle, toHandle, open, undated    string
	undatedNote                                    plural
	barTable, barTableWhen                         string
	sort                                           string
	sorts                                          [3]string
	list, hitStrip, page, earlier, later           string
	document, backToResults, previousDoc, nextDoc  string
	position, previousHit, nextHit, hitOf          string
	terms, actors, print, closeDoc, textOfDocument string
	words, paragraphs                              plural
	source, inDocument                             string
	noDocument, noDocumentHelp, chooseDocument     string
	onlyWith, addWithout                           string
	alsoAs                                         string
	weekdays                                       [7]string
	cite                                           string
	keyRows                                        [][2]string
	footKeys                                       [][2]string
	offline, filling, partly, here, coming         string
	loading, loaded, failed, reload, updated       string
	retry                                          string
	paragraph, placed                              string
	citing                                         citeWords
	alike                                          alikeWords
	keeping                                        keepWords
	exports                                        exportWords
	welcome                                        welcomeWords
	nothing                                        nothingWords
	adding                                         addingWords
	own                                            ownWords
	cast                                           castWords
	kwic                                           kwicWords
	compare                                        compareWords
	trends                                         trendWords
}

type trendWords struct {
	kind, bars, trends                                string
	titles                                            [2]string
	legend, remove, add, addShort, placeholder, table string
	bursts, burstsHelp                                string
}

type compareWords struct {
	fields                                          [2]string
	placeholder, swap, apart, what, middle          string
	nothing, nothingHelp, empty, oneEmpty, counting string
	all, mentions, mostMentioned, words, wordsHelp  string
	more, both, effect, only, instead, ends, halves string
	shared                                          plural
}

type kwicWords struct {
	lines                                            plural
	linesIn, nearWord, sortBy, caption               string
	sorts, short                                     [state.NumLines]string
	columns                                          [6]string
	reading, capped, cut, showAll                    string
	title, peek, open, copy, copied                  string
	none, noneHelp                                   string
	words, wordsShort, forms, noForms                string
	near, within, nearHelp, noNear, readSoFar, score string
	nearColumns                                      [3]string
}

type welcomeWords struct {
	line                             string
	one, few                         string
	numbers                          [fewDocs + 1]string // as words, at the start of a sentence
	lead, examples                   string
	prefix, phrase, near, not, actor string
	word, date                       string
	mostNamed, latest, loaded, span  string
	days, docs, everything, actors   plural
}

// citeWords are those of the citation.
type citeWords struct {
	cite, format, plain, copy, copied, save string
	toParagraph, toSentence, toDocument     string
	selected, selectHint                    string
}

// alikeWords are those of similar documents.
type alikeWords struct{ head, share, same, versions, none string }

// keepWords are those of what is chosen and what is kept.
type keepWords struct {
	pick, chosen, compare, aside, export, clear       string
	shelf, searches, list, onDevice                   string
	name, keep, kept, rename, forget, takeBack, noneS string
	noneD, set, full, newer, oneMore                  string
}

// exportWords are those of exports.
type exportWords struct {
	head, what, format, scope, all, chosen     string
	documents, hits, actors, timeline          string
	save, stop, working, done, none, link      string
	csvHint, textHint, figure, search, noDates string
}

type nothingWords struct {
	head, headEmpty, loosen                 string
	inCollection, oneTermLead, filtersLead  string
	anyDate, drop, anyTerm, without, prefix string
	allow, nearest, before, after           string
	dropWord, filtersOnly, noChange, orElse string
	clearAll, or, startAnew, noTerm         string
	none, noneHint                          string
}

type addingWords struct {
	add, head, drop, formats, private, files, folder string
	paste, pasteLabel, useText, pasted, unnamed      string
	back, ready, chosen, name, make, again, over     string
	filesOf                                          plural
	running, isPaused, left, of                      string
	stages                                           [len(addingStages)]string
	pause, resume, stop, stay, stopped               string
	seconds, minutes                                 plural
	nothing, done, undated, search, more, keptHere   string
	persistent, notPersistent, room                  string
	eye, noEye, skipped, doubtful, duplicates        string
}

type ownWords struct {
	missing, site, newName, rename, cancel, delete, save string
	sure                                                 string
}

// plural is a noun for one and for several.
type plural [2]string

func (p plural) of(n int) string {
	if n == 1 {
		return p[0]
	}
	return p[1]
}

// n returns the number and its noun: "1 hit", "2,214 hits".
func (p plural) n(n int) string { return number(n) + " " + p.of(n) }

// fill puts values into the places of a phrase, in order.
func fill(phrase string, values ...string) string {
	var b strings.Builder
	for _, v := range values {
		before, after, found := strings.Cut(phrase, "%s")
		if !found {
			break
		}
		b.WriteString(before)
		b.WriteString(v)
		phrase = after
	}
	b.WriteString(phrase)
	return b.String()
}

// w is the table in use.
var w = english
