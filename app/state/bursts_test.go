package state

import (
	"math"
	"math/rand/v2"
	"testing"
)

// reference returns the greatest gain of all sequences of states, each of which it tries.
func referenceBursts(docs, all []int) (best float64, states int) {
	n := len(docs)
	sum, total := 0, 0
	for i := range n {
		sum, total = sum+docs[i], total+all[i]
	}
	base := float64(sum) / float64(total)
	rates := [2]float64{base, min(base*burstRate, 1-(1-base)/2)}
	cost := func(p float64, r, d int) float64 { return -float64(r)*math.Log(p) - float64(d-r)*math.Log(1-p) }
	least := math.Inf(1)
	for sequence := range 1 << n {
		sum, before := 0.0, 0
		for i := range n {
			now := sequence >> i & 1
			if now > before {
				sum += burstCost * math.Log(float64(n))
			}
			sum += cost(rates[now], docs[i], all[i])
			before = now
		}
		if sum < least-1e-9 {
			least, states = sum, sequence
		}
	}
	for i := range n {
		best += cost(base, docs[i], all[i])
	}
	return best - least, states
}

func TestBurstsAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	found := 0
	for range 400 {
		n := 1 + rng.IntN(12)
		docs, all := make([]int, n), make([]int, n)
		hot := rng.IntN(n)
		for i := range n {
			all[i] = rng.IntN(60)
			for range all[i] {
				rate := 12
				if i == hot || i == hot+1 {
					rate = 3
				}
				if rng.IntN(rate) == 0 {
					docs[i]++
				}
			}
		}
		sum, total := 0, 0
		for i := range n {
			sum, total = sum+docs[i], total+all[i]
		}
		got := Bursts(docs, all)
		if sum == 0 || sum == total {
			if len(got) > 0 {
				t.Fatalf("%v of %v: %v", docs, all, got)
			}
			continue
		}
		gain, states := referenceBursts(docs, all)
		sumGot := 0.0
		for _, b := range got {
			found++
			sumGot += b.Weight - burstCost*math.Log(float64(n))
			for i := b.First; i <= b.Last; i++ {
				if states>>i&1 == 0 {
					t.Fatalf("%v of %v: bar %d is in %+v, the reference says %b", docs, all, i, b, states)
				}
			}
		}
		// Bars without documents are cut off afterwards; they can only have cost something.
		if sumGot < gain-1e-9 {
			t.Fatalf("%v of %v: a gain of %g, the reference has %g with %b: %v", docs, all, sumGot, gain, states, got)
		}
	}
	if found < 100 {
		t.Errorf("only %d bursts were tried", found)
	}
}

func TestBursts(t *testing.T) {
	flat := func(n, of int) []int {
		list := make([]int, n)
		for i := range list {
			list[i] = of
		}
		return list
	}
	with := func(list []int, at, value int) []int { list[at] = value; return list }
	for _, c := range []struct {
		name      string
		docs, all []int
		want      []int // first and last
	}{
		{"nothing", nil, nil, nil},
		{"none found", flat(9, 0), flat(9, 5), nil},
		{"all found", flat(9, 5), flat(9, 5), nil},
		{"even", flat(9, 1), flat(9, 5), nil},
		{"two documents", with(flat(200, 0), 7, 1), with(with(flat(200, 0), 7, 1), 150, 1), nil},
		{"a day", with(flat(30, 1), 12, 18), flat(30, 20), []int{12, 12}},
		{"more of everything", with(flat(30, 1), 12, 18), with(flat(30, 20), 12, 360), nil},
		{"unequal lengths", with(flat(40, 1), 12, 18), flat(30, 20), []int{12, 12}},
		{"more found than there are", with(flat(30, 1), 12, 30), flat(30, 20), []int{12, 12}},
	} {
		got := Bursts(c.docs, c.all)
		switch {
		case len(got) != len(c.want)/2:
			t.Errorf("%s: %+v", c.name, got)
		case len(got) > 0 && (got[0].First != c.want[0] || got[0].Last != c.want[1] || got[0].Weight <= 0):
			t.Errorf("%s: %+v, want %v", c.name, got, c.want)
		}
	}
}

func BenchmarkBursts(b *testing.B) {
	docs, all := make([]int, 400), make([]int, 400)
	for i := range all {
		all[i], docs[i] = 50+i%7, 2+i%3+20*b2i(i/20 == 7)
	}
	b.ReportAllocs()
	for b.Loop() {
		Bursts(docs, all)
	}
}
