package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// output is the folder that a site is written to. The site is written into a new folder beside it, and the two are exchanged
// when all is there: whoever looks, or pulls the plug, finds either the old site or the new one.
type output struct {
	dir string // absolute, without symbolic links
	old checksums
}

// openOutput checks that dir may be written: that it is not there, is empty, or holds a site of ours.
func openOutput(dir string) (*output, error) {
	if dir == "" {
		return nil, errors.New("no folder is named to write the site to")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	o := &output{dir: abs}
	if err := o.recover(); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(o.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return o, nil
	case err != nil:
		return nil, fmt.Errorf("%s cannot be written to: %w", dir, err)
	}
	_, o.old, err = readChecksums(o.dir)
	if errors.Is(err, errNoSite) {
		return nil, fmt.Errorf("%s holds files that are not a Dateline site, and they would be lost: name another folder, or empty this one", dir)
	}
	return o, err
}

// previous is where the old site lies for a moment on systems that cannot exchange two folders in one step.
func (o *output) previous() string {
	return filepath.Join(filepath.Dir(o.dir), "."+filepath.Base(o.dir)+".previous")
}

// recover puts the old site back that a killed build has left aside.
func (o *output) recover() error {
	if _, _, err := readChecksums(o.previous()); err != nil {
		return nil // nothing there, or nothing of ours
	}
	if _, err := os.Lstat(o.dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(o.previous(), o.dir)
	}
	return os.RemoveAll(o.previous())
}

// write puts the files in the place of whatever the folder held.
func (o *output) write(files assets) error {
	parent := filepath.Dir(o.dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, "."+filepath.Base(o.dir)+".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	for _, a := range files {
		if err := writeFile(filepath.Join(fresh, filepath.FromSlash(a.path)), a.data); err != nil {
			return fmt.Errorf("the site could not be written, and %s is as it was: %w", o.dir, err)
		}
	}
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	if err := o.replace(fresh); err != nil {
		return fmt.Errorf("the new site could not be put in the place of %s, which is as it was: %w; if that folder is a mount point, name a folder within it", o.dir, err)
	}
	return nil
}

func (o *output) replace(fresh string) error {
	if _, err := os.Lstat(o.dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, o.dir)
	}
	if exchange(fresh, o.dir) == nil {
		return nil // what is removed as fresh is now the old one
	}
	if err := os.Rename(o.dir, o.previous()); err != nil {
		return err
	}
	if err := os.Rename(fresh, o.dir); err != nil {
		return errors.Join(err, os.Rename(o.previous(), o.dir))
	}
	return os.RemoveAll(o.previous())
}

// writeFile writes one file and waits until the disk has it: the exchange must not come before.
func writeFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}
