package source

import "strings"

// languageNames leads from English and own names and from three-letter codes to ISO 639-1.
var languageNames = func() map[string]string {
	table := map[string]string{}
	for _, line := range [...]string{
		"ar arabic ara", "be belarusian bel", "bg bulgarian bul", "bn bengali ben", "cs czech ces cze", "da danish dan dansk",
		"de german deu ger deutsch", "el greek ell gre", "en english eng", "es spanish spa español espanol castellano", "et estonian est",
		"fa persian farsi fas per", "fi finnish fin suomi", "fr french fra fre français francais", "he hebrew heb iw", "hi hindi hin",
		"hr croatian hrv", "hu hungarian hun magyar", "hy armenian hye arm", "id indonesian ind", "is icelandic isl ice", "it italian ita italiano",
		"ja japanese jpn", "ka georgian kat geo", "kk kazakh kaz", "ko korean kor", "lt lithuanian lit", "lv latvian lav", "nl dutch nld dut nederlands",
		"no norwegian nor norsk nb nn nob nno bokmål bokmal nynorsk", "pl polish pol polski", "pt portuguese por português portugues",
		"ro romanian ron rum", "ru russian rus русский", "sk slovak slk slo", "sl slovenian slovene slv", "sr serbian srp", "sv swedish swe svenska",
		"sw swahili swa", "th thai tha", "tr turkish tur türkçe", "uk ukrainian ukr українська", "ur urdu urd", "vi vietnamese vie", "zh chinese zho chi",
	} {
		words := strings.Fields(line)
		for _, word := range words {
			table[word] = words[0]
		}
	}
	return table
}()

// language returns the ISO 639-1 code for a code with or without a region ("en", "en-US", "eng") or a language's name, and "" for others.
func language(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexAny(s, "-_@."); i > 0 {
		s = s[:i]
	}
	if code, ok := languageNames[s]; ok {
		return code
	}
	if len(s) == 2 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z' {
		return s
	}
	return ""
}
