import { type ReactNode, useSyncExternalStore } from 'react';
import type { Found, Search } from '#dashboard/api/foundContacts.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import classes from './Finding.module.css';
import { type Finds, useFind } from './useFind.ts';

type Props = { label: string; search: Search; /** By what is filtered. */ children?: ReactNode };

/** Finds contacts by reading them, where the service can't filter: how far that has come, and what it took. */
export function Finding({ label, search, children }: Props) {
  const finding = useFind(search);
  return (
    <section className={classes.found} aria-label={label}>
      {children}
      <Progress finding={finding} />
    </section>
  );
}

function Progress({ finding }: { finding: Finds }) {
  const { found, reading, failure, pages, left, read } = finding;
  const isStale = useIsStale(finding.queryKey);
  if (reading)
    return (
      <span className={classes.reading}>
        <ProgressBar label="Reading contacts" value={found?.read ?? 0} max={Math.max(1, found?.of ?? 1)} />
        {found && `${count(found.read)} of ${count(found.of)} contacts read, ${count(found.total)} found`}
      </span>
    );
  if (failure)
    return (
      <>
        <span role="alert">{failure}</span>
        <Button size="xs" onClick={() => read(found ?? undefined)}>
          {found ? 'Go on reading' : 'Try again'}
        </Button>
      </>
    );
  if (!found) return pages === undefined ? null : <Ask pages={pages} left={left} onRead={() => read()} />;
  return (
    <>
      <span role="status">
        {isStale && found.next === null ? `${toldOf(found)} Contacts have changed since.` : toldOf(found)}
      </span>
      {found.next === null ? (
        <Button variant="subtle" size="xs" onClick={() => read()}>
          Read again
        </Button>
      ) : (
        <Button size="xs" onClick={() => read(found)}>
          Go on reading
        </Button>
      )}
    </>
  );
}

function toldOf({ total, read, of, next, at }: Found): string {
  if (next === null) return `${count(total)} found among ${plural(of, 'contact')}, read at ${clock(new Date(at))}.`;
  return `${count(total)} found among the first ${count(read)} of ${plural(of, 'contact')}. The others wait for you, or for more requests.`;
}

const Ask = ({ pages, left, onRead }: { pages: number; left: number; onRead: () => void }) => (
  <>
    <span role="status">
      The API can’t filter by this. Reading the contacts takes {plural(pages, 'request')}
      {Number.isFinite(left) && `; ${count(left)} are left for it this hour`}.
    </span>
    <Button size="xs" disabled={left < 1} onClick={onRead}>
      {pages > left ? `Read as many as ${count(left)} requests allow` : 'Read them'}
    </Button>
  </>
);

/** Whether something happened to contacts since these were read. */
const useIsStale = (queryKey: readonly unknown[]) =>
  useSyncExternalStore(
    (tell) => queryClient.getQueryCache().subscribe(tell),
    () => queryClient.getQueryState(queryKey)?.isInvalidated ?? false,
  );
