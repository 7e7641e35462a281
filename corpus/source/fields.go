package source

import (
	"fmt"
	"net/url"
	"strings"

	"dateline/corpus"
)

// Fields names the fields of records and headers that hold the parts of a document, where the reader's own guess is not wanted.
// A member of a nested object is named with dots: "meta.date". Text may name several fields with commas between; their texts follow each other.
// Case, spaces and underscores in names do not matter. An empty name leaves the search to the reader.
type Fields struct {
	ID, Date, Title, Text, Lang, Source, URL, Authors, Tags string
	// People, Organisations, Countries and Places hold actors of that type; Actors holds any, as organisations where
	// an item does not say "person:" or the like before its name.
	People, Organisations, Countries, Places, Actors string
}

// The names under which the parts of a document are looked for, folded, the surest first.
var (
	idNames    = foldedWords("id _id id_str doc_id document_id article_id story_id docno uid uuid guid")
	titleNames = foldedWords("title headline heading subject head hed article_title dc.title web_title titel titre titulo rubrik заголовок")
	dateNames  = foldedWords("date date_published published published_at published_date published_time published_on publication_date " +
		"pub_date publish_date publish_time publishedAtDate first_published first_published_at first_publication_date webPublicationDate seendate " +
		"release_date released issued date_issued display_date article_date doc_date document_date news_date dc.date datetime timestamp " +
		"created created_at created_date creation_date created_time date_created posted posted_at date_posted day_date fecha datum dato дата")
	textNames = foldedWords("text body content full_text article_text article_body body_text plain_text main_text text_content content_text " +
		"text_body raw_text clean_text cleaned_text transcript speech statement message story article post html content_html body_html tweet " +
		"description summary abstract lead lead_paragraph excerpt snippet texte texto szöveg текст")
	langNames   = foldedWords("lang language locale iso_language langue idioma språk")
	sourceNames = foldedWords("source outlet publisher publication newspaper site site_name provider agency source_name media sources domain")
	urlNames    = foldedWords("url link permalink canonical_url source_url web_url href uri")
	authorNames = foldedWords("authors author byline creator creators writer writers reporter by user")
	tagNames    = foldedWords("tags tag keywords keyword topics topic subjects labels categories category section")
)

// actorField is a group of fields with actors of one type, and when commas part them.
type actorField struct {
	names []string
	kind  corpus.ActorType
	comma func(string) bool
}

var actorFields = []actorField{
	{foldedWords("people person persons person_names speakers speaker politicians"), corpus.Person, severalNames},
	{foldedWords("orgs org organisations organisation organizations organization companies company institutions"), corpus.Organisation, severalNames},
	{foldedWords("countries country nations"), corpus.Country, always},
	{foldedWords("places place locations location cities city"), corpus.Place, nil},
	{foldedWords("actors actor entities named_entities"), corpus.Organisation, severalNames},
}

func foldedWords(s string) []string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = foldName(w)
	}
	return words
}

// mapper finds the parts of documents in records, by the built-in names or those that Fields gives.
type mapper struct {
	id, title, date, text, lang, source, url, authors, tags []string

	actors    []actorField
	order     DateOrder
	textGiven bool // Fields names the text: there is nothing to guess
}

func newMapper(opts Options) *mapper {
	f := opts.Fields
	m := &mapper{
		id: named(f.ID, idNames), title: named(f.Title, titleNames), date: named(f.Date, dateNames), text: named(f.Text, textNames),
		lang: named(f.Lang, langNames), source: named(f.Source, sourceNames), url: named(f.URL, urlNames),
		authors: named(f.Authors, authorNames), tags: named(f.Tags, tagNames),
		order: opts.DateOrder, textGiven: f.Text != "",
	}
	for i, name := range [...]string{f.People, f.Organisations, f.Countries, f.Places, f.Actors} {
		group := actorFields[i]
		group.names = named(name, group.names)
		m.actors = append(m.actors, group)
	}
	return m
}

func named(name string, builtin []string) []string {
	if name == "" {
		return builtin
	}
	var names []string
	for part := range strings.SplitSeq(name, ",") {
		if key := foldName(part); key != "" {
			names = append(names, key)
		}
	}
	return names
}

// fill sets what r tells of d beside its text. The error is a note on the date: d stays a document without one.
func (m *mapper) fill(d *corpus.Document, r *record, from string) error {
	if id := oneLine(first(r.get(m.id)), maxName); id != "" {
		d.ID, d.OwnID = id, true
	}
	d.Title = oneLine(first(r.get(m.title)), maxTitle)
	d.Lang = language(first(r.get(m.lang)))
	d.Source = strings.Join(splitList(r.get(m.source), nil), "; ")
	d.URL = webAddress(first(r.get(m.url)))
	d.Authors = authors(r.get(m.authors))
	d.Tags = splitList(r.all(m.tags), r.commas(always))
	for i, tag := range d.Tags {
		d.Tags[i] = withoutType(tag)
	}
	d.Actors = givenActors(r, m.actors)
	date, err := m.dateOf(r)
	if date != 0 {
		d.Date, d.DateFrom = date, from
	}
	return err
}

// dateOf reads the first date field that is not empty, or fields called year, month and day.
func (m *mapper) dateOf(r *record) (corpus.Date, error) {
	for _, name := range m.date {
		for _, value := range r.get([]string{name}) {
			d, err := parseDateField(value, m.order)
			if err != nil {
				return 0, fmt.Errorf("the date is left out: %w", err)
			}
			if d != 0 {
				return d, nil
			}
		}
	}
	year := first(r.get([]string{"year"}))
	if year == "" {
		return 0, nil
	}
	parts := year
	month, day := first(r.get([]string{"month"})), first(r.get([]string{"day"}))
	switch {
	case month != "" && day != "" && monthNames[strings.ToLower(month)] == 0:
		parts = year + "-" + month + "-" + day
	case month != "" && day != "":
		parts = day + " " + month + " " + year
	case month != "" && monthNames[strings.ToLower(month)] == 0:
		parts = fmt.Sprintf("%s-%02s", year, month)
	case month != "":
		parts = month + " " + year
	}
	d, err := parseDateField(parts, m.order)
	if err != nil {
		return 0, fmt.Errorf("the date is left out: %w", err)
	}
	return d, nil
}

// textOf returns the text of a record: that of the first text field with any, or of all fields that were named.
func (m *mapper) textOf(r *record) string {
	if !m.textGiven {
		return strings.Join(r.get(m.text), "\n\n")
	}
	var parts []string
	for _, name := range m.text {
		parts = append(parts, r.get([]string{name})...)
	}
	return strings.Join(parts, "\n\n")
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// webAddress returns s if it is an http or https address, with https:// put before a bare "www.", and "" for anything else:
// an address ends up as a link in a page.
func webAddress(s string) string {
	const most = 2000
	s = strings.TrimSpace(s)
	if strings.HasPrefix(strings.ToLower(s), "www.") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || len(s) > most || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	return u.String()
}
