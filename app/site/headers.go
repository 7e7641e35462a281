package site

// headersFile is for the hosts that read it (Netlify, Cloudflare Pages): what Serve sends, and no more. Elsewhere it is a file that
// nobody asks for; the site works without any of these headers.
const headersFile = `# Headers for hosts that read this file. The site works without them.
/*
  Content-Security-Policy: ` + policy + `
  Cache-Control: no-cache
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
`
