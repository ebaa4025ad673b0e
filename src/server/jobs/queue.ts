import { type SQL, sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Database, Db } from '#server/db/database.ts';
import type { Enqueue, Job } from '#server/store/scope.ts';

/** Seconds a worker waits between looks while it relies on being notified: what `startAfter` jobs are late by at most. */
const backstopSeconds = 1;

/**
 * Tries after the first, the pause before the second in seconds; it doubles each time, up to a minute. A `short` queue
 * holds one job that waits; another is not queued.
 */
const retries: Record<Job['queue'], { retryLimit: number; retryDelay: number; policy?: 'short' }> = {
  'messages.send': { retryLimit: 20, retryDelay: 1 },
  'broadcasts.start': { retryLimit: 20, retryDelay: 1 },
  'broadcasts.send': { retryLimit: 20, retryDelay: 1 },
  'web-hooks.deliver': { retryLimit: 10, retryDelay: 5 },
  'web-hooks.deliver-live': { retryLimit: 3, retryDelay: 1 },
  'web-hooks.prune': { retryLimit: 20, retryDelay: 60, policy: 'short' },
};

/** A process that was killed stops beating; after this many seconds its jobs go to another, or to its successor. */
const heartbeatSeconds = 10;
const supervision = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 };

/** One queue's work: `run` gets what was queued, several jobs at once; what it throws is tried again. */
export type Worker<Name extends Job['queue']> = {
  queue: Name;
  /** Jobs handed to `run` at once, and how many such batches may run side by side (1). */
  batchSize: number;
  batches?: number;
  run: (jobs: Extract<Job, { queue: Name }>[]) => Promise<void>;
};

/** The durable job queue on the application's own database. */
export type Queue = {
  enqueue: Enqueue;
  work<Name extends Job['queue']>(worker: Worker<Name>): Promise<void>;
  close(): Promise<void>;
};

/** Starts the queue; its tables are made on first use. */
export async function startQueue(
  { db, oneConnection, queue: connection }: Database,
  log: (error: Error) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    ...connection,
    schedule: false,
    useListenNotify: true,
    monitorVacuum: false,
    ...supervision,
  });
  boss.on('error', log);
  await boss.start();
  for (const [name, tries] of Object.entries(retries)) {
    await boss.createQueue(name, {
      ...tries,
      notify: true,
      retryBackoff: true,
      retryDelayMax: 60,
      heartbeatSeconds,
      deleteAfterSeconds: 3_600,
    });
  }
  if (oneConnection) await resume(db);
  return {
    enqueue: async (tx, jobs) => {
      const db = fromDrizzle({ execute: async (query) => rowsOf(await tx.execute(query as SQL)) }, sql);
      for (const [queue, some] of Map.groupBy(jobs, (job) => job.queue)) {
        const rows = some.map(({ queue: _queue, at, ...data }) => ({ data, ...(at && { startAfter: at }) }));
        await boss.insert(queue, rows, { db });
      }
    },
    async work({ queue, batchSize, batches = 1, run }) {
      await boss.work(
        queue,
        {
          batchSize,
          localConcurrency: batches,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: backstopSeconds,
        },
        async (jobs: { data: object }[]) => run(jobs.map(({ data }) => ({ queue, ...data }) as never)),
      );
    },
    close: () => boss.stop({ graceful: true, timeout: 3_000 }),
  };
}

/** What either driver's `execute` answers, as pg-boss reads it. */
const rowsOf = (result: unknown) => result as { rows: never[] };

/** Gives back what an earlier process was cut off in: nobody else can have an embedded database open. */
const resume = (db: Db) =>
  db.execute(sql`
    update pgboss.job set state = 'retry', started_on = null, heartbeat_on = null, start_after = now()
    where state = 'active'`);
