/** The path if it stays on this site, else `/`: an address in a link must not lead people elsewhere after sign-in. */
export function ownPath(path: string | null): string {
  if (!path?.startsWith('/')) return '/';
  const here = 'http://here.invalid';
  try {
    const url = new URL(path, here);
    return url.origin === here && url.pathname !== '/sign-in' ? url.pathname + url.search + url.hash : '/';
  } catch {
    return '/';
  }
}
