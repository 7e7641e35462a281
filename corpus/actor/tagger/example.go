package tagger

// An example is one sequence with its features and right labels.
type example struct {
	slots  []uint32
	ends   []int32 // by token: where its slots end
	labels []uint8
	weight float32
}

// examples cuts the samples into sequences with the labels of their spans.
func (t *trainer) examples(lex *Lexicon, samples []Sample) (out []example, lost int) {
	f := featureList{shift: uint(64 - t.o.Bits)}
	for _, s := range samples {
		d := read(s.Text, lex)
		labels, missed := d.labels(s.Spans)
		lost += missed
		for _, q := range d.sequences() {
			if d.doubted(q, s.Doubt) {
				continue
			}
			e := example{weight: s.Weight, labels: labels[q.from:q.to:q.to]}
			if !valid(e.labels) {
				e.labels = mend(e.labels)
				lost++
			}
			var about run
			for i := q.from; i < q.to; i++ {
				about = d.runAt(i, about)
				d.features(&f, i, about)
				e.slots = append(e.slots, f.slots[:f.n]...)
				e.ends = append(e.ends, int32(len(e.slots)))
			}
			out = append(out, e)
		}
	}
	return out, lost
}

// doubted reports whether a sequence overlaps one of the spans.
func (d *document) doubted(q sequence, spans []Span) bool {
	start, end := int(d.tokens[q.from].start), int(d.tokens[q.to-1].end)
	for _, s := range spans {
		if s.Start < end && s.End > start {
			return true
		}
	}
	return false
}

// labels gives every token of the document its label. Spans that do not begin and end with tokens are missed.
func (d *document) labels(spans []Span) (labels []uint8, missed int) {
	labels = make([]uint8, len(d.tokens))
	i := 0
	for _, s := range spans {
		for i < len(d.tokens) && int(d.tokens[i].start) < s.Start {
			i++
		}
		j := i
		for j < len(d.tokens) && int(d.tokens[j].end) < s.End {
			j++
		}
		if j >= len(d.tokens) || int(d.tokens[i].start) != s.Start || int(d.tokens[j].end) != s.End {
			missed++
			continue
		}
		for k := i; k <= j; k++ {
			at := inside
			switch {
			case i == j:
				at = unit
			case k == i:
				at = begin
			case k == j:
				at = last
			}
			labels[k] = uint8(labelOf(s.Type, at))
		}
		i = j + 1
	}
	return labels, missed
}

// valid reports whether no name leaves the sequence.
func valid(labels []uint8) bool {
	n := len(labels)
	return n > 0 && opens(int(labels[0])) && (labels[n-1] == outside || atOf(int(labels[n-1])) >= last)
}

// mend cuts names that leave the sequence.
func mend(labels []uint8) []uint8 {
	out := append([]uint8(nil), labels...)
	for i := 0; i < len(out) && !opens(int(out[i])); i++ {
		out[i] = outside
	}
	for i := len(out) - 1; i >= 0 && out[i] != outside && atOf(int(out[i])) < last; i-- {
		out[i] = outside
	}
	return out
}
