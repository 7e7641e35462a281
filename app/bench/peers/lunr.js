import lunr from "lunr";
import { countPlaces, fetchJSON, passes, run } from "./common.js";

let index, docs;
const escape = (word) => word.replace(/[^\p{L}\p{N}]+/gu, "");
const find = (q) => {
  const words = q.text.split(/\s+/).map(escape).filter(Boolean);
  const found = index.search(words.map((word) => (q.any ? word : "+" + word)).join(" ")).map((hit) => docs[hit.ref]);
  return q.place || q.from ? found.filter((doc) => passes(q, doc)) : found;
};
run({
  async load() {
    const all = await fetchJSON("index.json");
    index = lunr.Index.load(all.index);
    docs = all.docs;
  },
  search: (q, top) => find(q).slice(0, top),
  facets: (q) => countPlaces(find(q)),
});
