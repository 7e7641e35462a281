//go:build !js

package browser

// Save hands data to the browser as a file.
func Save(name, mime string, data []byte) {}

// SaveFrom offers a file of a disk to be saved under another name.
func SaveFrom(d *Disk, name, as string) error { return errNoDisk }

// Canvas is a drawing that becomes a PNG.
type Canvas struct{}

// NewCanvas returns an empty canvas.
func NewCanvas(width, height, scale float64) *Canvas { return &Canvas{} }

// Rect fills a rectangle.
func (c *Canvas) Rect(x, y, w, h float64, fill string) {}

// Text writes a line of text.
func (c *Canvas) Text(x, y float64, font, anchor, fill, s string) {}

// Save hands the drawing to the browser as a file.
func (c *Canvas) Save(name string) {}
