package index

// Ranking holds the constants of BM25F and the mean lengths that a corpus is ranked with.
type Ranking struct {
	K1, BodyB, TitleB, TitleWeight float64
	MeanBody, MeanTitle            float64 // in words
}

// Share returns how much of a term's idf its frequencies in a document are worth, from 0 to below 1: the saturated
// sum of the frequencies in both fields, each normalised by the length of its field (BM25F; Zaragoza et al., "Microsoft Cambridge
// at TREC-13", 2004).
func (r *Ranking) Share(body, title, bodyWords, titleWords int) float64 {
	f := 0.0
	if body > 0 {
		f = float64(body) / (1 - r.BodyB + r.BodyB*ratio(bodyWords, r.MeanBody))
	}
	if title > 0 {
		f += r.TitleWeight * float64(title) / (1 - r.TitleB + r.TitleB*ratio(titleWords, r.MeanTitle))
	}
	return f / (r.K1 + f)
}

func ratio(words int, mean float64) float64 {
	if mean <= 0 {
		return 1
	}
	return float64(words) / mean
}
