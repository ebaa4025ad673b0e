import { type ComponentType, type ReactNode, use, useEffect, useState } from 'react';
import { patiently } from '#dashboard/lib/patiently.ts';
import { NotFetched } from './NotFetched.tsx';

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A page (or what is as large as one) whose code is fetched when it is needed: by `fetch`, ahead of time, or by being shown. Where that fails, it says
 * so and tries again, by itself and on request.
 */
export function latePage<Props extends object = object>(load: Load<Props>) {
  let Page: ComponentType<Props> | undefined;
  let fetching: Promise<void> | undefined;
  const fetch = () =>
    (fetching ??= load()
      .catch(() => missingPage(load))
      .then((loaded) => {
        Page = loaded;
      }));
  function LatePage(props: Props): ReactNode {
    // Once it is here nothing waits, not even for a moment: a page is drawn whole or not at all.
    if (!Page) use(fetch());
    return Page && <Page {...props} />;
  }
  return { LatePage, fetch };
}

function missingPage<Props extends object>(load: Load<Props>) {
  return function MissingPage(props: Props) {
    const [Page, setPage] = useState<ComponentType<Props>>();
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
    return Page ? <Page {...props} /> : <NotFetched onRetry={() => void retry()} retrying={retrying} />;
  };
}

/** Whether the address answers: a reload without an answer would take the app away. */
const isServed = () =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
