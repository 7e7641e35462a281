// Package search answers questions about one opened corpus: which documents match a query and the filters, in which order,
// how many there are by actor and by day, and where in a text the words stand.
//
//	query tree ──compile──▶ plan ──match──▶ documents with scores ──▶ page of hits, facets, histogram
//
// A plan is the tree with every word looked up: each word-like leaf becomes a row of slots, each slot the terms of the
// dictionary that may stand there. Matching walks posting lists in document order; a conjunction goes on from its rarest
// part, so that the blocks of long lists between two candidates are never decoded.
package search
