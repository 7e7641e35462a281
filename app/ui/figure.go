package ui

import (
	"strings"

	"dateline/app/browser"
	"dateline/app/export"
	"dateline/app/state"
	"dateline/corpus/text"
)

// The figure of the timeline, in pixels: what a column of a page takes.
const (
	figureWidth, figureHeight = 960, 360
	figureLeft, figureRight   = 16, 60
	figureTop, figureBottom   = 64, 56
)

// The colours of figures are those of the light theme, as they are made for paper.
const (
	figureInk, figureSoft, figureRule, figureGround = "#15181C", "#5F676E", "#D9DCD9", "#FFFFFF"
	figureOut                                       = "#8D9498"
)

// figure draws the timeline as it stands: what is counted, the search, bars, lines, dates, and where it is from.
func (e *explorer) figure() (export.Figure, bool) {
	x := e.axis()
	f := export.Figure{Width: figureWidth, Height: figureHeight}
	if len(x.t.Bars) == 0 {
		return f, false
	}
	names := w.timeline
	if x.share {
		names = w.timelineShare
	}
	head := names[x.t.Bin]
	asked := []string{e.c.meta.Name}
	if q := trimSpaces(e.s.Q); q != "" {
		asked = append(asked, fill(w.exports.search, shorten(q, 90)))
	}
	for _, a := range e.a.with {
		asked = append(asked, w.with+" "+a.name)
	}
	for _, a := range e.a.without {
		asked = append(asked, w.without+" "+a.name)
	}
	if dates := state.Period(e.s.From, e.s.To); dates != "" {
		asked = append(asked, dates)
	}
	said := shorten(strings.Join(asked, " · "), 140)
	f.Title = head + ". " + said
	width, height := float64(figureWidth-figureLeft-figureRight), float64(figureHeight-figureTop-figureBottom)
	base := figureTop + height
	f.Rects = append(f.Rects, export.Rect{W: figureWidth, H: figureHeight, Fill: figureGround})
	label := func(x, y, size float64, anchor export.Anchor, bold bool, fill, s string) {
		f.Labels = append(f.Labels, export.Label{X: x, Y: y, Size: size, Anchor: anchor, Bold: bold, Fill: fill, Text: s})
	}
	label(figureLeft, 26, 16, export.Start, true, figureInk, head)
	label(figureLeft, 46, 12, export.Start, false, figureSoft, said)
	for _, part := range [...]float64{.5, 1} {
		if s := x.label(x.top * part); s != "" {
			y := base - height*part
			f.Rects = append(f.Rects, export.Rect{X: figureLeft, Y: y, W: width, H: 1, Fill: figureRule})
			label(figureLeft+width+8, y+4, 11, export.Start, false, figureSoft, s)
		}
	}
	from, to := x.days(e.s.From, e.s.To)
	for i, bar := range x.t.Bars {
		if x.values[i] == 0 {
			continue
		}
		fill := figureInk
		if bar.End <= from || bar.Start > to {
			fill = figureOut
		}
		left, wide := x.t.X(bar.Start)*width, (x.t.X(bar.End)-x.t.X(bar.Start))*width
		tall := max(x.values[i]/x.top*height, 1.5)
		f.Rects = append(f.Rects, export.Rect{X: figureLeft + left + wide*.12, Y: base - tall, W: max(wide*.76, .5), H: tall, Fill: fill})
	}
	f.Rects = append(f.Rects, export.Rect{X: figureLeft, Y: base, W: width, H: 1, Fill: figureInk})
	for _, tick := range x.t.Ticks(maxTicks) {
		at := x.t.X(tick.Day)
		if at > 1-.3/maxTicks {
			continue
		}
		f.Rects = append(f.Rects, export.Rect{X: figureLeft + at*width, Y: base, W: 1, H: 5, Fill: figureInk})
		label(figureLeft+at*width+4, base+16, 11, export.Start, tick.Major, figureSoft, tick.Label)
	}
	link, _, _ := strings.Cut(e.address(e.s.Close()), "#")
	label(figureLeft, figureHeight-12, 11, export.Start, false, figureSoft, w.brand+" "+link)
	return f, true
}

// exportTimeline saves the figure as SVG, or as PNG of twice its size.
func (e *explorer) exportTimeline(png bool) {
	f, ok := e.figure()
	if !ok {
		e.tell(w.exports.noDates)
		return
	}
	if !png {
		name := export.FileName(e.c.meta.Name, exportNames[ofTimeline], "svg")
		browser.Save(name, "image/svg+xml", []byte(f.SVG()))
		e.tell(fill(w.exports.done, name))
		return
	}
	name := export.FileName(e.c.meta.Name, exportNames[ofTimeline], "png")
	canvas := browser.NewCanvas(f.Width, f.Height, 2)
	for _, r := range f.Rects {
		canvas.Rect(r.X, r.Y, r.W, r.H, r.Fill)
	}
	for _, l := range f.Labels {
		font := decimal(l.Size, 0) + "px " + export.Fonts
		if l.Bold {
			font = "bold " + font
		}
		canvas.Text(l.X, l.Y, font, l.Anchor.String(), l.Fill, l.Text)
	}
	canvas.Save(name)
	e.tell(fill(w.exports.done, name))
}

// placeIn returns the paragraph of s and the sentence in it, from 1, that byte at is in.
func placeIn(s string, at int) (par, sen int) {
	start := 0
	for p := range text.Paragraphs(s) {
		if p.Start > at {
			break
		}
		par++
		start = p.Start
	}
	for t := range text.Sentences(s) {
		if t.Start > at {
			break
		}
		if t.Start >= start {
			sen++
		}
	}
	return par, sen
}

// wholeWords takes the cut word off a piece of a text: at its beginning if left, else at its end.
func wholeWords(s string, left bool) string {
	if len(s) >= contextBytes {
		if left {
			if _, rest, ok := strings.Cut(s, " "); ok {
				s = rest
			}
		} else if i := strings.LastIndexByte(s, ' '); i > 0 {
			s = s[:i]
		}
	}
	return trimSpaces(strings.ToValidUTF8(s, ""))
}
