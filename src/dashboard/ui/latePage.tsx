import { type ReactNode, use, useEffect, useState } from 'react';
import { canReload } from '#dashboard/lib/canReload.ts';
import { never } from '#dashboard/lib/patiently.ts';
import { late, type Load } from './late.tsx';
import { NotFetched } from './NotFetched.tsx';

/**
 * A page (or what is as large as one) whose code is fetched when it is needed: by `fetch`, ahead of time, or by being
 * shown. Until then `fallback` stands there, or where there is none, what was there before. Where that fails, it says so
 * and tries again, by itself and on request.
 */
export function latePage<Props extends object = object>(load: Load<Props>) {
  const Page = late(load, never);
  let first: Promise<void> | undefined;
  const fetch = () => (first ??= Page.fetch());
  function LatePage(props: Props & { fallback?: ReactNode }): ReactNode {
    // Known from when the first attempt is over.
    const [retrying, setRetrying] = useState<boolean>();
    useEffect(() => {
      if (!Page.isHere()) void fetch().then(() => setRetrying(false));
    }, []);
    // Once it is here nothing waits, not even for a moment: a page is drawn whole or not at all. No hook may follow, as this may not come again.
    if (!Page.isHere()) {
      const settled = fetch();
      if (!props.fallback) use(settled);
    }
    const retry = async () => {
      setRetrying(true);
      await Page.fetch();
      // Where the server answers all the same, it has another version. Else a reload would take the app away.
      if (!Page.isHere() && (await canReload())) location.reload();
      setRetrying(false);
    };
    const notFetched = <NotFetched onRetry={() => void retry()} retrying={retrying} />;
    return <Page {...props} fallback={retrying === undefined ? props.fallback : notFetched} />;
  }
  return { LatePage, fetch, isHere: Page.isHere };
}
