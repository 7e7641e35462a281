package index

// Resum makes the checksums of a damaged file right again, for tests in other packages' terms.
var Resum = resum

// TinyBytes is the file of two documents that the format is shown on.
var TinyBytes = tinyBytes
