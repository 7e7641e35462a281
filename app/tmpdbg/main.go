package main

import (
	"fmt"
	"os"
	"sort"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/gold"
)

func main() {
	f, err := actor.New()
	if err != nil {
		panic(err)
	}
	type key struct{ set, rule string }
	type val struct{ right, typeWrong, overlap, none int; conf float64 }
	m := map[key]*val{}
	for _, set := range []string{"wikigold", "gum", "crossner", "ewt", "news","btc"} {
		for _, part := range []gold.Part{gold.Dev, gold.Test} {
			docs, _ := gold.Load("../shared/data", set, part)
			for _, d := range docs {
				g := map[[2]int]string{}
				for _, s := range d.Spans {
					g[[2]int{s.Start, s.End}] = s.Label
				}
				for _, x := range f.Find(&corpus.Document{Text: d.Text, Lang: "en"}) {
					if x.Kind == corpus.KindDemonym {
						continue
					}
					lab := [...]string{"PER", "ORG", "LOC", "LOC"}[x.Type]
					name := set
					if set == "crossner" || set == "btc" {
						name = set
					} else {
						name = "plain"
					}
					k := key{name, fmt.Sprintf("%s/%s", x.Rule, lab)}
					if m[k] == nil {
						m[k] = &val{}
					}
					v := m[k]
					v.conf += x.Confidence
					l, ok := g[[2]int{x.Start, x.End}]
					switch {
					case ok && l == lab:
						v.right++
					case ok:
						v.typeWrong++
					default:
						over := false
						for _, s := range d.Spans {
							if s.Start < x.End && s.End > x.Start {
								over = true
							}
						}
						if over {
							v.overlap++
						} else {
							v.none++
							if len(os.Args) > 1 && os.Args[1] == k.rule {
								fmt.Printf("%s … %s … %s\n", d.Text[max(0, x.Start-30):x.Start], d.Text[x.Start:x.End], d.Text[x.End:min(len(d.Text), x.End+30)])
							}
						}
					}
				}
			}
		}
	}
	var ks []key
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return fmt.Sprint(ks[i]) < fmt.Sprint(ks[j]) })
	for _, k := range ks {
		v := m[k]
		n := v.right + v.typeWrong + v.overlap + v.none
		if n < 8 {
			continue
		}
		fmt.Printf("%-10s %-38s n %4d prec %.2f (conf %.2f) type %d overlap %d none %d\n", k.set, k.rule, n, float64(v.right)/float64(n), v.conf/float64(n), v.typeWrong, v.overlap, v.none)
	}
}
