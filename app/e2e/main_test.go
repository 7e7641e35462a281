package e2e

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"dateline/app/command"

	"github.com/chromedp/chromedp"
)

var (
	screenshots = flag.String("screenshots", "", "folder to write pictures of the explorer to")
	builtSite   = flag.String("site", "", "folder of a site of the default corpus that has been built, to test that one")
)

func TestMain(m *testing.M) {
	flag.Parse()
	status := m.Run()
	for _, clean := range cleanups {
		clean()
	}
	os.Exit(status)
}

// Cleanups are run when all tests are over.
var cleanups []func()

// Browser starts one Chromium for all tests and returns its context. Every page gets cookies, caches and storage of its own.
var browser = sync.OnceValues(func() (context.Context, error) {
	path, err := findChromium()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "dateline-chromium-")
	if err != nil {
		return nil, err
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stop := chromedp.NewContext(alloc)
	cleanups = append(cleanups, func() {
		stop()
		stopAlloc()
		os.RemoveAll(profile)
	})
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("%s does not start: %w", path, err)
	}
	return ctx, nil
})

func findChromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("the browser tests need Chromium and there is none on the PATH: apt-get install chromium")
}

// DefaultSite builds the site of the default corpus once for all tests, through the command line.
var defaultSite = sync.OnceValues(func() (string, error) {
	if *builtSite != "" {
		return *builtSite, nil
	}
	dir, err := os.MkdirTemp("", "dateline-site-")
	if err != nil {
		return "", err
	}
	cleanups = append(cleanups, func() { os.RemoveAll(dir) })
	return buildSite(dir)
})

// BuildSite runs `dateline site` with args and returns the folder that it wrote.
func buildSite(dir string, args ...string) (string, error) {
	out := filepath.Join(dir, "site")
	var log bytes.Buffer
	args = append([]string{"site", "--out", out}, args...)
	if status := command.Main(context.Background(), args, command.Stdio{In: &bytes.Buffer{}, Out: &log, Err: &log}); status != 0 {
		return "", fmt.Errorf("dateline %v: exit status %d\n%s", args, status, log.String())
	}
	return out, nil
}
