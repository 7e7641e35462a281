package site

// policy is the content security policy of the page: files of its own folder's origin, WebAssembly, and nothing else; no script or
// style within the page, no form, no base. It stands in the page, as static hosts send no header, and Serve sends it too.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
