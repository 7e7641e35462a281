package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLayout looks at the explorer in the sizes and themes it is made for: nothing stands beyond the edge, and what it
// takes to search is there.
func TestLayout(t *testing.T) {
	s := serveDefault(t)
	addresses := []string{
		"", "#q=tension", "#q=tension&with=NATO&from=2021-04&to=2021-12", "#q=tension&doc=" + april, "#q=nothingofthekind", "#q=tension&view=concordance&doc=" + april + "&hit=1", "#view=concordance",
		"#q=tension&view=compare", "#view=compare&a=date:2021-04&b=actor:NATO", "#q=tension&trend=tension&trend=summit",
	}
	for _, theme := range []string{"light", "dark"} {
		for _, width := range []int64{320, 390, 760, 1024, 1440} {
			t.Run(fmt.Sprintf("%s/%d", theme, width), func(t *testing.T) {
				p := newPage(t)
				p.Size(width, 844)
				p.Theme(theme)
				for _, address := range addresses {
					p.Open(s.URL + address)
					if wide := eval[[]string](p, `dl.overflow()`); len(wide) > 0 {
						t.Errorf("%s: beyond the edge at %d: %q", address, width, wide)
					}
				}
				p.Open(s.URL + "#q=tension")
				p.Wait("the search field is in sight", `dl.visible("#q")`)
				dark := eval[string](p, `getComputedStyle(document.body).backgroundColor`)
				if want := map[string]string{"light": "rgb(241, 242, 240)", "dark": "rgb(14, 17, 20)"}[theme]; dark != want {
					t.Errorf("the page's ground is %s, want %s", dark, want)
				}
			})
		}
	}
}

// TestNarrow walks the narrow screen's own way: list, filters as a sheet, reader, and back.
func TestNarrow(t *testing.T) {
	s := serveDefault(t)
	p := newPage(t)
	p.Size(390, 844)
	p.Open(s.URL + "#q=tension")
	p.Results(2)
	p.Click("#open-filters")
	p.Wait("the sheet is open and has the focus", `dl.onTop("#filters") && dl.one("#filters").contains(document.activeElement)`)
	p.ClickText(".facet__pick", "Finland")
	p.ClickText(".sheet__foot button", "Show")
	p.Results(1)
	p.Wait("the sheet is closed", `!dl.onTop("#filters")`)
	p.Click(".hits .hit a")
	p.Wait("the document fills the screen", `dl.onTop(".doc__text") && !dl.onTop(".hits .hit")`)
	p.ClickText("#reader button", "Results")
	p.Wait("the list is back", `dl.onTop(".hits .hit") && !dl.onTop(".doc__text")`)
}

// TestScreenshots writes pictures of the explorer to the folder that -screenshots names; without it there is nothing to do.
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Log("no -screenshots DIR, no pictures")
		return
	}
	if err := os.MkdirAll(*screenshots, 0o755); err != nil {
		t.Fatal(err)
	}
	s := serveDefault(t)
	search := `#q=tension*+%22troop+levels%22&op=any&doc=` + april
	concordance, trends := `#q=tension*+%22troop+levels%22&op=any&view=concordance&lines=1l`, "#q=tension&trend=tension&trend=summit"
	shots := []struct {
		name, theme, address string
		width, height        int64
	}{
		{"explorer", "light", search, 1440, 900},
		{"explorer-dark", "dark", search, 1440, 900},
		{"first-visit", "light", "", 1440, 900},
		{"nothing", "light", "#q=tension&from=1999&to=1999", 1440, 900},
		{"tablet", "light", search, 1024, 768},
		{"phone", "light", "#q=tension", 390, 844},
		{"phone-reader", "dark", search, 390, 844},
		{"concordance", "light", concordance, 1440, 900},
		{"concordance-dark", "dark", concordance, 1440, 900},
		{"concordance-tablet", "light", concordance, 1024, 768},
		{"concordance-phone", "light", concordance, 390, 844},
		{"compare", "light", "#view=compare", 1440, 900},
		{"compare-dark", "dark", "#view=compare", 1440, 900},
		{"compare-tablet", "light", "#view=compare", 1024, 768},
		{"compare-phone", "light", "#view=compare", 390, 844},
		{"trends", "light", trends, 1440, 900},
		{"trends-phone", "dark", trends, 390, 844},
	}
	for _, id := range []string{"open-cite", "open-export", "open-shelf"} { // the dialogues
		shots = append(shots, struct {
			name, theme, address string
			width, height        int64
		}{id, "light", search, 1440, 900}, struct {
			name, theme, address string
			width, height        int64
		}{"phone-" + id, "dark", "#q=tension", 390, 844})
	}
	for _, shot := range shots {
		p := newPage(t)
		p.Size(shot.width, shot.height)
		p.Theme(shot.theme)
		p.Open(s.URL + shot.address)
		if at := strings.Index(shot.name, "open-"); at >= 0 {
			eval[any](p, fmt.Sprintf(`void dl.one("#%s")?.click()`, shot.name[at:]))
		}
		eval[any](p, `document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))))`)
		if err := os.WriteFile(filepath.Join(*screenshots, shot.name+".png"), p.Screenshot(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
