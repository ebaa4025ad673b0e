import { forgetPage } from './keptPage.ts';

/**
 * Whether the address answers. Then code that does not come needs a reload, which brings the page anew: it is of another
 * version, or the browser keeps to its first failure, as Chromium does.
 */
export async function canReload(): Promise<boolean> {
  const reply = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (!reply?.ok) return false;
  await forgetPage();
  return true;
}
