package corpus

import "fmt"

// TimeUnit is a unit of the calendar. The numbers are part of the index format.
type TimeUnit uint8

// The units, from vague to large.
const (
	VagueUnit TimeUnit = iota
	DayUnit
	WeekendUnit // Saturday and Sunday
	WeekUnit    // from Monday, ISO 8601
	MonthUnit
	QuarterUnit
	SeasonUnit // of the northern year: spring from March, summer from June, autumn from September, winter from December
	HalfUnit
	YearUnit
	DecadeUnit
	CenturyUnit // in common speech: the 18th century is 1700 to 1799, as TIMEX3 has it
	NumTimeUnits
)

var timeUnitNames = [NumTimeUnits]string{"vague", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"}

// String returns the name of the unit as `extract` prints it for the precision.
func (u TimeUnit) String() string {
	if u < NumTimeUnits {
		return timeUnitNames[u]
	}
	return "unknown"
}

// Around returns the first and the last day of the unit that d, a date with day precision, lies in.
// Where they lie beyond the years that a Date holds, both are undated.
func (u TimeUnit) Around(d Date) (first, last Date) {
	y, m, _ := d.Parts()
	months := func(n, offset int) (Date, Date) { // the stretch of n months that month m lies in, counted from month 1+offset
		start := (m-1-offset+12)%n + 1
		from := m - start + 1
		year := y
		if from < 1 {
			from, year = from+12, year-1
		}
		to, toYear := from+n-1, year
		if to > 12 {
			to, toYear = to-12, toYear+1
		}
		return between(year, from, toYear, to)
	}
	switch u {
	case WeekendUnit, WeekUnit:
		monday := d.Days() - (int(d.Weekday())+6)%7
		if u == WeekendUnit {
			return DateOfDays(monday + 5), DateOfDays(monday + 6)
		}
		return DateOfDays(monday), DateOfDays(monday + 6)
	case MonthUnit:
		return months(1, 0)
	case QuarterUnit:
		return months(3, 0)
	case SeasonUnit:
		return months(3, 2)
	case HalfUnit:
		return months(6, 0)
	case YearUnit:
		return between(y, 1, y, 12)
	case DecadeUnit:
		return between(max(y-y%10, MinYear), 1, y-y%10+9, 12)
	case CenturyUnit:
		return between(max(y-y%100, MinYear), 1, y-y%100+99, 12)
	}
	return d, d
}

func between(year, month, toYear, toMonth int) (first, last Date) {
	if year < MinYear || toYear > MaxYear {
		return 0, 0
	}
	return Date(year<<9 | month<<5).First(), Date(toYear<<9 | toMonth<<5).Last()
}

// value writes the unit that d lies in.
func (u TimeUnit) value(d Date) string {
	y, m, _ := d.Parts()
	switch u {
	case WeekendUnit, WeekUnit:
		year, week := isoWeek(d)
		if u == WeekendUnit {
			return fmt.Sprintf("%04d-W%02d-WE", year, week)
		}
		return fmt.Sprintf("%04d-W%02d", year, week)
	case MonthUnit:
		return fmt.Sprintf("%04d-%02d", y, m)
	case QuarterUnit:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case SeasonUnit: // winter is counted in the year that it begins in
		first, _ := u.Around(d)
		y, m, _ = first.Parts()
		return fmt.Sprintf("%04d-%s", y, [...]string{"WI", "SP", "SU", "FA"}[m%12/3])
	case HalfUnit:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case YearUnit:
		return fmt.Sprintf("%04d", y)
	case DecadeUnit:
		return fmt.Sprintf("%03dX", y/10)
	case CenturyUnit:
		return fmt.Sprintf("%02dXX", y/100)
	}
	return d.String()
}

// isoWeek returns the week of ISO 8601 that d lies in, and the year it is counted in: that of its Thursday.
func isoWeek(d Date) (year, week int) {
	thursday := d.Days() - (int(d.Weekday())+6)%7 + 3
	year, _, _ = DateOfDays(thursday).Parts()
	return year, (thursday-Date(year<<9).Days())/7 + 1
}
