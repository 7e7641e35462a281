package statement

import "dateline/corpus"

// About returns the actors that the words of s speak of, in the order of the text, each once: those mentioned in them but for the speaker.
// mentions are those that s was found with.
func About(s *corpus.Statement, mentions []corpus.Mention) (about []corpus.Party) {
	seen := map[[2]string]bool{{s.Speaker.Name, s.Speaker.Type.String()}: true}
	for i := range mentions {
		m := &mentions[i]
		if m.End <= m.Start || m.Start < s.Start || m.End > s.End {
			continue
		}
		if key := [2]string{m.Name, m.Type.String()}; !seen[key] {
			seen[key] = true
			about = append(about, partyOf(m))
		}
	}
	return about
}
