package ingest

import (
	"cmp"
	"slices"

	"dateline/corpus/text"
)

// setLanguages gives every document a language.
func setLanguages(items []item, opts Options) {
	counts := map[string]int{}
	_ = inBatches(len(items), opts.Workers, func(i int) string {
		it := &items[i]
		if known := cmp.Or(it.lang, opts.Lang); known != "" || it.langTold {
			return known
		}
		return detect(it)
	}, func(i int, lang string) error {
		it := &items[i]
		it.langTold = it.langTold || it.lang != "" || opts.Lang != ""
		it.lang = lang
		counts[lang]++
		return nil
	})
	most := ""
	for _, lang := range sortedKeys(counts) {
		if lang != "" && (most == "" || counts[lang] > counts[most]) {
			most = lang
		}
	}
	for i := range items {
		it := &items[i]
		if it.lang == "" || !it.langTold && counts[it.lang]*rare < len(items) && doubtful(it.text(), it.lang, most) {
			it.lang = most
		}
	}
}

// detect finds out the language of a document by its text, or, if that is too short, by title and text.
func detect(it *item) string {
	lang := text.Detect(it.text())
	if lang == "" {
		d := unpackDocument(it.doc)
		lang = text.Detect(d.Title + "\n" + d.Text)
	}
	return lang
}

// A language that was found out for fewer than one document in rare, in texts of fewer than fewWords words, is a chance hit more
// often than not: "Al Jazeera opens in Rio de Janeiro" has three function words of Italian.
const (
	rare     = 50
	fewWords = 80
	fewHits  = 4
)

// doubtful reports whether a short text may as well be in the language of most documents: it has next to no function words of its own
// language ("silver per kilo"), or at least half as many of that one.
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
	return own < fewHits || others*2 >= own
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
