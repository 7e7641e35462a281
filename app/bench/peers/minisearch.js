import MiniSearch from "minisearch";
import { options } from "./minisearch.options.js";
import { countPlaces, passes, run } from "./common.js";

let index;
const find = (q) => index.search(q.text, {
  combineWith: q.any ? "OR" : "AND", boost: { title: 2 },
  filter: q.place || q.from ? (doc) => passes(q, doc) : undefined,
});
run({
  async load() {
    const response = await fetch("index.json");
    index = MiniSearch.loadJSON(await response.text(), options);
  },
  search: (q, top) => find(q).slice(0, top),
  facets: (q) => countPlaces(find(q)),
});
