package browser

// Call is a message to a worker: the name of a method with named arguments, each absent or of the type that it is asked for as.
type Call interface {
	Method() string
	// String is "" and Strings nil where the argument is absent or of another type; Int and Bool then give absent.
	String(name string) string
	Strings(name string) []string
	Int(name string, absent int) int
	Bool(name string, absent bool) bool
}

// Object is what becomes a plain object of JavaScript, its properties in this order.
type Object []Property

// Property is a property of an Object. Its value is a string, an int, a float64, a bool, an Object, a List, or nil, which is null.
type Property struct {
	Name  string
	Value any
}

// List is what becomes an array.
type List []any
