/**
 * Keeps the whole site in the browser, so that it works offline. A new version of the site is downloaded completely
 * before the old one is removed. `VERSION` and `FILES` are filled in by `npm run site`.
 */

// Other sites on the same host share the caches, but have other URLs.
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
      // The language is in the query of the URL, and does not affect files.
      .then((cache) => cache.match(event.request, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
