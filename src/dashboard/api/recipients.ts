import { queryOptions } from '@tanstack/react-query';
import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import type { People } from '#dashboard/lib/review.ts';
import { currentBudget } from './budget.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE } from './collect.ts';
import { pause } from './handOver.ts';
import { queryClient } from './queryClient.ts';

/** How far reading everybody is; `until`: it waits for the hour's requests, in ms since 1970. */
export type ReadingProgress = { done: number; of: number; until?: number };

export type Recipients = People & { readAt: number; requests: number };

/** Requests that are left for people when everybody is read. */
const RESERVE = 10;
/** More opt-outs than this are not read one by one: each contact tells whether it has opted out. */
const MOST_OPT_OUTS = 2_000;
const STALE = 2 * 60_000;

const progressKey = (groups: readonly number[]) => ['recipients', 'progress', groups] as const;

/** How far `recipientsOf` is; null while it is not reading. Filled, never fetched. */
export const readingProgress = (groups: readonly number[]) =>
  queryOptions({
    queryKey: progressKey(groups),
    queryFn: (): ReadingProgress | null => null,
    initialData: null,
    enabled: false,
  });

/** Everybody in these groups and what keeps some of them from being texted: a request for each hundred, within the hour. */
export const recipientsOf = (groups: readonly number[]) =>
  queryOptions({
    queryKey: ['recipients', 'of', groups] as const,
    queryFn: ({ signal }) => readRecipients(groups, signal),
    enabled: groups.length > 0,
    staleTime: STALE,
    structuralSharing: false,
  });

async function readRecipients(groups: readonly number[], signal: AbortSignal): Promise<Recipients> {
  let requests = 0;
  const progress = new Map<string, ReadingProgress>();
  const tell = (until?: number) => {
    const sum = [...progress.values()].reduce((all, { done, of }) => ({ done: all.done + done, of: all.of + of }), {
      done: 0,
      of: 0,
    });
    queryClient.setQueryData(progressKey(groups), { ...sum, ...(until !== undefined && { until }) });
  };
  const paced = async <T>(read: () => Promise<Page<T>>) => {
    await withinBudget(signal, tell);
    requests += 1;
    return read();
  };
  const counted = (what: string) => (now: ReadingProgress) => {
    progress.set(what, now);
    tell();
  };

  const members: { contact: Contact; group: number }[] = [];
  for (const id of groups) {
    const { items } = await collect(
      (page) =>
        paced(() =>
          callPage(groupOperations.contacts, { params: { id }, query: { page, per_page: PER_PAGE }, signal }),
        ),
      { onProgress: counted(`group ${id}`) },
    );
    for (const contact of items) members.push({ contact, group: id });
  }
  const optedOut = await numbers(
    (page) => paced(() => callPage(optOutOperations.list, { query: { page, per_page: PER_PAGE }, signal })),
    { limit: MOST_OPT_OUTS, onProgress: counted('opt-outs') },
  );
  const blocked = await numbers(
    (page) => paced(() => callPage(blockedNumberOperations.list, { query: { page, per_page: PER_PAGE }, signal })),
    { onProgress: counted('blocked numbers') },
  );
  queryClient.setQueryData(progressKey(groups), null);
  return { ...eachOnce(members), optedOut, blocked, readAt: Date.now(), requests };
}

/** The numbers of a list that are to be left alone; none where the service has no such list. */
async function numbers(
  read: (page: number) => Promise<Page<{ id: number; phone: string; opt_in?: boolean }>>,
  options: Parameters<typeof collect>[1],
): Promise<ReadonlySet<string>> {
  try {
    const { items } = await collect(read, options);
    return new Set(items.filter(({ opt_in }) => !opt_in).map(({ phone }) => phone.replace(/\D/g, '')));
  } catch (error) {
    if (error instanceof ApiError && [403, 404, 405].includes(error.status)) return new Set();
    throw error;
  }
}

function eachOnce(members: readonly { contact: Contact; group: number }[]) {
  const contacts = new Map<number, Contact>();
  const groupsOf = new Map<number, number[]>();
  for (const { contact, group } of members) {
    contacts.set(contact.id, contact);
    groupsOf.set(contact.id, [...(groupsOf.get(contact.id) ?? []), group]);
  }
  return { contacts: [...contacts.values()], groupsOf };
}

/** Waits while only a few requests of the hour are left. */
async function withinBudget(signal: AbortSignal, tell: (until: number) => void) {
  for (let budget = currentBudget(); budget && isSpent(budget); budget = currentBudget()) {
    tell(budget.refillsAt);
    await pause(Math.min(Math.max(budget.refillsAt - Date.now(), 1_000), 5_000));
    signal.throwIfAborted();
  }
}

const isSpent = ({ limit, remaining, refillsAt }: { limit: number; remaining: number; refillsAt: number }) =>
  limit > 0 && remaining <= RESERVE && refillsAt > Date.now();
