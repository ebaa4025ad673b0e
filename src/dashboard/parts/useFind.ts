import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { budget, currentBudget } from '#dashboard/api/budget.ts';
import { findContacts, toRead } from '#dashboard/api/findContacts.ts';
import { type Found, foundContacts, type Search } from '#dashboard/api/foundContacts.ts';
import { available } from '#dashboard/jobs/pace.ts';
import { pagesFor } from '#dashboard/jobs/people.ts';
import { useNow } from '#dashboard/lib/useNow.ts';

/** So few requests are not worth a question. */
const UNASKED = 5;

const why = (error: unknown) => (error instanceof Error ? error.message : 'They could not be read.');

/** Reads contacts for a search: at once where that takes few requests, else when told to. Ends with whoever shows it. */
export function useFind(search: Search) {
  const { queryKey, ...options } = foundContacts(search);
  const { data: found } = useQuery({ queryKey, ...options });
  const { data: size, error } = useQuery({
    queryKey: ['toRead', search],
    queryFn: () => toRead(search),
    staleTime: 60_000,
    throwOnError: false,
  });
  const { data: told } = useQuery(budget());
  const now = useNow().getTime();
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const end = useRef<AbortController>(undefined);
  const pages = size === undefined ? undefined : Math.max(1, pagesFor(size));

  const read = (from?: Found) => {
    end.current?.abort();
    const { signal } = (end.current = new AbortController());
    const requests = Math.min(available(currentBudget(), Date.now()), pages ?? 1);
    if (requests < 1) return setFailure('No request of this hour is left for it.');
    setFailure(null);
    setReading(true);
    findContacts(search, { requests, signal, ...(from && { from }) })
      .catch((reason: unknown) => signal.aborted || setFailure(why(reason)))
      .finally(() => signal.aborted || setReading(false));
  };
  const begins = pages !== undefined && pages <= UNASKED && !found && !reading && failure === null;
  useEffect(() => {
    if (begins) read();
    // Once, when it is known to take little.
    // oxlint-disable-next-line react/exhaustive-deps -- `read` is new at every render
  }, [begins]);
  useEffect(() => () => end.current?.abort(), []);
  return {
    queryKey,
    found,
    reading,
    failure: failure ?? (error && why(error)),
    pages,
    left: available(told, now),
    read,
  };
}
export type Finds = ReturnType<typeof useFind>;
