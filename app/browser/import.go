package browser

// Values are the properties of an object of JavaScript. One that is absent, or of another type, is empty.
type Values interface {
	String(name string) string
	Int(name string, absent int) int
	List(name string) []Values
}

// Chosen are files that the reader has dropped, chosen or pasted. Their content has not been read.
type Chosen struct {
	Paths []string
	Bytes int64
	list  handle // of {path, file}
}
