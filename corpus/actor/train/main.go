// Command train makes the model of the tagger, corpus/actor/tagger/data/model.bin, from the development data. The same data make
// the same bytes. NOTICE names the sets it learns from.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"dateline/corpus/actor"
	"dateline/corpus/actor/tagger"
	"dateline/corpus/gold"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// weights say how much each set counts: tweets are many, and not the texts that the tagger is for.
var weights = map[string]float32{"wikigold": 1, "gum": 1, "crossner": 1, "ewt": 1, "btc": 0.5, "news": 1.5}

func run() error {
	data := flag.String("data", "../shared/data", "the folder of the development data")
	out := flag.String("o", "corpus/actor/tagger/data/model.bin", "the file to write")
	o := tagger.TrainOptions{Seed: 1, Log: os.Stderr}
	flag.IntVar(&o.Bits, "bits", 18, "the logarithm of the number of slots")
	flag.IntVar(&o.Epochs, "epochs", 12, "passes over the data")
	flag.Float64Var(&o.Rate, "rate", 0.015, "of AdaGrad")
	flag.Float64Var(&o.L2, "l2", 1e-4, "pull to zero")
	flag.Float64Var(&o.Dropout, "dropout", 0.3, "share of features left out")
	flag.IntVar(&o.Levels, "levels", 80, "steps of a weight on either side of zero")
	flag.IntVar(&o.MinSeen, "min", 4, "tokens that a feature must have")
	try := flag.Bool("try", false, "leave the development parts out and print how the model does on them")
	weakWeight := flag.Float64("weak", 0.2, "how much the labels count that the first model gives")
	gmb := flag.Float64("gmb", 0.2, "how much the labels of the Groningen Meaning Bank count")
	nth := flag.Int("nth", 3, "of its sentences every so many'th is taken")
	rounds := flag.Int("rounds", 1, "how often the last model labels texts for the next")
	perYear := flag.Int("peryear", 1000, "texts of each year that the first model labels")
	clusters := flag.String("clusters", "", "make the clusters of words anew in this file instead")
	flag.Parse()
	if *clusters != "" {
		return cluster(*data, *clusters)
	}
	lex, err := actor.Lexicon()
	if err != nil {
		return err
	}
	words, names := lex.Size()
	fmt.Fprintf(os.Stderr, "lexicon: %d words, %d names\n", words, names)
	var samples []tagger.Sample
	for _, set := range gold.Sets() {
		for _, part := range []gold.Part{gold.Train, gold.Dev} {
			if part == gold.Dev && *try {
				continue
			}
			docs, err := gold.Load(*data, set, part)
			if err != nil {
				return err
			}
			for i := range docs {
				samples = append(samples, sample(&docs[i], weights[set]))
			}
		}
	}
	if *gmb > 0 {
		docs, err := gold.GMB(*data, *nth)
		if err != nil {
			return err
		}
		for _, d := range docs {
			samples = append(samples, sample(&d, float32(*gmb)))
		}
	}
	began := time.Now()
	m := tagger.Train(lex, samples, o)
	for range *rounds {
		more, err := weak(*data, m, *perYear, float32(*weakWeight))
		if err != nil {
			return err
		}
		m = tagger.Train(lex, append(samples[:len(samples):len(samples)], more...), o)
	}
	fmt.Fprintf(os.Stderr, "trained in %.0f s\n", time.Since(began).Seconds())
	if *try {
		if err := report(*data, tagger.New(m, lex)); err != nil {
			return err
		}
	}
	file, err := m.Write()
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", *out, len(file))
	return os.WriteFile(*out, file, 0o644)
}

func sample(d *gold.Document, weight float32) tagger.Sample {
	s := tagger.Sample{Text: d.Text, Weight: weight}
	for _, g := range d.Spans {
		s.Spans = append(s.Spans, tagger.Span{Start: g.Start, End: g.End, Type: typeOf(g.Label)})
	}
	return s
}

func typeOf(label string) tagger.Type {
	switch label {
	case "PER":
		return tagger.Person
	case "ORG":
		return tagger.Organisation
	}
	return tagger.Place
}

// report prints the F1 of the tagger alone on the development parts.
func report(data string, t *tagger.Tagger) error {
	var right, found, want int
	for _, set := range gold.Sets() {
		docs, err := gold.Load(data, set, gold.Dev)
		if err != nil {
			return err
		}
		var r, f, w [4]int
		for _, d := range docs {
			open := map[gold.Span]bool{}
			for _, s := range d.Spans {
				open[s] = true
				w[typeOf(s.Label)]++
			}
			for _, s := range t.Tag(d.Text) {
				f[s.Type]++
				g := gold.Span{Start: s.Start, End: s.End, Label: [...]string{"PER", "ORG", "LOC"}[s.Type]}
				if open[g] {
					r[s.Type]++
					delete(open, g)
				} else if os.Getenv("MISSES") != "" {
					fmt.Printf("%s + %s %.2f %q in %q\n", set, g.Label, s.Confidence, d.Text[s.Start:s.End], d.Text[max(0, s.Start-30):min(len(d.Text), s.End+30)])
				}
			}
			if os.Getenv("MISSES") != "" {
				for g := range open {
					fmt.Printf("%s - %s %q in %q\n", set, g.Label, d.Text[g.Start:g.End], d.Text[max(0, g.Start-30):min(len(d.Text), g.End+30)])
				}
			}
		}
		fmt.Fprintf(os.Stderr, "%-10s", set)
		for i, name := range []string{"PER", "ORG", "LOC"} {
			fmt.Fprintf(os.Stderr, "  %s %5.1f", name, f1(r[i], f[i], w[i]))
			r[3] += r[i]
			f[3] += f[i]
			w[3] += w[i]
		}
		fmt.Fprintf(os.Stderr, "  all %5.1f\n", f1(r[3], f[3], w[3]))
		if set != "btc" {
			right, found, want = right+r[3], found+f[3], want+w[3]
		}
	}
	fmt.Fprintf(os.Stderr, "all but tweets: %.2f\n", f1(right, found, want))
	return nil
}

func f1(right, found, want int) float64 { return 200 * float64(right) / float64(max(1, found+want)) }
