package site

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Serve gives out the site in dir at addr, such as "localhost:8080", until ctx ends. It calls ready with the address to open
// once it listens. A port of 0 takes a free one.
func Serve(ctx context.Context, dir, addr string, ready func(url string)) error {
	if _, _, err := readChecksums(dir); err != nil {
		if errors.Is(err, errNoSite) {
			return fmt.Errorf("%s holds no Dateline site: make one with `./build.sh site --out %s`", dir, dir)
		}
		return err
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		if errors.Is(err, syscall.EADDRINUSE) {
			return fmt.Errorf("%s is taken by another program: stop it, or choose another port", addr)
		}
		return fmt.Errorf("nothing can be served at %s: %w", addr, err)
	}
	server := &http.Server{Handler: Handler(dir, HandlerOptions{}), ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	if ready != nil {
		ready(address(addr, l.Addr()))
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	// Browsers keep idle connections open: they are not waited for.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return server.Close()
	}
	return nil
}

// address is what to type into a browser to reach what listens at l. All interfaces are reached by localhost, where alone a
// service worker is allowed without TLS.
func address(addr string, l net.Addr) string {
	host, _, err := net.SplitHostPort(addr)
	if err != nil || host == "" || host == "0.0.0.0" || host == "::" {
		host = "localhost"
	}
	_, port, err := net.SplitHostPort(l.String())
	if err != nil {
		return "http://" + l.String() + "/"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}
