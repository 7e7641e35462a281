// Package search answers questions about one opened corpus: which documents match a query and the filters, in which order,
// how many there are by actor and by day, and where in a text the words stand.
//
//	query tree ──compile──▶ plan ──match──▶ documents with scores ──▶ page of hits, facets, histogram
//
// A plan is the tree with every word looked up: each word-like leaf becomes a row of slots, each slot the terms of the
// dictionary that may stand there. Patterns and words with letters amiss run over the dictionary as automata; a pattern stands
// for at most 4,000 words and all patterns of a query for 12,000, and a note tells where that was not enough.
//
// Matching walks posting lists in document order. Dates narrow it to runs of documents before anything is read, since documents
// are numbered by date. A conjunction goes on from its rarest part, so that the blocks of long lists between two candidates are
// never decoded; where only the best are wanted, blocks that cannot hold one are not either. A request works in an arena of the
// engine's, and one that would read more positions than a page can wait for is cut short with a note.
//
// The order is that of BM25F, then among the best of neighbours in the query, forms and first words: see order.go.
package search
