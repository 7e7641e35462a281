package source

import (
	"bufio"
	"errors"
	"fmt"
	"path"
	"strings"

	"dateline/corpus"
)

// readText reads a plain text: one document.
func (f *file) readText(r *bufio.Reader) error {
	b, err := f.readAll(r)
	if err != nil {
		return err
	}
	text := f.decoded(b, "", 0)
	d := f.whole()
	date, rest, found, err := leadingDate(text, f.opts.DateOrder)
	if found {
		text = rest
		if err != nil {
			f.note(1, fmt.Errorf("the date is left out: %w", err))
		}
		if date != 0 {
			d.Date, d.DateFrom = date, "text"
		}
	} else {
		var header *record
		header, text = headerBlock(strings.TrimLeft(text, "\n \t"))
		err = f.mapper.fill(&d, header, "text")
		if err != nil {
			f.note(1, err)
		}
	}
	d.Text = paragraphs(text)
	if !found && err == nil {
		f.findDate(&d, 0)
	}
	return f.emit(d, 0)
}

// decoded decodes and cleans b, with a note where the encoding is a guess.
func (f *file) decoded(b []byte, label string, line int) string {
	s, note := decoded(b, label)
	if note != nil {
		f.note(line, note)
	}
	return s
}

func decoded(b []byte, label string) (s string, note error) {
	s, guessed := decode(b, label)
	if guessed != "" {
		note = fmt.Errorf("the text is not UTF-8 and was read as %s: save it as UTF-8 if letters are wrong", guessed)
	}
	return clean(s), note
}

// findDate looks for the date of a document whose fields do not tell it: a day in the file's name comes first, then the
// text's first lines, then a month or year in the name. The two may complete each other: a dateline has its day without
// the year, and a name often the year without the day.
func (f *file) findDate(d *corpus.Document, line int) {
	if d.Date != 0 {
		return
	}
	name := dateOfName(path.Dir(f.name), f.stem(), f.opts.DateOrder)
	if name.Precision() == corpus.DayOfMonth {
		d.Date, d.DateFrom = name, "name"
		return
	}
	if f.findOpeningDate(d, line); d.Date != 0 {
		return
	}
	if name != 0 {
		d.Date, d.DateFrom = name, "name"
		if day := completed(name, d.Text); day != 0 {
			d.Date, d.DateFrom = day, "text"
		}
	}
}

// findOpeningDate takes the date from the text's first lines, and a line that held nothing else off the text.
func (f *file) findOpeningDate(d *corpus.Document, line int) {
	if d.Date != 0 {
		return
	}
	o, err := openingDate(d.Text, f.opts.DateOrder)
	var doubt *ambiguousError
	if errors.As(err, &doubt) || err != nil {
		f.note(line, fmt.Errorf("the date is left out: %w", err))
	}
	if o.date == 0 {
		return
	}
	d.Date, d.DateFrom = o.date, "text"
	if rest := strings.TrimSuffix(d.Text[:o.from]+d.Text[o.to:], "\n\n"); rest != "" {
		d.Text = rest
	}
}

// completed adds the day of a dateline to the year or month that a name gives, if the two agree.
func completed(name corpus.Date, text string) corpus.Date {
	opening, ok := findDateline(text)
	if !ok || opening.day == 0 {
		return 0
	}
	year, month, _ := name.Parts()
	if month != 0 && month != opening.month || opening.year != 0 && opening.year != year {
		return 0
	}
	d, err := corpus.NewDate(year, opening.month, opening.day)
	if err != nil {
		return 0
	}
	return d
}
