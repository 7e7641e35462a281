package e2e

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Patience is how long a page may take for anything it is waited for. It is generous: machines that test are busy.
const patience = 30 * time.Second

//go:embed testdata/page.js
var pageJS string

// Page is a tab of the browser with storage of its own. Its methods fail the test where the page does not do as it should.
type page struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string
	allowed  []*regexp.Regexp
}

// NewPage opens an empty tab, 1280 by 800, light. When the test ends it fails if the page has complained.
func newPage(t *testing.T) *page {
	t.Helper()
	parent, err := browser()
	if err != nil {
		t.Fatal(err)
	}
	p := &page{t: t}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.listen))
	p.ctx = ctx
	t.Cleanup(func() {
		p.checkProblems()
		cancel()
	})
	p.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: pageJS})
		return err
	}))
	p.Size(1280, 800)
	p.Theme("light")
	return p
}

// Listen collects what the page complains of.
func (p *page) listen(ev any) {
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		text := ev.ExceptionDetails.Text
		if e := ev.ExceptionDetails.Exception; e != nil {
			text += " " + e.Description
		}
		p.complain("exception: " + text)
	case *runtime.EventConsoleAPICalled:
		if ev.Type != runtime.ConsoleAPICalledTypeError && ev.Type != runtime.ConsoleAPICalledTypeAssert {
			return
		}
		var words []string
		for _, arg := range ev.Args {
			words = append(words, strings.Trim(string(arg.Value), `"`)+arg.Description)
		}
		p.complain("console: " + strings.Join(words, " "))
	case *log.EventEntryAdded: // failed requests and broken policies
		if ev.Entry.Level == log.EntryLevelError {
			p.complain(fmt.Sprintf("%s: %s (%s)", ev.Entry.Source, ev.Entry.Text, ev.Entry.URL))
		}
	}
}

func (p *page) complain(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problems = append(p.problems, text)
}

// Allow lets the page complain of what matches pattern, as of a server that the test has stopped.
func (p *page) Allow(pattern string) { p.allowed = append(p.allowed, regexp.MustCompile(pattern)) }

func (p *page) checkProblems() {
	p.t.Helper()
	for _, problem := range p.complaints() {
		p.t.Errorf("the page complained: %s", problem)
	}
}

// Complaints returns what the page has complained of and was not allowed to.
func (p *page) complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(p.problems), func(problem string) bool {
		return slices.ContainsFunc(p.allowed, func(re *regexp.Regexp) bool { return re.MatchString(problem) })
	})
}

// Do runs actions on the page.
func (p *page) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx := p.ctx
	if chromedp.FromContext(ctx).Target != nil { // the first use binds the tab's life to its context: that has no end
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, patience)
		defer cancel()
	}
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.fail("%v", err)
	}
}

// Eval returns the value of a JavaScript expression.
func eval[T any](p *page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.fail("%s: %v", expression, err)
	}
	return v
}

// Fail ends the test with a message, what the page shows, and a picture of it where one was asked for.
func (p *page) fail(format string, args ...any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
	defer cancel()
	shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location.href + "\n" + (document.body?.innerText ?? "").slice(0, 1500)`))
	if err != nil {
		shown = err.Error()
	}
	if *screenshots != "" {
		if png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot()); err == nil {
			name := strings.ReplaceAll(p.t.Name(), "/", "-") + ".failed.png"
			os.MkdirAll(*screenshots, 0o755)
			os.WriteFile(filepath.Join(*screenshots, name), png, 0o644)
		}
	}
	p.t.Fatalf("%s\ncomplaints: %s\nthe page: %s", fmt.Sprintf(format, args...), strings.Join(p.complaints(), "\n  "), shown)
}

// Wait waits until the JavaScript expression is true; what says what is waited for.
func (p *page) Wait(what, expression string) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		cancel()
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			p.fail("%s: not within %v (%s, %v)", what, patience, expression, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Open goes to url and waits until the explorer answers.
func (p *page) Open(url string) {
	p.t.Helper()
	p.do(chromedp.Navigate(url))
	p.Ready()
}

// Reload loads the page anew and waits until the explorer answers.
func (p *page) Reload() {
	p.t.Helper()
	p.do(chromedp.Reload())
	p.Ready()
}

// Ready waits until the explorer shows how many documents it found.
func (p *page) Ready() {
	p.t.Helper()
	p.Wait("the explorer answers", `window.dl && dl.ready()`)
}

// Results waits until the explorer shows n documents.
func (p *page) Results(n int) {
	p.t.Helper()
	p.Wait(fmt.Sprintf("%d documents are found", n), fmt.Sprintf(`dl.total() === %d`, n))
}

// Search replaces what is in the search field by typing q, key by key.
func (p *page) Search(q string) {
	p.t.Helper()
	p.Click("#q")
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(kb.ModifierCtrl)), chromedp.KeyEvent(kb.Backspace))
	p.Type(q)
}

// Type types text, or the keys of package kb, into what has the focus.
func (p *page) Type(text string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(text))
}

// Click clicks the middle of the first visible element that matches the CSS selector, after scrolling to it.
func (p *page) Click(selector string) {
	p.t.Helper()
	p.click(selector, fmt.Sprintf(`dl.visible(%q)`, selector))
}

// ClickText clicks the first visible element that matches the selector and whose text or label holds text.
func (p *page) ClickText(selector, text string) {
	p.t.Helper()
	p.click(fmt.Sprintf("%s with %q", selector, text), fmt.Sprintf(`dl.withText(%q, %q)`, selector, text))
}

func (p *page) click(what, expression string) {
	p.t.Helper()
	p.Wait(what+" is there to be clicked", expression)
	at := eval[[]float64](p, fmt.Sprintf(`dl.place(() => %s)`, expression))
	if len(at) != 2 {
		p.fail("%s cannot be clicked: it moves, or something lies over it", what)
	}
	p.do(chromedp.MouseClickXY(at[0], at[1]))
}

// Size sets the size of the window.
func (p *page) Size(width, height int64) {
	p.t.Helper()
	p.do(chromedp.EmulateViewport(width, height))
}

// Theme makes the reader's system prefer "light" or "dark".
func (p *page) Theme(scheme string) {
	p.t.Helper()
	p.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return err
	}))
}

// Screenshot returns a picture of the window as PNG.
func (p *page) Screenshot() []byte {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.fail("screenshot: %v", err)
	}
	return png
}
