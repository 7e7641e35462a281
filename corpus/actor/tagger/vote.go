package tagger

// vote returns the spans; documents' own votes come later.
func (d *document) vote(spans []Span) []Span { return spans }
