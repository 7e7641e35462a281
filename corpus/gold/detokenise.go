package gold

import "strings"

// A joiner puts tokens together to running text.
type joiner struct {
	text  strings.Builder
	spans []Span
	open  string // label of the span that the last token belongs to
	glue  bool   // nothing stands between the last token and the next
	quote bool   // inside quotation marks
}

// token adds one token; label is "" outside names, first says that a name begins with it.
func (j *joiner) token(token, label string, first bool) {
	switch token {
	case "``", "''", `'"'`, `""`:
		token = `"`
	case "-LRB-":
		token = "("
	case "-RRB-":
		token = ")"
	}
	if token == "" {
		return
	}
	closing := strings.ContainsAny(token[:1], ",.;:)]?!%") && token != ":)" || strings.HasPrefix(token, "'") && len(token) > 1 ||
		strings.HasPrefix(token, "’") || token == "n't" || token == "…"
	if token == `"` {
		closing = j.quote
		j.quote = !j.quote
	}
	if !j.glue && !closing && j.text.Len() > 0 {
		j.text.WriteByte(' ')
	}
	j.glue = token == "(" || token == "[" || token == "$" || token == "£" || token == "€" || token == "#" || token == "@" || token == "“" ||
		token == `"` && j.quote
	j.exact(token, label, first)
}

// exact adds a token as it stands, without space.
func (j *joiner) exact(token, label string, first bool) {
	start := j.text.Len()
	j.text.WriteString(token)
	j.mark(start, j.text.Len(), label, first)
}

// mark notes that bytes start to end, behind all that was marked before, have a label.
func (j *joiner) mark(start, end int, label string, first bool) {
	if label != "" {
		if !first && j.open == label {
			j.spans[len(j.spans)-1].End = end
		} else {
			j.spans = append(j.spans, Span{start, end, label})
		}
	}
	j.open = label
}

// sentence ends a sentence; sep stands between it and the next.
func (j *joiner) sentence(sep string) {
	if j.text.Len() > 0 {
		j.text.WriteString(sep)
	}
	j.open, j.glue, j.quote = "", true, false
}

// document returns what was joined and begins anew.
func (j *joiner) document(id string) Document {
	d := Document{ID: id, Text: strings.TrimRight(j.text.String(), " \n"), Spans: j.spans}
	*j = joiner{glue: true}
	return d
}
