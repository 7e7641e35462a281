package state

import "math"

// Burst is a run of bars, First to Last, in which documents are markedly more frequent than over the whole timeline. Weight tells how much
// cheaper the run is explained by the higher rate, in natural units of information.
type Burst struct {
	First, Last int
	Weight      float64
}

// The constants of the automaton: how many times as frequent documents are in a burst, and what it costs to begin one.
const (
	burstRate = 2.0
	burstCost = 1.0
)

// Bursts finds the bursts of a search: docs counts its documents by bar, all those of the whole collection, so that a day on which more of
// everything was published is none. The heaviest come first.
//
// It is the two-state automaton for documents that arrive in batches of Kleinberg, "Bursty and Hierarchical Structure in Streams", 2002,
// section 4: in a bar each of all documents is of the search with the probability of the base rate, or with burstRate times as much within a burst;
// entering the burst costs burstCost · ln(bars), leaving it nothing; the cheapest sequence of states is found by dynamic programming. Of equally
// cheap ones it is that with less of a burst.
func Bursts(docs, all []int) []Burst {
	n := min(len(docs), len(all))
	sum, total := 0, 0
	for i := range n {
		sum, total = sum+min(docs[i], all[i]), total+all[i]
	}
	if sum == 0 || sum == total {
		return nil
	}
	base := float64(sum) / float64(total)
	high := min(base*burstRate, 1-(1-base)/2) // a probability, however frequent the search is
	// What a bar costs less in a burst than outside: the binomial coefficients are the same in both states.
	gain := func(i int) float64 {
		r, d := float64(min(docs[i], all[i])), float64(all[i])
		return r*math.Log(high/base) + (d-r)*math.Log((1-high)/(1-base))
	}
	enter := burstCost * math.Log(float64(n))
	// The greatest gain of a sequence that ends outside, or in a burst, and where the state before was.
	out, in := 0.0, math.Inf(-1)
	from := make([][2]bool, n) // of each state: it was in a burst before
	for i := range n {
		g := gain(i)
		nextOut, nextIn := out, out-enter+g
		if in > out {
			nextOut, from[i][0] = in, true
		}
		if in+g > nextIn {
			nextIn, from[i][1] = in+g, true
		}
		out, in = nextOut, nextIn
	}
	state := 0
	if in > out {
		state = 1
	}
	var bursts []Burst
	for i := n - 1; i >= 0; i-- {
		if state == 1 {
			if last := len(bursts) - 1; last >= 0 && bursts[last].First == i+1 {
				bursts[last].First = i
				bursts[last].Weight += gain(i)
			} else {
				bursts = append(bursts, Burst{i, i, gain(i)})
			}
		}
		if from[i][state] {
			state = 1
		} else {
			state = 0
		}
	}
	for i := range bursts { // bars without a document at the ends say nothing
		b := &bursts[i]
		for b.First < b.Last && docs[b.First] == 0 {
			b.Weight -= gain(b.First)
			b.First++
		}
		for b.First < b.Last && docs[b.Last] == 0 {
			b.Weight -= gain(b.Last)
			b.Last--
		}
	}
	// Few: each goes before those that are lighter. Of equal ones the later was found first.
	for i, b := range bursts {
		for ; i > 0 && bursts[i-1].Weight <= b.Weight; i-- {
			bursts[i] = bursts[i-1]
		}
		bursts[i] = b
	}
	return bursts
}
