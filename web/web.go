// Package web is what is served as it stands: the stylesheets, the loader, the workers, dateline.js and the icons. app/site puts
// the rest around it.
package web

import "embed"

// Files holds app.css, boot.css, boot.js, sw.js, worker.js, dateline.js and icons/.
//
//go:embed app.css boot.css boot.js sw.js worker.js dateline.js icons/*.svg icons/*.png
var Files embed.FS
