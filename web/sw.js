// The service worker: after one visit the site works without a network. The generator writes VERSION and FILES above this
// text: VERSION names all that ships, FILES lists [address, integrity] of all that is stored, "./" (the page) first, CHUNKS lists
// [name, bytes] of the pieces of a large collection.
//
// It stores all of FILES or nothing; a reader sees one version, never two mixed; it touches no cache but its own. Chunks are named by
// their hashes, and so never mixed either: they are stored one by one, as they are asked for and as the page lets them be fetched while
// it rests, and are kept as long as a version lists them.
"use strict";

const SCOPE = new URL(self.registration.scope);
// Caches belong to the whole origin. The path is encoded, so that no deployment's prefix begins another's.
const PREFIX = `dateline:${encodeURIComponent(SCOPE.pathname)}:`;
const CACHE = PREFIX + VERSION;
const CHUNK_CACHE = PREFIX + "chunks";
const chunkAddress = (name) => new URL(`chunks/${name}.chunk`, SCOPE).href;
const CHUNK_ADDRESSES = new Map(CHUNKS.map(([name, bytes]) => [chunkAddress(name), bytes]));
const ADDRESSES = new Set(FILES.map(([address]) => new URL(address, SCOPE).href));
const PATHS = new Set(FILES.map(([address]) => new URL(address, SCOPE).pathname));

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  // It is there already if a site goes back to the version which is still in use here.
  const existed = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    const wanted = [];
    for (const [address, integrity] of FILES) {
      if (address === "./") {
        await cache.put(address, await fetchPage());
        continue;
      }
      // An address carries its content's hash: what an earlier version has stored under it need not be fetched again. Only
      // dateline.js has a name that others write.
      const kept = address === "./dateline.js" ? undefined : await stored(address);
      if (kept) {
        await cache.put(address, kept);
      } else {
        // no-cache: the HTTP cache may hold an older file, and is asked to check. The browser refuses what does not
        // match the hash, as when a site is being uploaded just now.
        wanted.push(new Request(address, { cache: "no-cache", integrity }));
      }
    }
    await cache.addAll(wanted);
  } catch (error) {
    if (!existed) {
      await caches.delete(CACHE);
    }
    await tell({ dateline: "failed", reason: reason(error) });
    throw error;
  }
}

// fetchPage returns the page, which has no hash (hosts add to pages) but names its version.
async function fetchPage() {
  const response = await fetch(new Request("./", { cache: "no-cache" }));
  if (!response.ok || response.redirected) {
    throw new Error(`the page could not be stored: the server answered ${response.redirected ? "elsewhere" : response.status}`);
  }
  const text = await response.clone().text();
  if (!text.includes(`name="dateline-version" content="${VERSION}"`)) {
    throw new Error("the page and its worker are of different versions: the site is being changed just now");
  }
  return response;
}

async function stored(address) {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX)) {
      const found = await caches.match(address, { cacheName: name, ignoreVary: true });
      if (found) {
        return found;
      }
    }
  }
  return undefined;
}

function reason(error) {
  if (error.name === "QuotaExceededError") {
    return "There is not enough room for the site in this browser's storage.";
  }
  if (error.name === "TypeError") { // fetch and addAll tell no more than that
    return "The site could not be stored: a file did not arrive, or not as it should be.";
  }
  return `The site could not be stored: ${error.message}.`;
}

async function tell(message) {
  for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    client.postMessage(message);
  }
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  // A still newer version that is being stored has a cache that only looks old.
  if (!self.registration.installing) {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE && name !== CHUNK_CACHE) {
        await caches.delete(name);
      }
    }
    if (await caches.has(CHUNK_CACHE)) {
      const chunks = await caches.open(CHUNK_CACHE);
      for (const { url } of await chunks.keys()) {
        if (!CHUNK_ADDRESSES.has(url)) {
          await chunks.delete(url);
        }
      }
    }
  }
  await self.clients.claim();
}

// A new version waits until the reader asks for it, or until no page of the old one is open.
self.addEventListener("message", (event) => {
  if (event.data && event.data.dateline === "activate") {
    self.skipWaiting();
  } else if (event.data && event.data.dateline === "store") {
    event.waitUntil(store(event.data.most).then((told) => event.ports[0].postMessage(told)));
  }
});

// store stores up to most more chunks, in their order, and resolves with the bytes of those that are stored and of all, and with why it
// went no further, if it did not.
async function store(most) {
  const told = { done: 0, total: 0, problem: "" };
  if (CHUNKS.length === 0) {
    return told;
  }
  try {
    const chunks = await caches.open(CHUNK_CACHE);
    const there = new Set((await chunks.keys()).map(({ url }) => url));
    const wanted = [];
    for (const [address, bytes] of CHUNK_ADDRESSES) {
      told.total += bytes;
      if (there.has(address)) {
        told.done += bytes;
      } else if (wanted.length < most) {
        wanted.push(address);
      }
    }
    await Promise.all(wanted.map(async (address) => {
      await keepChunk(address, await fetch(address));
      told.done += CHUNK_ADDRESSES.get(address);
    }));
  } catch (error) {
    told.problem = reason(error);
  }
  return told;
}

// keepChunk stores a chunk that has come from the server.
async function keepChunk(address, response) {
  if (!response.ok) {
    throw new Error(`the server answered ${response.status} for a part of the collection`);
  }
  await (await caches.open(CHUNK_CACHE)).put(address, response);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) {
    return;
  }
  if (request.mode === "navigate") {
    // The page itself, whatever the query. Deeper paths may be another site's.
    const rest = url.pathname.slice(SCOPE.pathname.length);
    if (rest === "" || rest === "index.html") {
      event.respondWith(answer(SCOPE.href, request));
    }
    return;
  }
  if (CHUNK_ADDRESSES.has(url.href)) {
    event.respondWith(chunk(url.href, event));
  } else if (ADDRESSES.has(url.href)) {
    event.respondWith(answer(url.href, request));
  } else if (PATHS.has(url.pathname) && url.searchParams.has("v")) {
    event.respondWith(Response.error()); // another version's file: the server would answer with today's
  }
});

async function answer(address, request) {
  // Not in the cache only if the reader has emptied the storage meanwhile.
  return (await caches.match(address, { cacheName: CACHE, ignoreVary: true })) || fetch(request);
}

async function chunk(address, event) {
  const found = await caches.match(address, { cacheName: CHUNK_CACHE, ignoreVary: true });
  if (found) {
    return found;
  }
  const response = await fetch(address);
  if (response.ok) {
    event.waitUntil(keepChunk(address, response.clone()).catch(() => {})); // no room: it has been answered all the same
  }
  return response;
}
