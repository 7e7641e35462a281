package search

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/corpus"
)

// Collocate is a word that stands near the hits of a concordance more often than in the collection as a whole.
type Collocate struct {
	Word string // its form
	// Left and Right count it before and behind the hits.
	Left, Right int
	// All is how often it stands in the collection.
	All int
	// Score is the log-likelihood ratio.
	Score float64
}

// Collocates returns up to limit words that stand within window words of the hits that are shown, those of the greatest log-likelihood first.
//
// The ratio compares how often a word stands among the neighbours with how often it stands elsewhere in the collection (Dunning, "Accurate
// Methods for the Statistics of Surprise and Coincidence", 1993, for collocations as in Evert, "Corpora and collocations", 2008). A word is
// counted once even if it is near two hits: with the nearer, and if both are equally near, as one behind the first. Words within a hit are not neighbours. Function
// words are left out, as are words that are rarer near the hits than elsewhere. It regards the lines whose contexts have been read, and the title and the
// text of a document each for itself; window is at most ContextWords.
func (c *Concordance) Collocates(window, limit int) ([]Collocate, error) {
	window = min(window, ContextWords)
	x := &c.contexts
	left, right := make([]int, len(x.words)), make([]int, len(x.words))
	near := 0
	for n, i := range c.chosen {
		if int(i) >= x.lines() {
			break
		}
		l, words := c.lines[i], x.of(int(i))
		// The words taken by other hits: those before from, and those from until on. Starts and ends of lines both ascend.
		from, until := 0, math.MaxInt
		if n > 0 && c.samePart(c.chosen[n-1], i) {
			from = int(c.lines[c.chosen[n-1]].end)
		}
		if n+1 < len(c.chosen) && c.samePart(i, c.chosen[n+1]) {
			until = int(c.lines[c.chosen[n+1]].start)
		}
		for k := range window {
			at := int(l.start) - 1 - k
			if w := words[k]; w != 0 && at >= from && (from == 0 || at-from >= window || k < at-from) {
				left[w]++
				near++
			}
			at = int(l.end) + k
			if w := words[ContextWords+k]; w != 0 && at < until && (until-1-at >= window || k <= until-1-at) {
				right[w]++
				near++
			}
		}
	}
	var candidates []int32
	for w := 1; w < len(x.words); w++ {
		if left[w]+right[w] > 0 && !x.stop[w] {
			candidates = append(candidates, int32(w))
		}
	}
	slices.SortStableFunc(candidates, func(a, b int32) int { return left[b] + right[b] - left[a] - right[a] })
	best := bestCollocates{limit: limit}
	total := c.e.words()
	for _, w := range candidates {
		n := left[w] + right[w]
		if LogLikelihood(n, near, 0, total-near) < best.worst {
			break // words seen so often cannot reach the best any more, even if they stood nowhere else
		}
		all, err := c.e.formCount(x.words[w])
		if err != nil {
			return nil, err
		}
		all = max(all, n)
		if score := LogLikelihood(n, near, all-n, total-near); score > 0 {
			best.add(Collocate{x.words[w], left[w], right[w], all, score})
		}
	}
	best.cut()
	return best.list, nil
}

// bestCollocates keeps the best of what is added to it.
type bestCollocates struct {
	list  []Collocate
	limit int
	worst float64 // the score that is surely needed
}

func (b *bestCollocates) add(c Collocate) {
	if b.list = append(b.list, c); len(b.list) >= 4*b.limit {
		b.cut()
	}
}

func (b *bestCollocates) cut() {
	b.list = sorted(b.list, func(a, b *Collocate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), b.Left+b.Right-a.Left-a.Right, strings.Compare(a.Word, b.Word))
	})
	if b.limit > 0 && len(b.list) >= b.limit {
		b.list = b.list[:b.limit]
		b.worst = b.list[b.limit-1].Score
	}
}

// samePart reports whether two lines are of the same title or the same text.
func (c *Concordance) samePart(i, j int32) bool {
	a, b := c.lines[i], c.lines[j]
	start := uint32(c.e.x.BodyStart(c.doc(i)))
	return a.at == b.at && (a.start < start) == (b.start < start)
}

// words returns the number of words of all texts and of the titles that are searched.
func (e *Engine) words() int {
	n := 0
	for d := range e.x.Docs() {
		body, title := e.x.Words(corpus.DocID(d))
		n += body + title
	}
	return n
}

// formCount returns how often a form stands in the collection, in any language.
func (e *Engine) formCount(form string) (int, error) {
	forms, err := e.x.Forms(form)
	n := 0
	for _, f := range forms {
		n += f.Count
	}
	return n, err
}

// LogLikelihood returns Dunning's log-likelihood ratio G² of an event that was seen in a of n trials here and in b of m trials there: 2 Σ O
// ln(O/E) over the four cells. It is positive where it is more frequent here, negative where it is less, and about 3.84 where chance would
// do as much in one of twenty cases.
func LogLikelihood(a, n, b, m int) float64 {
	if a < 0 || b < 0 || n <= 0 || m <= 0 || a > n || b > m {
		return 0
	}
	all := float64(n) + float64(m)
	cell := func(observed, row, column float64) float64 {
		if observed == 0 {
			return 0
		}
		return observed * math.Log(observed*all/(row*column))
	}
	seen := float64(a) + float64(b)
	sum := cell(float64(a), float64(n), seen) + cell(float64(b), float64(m), seen) +
		cell(float64(n-a), float64(n), all-seen) + cell(float64(m-b), float64(m), all-seen)
	g := max(0, 2*sum)
	if float64(a)*float64(m) < float64(b)*float64(n) {
		return -g
	}
	return g
}
