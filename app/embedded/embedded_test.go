package embedded

import (
	"bytes"
	"os"
	"testing"

	"dateline/corpus/index"
	"dateline/corpus/ingest"
)

// TestDefaultIsWhatTheCodeMakes holds the committed file against the documents it is made of: the same name as in build.sh,
// the same bytes.
func TestDefaultIsWhatTheCodeMakes(t *testing.T) {
	made, report, err := ingest.Run(os.DirFS("../../corpus/documents"), ingest.Options{Name: "Biden–Putin talks, 2021"})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Problems) > 0 || report.Documents != 2 || report.Undated != 0 {
		t.Errorf("the default documents are read with faults: %+v", report)
	}
	if !bytes.Equal(made, Default) {
		t.Error("default.corpus is not what the code makes of corpus/documents: run ./build.sh index and commit it")
	}
	x, err := index.Open(Default)
	if err != nil {
		t.Fatal(err)
	}
	first, err := x.Doc(0)
	if err != nil || first.ID != "000_6bf5c5e7e494ce45" || first.Date.String() != "2021-04-14" || first.Dateline != "WASHINGTON" {
		t.Errorf("the first document: %+v, %v", first, err)
	}
	second, err := x.Doc(1)
	if err != nil || second.ID != "002_9377c1ecbd6592db" || second.Date.String() != "2021-12-07" || second.Dateline != "" || !second.TitleDerived {
		t.Errorf("the second document: %+v, %v", second, err)
	}
}
