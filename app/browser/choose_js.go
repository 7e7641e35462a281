package browser

import "syscall/js"

func newChosen() *Chosen { return &Chosen{list: js.Global().Get("Array").New()} }

func (c *Chosen) add(path string, file js.Value) {
	entry := js.Global().Get("Object").New()
	entry.Set("path", path)
	entry.Set("file", file)
	c.list.Call("push", entry)
	c.Paths = append(c.Paths, path)
	c.Bytes += int64(file.Get("size").Float())
}

// Choose opens the browser's dialogue for files, or for a folder, and calls chosen with what was taken. It must be called by an
// event of the reader's.
func Choose(folder bool, chosen func(*Chosen)) {
	input := document().Call("createElement", "input")
	input.Set("type", "file")
	input.Set("multiple", true)
	if folder {
		input.Set("webkitdirectory", true)
	}
	var changed js.Func
	changed = js.FuncOf(func(js.Value, []js.Value) any {
		changed.Release()
		c := newChosen()
		files := input.Get("files")
		for i := range files.Length() {
			file := files.Index(i)
			path := file.Get("name").String()
			if relative := file.Get("webkitRelativePath"); relative.Type() == js.TypeString && relative.String() != "" {
				path = relative.String()
			}
			c.add(path, file)
		}
		if len(c.Paths) > 0 {
			chosen(c)
		}
		return nil
	})
	input.Call("addEventListener", "change", changed)
	input.Call("click")
}

// TextFile is a file of a text that was pasted.
func TextFile(name, text string) *Chosen {
	c := newChosen()
	c.add(name, js.Global().Get("File").New([]any{text}, name))
	return c
}

// OnDrop lets files be dropped anywhere on the page: over tells whether some hang over it, dropped takes them, folders with all
// that is in them.
func OnDrop(over func(bool), dropped func(*Chosen)) {
	listen := func(name string, f func(event, transfer js.Value)) {
		document().Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
			transfer := args[0].Get("dataTransfer")
			if transfer.Truthy() && transfer.Get("types").Call("includes", "Files").Bool() {
				args[0].Call("preventDefault")
				f(args[0], transfer)
			}
			return nil
		}))
	}
	listen("dragenter", func(js.Value, js.Value) { over(true) })
	listen("dragover", func(_, transfer js.Value) { transfer.Set("dropEffect", "copy") })
	listen("dragleave", func(event, _ js.Value) {
		if !event.Get("relatedTarget").Truthy() { // out of the window
			over(false)
		}
	})
	listen("drop", func(_, transfer js.Value) {
		over(false)
		// The list of items lives as long as the event; what it names may be walked after.
		var entries []js.Value
		c := newChosen()
		items := transfer.Get("items")
		for i := range items.Length() {
			item := items.Index(i)
			if item.Get("kind").String() != "file" {
				continue
			}
			if entry := item.Call("webkitGetAsEntry"); entry.Truthy() {
				entries = append(entries, entry)
			} else if file := item.Call("getAsFile"); file.Truthy() {
				c.add(file.Get("name").String(), file)
			}
		}
		go func() {
			for _, entry := range entries {
				c.walk(entry)
			}
			if len(c.Paths) > 0 {
				dropped(c)
			}
		}()
	})
}

// walk adds a dropped file, or all files of a dropped folder. What cannot be opened is passed over.
func (c *Chosen) walk(entry js.Value) {
	path := entry.Get("fullPath").String()
	if len(path) > 0 && path[0] == '/' {
		path = path[1:]
	}
	if entry.Get("isFile").Bool() {
		if file, err := called(entry, "file"); err == nil {
			c.add(path, file)
		}
		return
	}
	reader := entry.Call("createReader")
	for {
		batch, err := called(reader, "readEntries") // a hundred at a time
		if err != nil || batch.Length() == 0 {
			return
		}
		for i := range batch.Length() {
			c.walk(batch.Index(i))
		}
	}
}

// called calls a method that takes two callbacks, and waits.
func called(object js.Value, method string) (js.Value, error) {
	executor := js.FuncOf(func(_ js.Value, args []js.Value) any {
		object.Call(method, args[0], args[1])
		return nil
	})
	defer executor.Release()
	return await(js.Global().Get("Promise").New(executor))
}

// ReadFile reads the file chosen in the input with this id as text and calls done, with false if there is none, it is larger than most bytes,
// or it cannot be read. The input is emptied, so that the same file can be chosen again.
func ReadFile(id string, most int, done func(text string, ok bool)) {
	input := byID(id)
	if !input.Truthy() {
		return
	}
	file := input.Get("files").Index(0)
	if !file.Truthy() || file.Get("size").Int() > most {
		input.Set("value", "")
		done("", false)
		return
	}
	var then, fail js.Func
	settle := func(text string, ok bool) any {
		then.Release()
		fail.Release()
		input.Set("value", "")
		done(text, ok)
		return nil
	}
	then = js.FuncOf(func(_ js.Value, args []js.Value) any { return settle(args[0].String(), true) })
	fail = js.FuncOf(func(js.Value, []js.Value) any { return settle("", false) })
	file.Call("text").Call("then", then, fail)
}
