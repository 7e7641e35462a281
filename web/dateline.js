// dateline.js: a Dateline corpus for other pages and scripts of the same origin. The generator writes PROGRAM above this text: the
// addresses, beside this file, of the worker, the glue and the program.
//
//	import { openCorpus } from "./dateline.js";
//	const corpus = await openCorpus("./talks.corpus"); // without an address, the collection of this site
//	const result = await corpus.search('"troop levels" OR escalat*', { from: "2021-04", with: ["NATO"], top: 10 });
//	for (const hit of result.hits) console.log(hit.date, hit.title, hit.snippet.text);
//	corpus.close();
//
// Everything runs in a worker of its own; the page's thread is never held up. A policy for content needs
// script-src 'self' 'wasm-unsafe-eval', connect-src 'self' and worker-src 'self'.

// openCorpus opens the .corpus or .core file at an address, which is relative to the page that calls it. It resolves with a Corpus, or
// rejects with an Error whose message says what happened and what to do.
export async function openCorpus(url) {
  const at = (name) => new URL(name, import.meta.url).href;
  if (url === undefined) {
    url = PROGRAM.corpus && at(PROGRAM.corpus);
  } else {
    url = new URL(url, document.baseURI).href;
  }
  const worker = new Worker(at(PROGRAM.worker));
  worker.postMessage({ start: [at(PROGRAM.glue), at(PROGRAM.wasm)] });
  const link = new Link(worker);
  try {
    await link.ready;
    return new Corpus(link, await link.call("open", { url: url || "" }));
  } catch (error) {
    link.close();
    throw error;
  }
}

// A Corpus is an opened collection. about says what it is: name, id, documents, words, actors, undated, first and last (dates as
// "2021-04-14", "2021-04" or "2021"), bytes.
class Corpus {
  #link;

  constructor(link, about) {
    this.#link = link;
    this.about = about;
  }

  // search asks for the documents that match a query, written as in the explorer; "" matches all. Options, each of them optional:
  //
  //	any        true: any of the words suffices; without it all of them must be there
  //	from, to   dates of publication, both included: "2021", "2021-04", "2021-04-14"
  //	with       names of actors that must be mentioned, every one
  //	without    names of actors that must not be mentioned
  //	sort       "relevance" (the default), "newest" or "oldest"
  //	top        how many hits, 20 without it, at most 1000; offset: how many to pass over
  //	facets     false: count neither actors nor days
  //	snippets   false: no snippets, which spares reading the texts
  //
  // The result:
  //
  //	total      matching documents; undated: those of them without a date, whatever the dates asked for
  //	hits       [{id, date, title, score, occurrences, snippet: {text, marks: [[start, end], …], cut: [left, right]}}, …]
  //	facets     {people, organisations, countries, places}: [{name, documents}, …], most first, at most 200 of each
  //	days       [{date, documents}, …]: of all that match but for the dates
  //	notes      sentences on what of the query was not understood or could not be looked for
  //	took       milliseconds in the engine: finding, ranking and counting, without writing out hits and without messages
  search(query, { any, from, to, with: having, without, sort, top, offset, facets, snippets } = {}) {
    const list = (names) => (typeof names === "string" ? [names] : names);
    return this.#link.call("search", {
      query: String(query ?? ""), any, from, to, with: list(having), without: list(without), sort, top, offset, facets, snippets,
    });
  }

  // document returns a document, {id, date, title, lang, source, url, text}, or undefined if there is none of that id.
  async document(id) {
    const found = await this.#link.call("document", { document: id });
    return "id" in found ? found : undefined;
  }

  // close ends the worker and gives its memory back.
  close() {
    this.#link.close();
  }
}

// A Link sends calls to a worker and matches its answers with them.
class Link {
  #worker;
  #waiting = new Map();
  #last = 0;

  constructor(worker) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          resolve();
        } else if (data.failed) {
          this.#fail(new Error(`dateline.js: ${data.failed}`), reject);
        } else {
          const { resolve, reject } = this.#waiting.get(data.id);
          this.#waiting.delete(data.id);
          "error" in data ? reject(new Error(data.error)) : resolve(data.value);
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#fail(new Error(`dateline.js: the worker failed (${event.message || "its file did not arrive"}): check the connection, then try again`), reject);
      };
    });
  }

  call(method, options) {
    return new Promise((resolve, reject) => {
      if (!this.#worker) {
        reject(new Error("dateline.js: this corpus has been closed"));
        return;
      }
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...options, id, method });
    });
  }

  #fail(error, reject) {
    reject(error);
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
  }

  close() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#fail(new Error("dateline.js: this corpus has been closed"), () => {});
  }
}
