// Package when finds the dates that a text speaks of and says which days they are: "Tuesday" in a document of 14 April 2021
// is 13 April where its sentence tells of the past, and 20 April where it tells of what is to come.
//
//	text ──lex──▶ tokens ──match──▶ expressions ──against the document's date and the tense──▶ corpus.DateMention
//
// What is found are the dates of TIMEX3 (see [corpus.DateMention]): days, weeks, months, quarters, seasons, years, decades and
// centuries, written in full or to be worked out, and vague times to come and gone by ("the coming months"). A part of the day
// belongs to its day ("Monday night" is Monday), and a clock's time, a duration ("for two hours") and what recurs ("on Mondays") are no dates.
// Prepositions ("since 2014") stand outside the span, determiners and modifiers ("the end of the year", "mid-2013") inside.
//
// English is read in depth (english.go and what it calls), French, Spanish, Russian, Swedish, Norwegian and Hungarian for explicit dates,
// the days of the week and today's neighbours (foreign.go); ISO dates in every language. What a document's date is too
// imprecise for is left out: no weekday without a day to count from.
//
// The rules are read from left to right over the tokens, none looks further than a sentence, and so the time is proportional to the text.
package when
