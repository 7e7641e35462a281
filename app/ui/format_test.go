package ui

import (
	"testing"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 20418: "20,418", 1234567: "1,234,567", -5: "-5", -123: "-123", -1234: "-1,234"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 5120: "5 KB", 999_600: "1000 KB", 1_440_000: "1.4 MB", 61_300_000: "61 MB", 2_100_000_000: "2.1 GB"} {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	for dateline, want := range map[string]string{
		"WASHINGTON": "Washington", "NEW YORK, Feb 3": "New York, Feb 3", "U.S.": "U.S.", "São Paulo": "São Paulo",
		"PORT-AU-PRINCE": "Port-Au-Prince", "XI'AN": "Xi'an", "МОСКВА": "Москва", "": "",
	} {
		if got := place(dateline); got != want {
			t.Errorf("place(%q) = %q, want %q", dateline, got, want)
		}
	}
}

func TestDayAndYear(t *testing.T) {
	for day, want := range map[string][2]string{
		"2021-04-14": {"14 Apr", "2021"}, "2021-04": {"Apr", "2021"}, "2021": {"2021", ""}, "": {"Undated", ""},
	} {
		if a, b := dayAndYear(date(t, day)); a != want[0] || b != want[1] {
			t.Errorf("dayAndYear(%q) = %q, %q, want %q", day, a, b, want)
		}
	}
}

func TestWebLink(t *testing.T) {
	for url, want := range map[string]bool{
		"https://example.org/a?b=c": true, "http://example.org": true, "HTTPS://example.org": true, "mailto:a@b.c": true, " https://x.y ": true,
		"javascript:alert(1)": false, "JaVaScRiPt://x": false, "data:text/html,x": false, "//example.org": false, "example.org": false,
		"https:": false, "https://": false, "java\nscript:x": false, "http://a\x00b": false, "": false, "vbscript:x": false, "file:///etc": false,
	} {
		if _, got := webLink(url); got != want {
			t.Errorf("webLink(%q) is %v, want %v", url, got, want)
		}
	}
}

func TestShare(t *testing.T) {
	for x, want := range map[float64]string{0: "0%", .004: "0.4%", .05: "5%", .37: "37%", 1: "100%"} {
		if got := share(x); got != want {
			t.Errorf("share(%v) = %q, want %q", x, got, want)
		}
	}
}

func TestFill(t *testing.T) {
	for _, test := range []struct{ phrase, want string }{
		{"%s of %s", "a of b"}, {"only %s", "only a"}, {"none", "none"}, {"%s%s%s", "ab%s"},
	} {
		if got := fill(test.phrase, "a", "b"); got != test.want {
			t.Errorf("fill(%q) = %q, want %q", test.phrase, got, test.want)
		}
	}
	if got := fill("Exclude %s", "100%s"); got != "Exclude 100%s" {
		t.Errorf("a value with %%s in it became %q", got)
	}
}
