import type { ReactNode } from 'react';
import { never } from '#dashboard/lib/patiently.ts';
import { useDelayed } from '#dashboard/lib/useDelayed.ts';
import classes from './List.module.css';
import { Failed } from './Failed.tsx';
import { late } from './late.tsx';

const Strip = late(async () => (await import('./Strip.tsx')).Strip, never);

/** The part of a query that decides what a list shows. */
export type Loading<T> = {
  data: T | undefined;
  error: Error | null;
  isFetching: boolean;
  isPlaceholderData: boolean;
  refetch: () => unknown;
  dataUpdatedAt: number;
};

type Props<T> = {
  query: Loading<T>;
  /** What is listed, in the plural: `Contacts`. */
  what: string;
  isEmpty: (data: T) => boolean;
  /** Whether a search or filter is on: then nothing matches, else there is nothing yet. */
  filtered?: boolean;
  empty: ReactNode;
  noMatch?: ReactNode;
  /** Rows of the same height as the real ones; shown when loading takes over 150 ms. */
  skeleton: ReactNode;
  /** What is safe although loading failed. */
  kept?: string;
  children: (data: T) => ReactNode;
};

/** One list in all its states: loading, empty, nothing matches, failed, stale, and the rows. */
export function List<T>({
  query,
  what,
  isEmpty,
  filtered = false,
  empty,
  noMatch,
  skeleton,
  kept,
  children,
}: Props<T>) {
  const { data, error, isFetching, isPlaceholderData, refetch } = query;
  const slow = useDelayed(data === undefined && !error);
  const dimmed = useDelayed(isPlaceholderData);
  if (data === undefined) {
    if (error) return <Failed what={what} error={error} kept={kept} retrying={isFetching} onRetry={refetch} />;
    return slow ? (
      <div className={classes.body} aria-busy>
        <span className="visually-hidden">Loading {what.toLowerCase()}</span>
        {skeleton}
      </div>
    ) : (
      <div className={classes.body} aria-busy />
    );
  }
  return (
    <>
      {error && <Strip since={query.dataUpdatedAt} reason={error.message} busy={isFetching} onRefresh={refetch} />}
      <div className={classes.body} aria-busy={isPlaceholderData} data-dimmed={dimmed || undefined}>
        {isEmpty(data) ? (filtered && noMatch ? noMatch : empty) : children(data)}
      </div>
    </>
  );
}
