//go:build !js

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// browser is the one Chromium that all is measured in.
type browser struct {
	ctx     context.Context
	profile string
	version string
	stop    func()
}

func startBrowser(ctx context.Context) (*browser, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("chromium is missing: apt-get install chromium")
	}
	profile, err := os.MkdirTemp("", "dateline-bench-")
	if err != nil {
		return nil, err
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		// A renderer kept in reserve could not be told from that of the page.
		chromedp.Flag("disable-features", "SpareRendererForSitePerProcess"),
	)
	alloc, stopAlloc := chromedp.NewExecAllocator(ctx, opts...)
	top, stop := chromedp.NewContext(alloc)
	b := &browser{ctx: top, profile: profile}
	b.stop = func() {
		stop()
		stopAlloc()
		os.RemoveAll(profile)
	}
	if err := chromedp.Do(top); err != nil {
		b.stop()
		return nil, fmt.Errorf("%s does not start: %w", path, err)
	}
	v, err := chromedp.CallBrowser(top, cdpbrowser.GetVersion, cdp.Empty{})
	if err != nil {
		b.stop()
		return nil, err
	}
	b.version = v.Product
	return b, nil
}

// tab is a page with cookies, caches and storage of its own.
type tab struct {
	b      *browser
	ctx    context.Context
	close  func()
	before map[int]bool // renderers that were there before it
}

// patience is how long anything on a page may take.
const patience = 5 * time.Minute

// watch tells the server when the explorer has painted its first result.
const watch = `(() => {
  const seen = new MutationObserver(() => {
    const first = document.querySelector(".hits .hit a[href]");
    if (first && first.textContent.length > 1) {
      seen.disconnect();
      requestAnimationFrame(() => { window.firstResult = performance.now(); fetch("/mark"); });
    }
  });
  seen.observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => { window.painted ??= list.getEntriesByName("first-contentful-paint")[0]?.startTime; }).observe({ type: "paint", buffered: true });
})()`

func (b *browser) open() (*tab, error) {
	before := renderers(b.profile)
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t := &tab{b: b, ctx: ctx, close: cancel, before: before}
	err := chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
		return err
	}))
	if err != nil {
		cancel()
		return nil, err
	}
	return t, nil
}

func (t *tab) visit(url string) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, chromedp.Navigate(url))
}

// eval returns the value of a JavaScript expression, awaited.
func eval[T any](t *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// wait waits until the expression is true.
func (t *tab) wait(expression string) error {
	for start := time.Now(); time.Since(start) < patience; time.Sleep(20 * time.Millisecond) {
		if ok, err := eval[bool](t, "!!("+expression+")"); ok && err == nil {
			return nil
		}
	}
	return fmt.Errorf("not within %v: %s", patience, expression)
}

// memory is what the page's renderers have for themselves, after a collection of garbage, in bytes.
func (t *tab) memory() (memory, error) {
	// This collects the garbage of all of the page's threads, workers' too, where the page is isolated.
	if _, err := eval[any](t, `Promise.resolve(self.crossOriginIsolated && performance.measureUserAgentSpecificMemory?.()).then(() => 0)`); err != nil {
		return memory{}, err
	}
	for range 2 {
		err := chromedp.Do(t.ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, heapprofiler.CollectGarbage, cdp.Empty{})
			return err
		}))
		if err != nil {
			return memory{}, err
		}
		time.Sleep(500 * time.Millisecond)
	}
	var m memory
	for pid := range renderers(t.b.profile) {
		if !t.before[pid] {
			m.add(pid)
		}
	}
	return m, nil
}

// blank is the memory of an empty page.
func (b *browser) blank() (memory, error) {
	dir, err := os.MkdirTemp("", "dateline-blank-")
	if err != nil {
		return memory{}, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(dir+"/blank.html", []byte("<!doctype html><title>blank</title><link rel=icon href=data:,>"), 0o644); err != nil {
		return memory{}, err
	}
	s, err := serve(dir, "")
	if err != nil {
		return memory{}, err
	}
	defer s.stop()
	t, err := b.open()
	if err != nil {
		return memory{}, err
	}
	defer t.close()
	if err := t.visit(s.url + "blank.html"); err != nil {
		return memory{}, err
	}
	time.Sleep(time.Second)
	return t.memory()
}
