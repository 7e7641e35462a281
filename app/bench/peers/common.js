// What the pages of all peers share. A page's adapter has load(), search(q, top) → [{id, title, date}] or a promise of it, and, where
// the engine can, facets(q) → a count by place.
export const fetchJSON = async (name) => {
  const response = await fetch(name);
  if (!response.ok) {
    throw new Error(`${name}: ${response.status}`);
  }
  return response.json();
};

// passes tells whether a document passes the filters of a query; months are "1987-02".
export const passes = (q, doc) =>
  (!q.place || (doc.places || []).includes(q.place)) &&
  (!q.from || (doc.date.slice(0, 7) >= q.from && doc.date.slice(0, 7) <= q.to));

export const countPlaces = (docs) => {
  const counts = new Map();
  for (const doc of docs) {
    for (const place of doc.places || []) {
      counts.set(place, (counts.get(place) || 0) + 1);
    }
  }
  return counts;
};

export function run(adapter) {
  const bench = { adapter };
  window.bench = bench;
  bench.started = (async () => {
    await adapter.load();
    bench.ready = performance.now();
    const first = { text: new URLSearchParams(location.search).get("q") };
    const hits = await adapter.search(first, 20);
    const list = document.createElement("ol");
    for (const hit of hits) {
      const item = document.createElement("li");
      item.textContent = `${hit.date} ${hit.title}`;
      list.append(item);
    }
    document.body.append(list);
    bench.first = performance.now();
    await fetch("/mark");
    return hits.length;
  })();
  // times returns the milliseconds of each query, one after the other.
  bench.times = async (queries, method, top) => {
    const times = [];
    for (const q of queries) {
      const start = performance.now();
      const r = await adapter[method](q, top);
      times.push(r && r.took !== undefined ? r.took : performance.now() - start);
    }
    return times;
  };
  bench.ids = async (queries, top) => {
    const all = [];
    for (const q of queries) {
      all.push((await adapter.search(q, top)).map((hit) => String(hit.id)));
    }
    return all;
  };
}
