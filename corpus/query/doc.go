// Package query is the language people search in: [Parse] reads what they typed into a tree, and the tree's String prints
// it back. It knows nothing of indexes; package search gives the tree its meaning by the definitions below.
//
// # For people
//
//	tension             every form of the word: tension, tensions
//	"troop levels"      these words next to each other
//	escalat*            words that begin so; "troop lev*" too
//	wo?d  *ment  c*l    ? is one letter, * any number of them; a ? at the end of a word is a question mark
//	=troops  'at war'   in exactly this form
//	Zelensky~1          the word with one letter different; ~2 with two
//	a b   a AND b       both
//	a OR b              at least one
//	-a   NOT a          without; alone, everything without
//	(a OR b) c          parentheses group
//	a NEAR/5 b          both, with at most five words between them; NEAR alone is NEAR/5
//	a BEFORE/5 b        the same, in this order
//	title:a text:"b c"  in the title, in the text
//	actor:NATO          mentions the actor under any of its names; actor:"Joe Biden", actor:"person:Washington"
//	by:Putin            has a statement made by the actor
//	date:2021-04        published in April 2021; date:2021, date:2021-04-14, date:2021-04..2021-12, date:2021..,
//	                    date:<2014, date:>=2014-05, date:none
//	mentions:2014       speaks of a date in 2014
//	source:x tag:x lang:x id:x
//	actor:(NATO OR EU)  a field before parentheses holds for each word in them
//
// Operators are written in capitals, fields in any case. What stands side by side is joined by AND, or, in [AnyTerm],
// by OR. Even then a filter (actor: by: date: mentions: source: tag: lang: id:) and whatever is excluded narrow the
// result: "troops tension date:2021 -Belarus" is (troops OR tension) AND date:2021 AND NOT Belarus. [AnyTerm] takes
// questions in sentences too: a ? before a word, a dash between words and a quote without a closing one are passed over,
// and in a sentence all in capitals AND, OR and NOT are words.
//
// # Grammar
//
//	query    = [ either ] .
//	either   = list { "OR" list } .
//	list     = both { both } .                         joined by AND, or by OR in AnyTerm
//	both     = unary { "AND" unary } .
//	unary    = { "-" | "NOT" } near .                  "-" directly before what it excludes
//	near     = primary { ( "NEAR" | "BEFORE" ) [ "/" number ] primary } .
//	primary  = "(" either ")" | field | leaf .
//	field    = name ":" ( [ "-" | "NOT" ] leaf | value | "(" either ")" ) .
//	leaf     = word | prefix | wildcard | fuzzy | exact | phrase .
//	exact    = "=" word | "=" phrase | "'" text "'" .  the closing ' ends a word
//	phrase   = `"` { word | prefix | wildcard } `"` .
//	value    = characters without space, parenthesis, quote | `"` text `"` | "'" text "'" .
//
// A word ends at a space, parenthesis, double quote or em dash, and at a comma or semicolon that is not between digits.
// Apostrophes, colons, question and exclamation marks at its ends are dropped; U.S., build-up and C++ stay whole.
// Curly, angled and full-width quotes count as straight ones, and an en dash or minus sign before a word as a hyphen.
// Control and direction characters count as spaces or as nothing.
//
// # Errors
//
// Every input gives a tree. What is not understood is read in the likeliest way or left out, and [Error] explains the
// first such place. An input beyond [MaxBytes], [MaxTerms] or [MaxDepth] is cut there. Parsing takes time proportional
// to the input, and to the depth of its parentheses.
package query
