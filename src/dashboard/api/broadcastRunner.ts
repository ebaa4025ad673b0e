import type { QueryClient } from '@tanstack/react-query';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { type Dispatch, sendKeyOf } from '#dashboard/lib/dispatch.ts';
import { isOpen } from '#dashboard/lib/tabLock.ts';
import type { BroadcastOutbox } from './broadcastOutbox.ts';
import { broadcasts } from './broadcasts.ts';
import { currentBudget } from './budget.ts';
import { findOut, type Handed, handOver, type ToHandOver } from './handOver.ts';

const NAME = 'switchboard:broadcast-runner';
/** How long after its turn one may still go by itself; later a person is asked. */
const LATE = 15 * 60_000;
/** A tab's own toast releases what it made; another tab steps in this much later, if that one is gone. */
const GRACE = 1_500;
const LONGEST_SLEEP = 30_000;

type Run = { outbox: BroadcastOutbox; cache: QueryClient; owner: string; signal: AbortSignal };

/** Sends what is in the queue, in one tab at a time, until `signal` aborts. */
export async function runBroadcasts(run: Run): Promise<void> {
  const lead = async () => {
    await lookUpLeft(run);
    while (!run.signal.aborted) await step(run);
  };
  if (!('locks' in navigator)) return lead();
  await navigator.locks.request(NAME, { signal: run.signal }, lead).catch(() => undefined);
}

const toHandOver = (row: Dispatch): ToHandOver => ({
  sendKey: sendKeyOf(row),
  group: row.group,
  sender: row.sender,
  text: row.text,
  ...(row.deliverAt && { deliverAt: row.deliverAt }),
  ...(row.fromTemplate && { fromTemplate: true }),
  after: row.after,
  handedAt: row.handedAt ?? row.madeAt,
});

/** What the tab before this one had handed over when it ended. */
async function lookUpLeft({ outbox, cache, owner }: Run) {
  for (const row of await outbox.table.all()) {
    if (row.owner !== owner || (row.state !== 'sending' && row.state !== 'looking')) continue;
    await outbox.update(row.key, (each) => ({ ...each, state: 'looking' }));
    await settle(outbox, cache, row, await findOut(toHandOver(row)));
  }
}

/** Sends the next one if its turn has come, else waits for that or for a change. */
async function step(run: Run) {
  const { outbox, owner, signal } = run;
  await outbox.read();
  const mine = outbox.get().filter((row) => row.owner === owner);
  await releaseLeft(outbox, mine);
  const next = mine.find(({ state }) => state === 'queued');
  if (!next) return sleep(outbox, signal, nextUndo(mine));
  const due = Math.max(next.until ?? 0, currentBudget()?.nextBroadcastAt ?? 0);
  if (due > Date.now() || !navigator.onLine) {
    if (due > Date.now() && next.until !== due) await outbox.update(next.key, (row) => ({ ...row, until: due }));
    return sleep(outbox, signal, due);
  }
  const stale = tooLate(next);
  if (stale) return void (await outbox.update(next.key, (row) => ({ ...row, state: 'refused', reason: stale })));
  await send(run, next.key);
}

async function send({ outbox, cache }: Run, key: string) {
  let taken = false;
  const row = await outbox.update(key, (each) => {
    taken = each.state === 'queued';
    return taken ? { ...each, state: 'sending', handedAt: Date.now() } : each;
  });
  if (!row || !taken) return;
  const onLookUp = () => void outbox.update(key, (each) => ({ ...each, state: 'looking' }));
  await settle(outbox, cache, row, await handOver(toHandOver(row), onLookUp));
}

async function settle(outbox: BroadcastOutbox, cache: QueryClient, { key, draft }: Dispatch, handed: Handed) {
  if ('made' in handed) {
    await outbox.update(key, ({ until: _until, ...row }) => sent(row, handed.made, handed.lookedUp));
    cache.setQueryData(broadcasts.detail(handed.made.id).queryKey, handed.made);
    void cache.invalidateQueries({ queryKey: broadcasts.lists });
    await forgetDraft(outbox, draft);
  } else if ('refused' in handed) {
    await outbox.update(key, (row) => ({ ...row, state: 'refused', reason: handed.refused }));
  } else {
    const until = Date.now() + handed.wait * 1000;
    await outbox.update(key, (row) => ({ ...row, state: 'queued', until, reason: handed.why }));
  }
}

/** A draft is kept until all of its groups have got it. */
async function forgetDraft(outbox: BroadcastOutbox, draft: string) {
  const rows = outbox.get().filter((row) => row.draft === draft);
  if (rows.every(({ state }) => state === 'sent')) await broadcastDrafts.remove(draft).catch(() => undefined);
}

const sent = (row: Dispatch, made: Broadcast, lookedUp?: true): Dispatch => ({
  ...row,
  state: 'sent',
  broadcastId: made.id,
  ...(lookedUp && { reason: 'Looked up: it went out once.' }),
});

/** Those whose time to undo is over while the tab that offered it is gone. */
async function releaseLeft(outbox: BroadcastOutbox, rows: readonly Dispatch[]) {
  for (const { key, state, tab, until = 0 } of rows) {
    if (state !== 'undo' || until + GRACE > Date.now() || (await isOpen(tab))) continue;
    const late = Date.now() - until > LATE;
    const reason = 'Not sent: the window was closed before it went out.';
    await outbox.update(key, (row) => {
      if (row.state !== 'undo' || row.tab !== tab) return row;
      return late ? { ...row, state: 'refused', reason } : { ...row, state: 'queued' };
    });
  }
}

const nextUndo = (rows: readonly Dispatch[]) =>
  Math.min(...rows.filter(({ state }) => state === 'undo').map(({ until = 0 }) => until + GRACE + 100));

function tooLate({ madeAt, place, until, deliverAt }: Dispatch) {
  if (deliverAt !== undefined && Date.parse(deliverAt) < Date.now() + 2_000) {
    return 'Not scheduled: its time passed while it waited. Choose another.';
  }
  const turn = Math.max(until ?? 0, madeAt + place * 60_000);
  return Date.now() - turn > LATE ? 'Not sent: nobody had Switchboard open when its turn came.' : undefined;
}

/** Until then, or until something changes: a row, the network, the end. */
function sleep(outbox: BroadcastOutbox, signal: AbortSignal, until: number) {
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      unsubscribe();
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(Math.max(until - Date.now(), 250), LONGEST_SLEEP));
    const unsubscribe = outbox.subscribe(done);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
