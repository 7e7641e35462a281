package source

import "strings"

// monthNames holds the month names and their usual abbreviations in the languages whose dates are read, lower case and
// without a dot. Russian has the nominative and the genitive.
var monthNames = tableOf(
	`january jan janvier janv enero ene январь января янв januari januar január`,
	`february feb febr février févr fév fevrier febrero февраль февраля фев февр februari februar február`,
	`march mar mars marzo март марта мар mart március márc`,
	`april apr avril avr abril abr апрель апреля апр április ápr`,
	`may mai mayo май мая maj május máj`,
	`june jun juin junio июнь июня июн juni június jún`,
	`july jul juillet juil julio июль июля июл juli július júl`,
	`august aug août aout agosto ago август августа авг augusti augusztus`,
	`september sep sept septembre septiembre setiembre set сентябрь сентября сен сент szeptember szept`,
	`october oct octobre octubre октябрь октября окт oktober okt október`,
	`november nov novembre noviembre ноябрь ноября ноя нояб`,
	`december dec décembre déc decembre diciembre dic декабрь декабря дек desember des`,
)

// weekdayNames holds the days of the week in the same languages; the number is of no use here.
var weekdayNames = tableOf(
	`monday mon lundi lun lunes понедельник пн måndag mån mandag man hétfő`,
	`tuesday tue tues mardi mar martes вторник вт tisdag tis tirsdag tir kedd`,
	`wednesday wed mercredi mer miércoles mié miercoles среда ср onsdag ons szerda`,
	`thursday thu thur thurs jeudi jeu jueves jue четверг чт torsdag tor tors csütörtök`,
	`friday fri vendredi ven viernes vie пятница пт fredag fre péntek`,
	`saturday sat samedi sam sábado sáb sabado суббота сб lördag lör lørdag lør szombat`,
	`sunday sun dimanche dim domingo dom воскресенье вс söndag sön søndag søn vasárnap`,
)

// tableOf numbers lines of words from 1.
func tableOf(lines ...string) map[string]int {
	table := map[string]int{}
	for i, line := range lines {
		for word := range strings.FieldsSeq(line) {
			table[word] = i + 1
		}
	}
	return table
}
