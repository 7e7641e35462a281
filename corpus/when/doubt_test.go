package when

import (
	"strings"
	"testing"

	"dateline/corpus"
)

func TestDoubt(t *testing.T) {
	for _, c := range []struct{ date, named, today, want string }{
		{"2021-04-14", "", "2021-04-14", ""},
		{"2021-04-15", "", "2021-04-14", "future"},
		{"2021-04", "", "2021-04-14", ""},
		{"2022", "", "2021-04-14", "future"},
		{"2022", "", "", ""},
		{"1500", "", "2021-04-14", ""},
		{"1499-12-31", "", "2021-04-14", "before 1500"},
		{"2021-04-14", "2021-04-14", "2022-01-01", ""},
		{"2021-04-14", "2021-04", "2022-01-01", ""},
		{"2021", "2021-04-14", "2022-01-01", ""},
		{"2021-04-14", "2021-04-13", "2022-01-01", "differs from 2021-04-13"},
		{"2021-04-14", "2020", "2022-01-01", "differs from 2020"},
		{"", "2020", "2022-01-01", ""},
	} {
		var dates [3]corpus.Date
		for i, s := range []string{c.date, c.named, c.today} {
			if s != "" {
				var err error
				if dates[i], err = corpus.ParseDate(s); err != nil {
					t.Fatal(err)
				}
			}
		}
		err := Doubt(dates[0], dates[1], dates[2])
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c, err)
		}
	}
}
