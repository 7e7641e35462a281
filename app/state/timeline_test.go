package state

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
)

// otherCount is a type like the one that search counts with.
type otherCount struct {
	Day  int
	Docs int
}

func days(t testing.TB, dates ...string) []otherCount {
	var out []otherCount
	for _, d := range dates {
		out = append(out, otherCount{date(t, d).Days(), 1})
	}
	return out
}

func TestTimeline(t *testing.T) {
	for _, c := range []struct {
		days        string
		bin         Bin
		first, last string
		want        string // bin, then start and end of each bar with documents, its count, and the number of bars
	}{
		{"", Auto, "", "", "auto 0"},
		{"2021-04-14", Auto, "2021-04-14", "", "auto 0"},
		{"2021-04-14", Auto, "2021-04-14", "2021-04-14", "day 2021-04-14=1 1"},
		{"2021-04-14 2021-12-07", Auto, "2021-04-14", "2021-12-07", "day 2021-04-14=1 2021-12-07=1 238"},
		{"2021-04-14 2021-12-07", Auto, "2021-12-07", "2021-04-14", "day 2021-04-14=1 2021-12-07=1 238"},
		{"2021-04-14 2021-12-07", Week, "2021-04-14", "2021-12-07", "week 2021-04-12..2021-04-18=1 2021-12-06..2021-12-12=1 35"},
		{"2021-04-14 2021-04-30 2021-05-01", Month, "2021", "2021", "month 2021-04=2 2021-05=1 12"},
		{"2020-02-29 2021-01-01", Year, "2019-06", "2021-02", "year 2020=1 2021=1 3"},
		{"2020-12-28 2021-01-03 2021-01-04", Week, "2021-01-01", "2021-01-04", "week 2020-12-28..2021-01-03=2 2021-01-04..2021-01-10=1 2"},
		{"1999-12-31 2021-04-14 2030-01-01", Day, "2021-04-14", "2021-04-15", "day 2021-04-14=1 2"}, // others are outside
		{"2021-05-01 2021-04-14 2021-04-14", Day, "2021-04-14", "2021-05-01", "day 2021-04-14=2 2021-05-01=1 18"},
		{"1969-12-31 1970-01-01", Week, "1969-12-31", "1970-01-01", "week 1969-12-29..1970-01-04=2 1"},
		{"0001-01-01 9999-12-31", Auto, "0001", "9999", "year 0001=1 9999=1 9999"},
		{"9999-12-31", Week, "9999-12-01", "9999-12-31", "week 9999-12-27..9999-12-31=1 5"},
		{"0001-01-01", Week, "0001-01-01", "0001-01-09", "week 0001-01-01..0001-01-07=1 2"},
		{"2021-04-14", Bin(200), "2021-04-14", "2021-04-14", "day 2021-04-14=1 1"},
	} {
		line := NewTimeline(days(t, strings.Fields(c.days)...), c.bin, date(t, c.first), date(t, c.last))
		got := bins[line.Bin]
		for i, bar := range line.Bars {
			if bar.Docs > 0 {
				from, to := line.Dates(i)
				got += " " + from.String()
				if from != to {
					got += ".." + to.String()
				}
				got += fmt.Sprint("=", bar.Docs)
			}
		}
		if got += fmt.Sprint(" ", len(line.Bars)); got != c.want {
			t.Errorf("%s by %s: got %s, want %s", c.days, bins[min(c.bin, Year)], got, c.want)
		}
	}
}

// The width that is chosen shows between 20 and 400 bars wherever that can be.
func TestTimelineChoosesItsWidth(t *testing.T) {
	first := date(t, "2015-05-20")
	for span := 0; span < 600*365; span = span*11/10 + 1 {
		line := NewTimeline([]DayCount(nil), Auto, first, corpus.DateOfDays(first.Days()+span))
		if n := len(line.Bars); n > autoBars && line.Bin != Year || n < 20 && span >= 20 {
			t.Errorf("%d days make %d bars of a %s", span+1, n, bins[line.Bin])
		}
		line = NewTimeline([]DayCount(nil), Day, first, corpus.DateOfDays(first.Days()+span))
		if n := len(line.Bars); n > mostBars {
			t.Errorf("%d days make %d bars when days were asked for", span+1, n)
		}
	}
}

// TestTimelineAgainstCalendar holds bars, places and counts of random timelines against a day by day walk.
func TestTimelineAgainstCalendar(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		first := random.IntN(60000) - 30000
		last := first + random.IntN(3000)
		bin := Bin(1 + random.IntN(4))
		counts := map[int]int{}
		var list []DayCount
		for day := first; day <= last; day++ {
			if n := random.IntN(4); n > 0 {
				counts[day] = n
				list = append(list, DayCount{day, n})
			}
		}
		line := NewTimeline(list, bin, corpus.DateOfDays(first), corpus.DateOfDays(last))
		if line.Bin != bin {
			t.Fatalf("%s became %s", bins[bin], bins[line.Bin])
		}
		key := func(day int) string {
			d := time.Unix(int64(day)*86400, 0).UTC()
			switch bin {
			case Week:
				y, w := d.ISOWeek()
				return fmt.Sprint(y, "W", w)
			case Month:
				return d.Format("2006-01")
			case Year:
				return d.Format("2006")
			}
			return d.Format(time.DateOnly)
		}
		day := line.Bars[0].Start
		if key(day-1) == key(first) || line.Bars[len(line.Bars)-1].End <= last {
			t.Fatalf("the axis does not begin or end with a %s", bins[bin])
		}
		for i, bar := range line.Bars {
			if bar.Start != day {
				t.Fatalf("a gap before bar %d", i)
			}
			docs := 0
			for ; day < bar.End; day++ {
				if key(day) != key(bar.Start) || line.BarAt(day) != i || line.DayAt(line.X(day)) != day {
					t.Fatalf("day %d, %s: bar %d, place %v", day, key(day), line.BarAt(day), line.X(day))
				}
				docs += counts[day]
			}
			if docs != bar.Docs || key(bar.End) == key(bar.Start) {
				t.Fatalf("bar %d, %s: %d documents, want %d", i, key(bar.Start), bar.Docs, docs)
			}
			from, to := line.Dates(i)
			if from.First().Days() != bar.Start || to.Last().Days() != bar.End-1 {
				t.Fatalf("bar %d is from %v to %v", i, from, to)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	line := NewTimeline(days(t), Month, date(t, "2021"), date(t, "2021"))
	first := date(t, "2021-01-01").Days()
	for _, c := range []struct {
		x    float64
		want int
	}{{-1, 0}, {0, 0}, {0.5, 182}, {1, 364}, {7, 364}} {
		if got := line.DayAt(c.x) - first; got != c.want {
			t.Errorf("DayAt(%v) is day %d, want %d", c.x, got, c.want)
		}
	}
	if line.X(first) != 0 || line.X(first+365) != 1 || line.BarAt(first-1) != 0 || line.BarAt(first+1000) != 11 {
		t.Error("the ends are elsewhere")
	}
	var none Timeline
	if none.BarAt(3) != -1 || none.Ticks(10) != nil {
		t.Error("a timeline without bars has some")
	}
	if from, to := none.Dates(0); from != 0 || to != 0 {
		t.Error("a bar that does not exist has dates")
	}
	none.X(1)
	none.DayAt(.5)
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		first, last string
		bin         Bin
		most        int
		want        string
	}{
		{"2021-04-14", "2021-12-07", Auto, 20, "*May 2021|Jun|Jul|Aug|Sep|Oct|Nov|Dec"},
		{"2019", "2022-12-20", Auto, 20, "*2019|Apr|Jul|Oct|*2020|Apr|Jul|Oct|*2021|Apr|Jul|Oct|*2022|Apr|Jul|Oct"},
		{"2019-01-01", "2022", Month, 8, "*2019|Jul|*2020|Jul|*2021|Jul|*2022|Jul"},
		{"2010", "2021", Auto, 12, "*2010|*2011|*2012|*2013|*2014|*2015|*2016|*2017|*2018|*2019|*2020|*2021"},
		{"1890", "2021", Year, 10, "*1900|*1920|*1940|*1960|*1980|*2000|*2020"},
		{"0001", "9999", Auto, 5, "*5000"},
		{"2021-04-28", "2021-05-03", Auto, 20, "*28 Apr 2021|29|30|*1 May|2|3"},
		{"2021-04-20", "2021-05-03", Auto, 20, "*20 Apr 2021|22|23|24|25|26|27|28|29|30|*1 May|2|3"},
		{"2021-04-20", "2021-05-30", Auto, 20, "*26 Apr 2021|*3 May|10|17|24"},
		{"2020-12-29", "2021-01-03", Auto, 20, "*29 Dec|30|31|*1 Jan 2021|2|3"},
		{"2020-12-30", "2021-01-20", Week, 20, "*28 Dec|*4 Jan 2021|11|18"},
		{"2021", "2021", Year, 20, "*2021"},
		{"2021-02", "2021-03", Month, 20, "*Feb 2021|Mar"},
		{"9999-12", "9999-12", Week, 20, "*29 Nov 9999|*6 Dec|13|20|27"},
		{"2021", "2022", Auto, 0, ""},
	} {
		line := NewTimeline(days(t), c.bin, date(t, c.first), date(t, c.last))
		var got []string
		for i, tick := range line.Ticks(c.most) {
			label := tick.Label
			if tick.Major {
				label = "*" + label
			}
			if x := line.X(tick.Day); x < 0 || x >= 1 {
				t.Errorf("tick %d stands at %v", i, x)
			}
			got = append(got, label)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s to %s: got %s, want %s", c.first, c.last, s, c.want)
		}
	}
}

// Every timeline has some ticks and never too many.
func TestTicksAreFew(t *testing.T) {
	first := date(t, "1871-11-03")
	for span := 0; span < 3000*365; span = span*9/8 + 1 {
		for bin := Auto; bin <= Year; bin++ {
			line := NewTimeline([]DayCount(nil), bin, first, corpus.DateOfDays(first.Days()+span))
			for _, most := range []int{5, 8, 20} {
				if n := len(line.Ticks(most)); n > most || n == 0 {
					t.Errorf("%d days by %s have %d ticks of at most %d", span+1, bins[line.Bin], n, most)
				}
			}
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"2021", "", "from 2021"},
		{"", "2021-04", "until Apr 2021"},
		{"2021-03-01", "2021-12-31", "1 Mar – 31 Dec 2021"},
		{"2021-03", "2021-12-31", "Mar – 31 Dec 2021"},
		{"2021-03", "2021-12", "Mar – Dec 2021"},
		{"2021", "2021", "2021"},
		{"2021-01-01", "2021-12-31", "2021"},
		{"2021-01", "2021-12", "2021"},
		{"2021-04", "2021-04", "Apr 2021"},
		{"2020-02-01", "2020-02-29", "Feb 2020"},
		{"2021-02-01", "2021-02-27", "1 Feb – 27 Feb 2021"},
		{"2021-04-14", "2021-04-14", "14 Apr 2021"},
		{"2020-09-01", "2022-12-31", "1 Sep 2020 – 31 Dec 2022"},
		{"2019", "2021", "2019 – 2021"},
		{"2021", "2021-04", "2021 – Apr 2021"},
		{"2021-04", "2021", "Apr 2021 – 2021"},
		{"0800-12-25", "0800-12-25", "25 Dec 800"},
	} {
		if got := Period(date(t, c.from), date(t, c.to)); got != c.want {
			t.Errorf("from %s to %s: got %s, want %s", c.from, c.to, got, c.want)
		}
	}
	if got := LongDate(date(t, "2021-04-14")); got != "14 April 2021" {
		t.Error(got)
	}
	if ShortDate(0) != "" || LongDate(0) != "" {
		t.Error("no date has words")
	}
}

func BenchmarkTimeline(b *testing.B) {
	var list []DayCount
	first := date(b, "2010-01-01").Days()
	for day := range 4000 {
		list = append(list, DayCount{first + day, 1 + day%7})
	}
	last := corpus.DateOfDays(first + 3999)
	for _, bin := range []Bin{Auto, Day} {
		b.Run(bins[bin], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewTimeline(list, bin, corpus.DateOfDays(first), last)
			}
		})
	}
}
