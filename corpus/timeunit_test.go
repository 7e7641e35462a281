package corpus

import (
	"testing"
	"time"
)

func TestDateMentionValue(t *testing.T) {
	for _, c := range []struct {
		unit           TimeUnit
		day, first, to string
		value          string
	}{
		{DayUnit, "2021-04-13", "2021-04-13", "2021-04-13", "2021-04-13"},
		{WeekUnit, "2021-04-14", "2021-04-12", "2021-04-18", "2021-W15"},
		{WeekUnit, "2021-01-02", "2020-12-28", "2021-01-03", "2020-W53"},
		{WeekendUnit, "2021-04-14", "2021-04-17", "2021-04-18", "2021-W15-WE"},
		{MonthUnit, "2020-02-10", "2020-02-01", "2020-02-29", "2020-02"},
		{QuarterUnit, "2021-05-10", "2021-04-01", "2021-06-30", "2021-Q2"},
		{SeasonUnit, "2021-07-10", "2021-06-01", "2021-08-31", "2021-SU"},
		{SeasonUnit, "2021-01-10", "2020-12-01", "2021-02-28", "2020-WI"},
		{SeasonUnit, "2020-12-10", "2020-12-01", "2021-02-28", "2020-WI"},
		{HalfUnit, "2021-07-10", "2021-07-01", "2021-12-31", "2021-H2"},
		{YearUnit, "2021-07-10", "2021-01-01", "2021-12-31", "2021"},
		{DecadeUnit, "2021-07-10", "2020-01-01", "2029-12-31", "202X"},
		{CenturyUnit, "1789-07-14", "1700-01-01", "1799-12-31", "17XX"},
	} {
		d, err := ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		from, to := c.unit.Around(d)
		if from.String() != c.first || to.String() != c.to {
			t.Errorf("%s around %s: %s to %s, want %s to %s", c.unit, d, from, to, c.first, c.to)
		}
		m := DateMention{From: from, To: to, Unit: c.unit}
		if got := m.Value(); got != c.value {
			t.Errorf("%s around %s: %s, want %s", c.unit, d, got, c.value)
		}
	}
	a, _ := ParseDate("2014-01-01")
	b, _ := ParseDate("2016-12-31")
	if got := (DateMention{From: a, To: b, Unit: YearUnit}).Value(); got != "2014/2016" {
		t.Errorf("a range: %s", got)
	}
	if got := (DateMention{Kind: FutureRef}).Value(); got != "FUTURE_REF" {
		t.Errorf("a vague one: %s", got)
	}
}

// TestISOWeek compares with the standard library, over the turns of years of all kinds.
func TestISOWeek(t *testing.T) {
	for year := 1995; year < 2030; year++ {
		for offset := -8; offset < 9; offset++ {
			at := time.Date(year, 1, 1+offset, 0, 0, 0, 0, time.UTC)
			y, m, d := at.Date()
			date, err := NewDate(y, int(m), d)
			if err != nil {
				t.Fatal(err)
			}
			gotYear, gotWeek := isoWeek(date)
			if wantYear, wantWeek := at.ISOWeek(); gotYear != wantYear || gotWeek != wantWeek {
				t.Errorf("%s: %d-W%d, want %d-W%d", date, gotYear, gotWeek, wantYear, wantWeek)
			}
		}
	}
}

// TestAroundEnds asks for units at both ends of the calendar.
func TestAroundEnds(t *testing.T) {
	for _, d := range []Date{Date(MinYear<<9 | 1<<5 | 1), Date(MaxYear<<9 | 12<<5 | 31)} {
		for u := range NumTimeUnits {
			from, to := u.Around(d)
			if (from == 0) != (to == 0) {
				t.Errorf("%s around %s: %v to %v", u, d, from, to)
			}
		}
	}
}
