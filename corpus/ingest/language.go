package ingest

import (
	"slices"

	"dateline/corpus/text"
)

// setLanguages gives every document a language.
func setLanguages(items []*item, opts Options) {
	_ = inBatches(len(items), opts.Workers, func(i int) error {
		it := items[i]
		d := it.Document
		switch {
		case it.LangTold:
		case d.Lang != "" || opts.Lang != "":
			it.LangTold = true
			if d.Lang == "" {
				d.Lang = opts.Lang
			}
		default:
			if d.Lang = text.Detect(d.Text); d.Lang == "" {
				d.Lang = text.Detect(d.Title + "\n" + d.Text)
			}
		}
		return nil
	}, nil)
	counts := map[string]int{}
	for _, it := range items {
		counts[it.Document.Lang]++
	}
	most := ""
	for _, lang := range sortedKeys(counts) {
		if lang != "" && (most == "" || counts[lang] > counts[most]) {
			most = lang
		}
	}
	for _, it := range items {
		d := it.Document
		if d.Lang == "" || !it.LangTold && counts[d.Lang]*rare < len(items) && doubtful(d.Text, d.Lang, most) {
			d.Lang = most
		}
	}
}

// A language that was found out for fewer than one document in rare, in texts of fewer than fewWords words, is a chance hit more
// often than not: "Al Jazeera opens in Rio de Janeiro" has three function words of Italian.
const (
	rare     = 50
	fewWords = 80
)

// doubtful reports whether a short text may as well be in the language of most documents: that one has at least half as many of its function
// words in it.
func doubtful(s, lang, most string) bool {
	n, own, others := 0, 0, 0
	for token := range text.Words(s) {
		if n++; n == fewWords {
			return false
		}
		form := text.Form(token.Of(s))
		if text.Stop(form, lang) {
			own++
		}
		if text.Stop(form, most) {
			others++
		}
	}
	return others*2 >= own
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
