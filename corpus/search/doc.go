// Package search answers questions about one opened corpus: which documents match a query and the filters, in which order,
// how many there are by actor and by day, and where in a text the words stand.
//
//	query tree ──compile──▶ plan ──match──▶ documents with scores ──▶ page of hits, facets, histogram
//
// A plan is the tree with every word looked up: each word-like leaf becomes a row of slots, each slot the terms of the
// dictionary that may stand there. Matching walks posting lists in document order; a conjunction goes on from its rarest
// part, so that the blocks of long lists between two candidates are never decoded.
//
// Over the same matches stand two further readings: a Concordance has a line for every place of the query's words, with their forms, orders and
// neighbours, and Compare tells two selections of documents apart by their terms and actors.
package search
