package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/corpus/text"
)

// cluster sorts the words of texts that nobody has annotated by the words that stand about them, so that the tagger may
// treat a rare word as it treats the likes of it. Each word is the vector of its neighbours before and behind, weighted by
// positive pointwise mutual information; k-means with the cosine as measure makes numClusters of them. The result is
// corpus/actor/data/clusters.txt.
const (
	numClusters   = 250
	clusterMin    = 7    // occurrences of a word that has a cluster
	contextWords  = 1500 // the most frequent words are what neighbours are counted of
	clusterPasses = 12
)

// A weighted is one dimension of a sparse vector.
type weighted struct {
	dim int32
	w   float32
}

func cluster(data, out string) error {
	texts, err := unlabelled(data)
	if err != nil {
		return err
	}
	counts := map[string]int{}
	var stream []string // forms of words, "" between texts
	for _, t := range texts {
		for token := range text.Words(t) {
			form := text.Form(token.Of(t))
			base, possessive := strings.CutSuffix(strings.ReplaceAll(form, "’", "'"), "'s")
			counts[base]++
			stream = append(stream, base)
			if possessive {
				counts["'s"]++
				stream = append(stream, "'s")
			}
		}
		stream = append(stream, "")
	}
	words := make([]string, 0, len(counts))
	for w, n := range counts {
		if n >= clusterMin && !strings.ContainsAny(w, "0123456789.") {
			words = append(words, w)
		}
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	fmt.Fprintf(os.Stderr, "%d words in all, %d to cluster\n", len(stream), len(words))
	number := map[string]int32{}
	for i, w := range words {
		number[w] = int32(i)
	}
	vectors := contexts(words, number, stream)
	class := kmeans(vectors)
	var b strings.Builder
	b.WriteString("# Words that stand in like places, a line for each cluster: made by `./build.sh train --clusters` from unlabelled news.\n")
	lines := make([][]string, numClusters)
	for i, w := range words {
		if class[i] >= 0 {
			lines[class[i]] = append(lines[class[i]], w)
		}
	}
	for _, l := range lines {
		sort.Strings(l)
		if len(l) > 0 {
			b.WriteString(strings.Join(l, " ") + "\n")
		}
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// contexts returns the unit vector of each word.
func contexts(words []string, number map[string]int32, stream []string) [][]weighted {
	n := len(words)
	pairs := make([]map[int32]float32, n)
	total, dims := 0.0, make([]float64, 2*contextWords)
	sums := make([]float64, n)
	see := func(w, context string, side int32) {
		i, ok := number[w]
		if !ok {
			return
		}
		c, ok := number[context]
		if !ok || c >= contextWords {
			return
		}
		d := 2*c + side
		if pairs[i] == nil {
			pairs[i] = map[int32]float32{}
		}
		pairs[i][d]++
		sums[i]++
		dims[d]++
		total++
	}
	for i := 1; i < len(stream); i++ {
		a, b := stream[i-1], stream[i]
		if a != "" && b != "" {
			see(b, a, 0)
			see(a, b, 1)
		}
	}
	vectors := make([][]weighted, n)
	for i := range words {
		norm := 0.0
		var v []weighted
		for d, c := range pairs[i] {
			pmi := math.Log(float64(c) * total / (sums[i] * dims[d]))
			if pmi > 0 {
				// Rare pairs say little however striking they are.
				x := pmi * float64(c) / (float64(c) + 2)
				v = append(v, weighted{d, float32(x)})
			}
		}
		sort.Slice(v, func(a, b int) bool { return v[a].dim < v[b].dim })
		for _, x := range v {
			norm += float64(x.w) * float64(x.w)
		}
		for k := range v {
			v[k].w /= float32(math.Sqrt(norm))
		}
		vectors[i] = v
	}
	return vectors
}

// kmeans returns the cluster of each vector. The first centres are every so many'th word by frequency.
func kmeans(vectors [][]weighted) []int {
	centres := make([][]float32, numClusters)
	for c := range centres {
		centres[c] = make([]float32, 2*contextWords)
		for _, x := range vectors[40+c*len(vectors)/numClusters/6] {
			centres[c][x.dim] = x.w
		}
	}
	class := make([]int, len(vectors))
	for range clusterPasses {
		for i, v := range vectors {
			best, at := float32(0), -1
			for c := range centres {
				dot := float32(0)
				centre := centres[c]
				for _, x := range v {
					dot += x.w * centre[x.dim]
				}
				if dot > best {
					best, at = dot, c
				}
			}
			class[i] = at
		}
		for c := range centres {
			clear(centres[c])
		}
		for i, v := range vectors {
			if class[i] >= 0 {
				for _, x := range v {
					centres[class[i]][x.dim] += x.w
				}
			}
		}
		for _, centre := range centres {
			norm := float32(0)
			for _, x := range centre {
				norm += x * x
			}
			if norm > 0 {
				scale := 1 / float32(math.Sqrt(float64(norm)))
				for d := range centre {
					centre[d] *= scale
				}
			}
		}
	}
	return class
}

// unlabelled returns the texts of wcep_text to 2019, and the White House's releases.
func unlabelled(data string) ([]string, error) {
	events, err := readEvents(filepath.Join(data, "wcep_text"), "20[01]?.jsonl")
	if err != nil {
		return nil, err
	}
	var texts []string
	for i := range events {
		texts = append(texts, events[i].Text)
	}
	err = filepath.WalkDir(filepath.Join(data, "wh_briefings"), func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") || strings.HasSuffix(path, "SOURCE.md") {
			return err
		}
		raw, err := os.ReadFile(path)
		_, body, _ := strings.Cut(strings.TrimPrefix(string(raw), "---"), "---")
		for p := range strings.SplitSeq(body, "\n") {
			if strings.Contains(p, " ") {
				texts = append(texts, p)
			}
		}
		return err
	})
	return texts, err
}
