package export

import (
	"strconv"
	"strings"
)

// Figure is a drawing of rectangles and texts, in pixels from the upper left corner. It can be written as SVG, and its parts are
// what a canvas needs to draw it too.
type Figure struct {
	Width, Height float64
	Title         string // for those who do not see it
	Rects         []Rect
	Labels        []Label
}

// Rect is a filled rectangle. Fill is a colour of CSS, "#15181C".
type Rect struct {
	X, Y, W, H float64
	Fill       string
}

// Label is a line of text at its base line.
type Label struct {
	X, Y   float64
	Size   float64
	Anchor Anchor
	Bold   bool
	Fill   string
	Text   string
}

// Anchor is what of a label stands at its X.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// String returns the anchor's name in SVG.
func (a Anchor) String() string { return [...]string{"start", "middle", "end"}[min(a, End)] }

// Fonts are the families of the labels.
const Fonts = "Helvetica, Arial, sans-serif"

var xmlSpecial = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;")

// SVG returns the figure as a file of its own, without style sheet, script or anything from elsewhere.
func (f Figure) SVG() string {
	var b strings.Builder
	width, height := px(f.Width), px(f.Height)
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="img" width="` + width + `" height="` + height + `" viewBox="0 0 ` + width + " " + height + `" font-family="` + Fonts + `">` + "\n")
	b.WriteString("<title>" + xmlText(f.Title) + "</title>\n")
	for _, r := range f.Rects {
		b.WriteString(`<rect x="` + px(r.X) + `" y="` + px(r.Y) + `" width="` + px(r.W) + `" height="` + px(r.H) + `" fill="` + xmlText(r.Fill) + "\"/>\n")
	}
	for _, l := range f.Labels {
		b.WriteString(`<text x="` + px(l.X) + `" y="` + px(l.Y) + `" font-size="` + px(l.Size) + `"`)
		if l.Anchor != Start {
			b.WriteString(` text-anchor="` + l.Anchor.String() + `"`)
		}
		if l.Bold {
			b.WriteString(` font-weight="700"`)
		}
		b.WriteString(` fill="` + xmlText(l.Fill) + `">` + xmlText(l.Text) + "</text>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// xmlText escapes for content and attributes. Characters that XML 1.0 has not got are left out by oneLine, but for two.
func xmlText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, oneLine(s))
	return xmlSpecial.Replace(s)
}

// px writes a length with two decimals at most.
func px(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
