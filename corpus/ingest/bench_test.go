package ingest

import "testing"

// BenchmarkRun builds a corpus of a thousand small documents of several formats.
func BenchmarkRun(b *testing.B) {
	fsys := mixture(1000)
	for _, c := range []struct {
		name string
		opts Options
	}{
		{"one worker", Options{Workers: 1}},
		{"all workers", Options{}},
		{"words alone", Options{NoActors: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, report, err := Run(fsys, c.opts)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(report.Bytes)
			}
		})
	}
}
