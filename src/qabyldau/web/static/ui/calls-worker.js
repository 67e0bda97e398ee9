// Keeps the operator's page on the device. The page is asked of the server first and taken from the device when the
// server does not answer; its files never change under one name, so they are taken from the device first.
// PAGE and KEPT come from the address that loads this file.
const STORE = `calls ${PAGE}`;
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  const wanted = [PAGE, ...KEPT].map((place) => new Request(place, { credentials: "same-origin", cache: "no-cache" }));
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(wanted)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const store = await caches.open(STORE);
    const wanted = new Set([PAGE, ...KEPT]);
    for (const one of await store.keys()) if (!wanted.has(new URL(one.url).pathname)) await store.delete(one);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

const kept = async (request) => (await (await caches.open(STORE)).match(request, { ignoreSearch: true })) || Response.error();

const asked = async (request) => {
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic" && !answer.redirected) {
    (await caches.open(STORE)).put(PAGE, answer.clone());
  }
  return answer;
};

const page = async (request) => {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE));
  try {
    const answer = await Promise.race([asked(request), late]);
    return answer.status >= 500 ? await kept(PAGE) : answer;
  } catch {
    return kept(PAGE);
  }
};

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && path === PAGE) event.respondWith(page(event.request));
  if (KEPT.includes(path)) {
    event.respondWith(kept(event.request).then((found) => (found.type === "error" ? fetch(event.request) : found)));
  }
});
