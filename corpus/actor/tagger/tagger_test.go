package tagger

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// trained makes a small model: people called Ann and Bob, the Zorn Bank, and Quuxville.
func trained(seed uint64) (*Model, *Lexicon) {
	lex := NewLexicon()
	lex.AddWord("Ann", Given)
	lex.AddWord("Bob", Given)
	lex.AddName("Zorn Bank", OrganisationNames)
	var samples []Sample
	for _, text := range []string{
		"Yesterday [P Ann Smith] met the [O Zorn Bank] in [L Quuxville].", "He told [P Bob Miller] that [L Quuxville] was far.",
		"The [O Zorn Bank] said so.", "Then [P Bob Stone] left [L Quuxville] again.", "The Monday after it, [P Ann Miller] spoke.",
	} {
		samples = append(samples, marked(text))
	}
	m := Train(lex, samples, TrainOptions{Bits: 12, Epochs: 30, Rate: 0.1, L2: 1e-4, Dropout: 0.1, MinSeen: 1, Levels: 127, Seed: seed})
	return m, lex
}

// marked turns "[P Ann]" into a span.
func marked(s string) Sample {
	out := Sample{Weight: 1}
	for {
		before, rest, ok := strings.Cut(s, "[")
		out.Text += before
		if !ok {
			return out
		}
		name, after, _ := strings.Cut(rest, "]")
		out.Spans = append(out.Spans, Span{Start: len(out.Text), End: len(out.Text) + len(name) - 2, Type: Type(strings.Index("POL", name[:1]))})
		out.Text += name[2:]
		s = after
	}
}

func show(text string, spans []Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, fmt.Sprintf("%c %s", "POL"[s.Type], text[s.Start:s.End]))
	}
	return strings.Join(parts, "; ")
}

func TestTag(t *testing.T) {
	m, lex := trained(1)
	tag := New(m, lex)
	for _, c := range []struct{ text, want string }{
		{"Last week Bob Smith met the Zorn Bank.", "P Bob Smith; O Zorn Bank"},
		{"no capitals here, bob smith", ""},
		{"", ""},
		{"BOB SMITH MET THE ZORN BANK TODAY", ""},
		{"x.Ann.Smith(Zorn_Bank)", ""},
	} {
		if got := show(c.text, tag.Tag(c.text)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestTrainTwice holds that the same data make the same bytes, and other seeds others.
func TestTrainTwice(t *testing.T) {
	files := make([][]byte, 3)
	for i, seed := range []uint64{1, 1, 2} {
		m, _ := trained(seed)
		var err error
		if files[i], err = m.Write(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) || bytes.Equal(files[0], files[2]) {
		t.Error("the bytes of a model do not go with its seed")
	}
}

func TestModelFile(t *testing.T) {
	m, _ := trained(1)
	file, err := m.Write()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(m, back) {
		t.Error("a model read is not the model written")
	}
	for n := range len(file) {
		if _, err := Read(file[:n]); err == nil && n < len(file)-5 {
			t.Fatalf("a model cut to %d of %d bytes is read", n, len(file))
		}
		bad := bytes.Clone(file)
		bad[n] ^= 0x55
		_, _ = Read(bad) // must not panic
	}
}

func TestEmbedded(t *testing.T) {
	if _, err := Embedded(); err != nil {
		t.Fatal(err)
	}
}

// TestDecoder compares the best labels and their probabilities with those of all labellings of short sequences.
func TestDecoder(t *testing.T) {
	m, _ := trained(1)
	r := newDecoder(m)
	const n = 4
	r.best, r.back = make([][numLabels]float32, n), make([][numLabels]uint8, n)
	r.forward, r.backward, r.labels = make([][numLabels]float32, n), make([][numLabels]float32, n), make([]uint8, n)
	for trial := range 20 {
		scores := make([][numLabels]float32, n)
		for i := range scores {
			for l := range scores[i] {
				scores[i][l] = float32(math.Sin(float64(1+trial*97+i*31+l*7))) * 3
			}
		}
		best, total, top, sums := []uint8(nil), 0.0, math.Inf(-1), [n][numLabels]float64{}
		path := make([]uint8, n)
		var walk func(i int, score float64)
		walk = func(i int, score float64) {
			if i == n {
				if !valid(path) {
					return
				}
				score += float64(m.end[path[n-1]])
				total += math.Exp(score)
				for k, l := range path {
					sums[k][l] += math.Exp(score)
				}
				if score > top {
					top, best = score, append([]uint8(nil), path...)
				}
				return
			}
			for l := range numLabels {
				next := score + float64(scores[i][l])
				switch {
				case i == 0 && !opens(l):
					continue
				case i == 0:
					next += float64(m.start[l])
				case !bytes.Contains(follows[l], path[i-1:i]):
					continue
				default:
					next += float64(m.transition[path[i-1]][l])
				}
				path[i] = uint8(l)
				walk(i+1, next)
			}
		}
		walk(0, 0)
		r.scores = scores
		r.viterbi(n)
		if !bytes.Equal(r.labels[:n], best) {
			t.Fatalf("best labels %v, want %v", r.labels[:n], best)
		}
		r.marginals(n)
		for i := range n {
			for l := range numLabels {
				if got, want := float64(r.probability(i, l)), sums[i][l]/total; math.Abs(got-want) > 1e-3 {
					t.Fatalf("the probability of label %d at %d is %f, want %f", l, i, got, want)
				}
			}
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The U.S.-led force's 1,000 men.", "The U.S. - led force 's 1,000 men ."},
		{"O'Brien, d'Estaing", "O'Brien , d'Estaing"},
		{"Mr. X. Y said: \"Go!\"", "Mr . X . Y said : \" Go ! \""},
	} {
		d := read(c.text, NewLexicon())
		var words []string
		for _, tok := range d.tokens {
			words = append(words, c.text[tok.start:tok.end])
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestVote has the document decide about words that were passed over or taken for something else once.
func TestVote(t *testing.T) {
	text := "Then Quux came. Later Quux left, and Quux slept. All over Quux it rained."
	d := read(text, NewLexicon())
	at := func(n int) Span {
		i := -1
		for range n {
			i += 1 + strings.Index(text[i+1:], "Quux")
		}
		return Span{Start: i, End: i + 4, Confidence: 0.9}
	}
	place := at(3)
	place.Type = Place
	if got, want := show(text, d.vote([]Span{at(1), at(2), place})), "P Quux; P Quux; P Quux; P Quux"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"Ann Smith met the Zorn Bank in Quuxville. ANN", "\xff Mr. X.Y. O'\x80 's’s", "Анна в Quuxville\n\nBob-Ann_Bob", strings.Repeat("Bob ", 300)} {
		f.Add(s)
	}
	m, lex := trained(1)
	tag := New(m, lex)
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range tag.Tag(text) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || s.Type >= NumTypes || !(s.Confidence >= 0 && s.Confidence <= 1.0001) {
				t.Fatalf("%+v", s)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End])) {
				t.Fatalf("%+v cuts a character", s)
			}
			end = s.End
		}
	})
}

func BenchmarkTag(b *testing.B) {
	m, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	tag := New(m, NewLexicon())
	text := strings.Repeat("US President Joe Biden urged his Russian counterpart Vladimir Putin to ease tensions with neighboring Ukraine Tuesday. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tag.Tag(text)
	}
}
