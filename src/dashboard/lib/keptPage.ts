// The page that is kept on this device by the service worker (see `first/worker.ts`).

const container = () => (import.meta.env.PROD ? navigator.serviceWorker : undefined);

/** So long (ms) after the page began, what people came for is there. */
const LATER = 3_000;

/**
 * Has the page kept for the next visit, where the browser can and the address is a safe one. The page that was kept may be
 * of an earlier version: the new one takes its place while nobody has touched anything yet, else at the next visit.
 */
export function keepPage(): void {
  const worker = container();
  if (!worker) return;
  if (worker.controller) {
    const untouched = new AbortController();
    const touched = () => untouched.abort();
    worker.addEventListener('controllerchange', () => location.reload(), { signal: untouched.signal });
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, touched, { capture: true, once: true });
  }
  // Not to be had in some private windows: then the page comes from the network each time.
  setTimeout(() => void worker.register('/sw.js').catch(() => undefined), LATER);
}

/** The next page comes from the network: the one kept may be of another version, or something else be at its address. */
export async function forgetPage(): Promise<void> {
  const kept = await container()
    ?.getRegistration()
    .catch(() => undefined);
  await kept?.unregister();
}
