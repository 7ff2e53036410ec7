// Keeps the empty log page and what it is made of, so that logging needs no server. No page with
// anything of a diary in it is ever kept. `KEPT` stands before this: digest, files, shell, crisis, log.

const CACHE = `surcease-${KEPT.digest}`;

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll([KEPT.shell, ...KEPT.files].map((url) => new Request(url, { cache: "reload" })));
  await keepCrisis(cache).catch(() => {});
  await self.skipWaiting();
}

async function keepCrisis(cache) {
  if (KEPT.crisis) await cache.add(new Request(KEPT.crisis, { cache: "reload", credentials: "omit" }));
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("surcease-") && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

const kept = async (url) => (await caches.open(CACHE)).match(url);

async function page(request, path) {
  if (path === KEPT.log) return (await kept(KEPT.shell)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const instead = await kept(path === KEPT.crisis ? KEPT.crisis : KEPT.shell);
    if (!instead) throw error;
    return instead;
  }
}

async function part(request, path) {
  return (await kept(path)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (KEPT.files.includes(pathname)) event.respondWith(part(request, pathname));
});
