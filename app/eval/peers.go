package eval

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"dateline/corpus/gold"
)

// actorPeers measures other programs on the sets of actorSpans, by the harness in o.PeersDir: jdkato/prose v2, which knows
// people and places alone, and npm's compromise, which takes titles into names. It takes node, npm and a Go tool chain.
func actorPeers(ctx context.Context, o *Options) ([]Row, error) {
	if o.PeersDir == "" {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(o.PeersDir, "node_modules")); err != nil {
		if out, err := peer(ctx, o.PeersDir, nil, "npm", "ci", "--no-audit", "--no-fund"); err != nil {
			return nil, fmt.Errorf("npm could not install the peers: %w: %s", err, out)
		}
	}
	var rows []Row
	for _, p := range []struct {
		name    string
		command []string
	}{
		{"prose 2", []string{"go", "run", "."}},
		{"compromise 14", []string{"node", "compromise.js"}},
	} {
		for _, set := range spanSets {
			docs, err := gold.Load(o.Data, set.name, o.Part)
			if err != nil {
				return nil, err
			}
			if len(docs) == 0 {
				continue
			}
			found, err := peerSpans(ctx, o.PeersDir, docs, p.command)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", p.name, err)
			}
			s := newSpanScore()
			for i := range docs {
				s.add(docs[i].Text, docs[i].Spans, found[i])
			}
			rows = append(rows, Row{"actors F1", set.title, p.name, s.values()})
		}
	}
	return rows, nil
}

// peerSpans has a command read all documents.
func peerSpans(ctx context.Context, dir string, docs []gold.Document, command []string) ([][]gold.Span, error) {
	var in bytes.Buffer
	for i := range docs {
		line, err := json.Marshal(map[string]string{"text": docs[i].Text})
		if err != nil {
			return nil, err
		}
		in.Write(append(line, '\n'))
	}
	out, err := peer(ctx, dir, &in, command...)
	if err != nil {
		return nil, err
	}
	var all [][]gold.Span
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var raw [][3]any
		if err := json.Unmarshal(lines.Bytes(), &raw); err != nil {
			return nil, err
		}
		var spans []gold.Span
		for _, r := range raw {
			start, ok1 := r[0].(float64)
			end, ok2 := r[1].(float64)
			label, ok3 := r[2].(string)
			if !ok1 || !ok2 || !ok3 || newSpanScore().spans[label] == nil {
				return nil, fmt.Errorf("%v is no span", r)
			}
			spans = append(spans, gold.Span{Start: int(start), End: int(end), Label: label})
		}
		all = append(all, spans)
	}
	if len(all) != len(docs) {
		return nil, fmt.Errorf("%d answers to %d documents", len(all), len(docs))
	}
	return all, nil
}

func peer(ctx context.Context, dir string, in *bytes.Buffer, command ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Dir = dir
	if in != nil {
		cmd.Stdin = in
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return out, fmt.Errorf("%w: %s", err, stderr.String())
	}
	return out, nil
}
