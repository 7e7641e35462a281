package library

import "dateline/app/browser"

// Device is the store of this browser. It waits, and so must be used in a goroutine of its own; only a worker can write to it.
func Device() (Store, error) {
	disk, err := browser.OpenDisk("collections")
	if err != nil {
		return nil, err
	}
	return device{disk}, nil
}

type device struct{ *browser.Disk }

func (d device) Files() ([]File, error) {
	list, err := d.Disk.Files()
	files := make([]File, len(list))
	for i, f := range list {
		files[i] = File(f)
	}
	return files, err
}
