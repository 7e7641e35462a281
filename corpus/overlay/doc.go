// Package overlay is what a reader changes about the actors of a corpus: names merged, split, renamed, given another type or
// hidden. The changes lie over the corpus and never in it: they are a short list of edits, kept as text, taken back one by one,
// handed on as a file, and laid over any corpus, also one that is newer than they are.
//
//	actors.csv ──Read──▶ []Edit ──Lay──▶ an index that shows the actors so, and what no longer fits
//	                        │
//	                        └──NewRewriter──▶ mentions changed as an index is built
//
// Lay and Rewriter do the same: the index that Lay returns tells the same of its actors as one built from the mentions rewritten, but
// that actors given in a field of the documents keep the name given among their aliases.
//
// # The file
//
// actors.csv is comma-separated text in UTF-8, one edit a line, made in this order:
//
//	action,name,type,target
//	merge,Joseph R. Biden,person,Joe Biden
//	merge,Kiev,place,country:Ukraine
//	split,Michael Jordan,person,Jordan
//	rename,USSR,country,Soviet Union
//	retype,Jordan,person,country
//	hide,Reuters,organisation,
//
//	action  merge    all mentions of name become mentions of target; a type may stand before the target and a colon between them
//	        split    the mentions of name in the words target become an actor of their own that is called so, of the same type if none stands before
//	        rename   name is called target from now on
//	        retype   name has the type target
//	        hide     name is not shown
//	name    the canonical name of the actor, letter for letter, as it is called after the edits before
//	type    person, organisation, country or place; any for all actors of the name
//	target  as above
//
// An actor is its name together with its type: what gets the name and type of another becomes one with it. The first line names
// the columns; it may be left out, and may put them into another order. A semicolon or a tab may stand for the comma if the first
// line is written so. Empty lines and lines that begin with # are passed over. A cell that a spreadsheet would take for a formula
// (it begins with =, +, - or @) is written with an apostrophe before it, which is taken off again.
// This is how the edits are kept. For the building of an index, which has a file of its own columns, see WriteOwner; Read takes both.
package overlay
