import FlexSearch from "flexsearch";
import { options } from "./flexsearch.options.js";
import { countPlaces, fetchJSON, passes, run } from "./common.js";

let index;
const find = (q, limit) => index.search(q.text, { limit, suggest: !!q.any, enrich: true, merge: true }).map((hit) => hit.doc);
run({
  async load() {
    const parts = await fetchJSON("index.json");
    index = new FlexSearch.Document(options);
    for (const [key, data] of parts) {
      await index.import(key, data);
    }
  },
  search: (q, top) => (q.place || q.from ? find(q, 100000).filter((doc) => passes(q, doc)).slice(0, top) : find(q, top)),
  facets: (q) => countPlaces(find(q, 100000).filter((doc) => passes(q, doc))),
});
