package library

import "dateline/app/browser"

// folder is where collections lie in the private file system.
const folder = "collections"

// Device is the store of this browser. It waits, and so must be used in a goroutine of its own; only a worker can write to it.
func Device() (Store, error) {
	disk, err := browser.OpenDisk(folder)
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

// SaveAs offers a kept collection to the reader as a file of that name. It waits.
func SaveAs(id, name string) error {
	disk, err := browser.OpenDisk(folder)
	if err != nil {
		return err
	}
	return browser.SaveFrom(disk, id+corpusExt, name)
}
