package tagger

import "math"

// A decoder labels sequences. Its slices are used again from one to the next.
type decoder struct {
	m        *Model
	f        featureList
	scores   [][numLabels]float32 // by token of the sequence
	best     [][numLabels]float32
	back     [][numLabels]uint8
	forward  [][numLabels]float32
	backward [][numLabels]float32
	labels   []uint8
	spans    []Span
}

func newDecoder(m *Model) *decoder {
	return &decoder{m: m, f: featureList{shift: m.shift}}
}

// decode appends the names of a sequence to r.spans.
func (r *decoder) decode(d *document, s sequence) {
	n := s.to - s.from
	if cap(r.scores) < n {
		r.scores = make([][numLabels]float32, n+16)
		r.best = make([][numLabels]float32, n+16)
		r.back = make([][numLabels]uint8, n+16)
		r.forward = make([][numLabels]float32, n+16)
		r.backward = make([][numLabels]float32, n+16)
		r.labels = make([]uint8, n+16)
	}
	var about run
	for i := range n {
		about = d.runAt(s.from+i, about)
		d.features(&r.f, s.from+i, about)
		r.m.score(&r.f, &r.scores[i])
	}
	r.viterbi(n)
	any := false
	for _, l := range r.labels[:n] {
		any = any || l != outside
	}
	if !any {
		return
	}
	r.marginals(n)
	for i := 0; i < n; i++ {
		l := int(r.labels[i])
		if l == outside {
			continue
		}
		from, p := i, r.probability(i, l)
		for atOf(l) != unit && atOf(l) != last {
			i++
			l = int(r.labels[i])
			p = min(p, r.probability(i, l))
		}
		r.spans = append(r.spans, Span{
			Start: int(d.tokens[s.from+from].start), End: int(d.tokens[s.from+i].end), Type: typeOf(l), Confidence: float64(p),
		})
	}
}

// viterbi fills r.labels with the best labels.
func (r *decoder) viterbi(n int) {
	const never = -1e30
	for i := range n {
		for l := range numLabels {
			if i == 0 {
				r.best[0][l] = never
				if opens(l) {
					r.best[0][l] = r.scores[0][l] + r.m.start[l]
				}
				continue
			}
			score, from := float32(never), uint8(0)
			for _, b := range follows[l] {
				if v := r.best[i-1][b] + r.m.transition[b][l]; v > score {
					score, from = v, b
				}
			}
			r.best[i][l], r.back[i][l] = score+r.scores[i][l], from
		}
	}
	score, l := float32(never), uint8(outside)
	for _, b := range follows[numLabels] {
		if v := r.best[n-1][b] + r.m.end[b]; v > score {
			score, l = v, b
		}
	}
	for i := n - 1; i >= 0; i-- {
		r.labels[i] = l
		l = r.back[i][l]
	}
}

// marginals runs the forward and backward passes, each position scaled to a sum of one.
func (r *decoder) marginals(n int) {
	for i := range n {
		top := r.scores[i][0]
		for _, v := range r.scores[i] {
			top = max(top, v)
		}
		for l := range r.scores[i] {
			r.scores[i][l] = float32(math.Exp(float64(r.scores[i][l] - top)))
		}
	}
	for i := range n {
		sum := float32(0)
		for l := range numLabels {
			v := float32(0)
			if i == 0 {
				if opens(l) {
					v = r.m.expStart[l]
				}
			} else {
				for _, b := range follows[l] {
					v += r.forward[i-1][b] * r.m.expTransition[b][l]
				}
			}
			v *= r.scores[i][l]
			r.forward[i][l] = v
			sum += v
		}
		scale(&r.forward[i], sum)
	}
	for i := n - 1; i >= 0; i-- {
		var back [numLabels]float32
		if i == n-1 {
			for _, b := range follows[numLabels] {
				back[b] = r.m.expEnd[b]
			}
		} else {
			for l := range numLabels {
				v := r.backward[i+1][l] * r.scores[i+1][l]
				for _, b := range follows[l] {
					back[b] += r.m.expTransition[b][l] * v
				}
			}
		}
		sum := float32(0)
		for _, v := range back {
			sum += v
		}
		scale(&back, sum)
		r.backward[i] = back
	}
}

func scale(v *[numLabels]float32, sum float32) {
	if sum == 0 {
		return
	}
	for l := range v {
		v[l] /= sum
	}
}

// probability returns the marginal of label l at position i.
func (r *decoder) probability(i, l int) float32 {
	sum := float32(0)
	for k := range numLabels {
		sum += r.forward[i][k] * r.backward[i][k]
	}
	if sum == 0 {
		return 0
	}
	return r.forward[i][l] * r.backward[i][l] / sum
}
