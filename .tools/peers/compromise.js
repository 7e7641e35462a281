// Prints the names that npm's compromise finds, as main.go does for prose.
const nlp = require('compromise')
const lines = require('readline').createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const text = JSON.parse(line).text
  const doc = nlp(text)
  const bytes = (i) => Buffer.byteLength(text.slice(0, i))
  const spans = []
  for (const [found, label] of [[doc.people(), 'PER'], [doc.organizations(), 'ORG'], [doc.places(), 'LOC']]) {
    for (const m of found.json({ offset: true })) {
      // The offsets take in the signs about the words.
      let start = m.offset.start
      let s = text.slice(start, start + m.offset.length)
      start += s.length - s.replace(/^[^\p{L}\p{N}]+/u, '').length
      s = s.replace(/^[^\p{L}\p{N}]+/u, '').replace(/(['’]s)?[^\p{L}\p{N}]*$/u, '')
      if (s) spans.push([bytes(start), bytes(start + s.length), label])
    }
  }
  spans.sort((a, b) => a[0] - b[0])
  console.log(JSON.stringify(spans))
})
