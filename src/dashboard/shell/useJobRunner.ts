import { useEffect } from 'react';

/** Carries on with long work while somebody is signed in. Fetched once the page stands, for there is rarely any. */
export function useJobRunner(): void {
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    import('#dashboard/jobs/runner.ts').then(
      ({ runJobs }) => {
        if (!gone) end = runJobs();
      },
      () => undefined, // offline; the next visit carries on
    );
    return () => {
      gone = true;
      end?.();
    };
  }, []);
}
