//go:build !js

package browser

import (
	"errors"
	"time"
)

// Disk is a folder of the origin's private file system.
type Disk struct{}

// DiskFile is a file of a Disk.
type DiskFile struct {
	Name     string
	Bytes    int64
	Modified time.Time
}

var errNoDisk = errors.New("there is no browser here")

// OpenDisk opens a folder.
func OpenDisk(folder string) (*Disk, error) { return nil, errNoDisk }

// Files lists what is there.
func (d *Disk) Files() ([]DiskFile, error) { return nil, errNoDisk }

// Read returns a file's bytes.
func (d *Disk) Read(name string) ([]byte, error) { return nil, errNoDisk }

// Write makes or replaces a file.
func (d *Disk) Write(name string, data []byte) error { return errNoDisk }

// Remove takes a file away.
func (d *Disk) Remove(name string) error { return errNoDisk }

// Room returns how many bytes this origin's storage takes and may take in all.
func Room() (used, most int64) { return 0, 0 }

// Persist asks the browser never to clear this origin's storage by itself.
func Persist() bool { return false }
