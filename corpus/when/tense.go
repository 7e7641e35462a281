package when

import "strings"

// tense is the time of a sentence, seen from the document.
type tense uint8

const (
	noTense tense = iota
	inPast
	inFuture
)

// opening is how many tokens may stand before a date that opens its sentence: "On Tuesday, he …".
const opening = 2

// reach is how many tokens around a date are read for its tense: few sentences are longer.
const reach = 40

// tense tells the time of what is said of tokens from to to: by the verb nearest before them in their sentence, or else by the
// first behind them. "Said on Tuesday he will travel on Friday" has two dates of two tenses.
func (t *task) tense(from, to int) tense {
	before := 0 // tokens of the sentence
	if !t.opens(from) {
		for i := from - 1; i >= max(0, from-reach); i-- {
			before++
			if found := t.tenseOf(i); found != noTense {
				return found
			}
			if t.opens(i) {
				break
			}
		}
	}
	for i := to; i < min(len(t.tokens), to+reach) && !t.opens(i); i++ {
		if before > opening && t.tokens[i].gap&gapComma != 0 {
			break // "Talks end on 1 May, he said" is not of the past
		}
		if found := t.tenseOf(i); found != noTense {
			if found == inPast && t.tokens[i].has(past) || found == inFuture {
				return found
			}
			if t.finite(i) {
				return found
			}
		}
	}
	return noTense
}

// tenseOf returns what token i says of the tense.
func (t *task) tenseOf(i int) tense {
	w := &t.tokens[i]
	switch {
	case w.has(future):
		return t.futureOf(i)
	case w.has(past):
		return t.participle(i, inPast)
	case t.is(i, "to") && t.is(i-1, "is", "are", "was", "were") && !t.at(i+1).has(determiner|preposition) && !t.at(i+1).upper:
		return inFuture // "are to meet"
	case w.class != 0 || w.digits > 0:
		return noTense
	}
	s := t.of(i)
	if len(s) < 4 || !strings.HasSuffix(s, "ed") && !strings.HasSuffix(s, "ED") || t.is(i, "need", "indeed", "united", "hundred", "speed", "exceed", "proceed", "succeed", "feed", "armed", "allied", "seed", "breed", "greed", "biased", "so-called") {
		return noTense
	}
	return t.participle(i, inPast)
}

// futureOf weighs a word that speaks of what is to come.
func (t *task) futureOf(i int) tense {
	switch {
	case t.is(i, "may") && t.tokens[i].upper: // the month
		return noTense
	case t.is(i, "plans", "hopes", "hope", "aims", "intends", "intend", "going") && !t.is(i+1, "to"):
		return noTense
	case t.is(i, "ahead") && !t.is(i+1, "of"):
		return noTense
	case t.is(i, "due") && t.is(i+1, "to") && !t.is(i+2, "be", "take", "meet", "begin", "start", "hold", "visit", "travel", "arrive", "vote", "speak", "expire", "end"):
		return noTense // because of
	case t.is(i, "could", "would", "should", "might", "may", "must", "can", "cannot") && (t.is(i+1, "have") || t.is(i+2, "have")):
		return inPast
	case t.is(i, "can", "cannot", "must", "should") || t.is(i, "expect", "hope", "intend") && t.is(i-1, "not"):
		return noTense
	}
	return inFuture
}

// participle gives a form that is past tense and participle alike the tense of the auxiliary before it: "will be held" is to come,
// "has been held" is past, "is held" tells nothing.
func (t *task) participle(i int, otherwise tense) tense {
	for j := i - 1; j >= max(0, i-3) && !t.opens(j+1); j-- {
		switch {
		case t.is(j, "be"):
			for k := j - 1; k >= max(0, j-3); k-- {
				if t.tokens[k].has(future) {
					return t.futureOf(k)
				}
			}
			return inFuture // "to be held"
		case t.is(j, "been", "was", "were", "being"):
			return inPast
		case t.is(j, "is", "are", "am") && j == i-1:
			return noTense
		case t.tokens[j].has(future) && j == i-1 && t.is(i, "put", "set", "hit", "read", "have"):
			return t.futureOf(j)
		}
		if t.tokens[j].class == 0 && !strings.HasSuffix(t.of(j), "ly") {
			break
		}
	}
	return otherwise
}

// finite reports whether a form in -ed at i is a verb of its own rather than an adjective before a noun.
func (t *task) finite(i int) bool {
	next := t.at(i + 1)
	prev := t.at(i - 1)
	return t.opens(i+1) || next.has(function|determiner|preposition) || next.digits > 0 || prev.class == 0 && prev.gap != gapBreak
}
