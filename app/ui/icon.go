package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The icons, drawn on a grid of 16 with the pen of the style sheet.
var icons = map[string]string{
	"documents":   `<path d="M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3"/>`,
	"concordance": `<path d="M6.5 2v12M9.5 2v12M1.5 5H5M1.5 8H5M1.5 11H5M11 5h3.5M11 8h3.5M11 11h3.5"/>`,
	"actors":      `<circle cx="8" cy="5" r="2.5"/><path d="M3 13.5c.5-3 2.5-4.5 5-4.5s4.5 1.5 5 4.5"/>`,
	"statements":  `<path d="M2.5 3h11v7.5H8L5 13.5v-3H2.5z"/>`,
	"compare":     `<path d="M2.5 3h4v10h-4zM9.5 3h4v10h-4z"/>`,

	"search":  `<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/>`,
	"link":    `<path d="M6.5 9.5a3 3 0 0 0 4.3 0l2-2a3 3 0 0 0-4.3-4.3l-1 1M9.5 6.5a3 3 0 0 0-4.3 0l-2 2a3 3 0 0 0 4.3 4.3l1-1"/>`,
	"auto":    `<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5v11a5.5 5.5 0 0 0 0-11Z" fill="currentColor"/>`,
	"light":   `<circle cx="8" cy="8" r="3"/><path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1"/>`,
	"dark":    `<path d="M13 9.7A5.5 5.5 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.7Z" fill="currentColor"/>`,
	"help":    `<path d="M5.5 6a2.5 2.5 0 1 1 3.7 2.2C8.4 8.7 8 9.2 8 10M8 12.5v.3"/>`,
	"close":   `<path d="m4 4 8 8M12 4l-8 8"/>`,
	"down":    `<path d="m4 6 4 4 4-4"/>`,
	"up":      `<path d="m4 10 4-4 4 4"/>`,
	"left":    `<path d="m10 3-5 5 5 5"/>`,
	"right":   `<path d="m6 3 5 5-5 5"/>`,
	"not":     `<circle cx="8" cy="8" r="5.5"/><path d="m4.2 4.2 7.6 7.6"/>`,
	"filters": `<path d="M2 4h12M4 8h8M6.5 12h3"/>`,
	"print":   `<path d="M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9.5h7v4h-7z"/>`,
	"quote":   `<path d="M3 11V7.5C3 5.5 4 4.3 6 4M9.5 11V7.5c0-2 1-3.2 3-3.5M3 8h3v3H3zM9.5 8h3v3h-3z"/>`,
	"save":    `<path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M2.5 13.5h11"/>`,
	"shelf":   `<path d="M4 2.5h8v11l-4-3-4 3z"/>`,
	"pen":     `<path d="M3 13l.7-3L10.5 3.200l2.300 2.300L6 12.300z"/>`,
	"plus":    `<path d="M8 3v10M3 8h10"/>`,
	"warn":    `<path d="M8 2.5 14 13.5H2zM8 6.5v3.5M8 11.5v.5"/>`,
	"check":   `<path d="m3 8.5 3.5 3.5L13 4.5"/>`,
	"out":     `<path d="M6.5 3.5H3v9.5h9.5V9.5M9.5 2.5h4v4M13 3 7.5 8.5"/>`,
}

// iconHTML returns an icon of the given size in pixels.
func iconHTML(name string, size int) string {
	px := itoa(size)
	return `<svg class="i" width="` + px + `" height="` + px + `" viewBox="0 0 16 16" aria-hidden="true" focusable="false">` + icons[name] + `</svg>`
}

func icon(name string, size int) app.UI { return app.Raw(iconHTML(name, size)) }

const logo = `<svg class="logo" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false">` +
	`<rect class="logo__band" x="8" y="0" width="9" height="22"/><path d="M1 21.25h20M2.5 20v-4M5.5 20v-7M19.5 20v-5"/>` +
	`<path class="logo__in" d="M10 20V9M12.75 20V4.5M15.5 20V11"/></svg>`
