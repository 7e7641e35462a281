package web

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "draw icons/ anew")

// The mark of the masthead is made of upright rectangles in a square of 22: a band, three bars on it, three beside it, and
// the line they stand on.
const markSize = 22

type rect struct{ left, top, right, bottom float64 }

var (
	ink    = color.NRGBA{0x15, 0x18, 0x1C, 0xFF}
	paper  = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	accent = color.NRGBA{0xFF, 0xD8, 0x3D, 0xFF}

	band = rect{8, 0, 17, 22}
	bars = []rect{
		{1, 20.5, 21, 22},
		{1.75, 16, 3.25, 20},
		{4.75, 13, 6.25, 20},
		{9.25, 9, 10.75, 20},
		{12, 4.5, 13.5, 20},
		{14.75, 11, 16.25, 20},
		{18.75, 15, 20.25, 20},
	}
)

// icon is one drawing: size in pixels, the part of it that the mark takes, and the radius of the corners as a part.
type icon struct {
	name   string
	size   int
	mark   float64
	radius float64
}

var icons = []icon{
	{"icon-192.png", 192, .64, .18},
	{"icon-512.png", 512, .64, .18},
	// Cut to any shape by the system: what matters stays within the middle circle of 80 %.
	{"maskable-512.png", 512, .5, 0},
	// iOS rounds the corners itself and paints what is clear in black.
	{"apple-touch-180.png", 180, .62, 0},
}

// TestIcons draws every icon and compares it with the committed file, by its pixels: compressors change with Go.
func TestIcons(t *testing.T) {
	for _, ic := range icons {
		path, want := filepath.Join("icons", ic.name), ic.draw()
		if *update {
			var b bytes.Buffer
			if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, want); err != nil {
				t.Fatal(err)
			}
			write(t, path, b.Bytes())
		}
		data, err := Files.ReadFile("icons/" + ic.name)
		if *update {
			data, err = os.ReadFile(path)
		}
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if got.Bounds() != want.Bounds() {
			t.Fatalf("%s is %v, want %v", path, got.Bounds(), want.Bounds())
		}
		for y := range ic.size {
			for x := range ic.size {
				if g, w := color.NRGBAModel.Convert(got.At(x, y)), want.At(x, y); g != w {
					t.Fatalf("%s at %d,%d is %v, want %v; go test ./web -update draws it anew", path, x, y, g, w)
				}
			}
		}
	}
	want := svg()
	if *update {
		write(t, "icons/icon.svg", []byte(want))
	}
	if got, err := os.ReadFile("icons/icon.svg"); err != nil || string(got) != want {
		t.Errorf("icons/icon.svg is not what is drawn here (%v); go test ./web -update writes it anew", err)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// draw paints the icon, each pixel the mean of 8 × 8 samples.
func (ic icon) draw() *image.NRGBA {
	const n = 8
	img := image.NewNRGBA(image.Rect(0, 0, ic.size, ic.size))
	scale := float64(ic.size) * ic.mark / markSize
	offset := float64(ic.size) * (1 - ic.mark) / 2
	for y := range ic.size {
		for x := range ic.size {
			var r, g, b, in int
			for i := range n * n {
				px, py := float64(x)+(float64(i%n)+.5)/n, float64(y)+(float64(i/n)+.5)/n
				if !rounded(px, py, float64(ic.size), ic.radius) {
					continue
				}
				c := at((px-offset)/scale, (py-offset)/scale)
				r, g, b, in = r+int(c.R), g+int(c.G), b+int(c.B), in+1
			}
			if in > 0 {
				img.SetNRGBA(x, y, color.NRGBA{
					R: uint8((r + in/2) / in), G: uint8((g + in/2) / in), B: uint8((b + in/2) / in),
					A: uint8((255*in + n*n/2) / (n * n)),
				})
			}
		}
	}
	return img
}

// at returns the colour at a point of the mark.
func at(x, y float64) color.NRGBA {
	for _, r := range bars {
		if r.has(x, y) {
			return ink
		}
	}
	if band.has(x, y) {
		return accent
	}
	return paper
}

func (r rect) has(x, y float64) bool {
	return r.left <= x && x < r.right && r.top <= y && y < r.bottom
}

// rounded reports whether a point lies in a square of this size whose corners have the given radius, a part of the size.
func rounded(x, y, size, radius float64) bool {
	radius *= size
	dx := max(radius-x, x-(size-radius), 0)
	dy := max(radius-y, y-(size-radius), 0)
	return radius == 0 || math.Hypot(dx, dy) <= radius
}

// svg is the icon for everything that scales.
func svg() string {
	const size = 32
	f := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	path := func(rs ...rect) string {
		var b strings.Builder
		for _, r := range rs {
			fmt.Fprintf(&b, "M%s %sH%sV%sH%sz", f(r.left), f(r.top), f(r.right), f(r.bottom), f(r.left))
		}
		return b.String()
	}
	hex := func(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><rect width="%d" height="%d" rx="6" fill="%s"/>`+
		`<g transform="translate(5 5)"><path fill="%s" d="%s"/><path fill="%s" d="%s"/></g></svg>`+"\n",
		size, size, size, size, hex(paper), hex(accent), path(band), hex(ink), path(bars...))
}
