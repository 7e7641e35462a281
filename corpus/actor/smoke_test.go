package actor

import (
	"bufio"
	"compress/gzip"
	"dateline/corpus"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"time"
)

func TestSmoke(t *testing.T) {
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var docs []corpus.Document
	switch os.Getenv("SET") {
	case "reuters":
		fl, _ := os.Open(sharedData + "/reuters/docs.jsonl.gz")
		z, _ := gzip.NewReader(fl)
		sc := bufio.NewScanner(z)
		sc.Buffer(nil, 1<<22)
		for sc.Scan() {
			var d struct {
				Date, Body           string
				People, Places, Orgs []string
			}
			json.Unmarshal(sc.Bytes(), &d)
			dt, _ := corpus.ParseDate(d.Date)
			c := corpus.Document{Text: d.Body, Date: dt}
			for _, p := range d.People {
				c.Actors = append(c.Actors, corpus.GivenActor{p, corpus.Person})
			}
			for _, p := range d.Places {
				c.Actors = append(c.Actors, corpus.GivenActor{p, corpus.Place})
			}
			for _, p := range d.Orgs {
				c.Actors = append(c.Actors, corpus.GivenActor{p, corpus.Organisation})
			}
			docs = append(docs, c)
		}
	default:
		for _, y := range []string{"2019", "2020"} {
			fl, _ := os.Open(sharedData + "/wikinews_2019_2020/data/wikinews_" + y + ".csv")
			r, _ := csv.NewReader(fl).ReadAll()
			for _, x := range r[1:] {
				dt, _ := corpus.ParseDate(x[1])
				docs = append(docs, corpus.Document{Text: x[3], Date: dt})
			}
		}
	}
	t0 := time.Now()
	bytes := 0
	count := map[string]int{}
	given := map[string]int{}
	ex := map[string]string{}
	var gold, hit [4]int
	for _, d := range docs {
		bytes += len(d.Text)
		ms := f.Find(&d)
		seen := map[string]bool{}
		set := map[string]bool{}
		for _, m := range ms {
			if m.Kind != corpus.KindGiven {
				set[m.Name] = true
			}
		}
		for _, m := range ms {
			if m.Kind == corpus.KindGiven {
				given[m.Type.String()+" "+m.Name]++
				gold[m.Type]++
				if set[m.Name] {
					hit[m.Type]++
				}
				continue
			}
			k := fmt.Sprintf("%s %s", m.Type, m.Name)
			if os.Getenv("RULES") != "" {
				k = m.Rule + " " + k
			}
			if m.Confidence < 0.5 {
				k = "low " + k
			}
			if !seen[k] {
				seen[k] = true
				count[k]++
			}
			if ex[k] == "" {
				ex[k] = strings.ReplaceAll(d.Text[max(0, m.Start-25):min(len(d.Text), m.End+25)], "\n", " ")
			}
		}
	}
	el := time.Since(t0)
	fmt.Println(len(docs), bytes, el, float64(bytes)/1e6/el.Seconds(), "MB/s", gold, hit)
	dump := func(c map[string]int) {
		var l []string
		for k, n := range c {
			l = append(l, fmt.Sprintf("%6d %s   «%s»", n, k, ex[k]))
		}
		sort.Sort(sort.Reverse(sort.StringSlice(l)))
		fmt.Println(strings.Join(l, "\n"))
	}
	if len(given) > 0 && os.Getenv("GIVEN") != "" {
		dump(given)
	} else {
		dump(count)
	}
}
