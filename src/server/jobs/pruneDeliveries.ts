import type { Backstage } from '#server/store/scope.ts';
import { pruneDeliveries } from '#server/store/webHooksPrune.ts';
import type { Worker } from './queue.ts';

const everyMs = 3_600_000;

/** Forgets old deliveries every hour. Of all processes on one database one does it: the queue holds one job at most. */
export const pruneWebHooks = ({ db, enqueue }: Backstage): Worker<'web-hooks.prune'> => ({
  queue: 'web-hooks.prune',
  batchSize: 1,
  run: async () => {
    await pruneDeliveries(db);
    await enqueue(db, [{ queue: 'web-hooks.prune', at: new Date(Date.now() + everyMs) }]);
  },
});
