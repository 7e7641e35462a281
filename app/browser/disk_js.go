package browser

import (
	"errors"
	"syscall/js"
	"time"
)

// Disk is a folder of the origin's private file system (https://fs.spec.whatwg.org). Its methods wait, and so must be called in
// a goroutine of their own; Write works in a worker only.
type Disk struct{ folder js.Value }

// DiskFile is a file of a Disk.
type DiskFile struct {
	Name     string
	Bytes    int64
	Modified time.Time
}

// OpenDisk opens a folder and makes it where it is not there. The error says why this browser keeps no files.
func OpenDisk(folder string) (*Disk, error) {
	storage := js.Global().Get("navigator").Get("storage")
	if !storage.Truthy() || storage.Get("getDirectory").Type() != js.TypeFunction {
		return nil, errors.New("this browser, or this address, does not let a page keep files: use a current Firefox, Chrome, Edge or Safari, outside of a private window")
	}
	root, err := await(storage.Call("getDirectory"))
	if err == nil {
		root, err = await(root.Call("getDirectoryHandle", folder, map[string]any{"create": true}))
	}
	if err != nil {
		return nil, errors.New("this browser does not let the page keep files (" + err.Error() + "): outside of a private window it may")
	}
	return &Disk{root}, nil
}

// Files lists what is there.
func (d *Disk) Files() ([]DiskFile, error) {
	var files []DiskFile
	for entries := d.folder.Call("values"); ; {
		next, err := await(entries.Call("next"))
		if err != nil {
			return nil, err
		}
		if next.Get("done").Bool() {
			return files, nil
		}
		handle := next.Get("value")
		if handle.Get("kind").String() != "file" {
			continue
		}
		file, err := await(handle.Call("getFile"))
		if err != nil {
			continue // taken away meanwhile
		}
		files = append(files, DiskFile{file.Get("name").String(), int64(file.Get("size").Float()), time.UnixMilli(int64(file.Get("lastModified").Float()))})
	}
}

// Read returns a file's bytes.
func (d *Disk) Read(name string) ([]byte, error) {
	handle, err := await(d.folder.Call("getFileHandle", name))
	if err != nil {
		return nil, err
	}
	file, err := await(handle.Call("getFile"))
	if err != nil {
		return nil, err
	}
	buffer, err := await(file.Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	return taken(buffer), nil
}

// writePiece is how much is copied out of the program at a time, in bytes.
const writePiece = 4 << 20

// Write makes or replaces a file, and returns when the disk has it.
func (d *Disk) Write(name string, data []byte) (err error) {
	handle, err := await(d.folder.Call("getFileHandle", name, map[string]any{"create": true}))
	if err != nil {
		return err
	}
	if handle.Get("createSyncAccessHandle").Type() != js.TypeFunction {
		return errors.New("this browser does not let the page write files: use a current Firefox, Chrome, Edge or Safari")
	}
	file, err := await(handle.Call("createSyncAccessHandle"))
	if err != nil {
		return err
	}
	defer func() {
		if thrown := recover(); thrown != nil { // of Call, as when the room is used up
			err = errors.New("there is no room left for it on this device (" + throwable(thrown) + "): delete a collection, or free some space")
		}
		file.Call("close")
	}()
	file.Call("truncate", 0)
	for at := 0; at < len(data); at += writePiece {
		piece := data[at:min(at+writePiece, len(data))]
		array := js.Global().Get("Uint8Array").New(len(piece))
		js.CopyBytesToJS(array, piece)
		if n := file.Call("write", array, map[string]any{"at": at}).Int(); n != len(piece) {
			return errors.New("there is no room left for it on this device: delete a collection, or free some space")
		}
	}
	file.Call("flush")
	return nil
}

// Remove takes a file away.
func (d *Disk) Remove(name string) error {
	_, err := await(d.folder.Call("removeEntry", name))
	var thrown *scriptError
	if errors.As(err, &thrown) && thrown.name == "NotFoundError" {
		return nil
	}
	return err
}

// Room returns how many bytes this origin's storage takes and may take in all; zeros if the browser does not tell.
func Room() (used, most int64) {
	storage := js.Global().Get("navigator").Get("storage")
	if !storage.Truthy() || storage.Get("estimate").Type() != js.TypeFunction {
		return 0, 0
	}
	e, err := await(storage.Call("estimate"))
	if err != nil {
		return 0, 0
	}
	return int64(e.Get("usage").Float()), int64(e.Get("quota").Float())
}

// Persist asks the browser never to clear this origin's storage by itself, and reports whether it will not.
func Persist() bool {
	storage := js.Global().Get("navigator").Get("storage")
	if !storage.Truthy() || storage.Get("persist").Type() != js.TypeFunction {
		return false
	}
	granted, err := await(storage.Call("persist"))
	return err == nil && granted.Truthy()
}

func throwable(thrown any) string {
	if e, ok := thrown.(error); ok {
		return e.Error()
	}
	return "unknown"
}
