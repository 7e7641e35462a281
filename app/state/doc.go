// Package state is the whole view as a value: what is searched, filtered, sorted and open. It reads that value from the
// fragment of the address and writes it back, so that a link carries the view and tells the host nothing of it; the
// interface only ever makes a new state from the present one. It is pure: no DOM, no index, no clock.
//
// # The address
//
//	#q=tension*&op=any&from=2021-04&to=2021-12-31&with=NATO&with=person:Washington&without=Belarus
//
//	q        the query as typed
//	op       any, if one of its terms is enough
//	from to  first and last publication date: 2021, 2021-04 or 2021-04-14
//	with     an actor that documents must mention; repeated for more
//	without  an actor that they must not mention
//	view     concordance, actors, statements or compare
//	actor    the actor whose profile is open
//	sort     newest or oldest
//	doc      the id of the open document
//	hit      the hit in it that is shown, from 1
//	p        the paragraph of it that is shown, from 1, or a sentence of that: 3, 3.2
//	bin      the width of the timeline's bars: day, week, month or year
//	share    1, if the bars show shares
//	page     the page of the results, from 2
//	lines    the order of the concordance: newest, document, hit, or a word of the context, 1l and 1r being the nearest, 3l and 3r the farthest
//	hide     a word form whose lines the concordance leaves out; repeated for more
//	near     a word that must stand near the hits of the concordance
//	a b      the left and the right side of the comparison: a query each, as in a=date:2021-04&b=actor:NATO
//	trend    a query whose curve the timeline draws; repeated for more
//	own      the collection of the reader's own that is open, by the first digits of its id; site is the site's
//
// A key that is missing has its default, and String writes the others in this order. Values are percent-encoded, with +
// for a space. The same keys are taken over from the query string, for links made by hand.
package state
