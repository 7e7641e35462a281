// Dateline by dateline.js, as another page uses it; what is told of a search is the time in its engine, which is in a worker.
import { run } from "./common.js";

let corpus;
const ask = async (q, options) => {
  const text = q.place ? `(${q.text}) tag:"${q.place}"` : q.text;
  const { from, to } = q;
  return corpus.search(q.any && q.place ? `(${q.text.split(/\s+/).join(" OR ")}) tag:"${q.place}"` : text, { any: q.any && !q.place, from, to, ...options });
};
run({
  async load() {
    const { openCorpus } = await import(new URL("./dateline.js", location.href));
    corpus = await openCorpus();
  },
  async search(q, top) {
    const r = await ask(q, { top, facets: false, snippets: false });
    const hits = r.hits;
    hits.took = r.took;
    return hits;
  },
  async facets(q) {
    const r = await ask(q, { top: 0, snippets: false });
    return { took: r.took };
  },
});
