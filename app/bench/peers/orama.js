import { create, load, search } from "@orama/orama";
import { fetchJSON, run } from "./common.js";

export const schema = { title: "string", body: "string", date: "string", month: "number", places: "enum[]" };
const monthOf = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
let db;
const params = (q, limit) => {
  const where = {};
  if (q.place) {
    where.places = { containsAll: [q.place] };
  }
  if (q.from) {
    where.month = { between: [monthOf(q.from), monthOf(q.to)] };
  }
  return { term: q.text, properties: ["title", "body"], limit, threshold: q.any ? 1 : 0, where };
};
run({
  async load() {
    db = create({ schema });
    load(db, await fetchJSON("index.json"));
  },
  search: async (q, top) => (await search(db, params(q, top))).hits.map((hit) => ({ id: hit.id, ...hit.document })),
  facets: async (q) => (await search(db, { ...params(q, 0), facets: { places: {} } })).facets,
});
