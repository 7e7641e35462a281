// Runs in every page before its own scripts: what the tests look with.
window.dl = {
  // When the first result was in the page, in ms since the navigation began.
  first: undefined,

  // Resolves with the ms from the next key that changes the search field to the frame that shows its result.
  keystroke() {
    return new Promise((done) => {
      document.addEventListener("input", (event) => {
        const seen = new MutationObserver(() => {
          seen.disconnect();
          requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => done(performance.now() - event.timeStamp);
            painted.port2.postMessage(0);
          });
        });
        seen.observe(document.body, { subtree: true, childList: true, characterData: true });
      }, { capture: true, once: true });
    });
  },

  // Resolves with the ms from an act to the frame that shows what it makes.
  until(selector, act) {
    return new Promise((done) => {
      const start = performance.now();
      const seen = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        seen.disconnect();
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => done(performance.now() - start);
          painted.port2.postMessage(0);
        });
      });
      seen.observe(document.body, { subtree: true, childList: true });
      act();
    });
  },

  one: (selector) => document.querySelector(selector),
  all: (selector) => [...document.querySelectorAll(selector)],

  // The number of documents found, as the summary tells it; undefined as long as it tells none.
  total() {
    const strong = document.querySelector(".summary strong");
    return strong ? Number(strong.textContent.replace(/\D/g, "")) : undefined;
  },
  ready: () => dl.total() !== undefined && !!document.querySelector("#q"),

  query: () => document.querySelector("#q").value,

  // The ids of the documents in the list, in their order.
  hits: () => dl.all(".hits .hit a[href]").map((a) => new URLSearchParams(a.getAttribute("href").replace(/^[^#]*#/, "")).get("doc")),
  text: (selector) => (document.querySelector(selector)?.innerText ?? "").trim(),
  texts: (selector) => dl.all(selector).map((e) => e.innerText.trim()),

  shown(e) {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== "hidden";
  },
  // Whether the middle of the part of it that is in the window is what one sees there.
  onTop(selector) {
    return dl.all(selector).some((e) => {
      const box = e.getBoundingClientRect();
      const mid = (a, b, end) => (Math.max(a, 0) + Math.min(b, end)) / 2;
      const top = document.elementFromPoint(mid(box.left, box.right, innerWidth), mid(box.top, box.bottom, innerHeight));
      return dl.shown(e) && top && e.contains(top);
    });
  },
  visible: (selector) => dl.all(selector).find(dl.shown),
  withText: (selector, text) =>
    dl.all(selector).find((e) => dl.shown(e) &&
      (e.innerText.includes(text) || (e.getAttribute("aria-label") ?? "").includes(text))),

  // Scrolls to an element, waits until it has stopped moving and nothing lies over it, and returns its middle.
  async place(find) {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    let last = "", still = 0;
    for (let i = 0; i < 300; i++) {
      const e = find();
      if (e) {
        if (still === 0) e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
        const box = e.getBoundingClientRect();
        const at = [box.left + box.width / 2, box.top + box.height / 2];
        const top = document.elementFromPoint(...at);
        still = String(at) === last && top && e.contains(top) ? still + 1 : 0;
        last = String(at);
        if (still === 3) return at;
      }
      await frame();
    }
    return [];
  },

  box(e) {
    const box = e.getBoundingClientRect();
    return [box.left, box.top, box.width, box.height];
  },

  // The count beside the facet with this name, undefined where there is no such facet.
  facet(name) {
    const row = dl.all(".facet").find((e) => e.querySelector(".facet__name")?.textContent === name);
    return row && Number(row.querySelector(".facet__n").textContent.replace(/\D/g, ""));
  },

  // What stands beyond the right edge of the window and can be seen there.
  overflow() {
    const wide = [];
    if (document.documentElement.scrollWidth > innerWidth) wide.push("page " + document.documentElement.scrollWidth);
    for (const e of dl.all("a, button, input, select, h1, h2, p, label")) {
      if (!dl.shown(e) || e.closest(".vh, .skip, svg")) continue;
      const box = e.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) wide.push(e.outerHTML.slice(0, 120));
    }
    return wide;
  },
};

new MutationObserver((_, self) => {
  if (dl.total() === undefined) return;
  dl.first = performance.now();
  self.disconnect();
}).observe(document, { subtree: true, childList: true });
