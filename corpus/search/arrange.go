package search

import (
	"cmp"
	"slices"
	"strings"

	"dateline/corpus"
)

// LineSort is an order of the lines of a concordance.
type LineSort uint8

// The orders. Lines that are equal in one stand in the order of ByDate. Undated documents come last in the orders by date.
const (
	ByDate     LineSort = iota // oldest first
	ByNewest                   // newest first
	ByDocument                 // documents of the highest score first, each with its lines in the order of the text
	ByHit                      // the words of the hit, then what is behind them
	ByLeft1                    // the first word before the hit, then those farther off
	ByLeft2
	ByLeft3
	ByRight1 // the first word behind the hit, then those farther off
	ByRight2
	ByRight3
	NumLineSorts
)

// ByContext reports whether the order depends on the words around the hits.
func (s LineSort) ByContext() bool { return s >= ByHit }

// Arrangement chooses and orders the lines of a concordance.
type Arrangement struct {
	// Without are the texts of forms whose lines are left out.
	Without []string
	// Near keeps the lines that have this word, as text.Form gives it, within ContextWords words of the hit; empty keeps all.
	Near string
	Sort LineSort
}

// Arrange shows the lines of a in its order. What depends on context takes into account the lines whose contexts have been read: others have
// no word Near, and come behind those ordered by context.
func (c *Concordance) Arrange(a Arrangement) {
	without := make([]bool, len(c.Forms))
	for i, f := range c.Forms {
		without[i] = slices.Contains(a.Without, f.Text)
	}
	near, known := c.contexts.number[a.Near]
	c.chosen = c.chosen[:0]
	for i, l := range c.lines {
		if without[l.form] || a.Near != "" && (!known || !c.contexts.has(i, near)) {
			continue
		}
		c.chosen = append(c.chosen, int32(i))
	}
	c.shown = append(c.shown[:0], c.chosen...)
	switch {
	case a.Sort == ByDocument:
		c.sortByDocument()
	case a.Sort == ByNewest:
		c.sortByDate(true)
	default:
		c.sortByDate(false)
		if a.Sort.ByContext() {
			c.sortByContext(a.Sort)
		}
	}
}

// sortByDate takes undated lines, which are the first, to the end; newest turns the order of documents, but not that of lines within one.
func (c *Concordance) sortByDate(newest bool) {
	undated := 0
	for undated < len(c.shown) && int(c.doc(c.shown[undated])) < c.e.x.Meta().Undated {
		undated++
	}
	c.shown = slices.Concat(c.shown[undated:], c.shown[:undated])
	if newest {
		dated := c.shown[:len(c.shown)-undated]
		slices.SortStableFunc(dated, func(a, b int32) int { return cmp.Compare(c.lines[b].at, c.lines[a].at) })
	}
}

func (c *Concordance) sortByDocument() {
	slices.SortStableFunc(c.shown, func(a, b int32) int { return int(c.rank[c.lines[a].at]) - int(c.rank[c.lines[b].at]) })
}

// sortByContext orders the lines that have a context; the others stay behind them as they are.
func (c *Concordance) sortByContext(s LineSort) {
	ranks := c.contexts.ranks()
	with := make([]int32, 0, len(c.shown))
	var rest []int32
	for _, i := range c.shown {
		if int(i) < c.contexts.lines() {
			with = append(with, i)
		} else {
			rest = append(rest, i)
		}
	}
	// Words of a line from the one the order begins with: up to three of one side.
	from, to := 0, 0
	switch s {
	case ByLeft1, ByLeft2, ByLeft3:
		from = int(s - ByLeft1)
		to = min(from+3, ContextWords)
	case ByRight1, ByRight2, ByRight3:
		from = ContextWords + int(s-ByRight1)
		to = min(from+3, 2*ContextWords)
	case ByHit:
		from, to = ContextWords, ContextWords+3
	}
	forms := c.formRanks()
	slices.SortStableFunc(with, func(a, b int32) int {
		if s == ByHit {
			if d := cmp.Compare(forms[c.lines[a].form], forms[c.lines[b].form]); d != 0 {
				return d
			}
		}
		x, y := c.contexts.of(int(a)), c.contexts.of(int(b))
		for k := from; k < to; k++ {
			if d := cmp.Compare(ranks[x[k]], ranks[y[k]]); d != 0 {
				return d
			}
		}
		return 0
	})
	c.shown = append(with, rest...)
}

// formRanks returns the place of each form in the order of their texts.
func (c *Concordance) formRanks() []uint32 {
	texts := make([]string, len(c.Forms))
	for i, f := range c.Forms {
		texts[i] = f.Text
	}
	return rankStrings(texts)
}

// rankStrings returns the place of each string in their byte order.
func rankStrings(all []string) []uint32 {
	ranks := make([]uint32, len(all))
	for rank, i := range permutation(len(all), func(a, b int32) int { return strings.Compare(all[a], all[b]) }) {
		ranks[i] = uint32(rank)
	}
	return ranks
}

// doc returns the document of a line.
func (c *Concordance) doc(i int32) corpus.DocID { return c.docs[c.lines[i].at] }
