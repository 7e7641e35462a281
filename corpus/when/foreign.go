package when

import (
	"time"

	"dateline/corpus"
)

// loadForeign makes the vocabularies of the other languages: months and days of the week with the forms that stand in a date,
// today and its neighbours, and the prepositions that a year follows. What is written differently without accents is listed in both ways.
func loadForeign() map[string]*vocabulary {
	all := map[string]*vocabulary{}
	add := func(lang, months, short, days, now, prepositions, ahead, back string) {
		v := &vocabulary{words: make(map[string]word, 100)}
		v.list(month, 1, months)
		v.list(month|abbreviation, 1, short)
		v.list(weekday, 0, days)
		v.list(nearby, -1, now)
		v.add(preposition, noValue, prepositions)
		v.add(behind, noValue, ahead)
		v.add(before, noValue, back)
		delete(v.words, "-")
		all[lang] = v
	}
	add("fr", "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre|decembre",
		"janv févr|fév - avr - - juil - sept oct nov déc",
		"dimanche lundi mardi mercredi jeudi vendredi samedi", "hier aujourd'hui|aujourd’hui demain",
		"en depuis de année l'année avant après dès fin début été hiver automne printemps", "prochain prochaine", "dernier dernière passé")
	add("es", "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
		"ene feb - abr - jun jul ago sept|sep oct nov dic",
		"domingo lunes martes miércoles|miercoles jueves viernes sábado|sabado", "ayer hoy mañana",
		"en desde de año hasta del", "próximo próxima", "pasado último")
	add("ru", "январь|января|январе|январю|январем февраль|февраля|феврале|февралю март|марта|марте|марту апрель|апреля|апреле|апрелю май|мая|мае июнь|июня|июне|июню июль|июля|июле|июлю август|августа|августе|августу сентябрь|сентября|сентябре|сентябрю октябрь|октября|октябре|октябрю ноябрь|ноября|ноябре|ноябрю декабрь|декабря|декабре|декабрю",
		"янв фев - апр - - - авг сен|сент окт ноя дек",
		"воскресенье|воскресенья понедельник|понедельника вторник|вторника среда|среду|среды четверг|четверга пятница|пятницу|пятницы суббота|субботу|субботы", "вчера сегодня завтра",
		"в с по до к", "следующий следующую следующее будущую", "прошлый прошлую прошлое минувший минувшую")
	add("uk", "січень|січня|січні лютий|лютого|лютому березень|березня|березні квітень|квітня|квітні травень|травня|травні червень|червня|червні липень|липня|липні серпень|серпня|серпні вересень|вересня|вересні жовтень|жовтня|жовтні листопад|листопада|листопаді грудень|грудня|грудні",
		"- - - - - - - - - - - -",
		"неділя|неділю|неділі понеділок|понеділка вівторок|вівторка середа|середу|середи четвер|четверга п'ятниця|п'ятницю|п'ятниці субота|суботу|суботи", "вчора|учора сьогодні завтра",
		"у в з із до", "наступний наступну наступну", "минулий минулу минулого")
	add("sv", "januari februari mars april maj juni juli augusti september october|oktober november december",
		"jan feb - apr - jun jul aug sep|sept okt nov dec",
		"söndag|söndags|söndagen måndag|måndags|måndagen tisdag|tisdags|tisdagen onsdag|onsdags|onsdagen torsdag|torsdags|torsdagen fredag|fredags|fredagen lördag|lördags|lördagen", "igår idag imorgon",
		"år året sedan från till före efter våren sommaren hösten vintern", "nästa", "förra")
	add("no", "januar februar mars april mai juni juli august september oktober november desember",
		"jan feb - apr - jun jul aug sep|sept okt nov des",
		"søndag|søndagen mandag|mandagen tirsdag|tirsdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen lørdag|lørdagen", "igår idag imorgen",
		"i år året siden fra til før etter våren sommeren høsten vinteren", "neste", "forrige sist")
	add("hu", "január|januárban|januári|januártól február|februárban|februári|februártól március|márciusban|márciusi|márciustól április|áprilisban|áprilisi|áprilistól május|májusban|májusi|májustól június|júniusban|júniusi|júniustól július|júliusban|júliusi|júliustól augusztus|augusztusban|augusztusi szeptember|szeptemberben|szeptemberi október|októberben|októberi november|novemberben|novemberi december|decemberben|decemberi",
		"jan febr|feb márc ápr máj jún júl aug szept okt nov dec",
		"vasárnap|vasárnapi hétfő|hétfőn|hétfői kedd|kedden|keddi szerda|szerdán|szerdai csütörtök|csütörtökön|csütörtöki péntek|pénteken|pénteki szombat|szombaton|szombati", "tegnap ma holnap",
		"", "jövő", "múlt")
	all["nb"], all["nn"] = all["no"], all["no"]
	return all
}

// matchForeign tries the productions of the other languages.
//
//	foreign = [ weekday ] day [ "." ] [ "de" ] month [ "de" ] [ year ]      14 avril 2021, 14 de abril de 2021, 14 апреля 2021
//	        | year "." month [ day ]                                        2021. április 14.
//	        | month [ "de" ] [ year ] | month day | weekday | today | preposition year
func (t *task) matchForeign(i int) (expression, bool) {
	w := t.at(i)
	switch {
	case w.digits == 4:
		return t.foreignYear(i)
	case w.digits > 0 || w.ordinal:
		return t.dayMonth(i)
	case w.has(weekday):
		return t.foreignWeekday(i)
	case w.has(month):
		return t.foreignMonth(i)
	case w.has(nearby):
		ref, ok := t.day()
		if !ok || t.is(i, "mañana") && t.is(i-1, "la", "esta", "una") || t.is(i, "ma") && w.upper {
			return expression{}, false
		}
		d := corpus.DateOfDays(ref.Days() + int(w.value))
		return expression{from: i, to: i + 1, first: d, last: d, unit: corpus.DayUnit, kind: corpus.Resolved}, true
	}
	return expression{}, false
}

// foreignYear reads a year that a date of Hungarian begins with, or one behind a preposition.
func (t *task) foreignYear(i int) (expression, bool) {
	w, next := t.at(i), t.at(i+1)
	n := int(w.number)
	if n < firstYear || n > lastYear || w.gap&(gapHyphen|gapSlash) != 0 && w.gap&gapSpace == 0 || i > 0 && t.money(w.start) || t.measured(i) {
		return expression{}, false
	}
	if next.has(month) && next.gap == gapDot|gapSpace {
		if day := t.at(i + 2); (day.digits == 1 || day.digits == 2 || day.number > 0 && day.number <= 31) && day.gap.spaced() {
			if d := date(n, int(next.value), int(day.number)); d != 0 {
				return written(i, i+3, d)
			}
		}
		d := date(n, int(next.value), 0)
		return expression{from: i, to: i + 2, first: d.First(), last: d.Last(), unit: corpus.MonthUnit, kind: corpus.Written}, true
	}
	e, ok := t.plainYear(i)
	yearWord := t.is(i+1, "году", "года", "год", "годом", "г", "року", "рік", "роки")
	return e, ok && n >= firstPlain && n <= lastPlain && (w.gap.spaced() && t.at(i-1).has(preposition) && !t.is(i-1, "de", "до", "к", "по", "з", "с") || yearWord ||
		w.gap&gapOpen != 0 && t.closed(i))
}

// foreignWeekday reads a day of the week, alone or before a date.
func (t *task) foreignWeekday(i int) (expression, bool) {
	w := t.at(i)
	if next := t.at(i + 1); next.gap&gapBreak == 0 && (next.digits > 0 || next.ordinal) {
		if e, ok := t.dayMonth(i + 1); ok && e.first == e.last {
			e.from = i
			t.fitWeekday(&e, time.Weekday(w.value))
			return e, true
		}
	}
	ref, ok := t.day()
	if !ok || t.is(i-1, "les", "los", "каждый", "каждую", "varje", "hver", "minden", "chaque", "cada", "le") && t.is(i-1, "les", "los", "каждый", "каждую", "varje", "hver", "minden", "chaque", "cada") {
		return expression{}, false
	}
	e := expression{from: i, to: i + 1, unit: corpus.DayUnit, kind: corpus.Resolved}
	ahead := t.at(i-1).has(behind) && w.gap.spaced() || t.at(i+1).has(behind) && t.at(i+1).gap.spaced()
	back := t.at(i-1).has(before) && w.gap.spaced() || t.at(i+1).has(before) && t.at(i+1).gap.spaced()
	switch {
	case ahead:
		e.first = nearestWeekday(corpus.DateOfDays(ref.Days()+1), time.Weekday(w.value), true)
	case back:
		e.first = nearestWeekday(corpus.DateOfDays(ref.Days()-1), time.Weekday(w.value), false)
	default:
		e.first = nearestWeekday(ref, time.Weekday(w.value), false)
	}
	e.last = e.first
	return e, true
}

// foreignMonth reads a month with a year or alone.
func (t *task) foreignMonth(i int) (expression, bool) {
	m := t.at(i)
	// "április 14."
	if day := t.at(i + 1); day.gap.spaced() && (day.digits == 1 || day.digits == 2) && day.end < len(t.text) && (t.text[day.end] == '.' || t.text[day.end] == '-') {
		if d := int(day.number); d >= 1 && d <= 31 {
			e := expression{from: i, to: i + 2, unit: corpus.DayUnit, kind: corpus.Resolved, yearless: true}
			year := t.workOutYear(i, i+2, corpus.DayUnit, func(year int) corpus.Date { return date(year, int(m.value), d) })
			e.first = date(year, int(m.value), d)
			e.last = e.first
			return e, e.first != 0
		}
	}
	e := expression{from: i, to: i + 1, unit: corpus.MonthUnit, kind: corpus.Written}
	year, to := t.yearAfter(i + 1)
	if year == 0 {
		if m.has(abbreviation) || t.is(i, "mars", "mai", "mayo", "marzo", "maj", "май", "março", "листопад", "лютий") && !t.is(i-1, "en", "depuis", "de", "в", "i", "desde", "sedan", "siden", "fin", "début") {
			return e, false
		}
		year, to = t.workOutYear(i, i+1, corpus.MonthUnit, func(year int) corpus.Date { return date(year, int(m.value), 0) }), i+1
		e.kind, e.yearless = corpus.Resolved, true
	}
	e.to = to
	d := date(year, int(m.value), 0)
	e.first, e.last = d.First(), d.Last()
	return e, d != 0
}
