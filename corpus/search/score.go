package search

import (
	"math"

	"dateline/corpus"
	"dateline/corpus/index"
)

// A score is the sum, over the words and phrases of the query that a document has, of their idf times the share that their frequencies in
// title and body are worth (index.Ranking.Share, BM25F). No factor for the number of matched terms is laid over it: in BM25 a further term
// always weighs more than repetitions of one, and factors by the part of the idf that is matched were measured to lose, on abstracts, wire
// stories and transcripts alike.
//
// While documents are gathered scores are whole numbers, scale of them to one: their sums are then the same in whatever order terms are
// added, so that the search that skips blocks and the one that does not agree to the last digit.

// maxScale is the greatest scale, that of all queries but those of hundreds of words.
const maxScale = 1 << 20

// scaleFor returns the scale of a query whose weights add up to total, for which no sum overflows.
func scaleFor(total float64) float64 { return min(maxScale, math.MaxInt32/max(total, 1)) }

// norms are the parts of a score that depend on the lengths of a document.
type norms struct {
	k1, titleWeight float32
	body, title     []float32 // of each document: 1 / (1 - b + b × length / mean length)
}

func newNorms(x *index.Index) norms {
	rank := x.Ranking()
	n := norms{
		k1: float32(rank.K1), titleWeight: float32(rank.TitleWeight),
		body: make([]float32, x.Docs()), title: make([]float32, x.Docs()),
	}
	bodyAt, titleAt := inverse(rank.BodyB, rank.MeanBody), inverse(rank.TitleB, rank.MeanTitle)
	for i := range n.body {
		body, title := x.Words(corpus.DocID(i))
		n.body[i], n.title[i] = bodyAt(body), titleAt(title)
	}
	return n
}

// inverse returns the norm of a field by its length.
func inverse(b, mean float64) func(words int) float32 {
	if mean <= 0 {
		return func(int) float32 { return 1 }
	}
	return func(words int) float32 { return float32(1 / (1 - b + b*float64(words)/mean)) }
}

// frequency returns the weighted and normalised frequency of a word in a document.
func (n *norms) frequency(doc, body, title uint32) float32 {
	f := float32(body) * n.body[doc]
	if title != 0 {
		f += float32(float32(title) * n.titleWeight * n.title[doc])
	}
	return f
}

// score returns what the frequencies of a word of that weight are worth in a document; what is found is never worth nothing.
func (n *norms) score(weight float32, doc, body, title uint32) uint32 {
	f := n.frequency(doc, body, title)
	return uint32(weight*(f/(n.k1+f))) + 1
}

// idf is the weight of a term that is in docs of n documents (Robertson and Zaragoza 2009, with 1 added so that it is never negative).
func idf(docs, n int) float64 {
	return math.Log(1 + (float64(n)-float64(docs)+0.5)/(float64(docs)+0.5))
}

// fade multiplies scores by how recent their documents are: a half for the oldest, the whole for the newest, with halfLife
// days for half the way between. An undated document counts as the oldest.
func (e *Engine) fade(found *list, halfLife int) {
	if halfLife <= 0 || found.scores == nil {
		return
	}
	for i, doc := range found.docs {
		found.scores[i] = max(1, uint32(float64(found.scores[i])*e.freshness(doc, halfLife)))
	}
}

func (e *Engine) freshness(doc uint32, halfLife int) float64 {
	date := e.x.Date(corpus.DocID(doc))
	if halfLife <= 0 {
		return 1
	}
	if date == 0 {
		return 0.5
	}
	age := max(0, e.x.Meta().Last.Last().Days()-date.Last().Days())
	return 0.5 + 0.5*math.Exp2(-float64(age)/float64(halfLife))
}
