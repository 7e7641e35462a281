package when

import (
	"strings"
	"sync"

	"dateline/corpus"
)

// class is the set of things that a word can be to the rules.
type class uint32

const (
	month        class = 1 << iota // value 1 to 12
	weekday                        // value 0 (Sunday) to 6
	abbreviation                   // of a month, a weekday or a title: its full stop ends no sentence
	loneless                       // a month that is another word or a name as well: March, May, April, June, August
	unit                           // value is a corpus.TimeUnit
	plural                         // of a unit
	cardinal                       // two, ten: value
	ordinal                        // first, second: value
	before                         // last, past, previous
	behind                         // next, coming, following
	current                        // this, current
	few                            // few, several, many: a number that nobody knows
	recent                         // recent
	part                           // early, late, mid, end: a part of a stretch of time
	nearby                         // today and its neighbours: value is the number of days to it
	season                         // value is the first month
	determiner                     // the, a, their
	preposition                    // what a date follows: in, since
	future                         // a word that puts its sentence into the future: will
	past                           // a verb in the past
	auxiliary                      // be, been: the participle behind it takes its tense from what stands before
	function                       // a word that is no noun
	counted                        // what is counted in thousands: people, dollars
	quantity                       // stands before a number that is no year: about, some, total
	numbering                      // stands before a number that names something: flight, resolution
	partOfDay                      // morning, night
)

// word is what the vocabulary says of a word.
type word struct {
	class class
	value int16
}

func (w word) has(c class) bool { return w.class&c != 0 }

// vocabulary is the words of a language.
type vocabulary struct {
	words   map[string]word
	english bool
}

func (v *vocabulary) add(c class, value int, words string) {
	for w := range strings.FieldsSeq(words) {
		old := v.words[w]
		old.class |= c
		if value != noValue {
			old.value = int16(value)
		}
		v.words[w] = old
	}
}

const noValue = -1 << 15

// list adds words that have the values from, from+1 …; alternatives stand together with a stroke: "mars|mar".
func (v *vocabulary) list(c class, from int, words string) {
	for w := range strings.FieldsSeq(words) {
		v.add(c, from, strings.ReplaceAll(w, "|", " "))
		from++
	}
}

var english = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{words: make(map[string]word, 1500), english: true}
	v.list(month, 1, "january february march april may june july august september october november december")
	v.list(month|abbreviation, 1, "jan feb mar apr - jun jul aug sep|sept oct nov dec")
	v.add(loneless, noValue, "march april may june august")
	v.list(weekday, 0, "sunday monday tuesday wednesday thursday friday saturday")
	v.list(weekday|abbreviation, 0, "sun mon tue|tues wed thu|thur|thurs fri sat")
	v.list(unit, int(corpus.DayUnit), "day weekend week month quarter - half year decade century")
	v.list(unit|plural, int(corpus.DayUnit), "days weekends weeks months quarters - halves years decades centuries")
	v.list(cardinal, 2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	v.add(cardinal, 1, "one a an")
	v.add(cardinal, 30, "thirty")
	v.add(cardinal, 40, "forty")
	v.add(cardinal, 50, "fifty")
	v.add(cardinal, 60, "sixty")
	v.add(cardinal, 70, "seventy")
	v.add(cardinal, 80, "eighty")
	v.add(cardinal, 90, "ninety")
	v.list(ordinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	v.add(before, noValue, "last past previous preceding")
	v.add(behind, noValue, "next coming following upcoming")
	v.add(current, noValue, "this current")
	v.add(few, noValue, "few several many couple")
	v.add(recent, noValue, "recent")
	v.add(part, noValue, "early earlier late later mid middle end beginning start rest close opening remainder turn eve")
	v.add(nearby, 0, "today tonight")
	v.add(nearby, -1, "yesterday")
	v.add(nearby, 1, "tomorrow")
	v.add(season, 3, "spring")
	v.add(season, 6, "summer")
	v.add(season, 9, "autumn fall")
	v.add(season, 12, "winter")
	v.add(partOfDay, noValue, "morning afternoon evening night noon midnight mornings nights")
	v.add(determiner, noValue, "the a an this that these those his her its their our your my each every any some no another both")
	v.add(preposition, noValue, "in since of from until till by during before after between to through on for early late mid around circa throughout "+
		"and or last next this past than as at about over within into beginning ending starting following past pre post late-")
	v.add(function, noValue, `a about after all also although am among an and any are as at be because been before being between both but by can could
 did do does during each for from had has have he her here him his how i if in into is it its may might more most must no nor not of off on once
 only or other our out over own per shall she should since so some such than that the their them then there these they this those through to
 under until up upon us was we were what when where whether which while who whom whose why will with within without would you your
 against amid despite toward towards`)
	v.add(future, noValue, `will won't shall would could should might must can 'll he'll she'll it'll they'll we'll i'll you'll there'll who'll cannot
 scheduled planned plans planning expected predict predicts forecast forecasts anticipates due slated upcoming intends intend aims hopes hope expects expect
 postponed adjourned rescheduled going ahead forthcoming may looming`)
	v.add(past, noValue, `said was were had did met held took told went came made gave spoke left began saw got found won lost led fell rose wrote
 became brought bought built broke caught chose drew drove flew fought fled grew heard kept knew laid paid ran rang sat sold shot struck shook shut
 sang sank slept spent stood stole swore taught thought threw understood wore hit withdrew overthrew sent felt dealt meant hung forgot froze hid
 rode sought slid spread swept wasn't weren't hadn't didn't has have hasn't haven't been undertook undid underwent`)
	v.add(auxiliary, noValue, "be been being")
	v.add(counted, noValue, `people persons men women children troops soldiers officers officials police workers employees staff jobs families
 homes houses buildings residents refugees migrants civilians protesters demonstrators students members voters votes patients cases deaths
 victims passengers fans supporters spectators participants delegates companies firms shares points dollars euros pounds yen yuan rubles roubles
 francs kroner crowns lire percent pct per kilometers kilometres km miles meters metres feet ft tons tonnes barrels gallons litres liters acres hectares
 kilograms kg lbs calories degrees hours hrs minutes seconds gmt utc est edt pst pdt cet local units items copies words pages times tests doses
 prisoners inmates fighters militants rebels guests vehicles cars trucks tanks aircraft ships missiles rounds square cubic mw mph kmh
 hp bhp seats inhabitants species more bpd tonne mln bln cts dlrs million billion thousand hundred dozen rpm mhz`)
	v.add(quantity, noValue, `about some nearly almost approximately roughly over than least most only another additional extra total maximum minimum
 number population distance height average sum speed altitude crowd excess estimated exactly every under above below beyond to around times`)
	v.add(numbering, noValue, `flight no number nos resolution law act article section chapter page pages route highway room channel model boeing airbus
 order bill decree directive protocol paragraph version vol volume iso file unit case bus line gate street avenue road box lot type class
 psalm verse code pin zip apartment level grade size`)
	v.add(abbreviation, noValue, "mr mrs ms dr prof rev sen rep gov gen col lt sgt capt st no vs jr sr co corp inc ltd")
	return v
})
