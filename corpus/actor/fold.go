package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendKey appends the form of word under which the dictionary knows it: lower case, Latin letters without
// their accents, acronyms without their full stops, one form of apostrophe, Cyrillic words without their case ending.
// It differs from text.Form in the last three, and allocates nothing.
func appendKey(key []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return appendWide(key, word[i:])
		}
		switch {
		case 'A' <= c && c <= 'Z':
			key = append(key, c|0x20)
		case c != '.':
			key = append(key, c)
		}
	}
	return key
}

func appendWide(key []byte, word string) []byte {
	cyrillic := false
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			if r != '.' {
				key = utf8.AppendRune(key, unicode.ToLower(r))
			}
		case isApostrophe(r):
			key = append(key, '\'')
		case unicode.Is(unicode.Mn, r):
		default:
			r = unicode.ToLower(r)
			if base, ok := plain[r]; ok {
				key = append(key, base...)
				continue
			}
			cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
			key = utf8.AppendRune(key, r)
		}
	}
	if cyrillic {
		key = cutEnding(key)
	}
	return key
}

// plain gives the letters of Latin alphabets that are not in ASCII their nearest plain form.
var plain = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ё': "е", 'ґ': "г"}
	for base, letters := range map[string]string{
		"a": "àáâãäåāăąǎảạấầậắằặẫẩ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềệểễə", "g": "ĝğġģǧ", "h": "ĥħḥ",
		"i": "ìíîïĩīĭįıịỉǐ", "j": "ĵ", "k": "ķḳ", "l": "ĺļľŀł", "n": "ñńņňŉŋ", "o": "òóôõöøōŏőơọỏốồộổỗớờợởỡǒ",
		"r": "ŕŗř", "s": "śŝşšșṣ", "t": "ţťŧțṭ", "u": "ùúûüũūŭůűųưụủứừựửữǔ", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓ",
	} {
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
}()

// endings are the case endings of Russian and Ukrainian nouns, names and adjectives, longest first.
var endings = []string{
	"иями", "ього", "ьому", "ими", "ыми", "ами", "ями", "ией", "ією", "иях", "ого", "его", "ому", "ему", "ием", "иям",
	"ой", "ей", "ою", "ею", "ым", "им", "ом", "ем", "ев", "ов", "ам", "ям", "ах", "ях", "ый", "ий", "ій", "ая", "яя", "ое", "ее",
	"ые", "ие", "их", "ых", "ия", "ию", "ии", "ія", "ії", "ію", "ье", "ью", "ья",
	"а", "я", "у", "ю", "е", "о", "ы", "и", "і", "ї", "й", "ь", "є",
}

// cutEnding cuts one case ending off a Cyrillic word and leaves at least three letters.
// A full stemmer would cut "Киев" and "Медведев" too far; these are names.
func cutEnding(key []byte) []byte {
	s := string(key)
	for _, e := range endings {
		if strings.HasSuffix(s, e) && len(key)-len(e) >= 3*2 {
			if e == "ев" || e == "ов" {
				return key // Киев, Медведев: part of the name far more often than a genitive plural
			}
			return key[:len(key)-len(e)]
		}
	}
	return key
}
