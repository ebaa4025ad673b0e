import { type ComponentType, useEffect, useState } from 'react';
import { patiently } from '#dashboard/lib/patiently.ts';
import { NotFetched } from './NotFetched.tsx';

type Load = () => Promise<ComponentType>;

/**
 * Loads a page; where that fails, gives a page that says so and tries again, by itself and on request. The router itself would show nothing at
 * all: it takes a route whose code failed for one that has not been loaded yet.
 */
export const orLatePage = (load: Load) => (): Promise<ComponentType> => load().catch(() => latePage(load));

function latePage(load: Load) {
  return function LatePage() {
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
