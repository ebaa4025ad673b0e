import { type ComponentType, type ReactNode, use, useEffect, useState } from 'react';
import { patiently } from '#dashboard/lib/patiently.ts';
import { NotFetched } from './NotFetched.tsx';

type Load = () => Promise<ComponentType>;

/**
 * A page whose code is fetched when it is needed: by `fetch`, ahead of time, or by being shown. Where that fails, it says
 * so and tries again, by itself and on request.
 */
export function latePage(load: Load) {
  let Page: ComponentType | undefined;
  let fetching: Promise<void> | undefined;
  const fetch = () =>
    (fetching ??= load()
      .catch(() => missingPage(load))
      .then((loaded) => {
        Page = loaded;
      }));
  function LatePage(): ReactNode {
    // Once it is here nothing waits, not even for a moment: a page is drawn whole or not at all.
    if (!Page) use(fetch());
    return Page && <Page />;
  }
  return { LatePage, fetch };
}

function missingPage(load: Load) {
  return function MissingPage() {
    const [Page, setPage] = useState<ComponentType>();
    const [retrying, setRetrying] = useState(false);
    useEffect(() => {
      let gone = false;
      void patiently(load).then((loaded) => {
        if (!gone) setPage(() => loaded);
      });
      return () => {
        gone = true;
      };
    }, []);
    const retry = async () => {
      setRetrying(true);
      try {
        const loaded = await load();
        setPage(() => loaded);
      } catch {
        // The code this tab knows of may be gone for good; the version that is there now is not.
        if (await isServed()) location.reload();
      }
      setRetrying(false);
    };
    return Page ? <Page /> : <NotFetched onRetry={() => void retry()} retrying={retrying} />;
  };
}

/** Whether the address answers: a reload without an answer would take the app away. */
const isServed = () =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
