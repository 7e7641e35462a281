//go:build !js

package browser

// Serve answers the messages that reach this worker.
func Serve(answer func(Call) (Object, error)) {}
