// Runs inside index.html before anything else of the dashboard is here: asks at once for what the address will need, and
// chooses the theme, so that the dark one never flashes white. The build puts it there; nothing is imported.

/** By the first part of an address: the code of its page, and what a plain list of it reads. Known once all is built. */
declare const PAGES: Record<string, { code: string[]; reads: string[] }>;
/** Where the letters are; empty while that is not known. */
declare const FONT: string;
/** What reads the answers; at work before the rest is here. */
declare const AHEAD: string;
/** What asks for the rest. */
declare const CLIENT: string;

/** A page that took so long to come came over a slow line. */
const SLOW_MS = 300;

(() => {
  const asked = new Map<string, Promise<Response>>();
  window.asked = asked;
  const ask = (address: string) => {
    const answer = fetch(address, { headers: { Accept: 'application/json' } });
    // Whoever takes it hears of a failure.
    answer.catch(() => undefined);
    asked.set(address, answer);
  };
  const preload = (href: string, rest: Partial<HTMLLinkElement>) =>
    document.head.append(Object.assign(document.createElement('link'), { href, ...rest }));

  const [, place = '', ...further] = location.pathname.split('/');
  // Where one signs in there is no frame yet.
  document.documentElement.dataset['place'] = place;
  const begun = Object.hasOwn(PAGES, place) ? PAGES[place] : undefined;
  ask('/session');
  const isPlain = begun && further.length === 0 && location.search === '';
  if (isPlain) begun.reads.forEach(ask);
  begun?.code.forEach((href) => preload(href, { rel: 'modulepreload' }));
  // The rest needs it too, and fails with it.
  if (AHEAD) import(/* @vite-ignore */ AHEAD).catch(() => undefined);
  if (!isPlain && CLIENT) preload(CLIENT, { rel: 'modulepreload' });

  let chosen = null;
  try {
    // The key is Mantine's.
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage is off: follow the system.
  }
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['mantineColorScheme'] = isDark ? 'dark' : 'light';

  // Code that did not come is never asked for again by the same page: it is begun anew once there is a network.
  const beginAnew = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement) addEventListener('online', () => location.reload(), { once: true });
  };
  addEventListener('error', beginAnew, { capture: true });

  // On a slow line what is to be read comes before the letters it is drawn with.
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isSlow = page && performance.now() - page.requestStart > SLOW_MS;
  if (FONT && !isSlow) preload(FONT, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '' });

  // The first of each takes long, as the browser reads its tables then: better while the code is on its way.
  new PerformanceObserver((_, painted) => {
    painted.disconnect();
    new Intl.DateTimeFormat().format();
    setTimeout(() => new Intl.NumberFormat().format(1));
  }).observe({ type: 'paint', buffered: true });
})();
