package ui

import (
	"dateline/app/browser"
	"dateline/corpus"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// facets is the column of filters; on a narrow screen it is a sheet over the page.
type facets struct {
	app.Compo
	E   *explorer
	Rev int
}

// The rows that a group of actors shows at first, and by how many more it grows.
const (
	fewPeople  = 6
	fewOthers  = 5
	moreFacets = 25
)

func (f *facets) Render() app.UI {
	e := f.E
	column := app.Div().ID("filters").Class("facets").Aria("label", w.filters).OnChange(f.change).OnInput(f.input).OnClick(f.click)
	if e.sheet {
		column = column.Role("dialog").Aria("modal", true)
	} else {
		column = column.Role("complementary")
	}
	total := e.a.result.Total
	body := []app.UI{
		app.Div().Class("sheet__head").Body(
			app.H2().Text(w.filters),
			app.Button().ID("sheet-close").Type("button").Class("btn btn--icon").Aria("label", w.closeFilters).DataSet("do", "close").Body(icon("close", 16)),
		),
		modeChoice(e, "op2", "seg only-small sheet__match", f.mode),
		app.Ul().Class("chips only-small sheet__chosen").Attr("role", "list").Aria("label", w.active).Body(chips(e, false)...),
		f.dates(),
		app.Div().Class("find").Body(
			app.Label().Class("vh").For("find").Text(w.findActor),
			app.Input().ID("find").Type("text").Placeholder(w.findActor).AutoComplete(false).Spellcheck(false),
		),
	}
	found := false
	for _, typ := range facetOrder {
		group := f.group(typ)
		found = found || group != nil
		if group == nil {
			group = app.Details().Hidden(true)
		}
		body = append(body, group)
	}
	if !found && e.find != "" {
		body = append(body, app.P().Class("hint facets__none").Text(w.noActor))
	}
	body = append(body, app.Div().Class("sheet__foot").Body(
		app.Button().Type("button").Class("btn").DataSet("drop", "all").Text(w.clear),
		app.Button().Type("button").Class("btn btn--primary").DataSet("do", "close").Text(fill(w.showResults, w.documents.n(total))),
	))
	return column.Body(body...)
}

var facetOrder = [...]corpus.ActorType{corpus.Person, corpus.Organisation, corpus.Country, corpus.Place}

func (f *facets) dates() app.UI {
	wrong := f.E.wrong
	field := func(i int, id, label string) app.UI {
		input := app.Input().ID(id).Name(id).Type("text").Attr("inputmode", "numeric").Placeholder("YYYY-MM-DD").AutoComplete(false).
			Aria("describedby", "dates-hint")
		if wrong[i] != "" {
			input = input.Aria("invalid", true)
		}
		return app.Label().Body(app.Text(label+" "), input)
	}
	var m markup
	m.tag("div", "id", "dates-hint")
	said := false
	for _, why := range wrong {
		if why != "" {
			said = true
			m.tag("p", "class", "msg", "role", "alert")
			m.b.WriteString(iconHTML("warn", 16))
			m.span("span", "", why).end()
		}
	}
	if !said {
		m.span("p", "hint", w.dateHint)
	}
	return app.FieldSet().Class("dates").Body(
		app.Legend().Text(w.dates),
		app.Div().Class("dates__row").Body(field(0, "from", w.from), field(1, "to", w.to)),
		app.Raw(m.end().String()),
	)
}

// group lists the actors of one type, those in most documents of the result first, and the chosen ones always; nil if
// there is none.
func (f *facets) group(typ corpus.ActorType) app.UI {
	e := f.E
	rows := e.facets(typ)
	if len(rows) == 0 {
		return nil
	}
	limit := fewOthers
	if typ == corpus.Person {
		limit = fewPeople
	}
	limit += e.shown[typ]
	if e.find != "" {
		limit += moreFacets
	}
	list := make([]app.UI, 0, limit)
	left := max(0, e.facetSource().FacetTotals[typ]-len(rows))
	for _, row := range rows {
		chosen := row.include || row.exclude
		if len(list) >= limit && !chosen {
			left++
			continue
		}
		list = append(list, app.Raw(row.html(e.a.result.Total)))
	}
	var more app.UI
	if left > 0 {
		more = app.Button().Type("button").Class("more").DataSet("more", int(typ)).Text(fill(w.more, number(left)) + " " + w.groupMore[typ].of(left))
	}
	return app.Details().Class("fgroup").Open(true).Hidden(false).Body(
		app.Summary().Body(
			app.Span().Class("fgroup__t").Text(w.groups[typ]),
			icon("down", 12),
			app.Span().Class("fgroup__n").Text(number(max(len(rows), e.facetSource().FacetTotals[typ]))),
		),
		app.Ul().Class("facets__list").Attr("role", "list").Body(list...),
		more,
	)
}

func (f *facets) mode(_ app.Context, e app.Event) { f.E.chooseMode(e) }

// change takes a tick of an actor, and the dates.
func (f *facets) change(ctx app.Context, e app.Event) {
	if box, ok := hit(e, "input[data-actor]"); ok {
		if id, ok := actorOf(box); ok {
			f.E.toggleWith(id)
			f.E.page.focus = `#filters input[data-actor="` + itoa(int(id)) + `"]`
		}
		return
	}
	if _, ok := hit(e, "#from, #to"); ok {
		f.E.setDates(browser.Value("from"), browser.Value("to"))
		return
	}
	ctx.PreventUpdate()
}

func (f *facets) input(ctx app.Context, e app.Event) {
	field, ok := hit(e, "#find")
	if !ok || e.Get("isComposing").Truthy() {
		ctx.PreventUpdate()
		return
	}
	f.E.find = field.Get("value").String()
	f.E.shown = [corpus.NumActorTypes]int{}
	f.E.rev.facets++
}

func (f *facets) click(ctx app.Context, e app.Event) {
	if not, ok := hit(e, ".facet__not"); ok {
		if id, ok := actorOf(not); ok {
			f.E.toggleWithout(id)
			f.E.page.focus = `#filters button[data-actor="` + itoa(int(id)) + `"]`
		}
		return
	}
	if more, ok := hit(e, "[data-more]"); ok {
		if typ := data(more, "more"); len(typ) == 1 && typ[0] >= '0' && typ[0] < '0'+byte(corpus.NumActorTypes) {
			f.E.shown[typ[0]-'0'] += moreFacets
			f.E.rev.facets++
		}
		return
	}
	if _, ok := hit(e, "[data-do='close']"); ok {
		f.E.closeSheet()
		return
	}
	if _, ok := hit(e, "[data-drop]"); ok {
		f.E.dropChip(e)
		f.E.page.focus = "#sheet-close"
		return
	}
	ctx.PreventUpdate()
}

func (e *explorer) openSheet() {
	e.sheet = true
	e.rev.facets++
	e.rev.view++
	e.rev.other++
	e.page.focus = "#sheet-close"
}

func (e *explorer) closeSheet() {
	if e.sheet {
		e.sheet = false
		e.rev.view++
		e.rev.facets++
		e.rev.other++
		e.page.focus = "#open-filters"
	}
}
