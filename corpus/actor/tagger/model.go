package tagger

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"
)

// The model file: what Write writes and Read reads. Numbers are little-endian.
//
//	magic      "dateline tagger 1\n"
//	bits       1 byte: there are 1<<bits slots
//	labels     1 byte: 13
//	step       float32: what a weight of 1 is worth
//	start      13 float32, transition 13×13 float32 (from, to), end 13 float32
//	then, deflated:
//	masks      for each slot 2 bytes, of all slots the first byte and then of all the second: bit l says that label l has a weight
//	weights    for each slot its weights that are not zero, int8, by label
//
// Version history: 1, the first.
const magic = "dateline tagger 1\n"

const stride = 16 // bytes of a slot in memory: 13 weights and room to make its address a shift

// A Model is the weights of a trained tagger.
type Model struct {
	shift      uint // 64 less the bits of a slot
	step       float32
	weights    []int8 // stride for each slot
	start, end [numLabels]float32
	transition [numLabels][numLabels]float32

	expStart, expEnd [numLabels]float32
	expTransition    [numLabels][numLabels]float32
}

//go:embed data/model.bin
var modelFile []byte

// Embedded returns the model that comes with the package; it is read when it is first asked for.
var Embedded = sync.OnceValues(func() (*Model, error) { return Read(modelFile) })

// score sums the weights of the features for each label.
func (m *Model) score(f *featureList, out *[numLabels]float32) {
	var sum [numLabels]int32
	for _, slot := range f.slots[:f.n] {
		w := (*[numLabels]int8)(m.weights[int(slot)*stride:])
		sum[0] += int32(w[0])
		sum[1] += int32(w[1])
		sum[2] += int32(w[2])
		sum[3] += int32(w[3])
		sum[4] += int32(w[4])
		sum[5] += int32(w[5])
		sum[6] += int32(w[6])
		sum[7] += int32(w[7])
		sum[8] += int32(w[8])
		sum[9] += int32(w[9])
		sum[10] += int32(w[10])
		sum[11] += int32(w[11])
		sum[12] += int32(w[12])
	}
	for l, v := range sum {
		out[l] = float32(v) * m.step
	}
}

// prepare fills in what is computed from the rest.
func (m *Model) prepare() {
	for i := range numLabels {
		m.expStart[i] = float32(math.Exp(float64(m.start[i])))
		m.expEnd[i] = float32(math.Exp(float64(m.end[i])))
		for j := range numLabels {
			m.expTransition[i][j] = float32(math.Exp(float64(m.transition[i][j])))
		}
	}
}

// floats lists the numbers of the head in the order of the file.
func (m *Model) floats() []*float32 {
	out := []*float32{&m.step}
	for i := range m.start {
		out = append(out, &m.start[i])
	}
	for i := range m.transition {
		for j := range m.transition[i] {
			out = append(out, &m.transition[i][j])
		}
	}
	for i := range m.end {
		out = append(out, &m.end[i])
	}
	return out
}

// Write returns the model as a file.
func (m *Model) Write() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(magic)
	out.Write([]byte{byte(64 - m.shift), byte(numLabels)})
	for _, f := range m.floats() {
		out.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(*f)))
	}
	slots := len(m.weights) / stride
	body := make([]byte, 2*slots, 4*slots)
	for s := range slots {
		mask := uint16(0)
		for l := range numLabels {
			if w := m.weights[s*stride+l]; w != 0 {
				mask |= 1 << l
				body = append(body, byte(w))
			}
		}
		body[s], body[slots+s] = byte(mask), byte(mask>>8)
	}
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Read reads a model file.
func Read(file []byte) (*Model, error) {
	damaged := func(what string) (*Model, error) {
		return nil, fmt.Errorf("the model of names is damaged (%s): make it anew, `./build.sh train`", what)
	}
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok || len(rest) < 2 {
		return damaged("its head")
	}
	bits := int(rest[0])
	if bits < 8 || bits > 24 || int(rest[1]) != numLabels {
		return damaged("its size")
	}
	rest = rest[2:]
	m := &Model{shift: uint(64 - bits)}
	for _, f := range m.floats() {
		if len(rest) < 4 {
			return damaged("its transitions")
		}
		*f = math.Float32frombits(binary.LittleEndian.Uint32(rest))
		if math.IsNaN(float64(*f)) || math.Abs(float64(*f)) > 1e4 {
			return damaged("its transitions")
		}
		rest = rest[4:]
	}
	slots := 1 << bits
	body, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(rest)), int64(slots*(2+numLabels))+1))
	if err != nil || len(body) < 2*slots {
		return damaged("its weights")
	}
	m.weights = make([]int8, slots*stride)
	at := 2 * slots
	for s := range slots {
		mask := uint16(body[s]) | uint16(body[slots+s])<<8
		for l := range numLabels {
			if mask&(1<<l) == 0 {
				continue
			}
			if at == len(body) {
				return damaged("its weights")
			}
			m.weights[s*stride+l] = int8(body[at])
			at++
		}
	}
	m.prepare()
	return m, nil
}
