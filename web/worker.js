// The worker that dateline.js starts: it runs app.wasm, which answers messages where there is no document (app/worker). The first
// message tells the addresses of the glue and the program; the program takes the others.
"use strict";

self.onmessage = ({ data }) => start(...data.start).catch((error) => self.postMessage({ failed: String(error.message || error) }));

async function start(glue, wasm) {
  importScripts(glue);
  const response = await fetch(wasm);
  if (!response.ok) {
    throw new Error(`the server did not give out the program: it answered ${response.status}`);
  }
  const go = new Go();
  const streams = (response.headers.get("content-type") || "").startsWith("application/wasm");
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, go.importObject)
    : await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
  await go.run(instance); // answers until the worker is ended
  throw new Error("the program has stopped");
}
