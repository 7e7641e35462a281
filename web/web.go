// Package web is what is served as it stands: the stylesheets, the loader, the service worker and the icons. app/site puts
// the rest around it.
package web

import "embed"

// Files holds app.css, boot.css, boot.js, sw.js and icons/.
//
//go:embed app.css boot.css boot.js sw.js icons/*.svg icons/*.png
var Files embed.FS
