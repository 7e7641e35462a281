// node build.mjs ENGINE DOCS.ndjson OUT: builds the engine's index over the documents and writes what its page fetches to OUT. It prints the
// milliseconds that the building and the writing took, without reading the documents.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [engine, input, out] = process.argv.slice(2);
const docs = readFileSync(input, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const start = performance.now();
const write = (value) => writeFileSync(`${out}/index.json`, JSON.stringify(value));

switch (engine) {
  case "minisearch": {
    const { default: MiniSearch } = await import("minisearch");
    const { options } = await import("./minisearch.options.js");
    const index = new MiniSearch(options);
    index.addAll(docs);
    write(index);
    break;
  }
  case "flexsearch": {
    const FlexSearch = createRequire(import.meta.url)("flexsearch");
    const { options } = await import("./flexsearch.options.js");
    const index = new FlexSearch.Document(options);
    for (const doc of docs) {
      index.add(doc);
    }
    const parts = [];
    await index.export((key, data) => {
      parts.push([key, data]);
    });
    write(parts);
    break;
  }
  case "lunr": {
    const { default: lunr } = await import("lunr");
    const index = lunr(function () {
      this.ref("id");
      this.field("title", { boost: 2 });
      this.field("body");
      for (const doc of docs) {
        this.add(doc);
      }
    });
    write({ index, docs: Object.fromEntries(docs.map(({ id, title, date, places }) => [id, { id, title, date, places }])) });
    break;
  }
  case "orama": {
    const { create, insertMultiple, save } = await import("@orama/orama");
    const db = create({ schema: { title: "string", body: "string", date: "string", month: "number", places: "enum[]" } });
    const month = ({ date }) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
    await insertMultiple(db, docs.map((doc) => ({ ...doc, month: month(doc) })), 1000);
    write(save(db));
    break;
  }
  case "pagefind": {
    const { close, createIndex } = await import("pagefind");
    const { index } = await createIndex({ forceLanguage: "en" });
    for (const doc of docs) {
      await index.addCustomRecord({
        url: `/${doc.id}`, content: `${doc.title}. ${doc.body || "-"}`, language: "en", meta: { id: doc.id, title: doc.title || doc.id, date: doc.date },
        filters: { place: doc.places, month: [doc.date.slice(0, 7)] },
      });
    }
    await index.writeFiles({ outputPath: `${out}/pagefind` });
    await close();
    break;
  }
}
console.log(performance.now() - start);
