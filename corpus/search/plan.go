package search

import (
	"math"
	"slices"

	"dateline/corpus/index"
	"dateline/corpus/query"
)

// plan is a query looked up in the index.
type plan struct {
	root   node
	leaves []*leaf // those that count towards a match, in the order of the query
	// sequence are the leaves as they follow one another in the query, those that stand there twice too.
	sequence []ordered
	scale    float64 // of the scores
	words    bool    // whether anything is looked for in texts, be it to exclude it
	notes    []string
	shown    int // the request of which the hits have been gathered
}

// ordered is a leaf with the number of its first word in the query, function words that were left out counted too.
type ordered struct {
	l     *leaf
	order int
}

// scored reports whether anything in the plan gives a score.
func (p *plan) scored() bool { return len(p.leaves) > 0 }

// node is a part of a plan.
type node interface {
	// cost is an upper bound of the documents it matches.
	cost() int
}

type (
	andNode struct {
		kids []node
		runs []index.DocRange // that all dates asked for leave; nil if none is
	}
	orNode struct {
		kids []node
	}
	notNode struct{ kid node }
	// filterNode matches documents by what is known of them.
	filterNode struct{ docs []uint32 }
	// listNode matches the documents of any of some posting lists.
	listNode struct{ lists []*index.Postings }
	// rangeNode matches the documents of some dates.
	rangeNode struct{ runs []index.DocRange }
	allNode   struct{ docs int }
)

func (n *andNode) cost() int {
	least := math.MaxInt
	for _, kid := range n.kids {
		least = min(least, kid.cost())
	}
	return least
}

func (n *orNode) cost() int {
	sum := 0
	for _, kid := range n.kids {
		sum += min(kid.cost(), math.MaxInt/2-sum)
	}
	return sum
}

// A negation is evaluated last of a conjunction, when there is something to take away from.
func (n *notNode) cost() int    { return math.MaxInt }
func (n *filterNode) cost() int { return len(n.docs) }
func (n *allNode) cost() int    { return n.docs }

func (n *listNode) cost() int {
	sum := 0
	for _, p := range n.lists {
		sum += p.Docs
	}
	return sum
}

func (n *rangeNode) cost() int {
	sum := 0
	for _, r := range n.runs {
		sum += int(r.To - r.From)
	}
	return sum
}

// rarestFirst orders the parts of a conjunction.
func rarestFirst(kids []node) {
	inOrder(kids, func(n *node) uint32 { return costKey((*n).cost()) })
}

// maxPlans is how many compiled queries an engine keeps: the one on screen, and those of the keys just typed.
const maxPlans = 32

// plan compiles q, or takes it from those kept.
func (e *Engine) plan(q query.Node) (*plan, error) {
	if q == nil {
		q = &query.All{}
	}
	key := planKey(q)
	if p := e.plans[key]; p != nil {
		return p, nil
	}
	c := compiler{e: e, plan: &plan{}, forms: maxFormsInQuery, read: maxFormsRead}
	root, err := c.node(q, true)
	if err != nil {
		return nil, err
	}
	c.plan.root, c.plan.words = root, c.words > 0
	total := 0.0
	for _, l := range c.plan.leaves {
		total += l.idf
	}
	c.plan.scale = scaleFor(total)
	for _, l := range c.plan.leaves {
		l.weight = float32(l.idf * c.plan.scale)
	}
	if len(e.plans) >= maxPlans || c.forms < maxFormsInQuery/2 { // the large ones hold much memory
		clear(e.plans)
	}
	e.plans[key] = c.plan
	return c.plan, nil
}

// planKey tells queries apart: by their text, and by whether words side by side were joined by OR.
func planKey(q query.Node) string {
	key := q.String()
	if impliedOr(q) {
		return key + "\x00any"
	}
	return key
}

func impliedOr(q query.Node) bool {
	switch q := q.(type) {
	case *query.Or:
		return q.Implied || slices.ContainsFunc(q.Kids, impliedOr)
	case *query.And:
		return slices.ContainsFunc(q.Kids, impliedOr)
	case *query.Not:
		return impliedOr(q.Kid)
	}
	return false
}
