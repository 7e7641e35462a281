package query

import (
	"strings"

	"dateline/corpus"
)

const dateForms = "Write 2021, 2021-04, 2021-04-14, 2021-04..2021-12, <2014, >=2014 or none behind the colon; this was left out."

var periodSpelling = strings.NewReplacer("...", "..", "…", "..", "≤", "<=", "≥", ">=", " ", "")

// parsePeriod reads what stands behind date: and mentions:. The problem, empty if there is none, is for the reader;
// the Period is zero if nothing could be read.
func parsePeriod(text string) (Period, string) {
	typed := text
	text = strings.ToLower(periodSpelling.Replace(text))
	p := Period{Source: text}
	if text == "none" {
		p.None = true
		return p, ""
	}
	var err error
	from, to, isRange := strings.Cut(text, "..")
	sign, date := cutSign(text)
	switch {
	case isRange && from == "" && to == "":
		return Period{}, "A range needs a date on at least one side of the dots. " + dateForms
	case isRange:
		if from != "" {
			p.From, err = corpus.ParseDate(from)
		}
		if to != "" && err == nil {
			p.To, err = corpus.ParseDate(to)
		}
	case sign == "":
		p.From, err = corpus.ParseDate(text)
		p.To = p.From
	default:
		var d corpus.Date
		if d, err = corpus.ParseDate(date); err != nil {
			break
		}
		switch sign {
		case "<":
			if d.First() == firstDay {
				return Period{}, "No date lies before that. " + dateForms
			}
			p.To = corpus.DateOfDays(d.Days() - 1)
		case "<=":
			p.To = d
		case ">":
			if d.Last() == lastDay {
				return Period{}, "No date lies after that. " + dateForms
			}
			p.From = corpus.DateOfDays(d.Last().Days() + 1)
		case ">=":
			p.From = d
		}
	}
	if err != nil {
		msg := err.Error()
		if strings.HasSuffix(msg, "2021-04-14") { // it tells the forms of a date, and we know more of them
			return Period{}, shorten(typed) + " is not a date. " + dateForms
		}
		return Period{}, strings.ToUpper(msg[:1]) + msg[1:] + ". " + dateForms
	}
	if p.From != 0 && p.To != 0 && p.From.First() > p.To.Last() {
		p.From, p.To = p.To, p.From
		p.Source = p.From.String() + ".." + p.To.String()
		return p, "The range ends before it begins; it was read as " + p.Source + "."
	}
	return p, ""
}

var firstDay, lastDay = mustDate(corpus.MinYear, 1, 1), mustDate(corpus.MaxYear, 12, 31)

func mustDate(y, m, d int) corpus.Date {
	date, err := corpus.NewDate(y, m, d)
	if err != nil {
		panic(err)
	}
	return date
}

// cutSign separates a comparison from the date behind it.
func cutSign(text string) (sign, date string) {
	for _, sign := range [...]string{"<=", ">=", "<", ">"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			return sign, rest
		}
	}
	return "", text
}

// String returns the period as it can stand behind date:.
func (p Period) String() string {
	switch {
	case p.None:
		return "none"
	case p.Source != "":
		return p.Source
	case p.From == p.To:
		return p.From.String()
	}
	return p.From.String() + ".." + p.To.String()
}
