/* global self, caches, fetch, Request, VERSION, FILES */
/**
 * Keeps the whole site in the browser, so that it opens without a network. A new site has another version, which it takes
 * whole before the old one goes. `VERSION` and `FILES` are filled in by `npm run site`.
 */

// Other sites of the same host have the same caches, and other addresses.
const OURS = `legato ${self.registration.scope} `;
const CACHE = OURS + VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(OURS) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(
    caches
      .open(CACHE)
      // The language stands behind the address, and changes nothing in a file.
      .then((cache) => cache.match(event.request, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
