package search

import (
	"cmp"
	"slices"

	"dateline/corpus"
)

// either is any of its kids.
type either struct {
	e    *Engine
	kids []places
}

func (o *either) cost() int {
	sum := 0
	for _, kid := range o.kids {
		sum += kid.cost()
	}
	return sum
}

func (o *either) weight() float64 {
	greatest := 0.0
	for _, kid := range o.kids {
		greatest = max(greatest, kid.weight())
	}
	return greatest
}

func (o *either) candidates(within []uint32) ([]uint32, error) {
	var all []uint32
	for _, kid := range o.kids {
		docs, err := kid.candidates(within)
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

func (o *either) gather(docs []uint32) error {
	for _, kid := range o.kids {
		if err := kid.gather(docs); err != nil {
			return err
		}
	}
	return nil
}

func (o *either) in(doc uint32, out []place) ([]place, error) {
	begin := len(out)
	for _, kid := range o.kids {
		var err error
		if out, err = kid.in(doc, out); err != nil {
			return out, err
		}
	}
	o.e.work -= 4 * (len(out) - begin) // which are sorted
	return out[:begin+len(order(out[begin:]))], nil
}

func (o *either) marks(doc uint32, out []place) ([]place, error) { return o.in(doc, out) }

// order sorts places and takes out repeated ones.
func order(all []place) []place {
	if len(all) < 2 {
		return all
	}
	before := func(a, b place) bool { return a.start < b.start || a.start == b.start && a.end < b.end }
	if len(all) <= 32 {
		for i := 1; i < len(all); i++ {
			for j := i; j > 0 && before(all[j], all[j-1]); j-- {
				all[j], all[j-1] = all[j-1], all[j]
			}
		}
		return slices.Compact(all)
	}
	keys := make([]uint64, len(all))
	for i, p := range all {
		keys[i] = uint64(p.start)<<32 | uint64(p.end)
	}
	slices.Sort(keys)
	for i, key := range keys {
		all[i] = place{uint32(key >> 32), uint32(key)}
	}
	return slices.Compact(all)
}

// near is a place of a and one of b in the same title or text that do not overlap, with at most n words between them.
type near struct {
	e       *Engine
	a, b    places
	n       int
	ordered bool
	as, bs  []place // in the document last asked about
}

func (o *near) cost() int       { return min(o.a.cost(), o.b.cost()) }
func (o *near) weight() float64 { return o.a.weight() + o.b.weight() }

func (o *near) candidates(within []uint32) ([]uint32, error) {
	first, second := o.a, o.b
	if second.cost() < first.cost() {
		first, second = second, first
	}
	docs, err := first.candidates(within)
	if err != nil || len(docs) == 0 {
		return nil, err
	}
	return second.candidates(docs)
}

func (o *near) gather(docs []uint32) error {
	if err := o.a.gather(docs); err != nil {
		return err
	}
	return o.b.gather(docs)
}

func (o *near) in(doc uint32, out []place) ([]place, error) {
	var err error
	if o.as, err = o.a.in(doc, o.as[:0]); err != nil || len(o.as) == 0 {
		return out, err
	}
	if o.bs, err = o.b.in(doc, o.bs[:0]); err != nil || len(o.bs) == 0 {
		return out, err
	}
	begin := len(out)
	start := uint32(o.e.x.BodyStart(corpus.DocID(doc)))
	out = o.pairs(o.as, o.bs, start, out)
	if !o.ordered {
		out = o.pairs(o.bs, o.as, start, out)
	}
	return out[:begin+len(order(out[begin:]))], nil
}

// pairWork is what it costs to make a stretch and to sort it, in positions read.
const pairWork = 8

// pairs appends the stretches from each place of first to each of second that begins behind it, near enough, on the same side of start.
// second ascends, so that those are found by searching, and those too far end the search.
func (o *near) pairs(first, second []place, start uint32, out []place) []place {
	for _, a := range first {
		at, _ := slices.BinarySearchFunc(second, a.end, func(p place, end uint32) int { return cmp.Compare(p.start, end) })
		for ; at < len(second) && int(second[at].start-a.end) <= o.n; at++ {
			if o.e.work -= pairWork; o.e.work < 0 {
				return out
			}
			if b := second[at]; (a.start < start) == (b.start < start) {
				out = append(out, place{a.start, b.end})
			}
		}
	}
	return out
}

// marks shows the words of both sides, not what stands between them.
func (o *near) marks(doc uint32, out []place) ([]place, error) {
	whole, err := o.in(doc, nil)
	if err != nil {
		return out, err
	}
	for _, side := range []places{o.a, o.b} {
		words, err := side.marks(doc, nil)
		if err != nil {
			return out, err
		}
		for _, w := range words {
			if slices.ContainsFunc(whole, func(p place) bool { return p.start <= w.start && w.end <= p.end }) {
				out = append(out, w)
			}
		}
	}
	return out, nil
}
