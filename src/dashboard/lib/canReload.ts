import { forgetPage } from './keptPage.ts';

/**
 * Whether the address answers. Then code that does not come needs a reload: it is of another version, or the browser keeps
 * to its first failure, as Chromium does. The page that is kept is forgotten, so that a reload brings it anew.
 */
export async function canReload(): Promise<boolean> {
  const reply = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (!reply?.ok) return false;
  await forgetPage();
  return true;
}

/**
 * Where something did not come without which the page can do nothing: has it made anew as soon as the address answers, but
 * not twice in a row. False while it does not.
 */
export async function reloadWhereServed(): Promise<boolean> {
  if (!(await canReload())) return false;
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (page?.type !== 'reload') location.reload();
  return true;
}
