package text

import "slices"

// detectWords is how many words of a text Detect looks at.
const detectWords = 400

// Detect returns the ISO 639-1 code of the language s is written in, and "" where its first words do not tell:
// there are fewer than 8 of them, none of the listed languages has a tenth of them as function words,
// or two languages claim the same number.
//
// It counts the function words of each language, which carry near half of running text (the method of
// Grefenstette, "Comparing two language identification schemes", 1995); letters that only one language has decide
// between near relatives.
func Detect(s string) string {
	var counts [16]int
	n := 0
	for token := range Words(s) {
		set := stopForms()[Form(token.Of(s))]
		for i := 0; set != 0; i, set = i+1, set>>1 {
			counts[i] += int(set & 1)
		}
		if n++; n == detectWords {
			break
		}
	}
	if n < 8 {
		return ""
	}
	for _, r := range s[:min(len(s), detectWords*8)] {
		if lang := telling[r]; lang != "" {
			counts[slices.IndexFunc(functionWords, func(l languageWords) bool { return l.lang == lang })]++
		}
	}
	best, second := -1, 0
	for i := range functionWords {
		switch {
		case best < 0 || counts[i] > counts[best]:
			if best >= 0 {
				second = counts[best]
			}
			best = i
		case counts[i] > second:
			second = counts[i]
		}
	}
	if counts[best]*10 < n || counts[best] == second {
		return ""
	}
	return functionWords[best].lang
}

// telling are letters that one of two near relatives has and the other has not.
var telling = map[rune]string{
	'ы': "ru", 'э': "ru", 'ъ': "ru", 'і': "uk", 'ї': "uk", 'є': "uk", 'ґ': "uk",
	'ä': "sv", 'ö': "sv", 'ñ': "es", '¿': "es", 'ã': "pt", 'õ': "pt", 'ő': "hu", 'ű': "hu", 'ß': "de", 'ł': "pl", 'ę': "pl",
}
