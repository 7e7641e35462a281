package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// readGUM reads the news, interviews and speeches of GUM. Its spans are whole noun phrases with nested ones; what is
// kept of each is the run of proper nouns about its head, since that is what a name is in the other sets.
func readGUM(dir string) ([]Document, error) {
	dir = filepath.Join(dir, "gum", "dep")
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrAbsent, dir)
	}
	if err != nil {
		return nil, err
	}
	var docs []Document
	for _, f := range files {
		text, err := open(dir, f.Name())
		if err != nil {
			return nil, err
		}
		docs = append(docs, gumDocument(strings.TrimSuffix(f.Name(), ".conllu"), text))
	}
	return docs, nil
}

// A gumToken is one line.
type gumToken struct {
	form, tag, entity string
	glued             bool // no space behind it
	label             string
	first             bool
}

// A gumMention is an entity that is open or was closed: tokens from, to (exclusive), the head by its number in the span.
type gumMention struct {
	from, to, head int
	typ            string
}

func gumDocument(id, text string) Document {
	j := joiner{glue: true}
	var tokens []gumToken
	sep, date := "", ""
	flush := func() {
		if len(tokens) == 0 {
			return
		}
		gumLabels(tokens)
		j.sentence(sep)
		sep = " "
		for _, t := range tokens {
			j.exact(t.form, t.label, t.first)
			if !t.glued {
				j.text.WriteByte(' ')
			}
		}
		if s := j.text.String(); strings.HasSuffix(s, " ") {
			j.text.Reset()
			j.text.WriteString(strings.TrimRight(s, " "))
		}
		tokens = tokens[:0]
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# meta::dateCreated = "):
			date = strings.TrimPrefix(line, "# meta::dateCreated = ")
		case strings.HasPrefix(line, "# newpar_block"), line == "# newpar":
			sep = "\n\n"
		case line[0] != '#':
			f := strings.Split(line, "\t")
			if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
				continue
			}
			t := gumToken{form: f[1], tag: f[4]}
			for misc := range strings.SplitSeq(f[9], "|") {
				if e, ok := strings.CutPrefix(misc, "Entity="); ok {
					t.entity = e
				}
				t.glued = t.glued || misc == "SpaceAfter=No"
			}
			tokens = append(tokens, t)
		}
	}
	flush()
	d := j.document(id)
	d.Date = date
	return d
}

// gumLabels settles the labels of a sentence; entities never cross sentences.
func gumLabels(tokens []gumToken) {
	var open, done []gumMention
	for i, t := range tokens {
		s := t.entity
		for s != "" {
			switch {
			case s[0] == '(':
				end := strings.IndexAny(s[1:], "()")
				body := s[1:]
				if end >= 0 {
					body = s[1 : 1+end]
				}
				s = s[1+len(body):]
				m := gumMention{from: i, head: 1}
				if f := strings.Split(body, "-"); len(f) > 4 {
					m.typ = f[1]
					head, _, _ := strings.Cut(f[5], ",")
					if n, err := strconv.Atoi(head); err == nil {
						m.head = n
					}
				}
				if strings.HasPrefix(s, ")") {
					s = s[1:]
					m.to = i + 1
					done = append(done, m)
				} else {
					open = append(open, m)
				}
			case s[0] == ')':
				s = s[1:]
			default: // an id that closes
				_, rest, _ := strings.Cut(s, ")")
				s = rest
				if n := len(open) - 1; n >= 0 {
					open[n].to = i + 1
					done = append(done, open[n])
					open = open[:n]
				}
			}
		}
	}
	for _, m := range done {
		gumName(tokens, m)
	}
}

// gumName labels the name in one mention, if it has one. Mentions close from the inside out: an outer one that is headed by a
// name goes over the name of an inner one ("University of Texas").
func gumName(tokens []gumToken, m gumMention) {
	label := map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}[m.typ]
	head := m.from + m.head - 1
	proper := func(i int) bool {
		return i >= m.from && i < m.to && strings.HasPrefix(tokens[i].tag, "NNP") && tokens[i].form[0] <= 'Z'
	}
	if label == "PER" && head+1 < m.to && !proper(head) && proper(head+1) && proper(m.to-1) {
		head = m.to - 1 // "actor Jason Beghe"
	}
	if label == "" || head >= m.to || !proper(head) {
		return
	}
	link := func(i int) bool {
		switch tokens[i].form {
		case "of", "for", "and", "&", "the", "-", "de", "on", "in":
			return label == "ORG" || tokens[i].form == "-" || tokens[i].form == "de" || tokens[i].form == "of"
		}
		return false
	}
	from, to := head, head+1
	for proper(from - 1) {
		from--
	}
	for {
		switch {
		case proper(to):
			to++
		case to+1 < m.to && link(to) && proper(to+1):
			to += 2
		case to+2 < m.to && link(to) && link(to+1) && proper(to+2):
			to += 3
		default:
			goto done
		}
	}
done:
	for label == "PER" && from < to-1 && gumTitles[tokens[from].form] {
		from++
	}
	if label != "LOC" && to-from <= 2 && gumCountries[strings.Join(forms(tokens[from:to]), " ")] {
		label = "LOC" // GUM calls a country that acts an organisation
	}
	for i := from; i < to; i++ {
		tokens[i].label, tokens[i].first = label, i == from
	}
	if to < len(tokens) && tokens[to].label != "" {
		tokens[to].first = true
	}
}

func forms(tokens []gumToken) []string {
	var s []string
	for _, t := range tokens {
		s = append(s, t.form)
	}
	return s
}

var gumTitles = set2("Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr President Senator Sen. Prime Minister Chancellor Secretary General Justice Judge King Queen " +
	"Prince Princess Pope Professor Prof. Colonel Captain Governor Mayor Congressman Representative Rep. Sir Lord Lady Foreign Chairman Director")

var gumCountries = set2("Israel Iran Iraq Russia China Afghanistan Germany France Britain Ukraine Libya Syria Turkey Japan India Pakistan Egypt UK US " +
	"U.S. U.K. USA Lebanon Jordan Greece Italy Spain Australia Canada Mexico Brazil Poland Sweden Norway Finland Cuba America Albania")

func set2(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	for _, c := range []string{"North Korea", "South Korea", "United States", "United Kingdom", "Saudi Arabia", "New Zealand", "South Africa"} {
		m[c] = true
	}
	return m
}
