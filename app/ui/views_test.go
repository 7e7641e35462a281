package ui

import (
	"slices"
	"strings"
	"testing"

	"dateline/app/browser"
	"dateline/app/state"
)

// TestViews goes through all views: each is linked from each with query, dates and actors, and has its key; others do not exist.
func TestViews(t *testing.T) {
	c := mixed(t)
	const search = "q=tensions&from=2021&with=NATO"
	for _, v := range built {
		s, _ := state.Parse(search)
		e, written := at(t, c, s.SetView(v).String())
		html := page(t, e)
		has(t, html, `data-view="`+v.String()+`"`, `class="tabbar"`)
		for _, other := range built {
			link := strings.ReplaceAll(s.SetView(other).String(), "&", "&amp;")
			if n := strings.Count(html, `href="#`+link+`"`) + strings.Count(html, `href="#`+s.SetView(other).String()+`"`); n < 2 {
				t.Errorf("%v links %v %d times as %s", v, other, n, link)
			}
			do := e.press(browser.Key{Name: itoa(int(other) + 1), Row: -1})
			if do == nil {
				t.Fatalf("%v has no key", other)
			}
			do()
			if e.s.View != other || e.s.Q != "tensions" || !e.s.HasWith("NATO") || e.s.From == 0 {
				t.Errorf("the key of %v leads to %s", other, e.s)
			}
			e.toView(v)
		}
		if len(*written) > 0 && !strings.HasPrefix((*written)[0], "push ") {
			t.Errorf("a view is no entry of the history: %q", *written)
		}
	}
	for v := range state.NumViews {
		if slices.Contains(built[:], v) {
			continue
		}
		e, _ := at(t, c, "q=tensions")
		if e.press(browser.Key{Name: itoa(int(v) + 1), Row: -1}) != nil {
			t.Errorf("%v has a key", v)
		}
		e.arriveAt("", "#q=tensions&view="+v.String())
		if e.s.View != state.Documents || !strings.Contains(strings.Join(e.messages(), "\n"), w.noView) {
			t.Errorf("%v was opened, or not missed: %s", v, e.messages())
		}
	}
}
