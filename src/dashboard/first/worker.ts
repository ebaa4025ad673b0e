/// <reference lib="webworker" />
// The service worker: keeps the page and the code it begins with on this device, so that the next visit shows it without
// asking for either. Answers of the API are no business of it. The build makes it /sw.js, a new one for every version.

declare const self: ServiceWorkerGlobalScope;
/** Of all that is kept. */
declare const VERSION: string;
/** What the page begins with: code and letters. */
declare const FILES: string[];
/** The pattern of the addresses that people open. */
declare const PAGE_PATH: string;

/** Chrome's static routing: what needs no worker does not wait for one to start. Others ask the worker each time. */
type Routing = { addRoutes?: (rules: { condition: object; source: 'cache' | 'network' }[]) => Promise<void> };

const page = '/';
const pagePath = new RegExp(PAGE_PATH);

const keep = async () => {
  const cache = await caches.open(VERSION);
  await cache.addAll([page, ...FILES]);
  await self.skipWaiting();
};

const takeOver = async () => {
  const old = (await caches.keys()).filter((name) => name !== VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

self.addEventListener('install', (event) => {
  const direct = ['cors', 'no-cors', 'same-origin'].map((requestMode) => ({
    condition: { requestMode },
    source: 'network' as const,
  }));
  const kept = { condition: { urlPattern: { pathname: '/assets/*' } }, source: 'cache' as const };
  const { addRoutes } = event as ExtendableEvent & Routing;
  event.waitUntil(Promise.all([addRoutes?.call(event, [kept, ...direct]), keep()]));
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const { mode, url } = event.request;
  const { pathname } = new URL(url);
  const isPage = mode === 'navigate' && pagePath.test(pathname);
  const key = isPage ? page : FILES.includes(pathname) && pathname;
  if (key) event.respondWith(caches.match(key).then((known) => known ?? fetch(event.request)));
});
