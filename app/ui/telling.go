package ui

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/text"
)

// tellingWord is a word that says something about a collection, as a form that occurs; prefix is the beginning that its
// other forms share with it, empty if it has none.
type tellingWord struct {
	form, prefix string
	weight       float64
}

// telling looks through a sample of the documents, evenly spread, for words and for a phrase of two words. The weight of a
// word is that of tf-idf, its occurrences in the sample times the logarithm of how rare it is in the collection (Spärck
// Jones 1972), and longer words count for more: they tell more to a reader. Words of names, words that stop lists have, and short ones are left out.
func (c *collection) telling() (words []tellingWord, phrase string, err error) {
	type count struct {
		times, docs, last int
		lang              string
	}
	forms, pairs := map[string]*count{}, map[string]*count{}
	note := func(m map[string]*count, key, lang string, doc int) {
		n := m[key]
		if n == nil {
			n = &count{last: -1, lang: lang}
			m[key] = n
		}
		n.times++
		if n.last != doc {
			n.last = doc
			n.docs++
		}
	}
	docs := min(sampleDocs, c.meta.Docs)
	var late error
	for i := range docs {
		d := corpus.DocID(i * c.meta.Docs / docs)
		if c.x.Chunks() != nil { // in a few places, as each is a chunk to be fetched
			d = corpus.DocID(i/sampleRun*sampleRun*c.meta.Docs/docs + i%sampleRun)
		}
		s, lang, err := c.sample(d)
		if missing(err) {
			late = err
			continue
		}
		if err != nil {
			return nil, "", err
		}
		before, end := "", 0
		for t := range text.Words(s) {
			word := s[t.Start:t.End]
			form := text.Form(word)
			if !tells(word, form, lang) {
				before = ""
				continue
			}
			note(forms, form, lang, i)
			hyphened := t.End < len(s) && s[t.End] == '-'
			if before != "" && !hyphened && s[end:t.Start] == " " {
				note(pairs, before+" "+form, lang, i)
			}
			before, end = form, t.End
		}
	}
	if late != nil {
		return nil, "", late
	}
	ranked := make([]string, 0, len(forms))
	for form := range forms {
		ranked = append(ranked, form)
	}
	slices.SortFunc(ranked, func(a, b string) int {
		return cmp.Or(cmp.Compare(forms[b].docs, forms[a].docs), cmp.Compare(forms[b].times, forms[a].times), cmp.Compare(a, b))
	})
	stems, weights := map[string]bool{}, map[string]float64{}
	for _, form := range ranked[:min(sampleWords, len(ranked))] {
		stem := text.Term(form, forms[form].lang)
		if stems[stem] {
			continue
		}
		stems[stem] = true
		term, ok, err := c.x.Term(stem)
		if err != nil {
			return nil, "", err
		}
		if !ok {
			continue
		}
		weight := float64(forms[form].times) * math.Log(1+float64(c.meta.Docs)/float64(term.Docs)) * math.Sqrt(float64(len(form)))
		weights[form] = weight
		one := tellingWord{form: form, weight: weight}
		if strings.HasPrefix(form, stem) && utf8.RuneCountInString(stem) >= 4 {
			one.prefix = stem
		}
		words = append(words, one)
	}
	slices.SortStableFunc(words, func(a, b tellingWord) int { return cmp.Compare(b.weight, a.weight) })
	best := 0.0
	for pair, n := range pairs {
		a, b, _ := strings.Cut(pair, " ")
		weight := float64(n.times*n.times) * (weights[a] + weights[b])
		if weight > best || weight == best && weight > 0 && pair < phrase {
			phrase, best = pair, weight
		}
	}
	return words, phrase, nil
}

// sample returns the beginning of a document without the words of names.
func (c *collection) sample(d corpus.DocID) (s, lang string, err error) {
	doc, err := c.x.Doc(d)
	if err != nil {
		return "", "", err
	}
	whole, err := c.x.Text(d)
	if err != nil {
		return "", "", err
	}
	mentions, err := c.x.Mentions(d)
	if err != nil {
		return "", "", err
	}
	end := len(whole)
	if end > sampleBytes {
		end = strings.LastIndexByte(whole[:sampleBytes], ' ') + 1
	}
	var b strings.Builder
	at := min(doc.DatelineLen, end)
	for _, m := range mentions {
		if m.Start >= at && m.End <= end && m.Start < m.End {
			b.WriteString(whole[at:m.Start])
			b.WriteString(" . ")
			at = m.End
		}
	}
	b.WriteString(whole[at:end])
	return b.String(), doc.Lang, nil
}

// tells reports whether a word may stand in an example: a lower-case word of some length, of letters only.
func tells(word, form, lang string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && utf8.RuneCountInString(word) >= 5 && !text.Stop(form, lang) &&
		!strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}
