package tagger

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
)

// A Sample is an annotated text. Weight scales what is learnt from it.
type Sample struct {
	Text   string
	Spans  []Span // ordered, none overlapping
	Weight float32
	// Doubt are places where the annotation is not to be trusted: the words about them teach nothing.
	Doubt []Span
}

// TrainOptions say how a model is trained.
type TrainOptions struct {
	Bits    int     // of a slot
	Epochs  int     //
	Rate    float64 // of AdaGrad
	L2      float64 // how strongly weights are pulled to zero, each time they are touched
	Dropout float64 // share of features left out at each token
	Levels  int     // steps on either side of zero that a weight may have, at most 127
	MinSeen int     // a feature that fewer tokens have is left out
	Seed    uint64
	Log     io.Writer
}

// trainer is the state of training: AdaGrad (Duchi, Hazan and Singer 2011) on the log likelihood of sequences. Everything
// runs in one thread in a fixed order, so that the same data make the same bytes.
type trainer struct {
	o       TrainOptions
	weights []float32 // numLabels for each slot
	squares []float32
	seen    []uint8 // how many tokens have the slot, up to 255

	start, end          [numLabels]float64
	startSq, endSq      [numLabels]float64
	transition, transSq [numLabels][numLabels]float64
}

// Train makes a model of the samples.
func Train(lex *Lexicon, samples []Sample, o TrainOptions) *Model {
	t := &trainer{o: o, weights: make([]float32, numLabels<<o.Bits), squares: make([]float32, numLabels<<o.Bits), seen: make([]uint8, 1<<o.Bits)}
	examples, lost := t.examples(lex, samples)
	tokens := 0
	for i := range examples {
		tokens += len(examples[i].labels)
		for _, s := range examples[i].slots {
			if t.seen[s] < 255 {
				t.seen[s]++
			}
		}
	}
	if o.Log != nil {
		fmt.Fprintf(o.Log, "%d sequences, %d tokens, %d names lost by the cutting\n", len(examples), tokens, lost)
	}
	random := rand.New(rand.NewPCG(o.Seed, 1))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range o.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			loss += t.learn(&examples[i], random)
		}
		if o.Log != nil {
			fmt.Fprintf(o.Log, "epoch %d: loss %.4f a token\n", epoch+1, loss/float64(tokens))
		}
	}
	return t.model()
}

// learn takes one step on e and returns its loss.
func (t *trainer) learn(e *example, random *rand.Rand) float64 {
	n := len(e.labels)
	scores := make([][numLabels]float64, n)
	kept := make([]uint32, 0, len(e.slots))
	ends := make([]int, n)
	at := int32(0)
	for i := range n {
		for _, s := range e.slots[at:e.ends[i]] {
			if int(t.seen[s]) < t.o.MinSeen || random.Float64() < t.o.Dropout {
				continue
			}
			kept = append(kept, s)
			w := t.weights[int(s)*numLabels:][:numLabels]
			for l, v := range w {
				scores[i][l] += float64(v)
			}
		}
		at, ends[i] = e.ends[i], len(kept)
	}
	alpha, beta := make([][numLabels]float64, n), make([][numLabels]float64, n)
	logZ := t.passes(scores, alpha, beta)

	// The loss is logZ less the score of the right path.
	loss := logZ
	for i := range n {
		l := e.labels[i]
		loss -= scores[i][l]
		if i == 0 {
			loss -= t.start[l]
		} else {
			loss -= t.transition[e.labels[i-1]][l]
		}
		if i == n-1 {
			loss -= t.end[l]
		}
	}

	rate, weight := t.o.Rate, float64(e.weight)
	step := func(w, sq *float64, g float64) {
		g *= weight
		*sq += g * g
		*w -= rate * g / (math.Sqrt(*sq) + 1e-6)
	}
	from := 0
	for i := range n {
		var g [numLabels]float64
		for l := range numLabels {
			g[l] = math.Exp(alpha[i][l] + beta[i][l] - logZ)
		}
		if i == 0 {
			for l := range numLabels {
				if opens(l) {
					step(&t.start[l], &t.startSq[l], g[l]-is(l == int(e.labels[0])))
				}
			}
		} else {
			for l := range numLabels {
				for _, b := range follows[l] {
					p := math.Exp(alpha[i-1][b] + t.transition[b][l] + scores[i][l] + beta[i][l] - logZ)
					step(&t.transition[b][l], &t.transSq[b][l], p-is(b == e.labels[i-1] && l == int(e.labels[i])))
				}
			}
		}
		if i == n-1 {
			for _, b := range follows[numLabels] {
				step(&t.end[b], &t.endSq[b], g[b]-is(b == e.labels[i]))
			}
		}
		g[e.labels[i]]--
		for l := range g {
			g[l] *= weight
		}
		for _, s := range kept[from:ends[i]] {
			w := t.weights[int(s)*numLabels:][:numLabels]
			sq := t.squares[int(s)*numLabels:][:numLabels]
			for l := range numLabels {
				v := float32(g[l]) + float32(t.o.L2)*w[l]
				if v > -1e-4 && v < 1e-4 {
					continue
				}
				sq[l] += v * v
				w[l] -= float32(rate) * v / (float32(math.Sqrt(float64(sq[l]))) + 1e-6)
			}
		}
		from = ends[i]
	}
	return loss
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// passes fills alpha and beta with the logarithms of the forward and backward sums and returns that of all paths.
func (t *trainer) passes(scores, alpha, beta [][numLabels]float64) float64 {
	n := len(scores)
	never := math.Inf(-1)
	var buf [numLabels]float64
	for i := range n {
		for l := range numLabels {
			switch {
			case i > 0:
				v := buf[:0]
				for _, b := range follows[l] {
					v = append(v, alpha[i-1][b]+t.transition[b][l])
				}
				alpha[i][l] = logSum(v) + scores[i][l]
			case opens(l):
				alpha[0][l] = t.start[l] + scores[0][l]
			default:
				alpha[0][l] = never
			}
		}
	}
	for b := range beta[n-1] {
		beta[n-1][b] = never
	}
	v := buf[:0]
	for _, b := range follows[numLabels] {
		beta[n-1][b] = t.end[b]
		v = append(v, alpha[n-1][b]+t.end[b])
	}
	logZ := logSum(v)
	for i := n - 2; i >= 0; i-- {
		var sums [numLabels][numLabels]float64
		var counts [numLabels]int
		for l := range numLabels {
			for _, b := range follows[l] {
				sums[b][counts[b]] = t.transition[b][l] + scores[i+1][l] + beta[i+1][l]
				counts[b]++
			}
		}
		for b := range numLabels {
			beta[i][b] = logSum(sums[b][:counts[b]])
		}
	}
	return logZ
}

func logSum(v []float64) float64 {
	top := math.Inf(-1)
	for _, x := range v {
		top = max(top, x)
	}
	if math.IsInf(top, -1) {
		return top
	}
	sum := 0.0
	for _, x := range v {
		sum += math.Exp(x - top)
	}
	return top + math.Log(sum)
}

// model quantises the weights: o.Levels steps up to the largest that is kept, larger ones are cut.
func (t *trainer) model() *Model {
	const largest = 4.0
	m := &Model{shift: uint(64 - t.o.Bits), step: float32(largest / float64(t.o.Levels)), weights: make([]int8, stride<<t.o.Bits)}
	for s := range 1 << t.o.Bits {
		for l := range numLabels {
			q := math.Round(float64(t.weights[s*numLabels+l]) * (1 - t.o.Dropout) / float64(m.step))
			m.weights[s*stride+l] = int8(min(max(q, -127), 127))
		}
	}
	for l := range numLabels {
		m.start[l], m.end[l] = float32(t.start[l]), float32(t.end[l])
		for b := range numLabels {
			m.transition[b][l] = float32(t.transition[b][l])
		}
	}
	m.prepare()
	return m
}
