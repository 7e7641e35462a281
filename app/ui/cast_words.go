package ui

// castWords are those of the view Actors.
type castWords struct {
	show, byDocs, back, allActors, none, profileOf, profile string
	// The profile.
	types                                             [4]string
	docsOf, docsOfAll, mentions, first, last          string
	read                                              plural
	namedAs, wholeNames, editNames, moreNames         string
	life                                              [5]string // by bin
	undated                                           string
	with, withHint, withAll, order, strongest, most   string
	lift, liftLong, shared, noTies, actorHead         string
	moreTies                                          plural
	picture, pictureHint, ownHint, pictureTable, pair string
	latest, matching, all, unknown, unknownHelp       string
	noDocs, noDocsHelp                                string
	overview, overviewLead, overviewNone              string
	pairs, where, whereHint                           string
	actors                                            plural
	// The editor of names.
	edit, editHint, rename, newName, merge, sameAs, into, newType, changeType, split, splitHead, hide, closeEdit string
	noSuch, itself, noName, notKept                                                                              string
	did                                                                                                          [5]string // by action
	toType                                                                                                       string
	changes                                                                                                      plural
	changesHead, changesNone, undo, redo, undone, redone, dropOne, save, load, misfit                            string
	loaded                                                                                                       plural
	loadWrong, notRead                                                                                           string
}

var englishCast = castWords{
	show: "Show", byDocs: "Actors by number of documents", back: "All actors", allActors: "All actors",
	none: "No actor of these documents is of these types and has that in its name.", profileOf: "Profile of %s", profile: "Profile",
	types:  [4]string{"Person", "Organisation", "Country", "Place"},
	docsOf: "Documents", docsOfAll: "Documents, of %s in all", mentions: "Mentions", first: "First seen", last: "Last seen",
	read:    plural{"Read the document", "Read %s documents"},
	namedAs: "Named as", wholeNames: "in the whole collection", editNames: "Edit names", moreNames: "%s more",
	life: [5]string{
		"Documents that name this actor", "Documents a day that name this actor", "Documents a week that name this actor",
		"Documents a month that name this actor", "Documents a year that name this actor",
	},
	undated: "%s without a date",
	with:    "Appears with", withHint: "Shared documents by date, the darkest is the row’s most. × is how many times as often as by chance.",
	withAll: "Every document found names this actor, so nothing stands beside it more often than by chance.",
	order:   "Order", strongest: "Strongest", most: "Most documents",
	lift: "×", liftLong: "Times as often as by chance", shared: "Docs",
	noTies: "No other actor is named in these documents.", actorHead: "Actor",
	moreTies:     plural{"%s more actor", "%s more actors"},
	picture:      "Ties among them",
	pictureHint:  "A line joins two that share documents clearly more often than by chance; it is heavier the more they share.",
	ownHint:      "The lines of %s are coloured; the others join two that share documents clearly more often than by chance. The heavier, the more they share.",
	pictureTable: "As a table", pair: "Pair",
	latest: "Latest documents", matching: "Best matches", all: "All %s",
	unknown: "No document names “%s”", unknownHelp: "The link may be of another version of this collection, or the name has been merged, renamed or hidden.",
	noDocs: "None of the documents found names this actor. In the whole collection: %s.", noDocsHelp: "Show it in the whole collection",
	overview: "Ties among the actors named most", overviewLead: "%s in %s. Choose one for its profile.",
	overviewNone: "No two of these actors stand together clearly more often than by chance.", pairs: "Pairs, the strongest first",
	where: "Who is named where", whereHint: "How often each document names an actor; the darker, the more often.",
	actors: plural{"actor", "actors"},

	edit: "Edit names", editHint: "Changes stay on this device and can be taken back. The documents are not changed.",
	rename: "Rename", newName: "Name", merge: "Merge", sameAs: "Same as", into: "Name of another actor", newType: "Type", changeType: "Change type",
	split: "Split off", splitHead: "Split a name off as an actor of its own", hide: "Hide this actor", closeEdit: "Close",
	noSuch: "No actor is called “%s”. Write the name as the list shows it.", itself: "That is this actor.", noName: "Write a name.",
	notKept: "The browser keeps nothing here, so save the changes as a file before you leave.",
	did:     [5]string{"%s merged into %s", "“%s” split off %s", "%s renamed %s", "%s is now a %s", "%s hidden"},
	toType:  "%s (%s)",
	changes: plural{"1 change of names", "%s changes of names"}, changesHead: "Your changes of names", changesNone: "Names are as the collection has them.",
	undo: "Undo", redo: "Redo", undone: "Taken back: %s.", redone: "Made again: %s.", dropOne: "Take back: %s", save: "Save as file", load: "Load file",
	misfit: "fits nothing in this collection",
	loaded: plural{"1 change loaded.", "%s changes loaded."}, loadWrong: "Left out: %s", notRead: "The file could not be read. Choose a text file of at most a megabyte.",
}
