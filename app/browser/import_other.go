//go:build !js

package browser

type handle struct{}

// Importer is the worker that makes collections.
type Importer struct{}

// StartImporter starts the worker.
func StartImporter() *Importer { return &Importer{} }

// Call sends a call.
func (w *Importer) Call(method string, arguments Object, files *Chosen, told func(Values), done func(Values, error)) {
}

// Stop ends the worker.
func (w *Importer) Stop() {}

// CanImport reports that there is an importer.
func CanImport() bool { return false }

// Choose opens the browser's dialogue for files, or for a folder.
func Choose(folder bool, chosen func(*Chosen)) {}

// TextFile is a file of a text that was pasted.
func TextFile(name, text string) *Chosen {
	return &Chosen{Paths: []string{name}, Bytes: int64(len(text)), list: handle{}}
}

// OnDrop lets files be dropped anywhere on the page.
func OnDrop(over func(bool), dropped func(*Chosen)) {}

// ReadFile reads the file chosen in an input.
func ReadFile(id string, most int, done func(text string, ok bool)) { done("", false) }
