package browser

import "syscall/js"

// Save hands data to the browser as a file of this name, which it downloads as it does others.
func Save(name, mime string, data []byte) {
	bytes := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	saveBlob(name, js.Global().Get("Blob").New([]any{bytes}, map[string]any{"type": mime}))
}

func saveBlob(name string, blob js.Value) {
	url := js.Global().Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	document().Get("body").Call("append", link)
	link.Call("click")
	link.Call("remove")
	// Safari reads the address a moment later.
	var done js.Func
	done = js.FuncOf(func(js.Value, []js.Value) any {
		js.Global().Get("URL").Call("revokeObjectURL", url)
		done.Release()
		return nil
	})
	js.Global().Call("setTimeout", done, 60_000)
}

// SaveFrom offers a file of a disk to be saved under another name. It waits.
func SaveFrom(d *Disk, name, as string) error {
	handle, err := await(d.folder.Call("getFileHandle", name))
	if err != nil {
		return err
	}
	file, err := await(handle.Call("getFile"))
	if err != nil {
		return err
	}
	saveBlob(as, file)
	return nil
}

// Canvas is a drawing that becomes a PNG.
type Canvas struct{ canvas, ctx js.Value }

// NewCanvas returns an empty canvas of a size in pixels; each is drawn as scale times scale.
func NewCanvas(width, height, scale float64) *Canvas {
	c := document().Call("createElement", "canvas")
	c.Set("width", width*scale)
	c.Set("height", height*scale)
	ctx := c.Call("getContext", "2d")
	ctx.Call("scale", scale, scale)
	return &Canvas{c, ctx}
}

// Rect fills a rectangle.
func (c *Canvas) Rect(x, y, w, h float64, fill string) {
	c.ctx.Set("fillStyle", fill)
	c.ctx.Call("fillRect", x, y, w, h)
}

// Text writes a line of text at its base line; font is one of CSS, anchor "start", "middle" or "end".
func (c *Canvas) Text(x, y float64, font, anchor, fill, s string) {
	if anchor == "middle" {
		anchor = "center"
	}
	c.ctx.Set("font", font)
	c.ctx.Set("textAlign", anchor)
	c.ctx.Set("fillStyle", fill)
	c.ctx.Call("fillText", s, x, y)
}

// Save hands the drawing to the browser as a file of this name.
func (c *Canvas) Save(name string) {
	var done js.Func
	done = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if args[0].Truthy() {
			saveBlob(name, args[0])
		}
		done.Release()
		return nil
	})
	c.canvas.Call("toBlob", done, "image/png")
}
