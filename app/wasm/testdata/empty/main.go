// Command empty is the smallest go-app program: what any page that go-app draws must cost.
package main

import "github.com/maxence-charriere/go-app/v10/pkg/app"

type root struct{ app.Compo }

func (*root) Render() app.UI { return app.Div().Text("empty") }

func main() {
	app.RouteWithRegexp(".*", func() app.Composer { return &root{} })
	app.RunWhenOnBrowser()
}
