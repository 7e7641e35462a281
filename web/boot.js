// The loader: everything that happens before and around the Go program, in place of go-app's app.js. index.html runs it at
// the top of the page. In order: storage that never throws, the theme, the files, the program, the service worker.
//
// The page's meta elements named dateline-… say what to load; window.dateline is what the program finds (app/browser); the
// functions that begin with goapp are the ones that go-app's runtime looks for.
(() => {
  "use strict";

  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const say = (name, detail) => window.dispatchEvent(new CustomEvent("dateline:" + name, { detail, cancelable: true }));

  // ---- Storage and theme ---------------------------------------------------------------------------------------------

  // Where storage is denied (a sandboxed or third-party frame) the very mention of localStorage throws, and go-app uses it
  // without asking. A store that lasts as long as the page takes its place.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("dateline");
    } catch {
      Object.defineProperty(window, name, { configurable: true, value: memoryStorage() });
    }
  }

  function memoryStorage() {
    const items = new Map();
    return {
      get length() { return items.size; },
      key: (i) => [...items.keys()][i] ?? null,
      getItem: (k) => items.get(String(k)) ?? null,
      setItem: (k, v) => { items.set(String(k), String(v)); },
      removeItem: (k) => { items.delete(String(k)); },
      clear: () => items.clear(),
    };
  }

  // Before the first paint, or a dark page would flash white.
  const theme = localStorage.getItem("dateline:theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }
  // The welcome that the page comes with is not what a link to a search asks for.
  if (location.search || location.hash) {
    root.dataset.linked = "";
  }

  // ---- The files -----------------------------------------------------------------------------------------------------

  const dateline = {
    version: document.querySelector('meta[name="dateline-version"]').content,
    corpus: null, // Uint8Array: the collection or its core, unless app.wasm embeds it; the program takes it and sets null
    corpusURL: "", // of it: its chunks lie beside it
    offline: { state: "none", detail: "", done: 0, total: 0 }, // bytes of the chunks of a large collection
    asked: 0, // when the program last asked for a chunk, on the clock of performance
    update: false,
    applyUpdate,
    checkForUpdate,
  };
  window.dateline = dateline;

  // A problem is an error written for the reader: what happened and what to do.
  class Problem extends Error {}

  // controlled: our own worker answers for this page, and not that of a site in a folder above.
  const controlled = (() => {
    try {
      const { controller } = navigator.serviceWorker;
      return controller !== null && controller.scriptURL === new URL("./sw.js", location.href).href;
    } catch {
      return false; // there are no workers, or a sandbox throws
    }
  })();

  const wasm = part("wasm", "the program");
  const corpus = part("corpus", "the collection");
  const parts = [wasm, corpus].filter(Boolean);
  dateline.corpusURL = corpus ? corpus.url : "";

  function part(name, what) {
    const meta = document.querySelector(`meta[name="dateline-${name}"]`);
    return meta && { what, url: meta.content, bytes: Number(meta.dataset.bytes), done: 0 };
  }

  const started = location.protocol === "file:" ? [] : [compile(wasm), corpus && read(corpus)];
  for (const promise of started) {
    if (promise) {
      promise.catch(() => {}); // it is awaited later, when the page stands
    }
  }

  async function request(part) {
    let response;
    try {
      response = await fetch(part.url);
    } catch {
      throw new Problem(self.origin === "null"
        ? "This page is shown inside another one that has cut it off from its own files. Open it in a tab of its own."
        : `The network gave out while ${part.what} was fetched. Check the connection, then try again.`);
    }
    if (response.status === 404) {
      throw new Problem(`The server does not have ${part.what}. Whoever published this site should upload the whole folder again.`);
    }
    if (!response.ok) {
      throw new Problem(`The server did not give out ${part.what}: it answered ${response.status}. Try again later.`);
    }
    return response;
  }

  async function compile(part) {
    if (typeof WebAssembly !== "object") {
      throw new Problem("This browser cannot run WebAssembly, which Dateline is made of. Use a current Firefox, Chrome, Edge or Safari; in lockdown mode, allow this site.");
    }
    const response = await request(part);
    const streams = WebAssembly.compileStreaming && (response.headers.get("content-type") || "").startsWith("application/wasm");
    try {
      if (!streams) {
        return await WebAssembly.compile(await collect(response, part));
      }
      // The compiler gets the response as it came, or V8 would not keep the compiled code; what is counted is a copy. From the
      // service worker's cache it comes at once, and nothing is counted.
      if (!controlled) {
        count(response.clone(), part);
      }
      const module = await WebAssembly.compileStreaming(response);
      progress(part, part.bytes);
      return module;
    } catch (error) {
      if (error instanceof Problem) {
        throw error;
      }
      if (error instanceof WebAssembly.CompileError) {
        throw new Problem(`This browser could not compile the program (${error.message}). It may be too old, or the file damaged on its way: try again, or use a current Firefox, Chrome, Edge or Safari.`);
      }
      throw new Problem("The network broke off while the program was fetched. Check the connection, then try again.");
    }
  }

  async function read(part) {
    const data = await collect(await request(part), part);
    if (data.length !== part.bytes) {
      throw new Problem(`The collection arrived with ${data.length} of its ${part.bytes} bytes. Try again; if it stays so, the site should be uploaded again.`);
    }
    return data;
  }

  // collect reads a body into one array. Its final size is known, so the bytes are held once.
  async function collect(response, part) {
    const data = new Uint8Array(part.bytes);
    let at = 0;
    try {
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) {
          return data.subarray(0, at);
        }
        if (at + value.length > data.length) {
          throw new Problem(`There is more of ${part.what} than there should be: the site was changed while it was loaded. Try again.`);
        }
        data.set(value, at);
        at += value.length;
        progress(part, at);
      }
    } catch (error) {
      if (error instanceof Problem) {
        throw error;
      }
      throw new Problem(`The network broke off while ${part.what} was fetched. Check the connection, then try again.`);
    }
  }

  async function count(response, part) {
    try {
      let at = 0;
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) {
          return;
        }
        at += value.length;
        progress(part, at);
      }
    } catch {
      // The compiler meets the same error and reports it.
    }
  }

  // progress counts bytes as they are after decompression, of which the totals are known, so that it ends at 100 %.
  function progress(part, done) {
    part.done = Math.max(part.done, Math.min(done, part.bytes));
    const bar = byId("boot-bar");
    if (!bar) {
      return; // the page is not parsed that far
    }
    const sum = (f) => parts.reduce((n, p) => n + f(p), 0);
    const [now, all] = [sum((p) => p.done), sum((p) => p.bytes)];
    bar.value = now / all;
    const mb = (n) => (n / 1e6).toFixed(1);
    byId("boot-amount").textContent = now < all ? `${mb(now)} of ${mb(all)} MB` : "starting";
  }

  // ---- The program ---------------------------------------------------------------------------------------------------

  // By now the scripts marked defer have run: wasm_exec.js has defined Go.
  document.addEventListener("DOMContentLoaded", async () => {
    try {
      byId("boot").hidden = false; // without JavaScript it stays hidden
      if (location.protocol === "file:") {
        throw new Problem("Browsers do not let a page opened from a disk read the files beside it. Open it through a web server: in this folder, “python3 -m http.server” is one.");
      }
      const [module, data] = await Promise.all(started);
      dateline.corpus = data || null;
      await run(module);
      byId("boot").hidden = true;
    } catch (error) {
      explain(error instanceof Problem ? error.message : `The explorer could not start (${error}). Try again; if it stays so, use a current Firefox, Chrome, Edge or Safari.`);
      console.error(error);
    }
    keep();
  });

  let lastWords = ""; // the end of what the program has printed

  async function run(module) {
    if (typeof Go !== "function") {
      throw new Problem("A file of the program, wasm_exec.js, did not arrive. Check the connection, then try again.");
    }
    const write = globalThis.fs.writeSync;
    const decoder = new TextDecoder();
    globalThis.fs.writeSync = (fd, bytes) => {
      lastWords = (lastWords + decoder.decode(bytes, { stream: true })).slice(-4000);
      return write.call(globalThis.fs, fd, bytes);
    };
    const go = new Go();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    go.run(instance).then(stopped, stopped); // resolves when the program ends, which it never should
    window.addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) {
        stopped();
      }
    });
  }

  function stopped() {
    const memory = /out of memory|cannot allocate/.test(lastWords);
    explain(memory
      ? "The explorer needs more memory than this browser gives to a page. Close other tabs and try again, or use a smaller collection."
      : "The explorer has stopped because of an error in it. The address still holds your search: load the page again to go on.", lastWords);
  }

  // explain shows a problem in words, with a remedy at hand, above whatever the page shows.
  function explain(message, details) {
    const box = byId("boot");
    box.hidden = false;
    box.className = "boot boot--failed";
    box.setAttribute("role", "alert");
    box.replaceChildren(paragraph(message), button("Try again", () => location.reload()));
    if (details) {
      const more = document.createElement("details");
      const title = document.createElement("summary");
      title.textContent = "What the program said last";
      const text = document.createElement("pre");
      text.textContent = details;
      more.append(title, text);
      box.append(more);
    }
  }

  function paragraph(text) {
    const p = document.createElement("p");
    p.textContent = text;
    return p;
  }

  function button(text, press) {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "btn";
    b.textContent = text;
    b.addEventListener("click", press);
    return b;
  }

  // ---- Offline and new versions --------------------------------------------------------------------------------------

  let registration = null;
  let switching = false; // the reader has asked for the new version

  function offline(state, detail = "", done = 0, total = 0) {
    dateline.offline = { state, detail, done, total };
    say("offline", dateline.offline);
  }

  // fill is called when the site is stored but for the chunks of a large collection. These follow while the page rests, in their
  // order; a reader who saves data keeps what she has asked for. Only when all are there is the site ready.
  let filling = false;
  async function fill() {
    const worker = registration && registration.active;
    if (!worker || filling) {
      return;
    }
    filling = true;
    let last = { done: 0, total: 1 };
    const store = (most) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(last = data);
      worker.postMessage({ dateline: "store", most }, [port2]);
      setTimeout(resolve, 120000, { ...last, problem: "Storing takes too long; it goes on at the next visit." }); // the browser may end a worker
    });
    for (let told = await store(0); ; told = await store(6)) {
      const saves = navigator.connection && navigator.connection.saveData;
      if (told.done >= told.total) {
        offline("ready");
        break;
      }
      if (told.problem || saves) {
        offline("partly", told.problem, told.done, told.total);
        break;
      }
      offline("filling", "", told.done, told.total);
      await rest();
    }
    filling = false;
  }

  // rest resolves when the page has nothing better to do: nothing asked of the network for a while, and no work.
  async function rest() {
    for (const quiet = 1000; performance.now() - dateline.asked < quiet;) {
      await new Promise((resolve) => { setTimeout(resolve, quiet); });
    }
    await new Promise((resolve) => {
      window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 10000 }) : setTimeout(resolve, 500);
    });
  }

  // keep stores the site for use without a network, and tells when a new version has been stored. It runs after the program
  // has started, so as not to compete with it. States: none, unsupported, storing, failed; then, with the page and the program
  // stored, filling, partly, ready.
  async function keep() {
    let workers;
    try {
      workers = navigator.serviceWorker;
    } catch {
      // a sandbox throws
    }
    if (!workers || !window.isSecureContext || location.protocol === "file:") {
      return offline("unsupported", "This browser, or this address, does not let a page be stored for use offline.");
    }
    if (window.parent !== window) {
      return offline("unsupported", "A page inside another one is not stored for use offline.");
    }
    workers.addEventListener("message", ({ data }) => {
      if (data && data.dateline === "failed") {
        registration && registration.active || offline("failed", data.reason);
      }
    });
    let known = controlled;
    workers.addEventListener("controllerchange", () => {
      if (switching) {
        location.reload();
      } else if (known) {
        announce(); // another tab has switched: this one still runs the version it was loaded with
      }
      known = true;
    });
    try {
      // Neither the worker nor what it imports may come from the HTTP cache, or an update could be missed for days.
      registration = await workers.register("./sw.js", { updateViaCache: "none" });
    } catch (error) {
      registration = controlled && (await workers.getRegistration("./")); // without a network there is no look for a newer one
      return registration ? fill() : offline("failed", String(error));
    }
    if (registration.waiting && registration.active) {
      announce();
    }
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    fill();
    addEventListener("online", fill);
  }

  function watch(worker) {
    if (!worker) {
      return;
    }
    const first = !registration.active;
    if (first) {
      offline("storing");
    }
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" && first) {
        fill();
      } else if (worker.state === "installed" && !first) {
        announce();
      } else if (worker.state === "redundant" && first && dateline.offline.state === "storing") {
        offline("failed", "The site could not be stored.");
      }
    });
  }

  // announce tells the program of a new version; if it does not take the event, a line of our own does.
  function announce() {
    dateline.update = true;
    window.goappOnUpdate();
    if (!say("update")) {
      return;
    }
    const box = byId("boot");
    if (box.classList.contains("boot--failed")) {
      return;
    }
    box.hidden = false;
    box.className = "boot boot--update";
    box.setAttribute("role", "status");
    box.replaceChildren(paragraph("A new version of this explorer is ready."), button("Switch to it", applyUpdate),
      button("Later", () => { box.hidden = true; }));
  }

  // applyUpdate switches to the new version and loads the page again; the address keeps the search.
  function applyUpdate() {
    const waiting = registration && registration.waiting;
    if (!waiting) {
      location.reload();
      return;
    }
    switching = true;
    waiting.postMessage({ dateline: "activate" });
  }

  async function checkForUpdate() {
    if (registration) {
      await registration.update();
    }
  }

  // ---- What go-app's runtime looks for -------------------------------------------------------------------------------

  // go-app puts its own functions in the place of goappOnUpdate and goappOnAppInstallChange; until then a flag remembers.
  let prompt = null;
  const installed = () => navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;
  Object.assign(window, {
    goappUpdatedBeforeWasmLoaded: false,
    goappOnUpdate: () => { window.goappUpdatedBeforeWasmLoaded = true; },
    goappTryUpdate: checkForUpdate,
    goappAppInstallChangedBeforeWasmLoaded: false,
    goappOnAppInstallChange: () => { window.goappAppInstallChangedBeforeWasmLoaded = true; },
    goappIsAppInstalled: installed,
    goappIsAppInstallable: () => prompt !== null && !installed(),
    goappShowInstallPrompt: async () => {
      const asked = prompt;
      prompt = null; // it can be shown once
      await asked.prompt();
      window.goappOnAppInstallChange();
    },
  });
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    window.goappOnAppInstallChange();
  });
  window.addEventListener("appinstalled", () => {
    prompt = null;
    window.goappOnAppInstallChange();
  });
})();
