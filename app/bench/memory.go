//go:build !js

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// memory is that of processes, in bytes: what they have for themselves, and with their share of what they have in common.
type memory struct {
	Private int64 `json:"private"`
	PSS     int64 `json:"pss"`
}

func (m *memory) add(pid int) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return // it has ended
	}
	for line := range strings.Lines(string(data)) {
		name, rest, _ := strings.Cut(line, ":")
		kB, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
		switch name {
		case "Private_Clean", "Private_Dirty":
			m.Private += kB * 1024
		case "Pss":
			m.PSS += kB * 1024
		}
	}
}

func (m memory) less(o memory) memory { return memory{m.Private - o.Private, m.PSS - o.PSS} }

// renderers are the processes that render pages of the Chromium with this profile.
func renderers(profile string) map[int]bool {
	parents, lines := map[int]int{}, map[int]string{}
	dirs, _ := filepath.Glob("/proc/[0-9]*")
	top := 0
	for _, dir := range dirs {
		pid, _ := strconv.Atoi(filepath.Base(dir))
		line, err := os.ReadFile(dir + "/cmdline")
		stat, err2 := os.ReadFile(dir + "/stat")
		if err != nil || err2 != nil || len(line) == 0 {
			continue
		}
		if i := bytes.LastIndexByte(stat, ')'); i >= 0 { // the name before it may hold anything
			if f := strings.Fields(string(stat[i+1:])); len(f) > 1 {
				parents[pid], _ = strconv.Atoi(f[1])
			}
		}
		lines[pid] = strings.ReplaceAll(string(line), "\x00", " ")
		if strings.Contains(lines[pid], "--user-data-dir="+profile) && !strings.Contains(lines[pid], "--type=") {
			top = pid
		}
	}
	found := map[int]bool{}
	for pid, line := range lines {
		if !strings.Contains(line, "--type=renderer") {
			continue
		}
		for p := pid; p > 1; p = parents[p] {
			if p == top {
				found[pid] = true
				break
			}
		}
	}
	return found
}
