// Pagefind finds documents with all of the words; dates are filtered by month. Hits come without titles: those of the first are fetched.
import { run } from "./common.js";

let pagefind;
const monthsOf = (q) => {
  const months = [];
  for (let [y, m] = q.from.split("-").map(Number); ; [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]) {
    months.push(`${y}-${String(m).padStart(2, "0")}`);
    if (months.at(-1) >= q.to) {
      return months;
    }
  }
};
const find = (q) => {
  const filters = {};
  if (q.place) {
    filters.place = [q.place];
  }
  if (q.from) {
    filters.month = { any: monthsOf(q) };
  }
  return pagefind.search(q.text, { filters });
};
let first = true;
run({
  async load() {
    pagefind = await import(new URL("./pagefind/pagefind.js", location.href));
    await pagefind.init();
  },
  async search(q, top) {
    const { results } = await find(q);
    const hits = results.slice(0, top).map((r) => ({ id: r.id, data: r.data }));
    if (first && hits.length > 0) { // the first result as it is painted
      first = false;
      const data = await hits[0].data();
      return [{ id: data.meta.id, title: data.meta.title, date: data.meta.date }];
    }
    return hits;
  },
  facets: async (q) => (await find(q)).filters,
});
