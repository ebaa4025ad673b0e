import type { Db } from '#server/db/database.ts';

/** Work that must follow a write, put into the same transaction by `Scope.enqueue`. */
export type Job =
  | { queue: 'messages.send'; messageId: number; at?: Date }
  | { queue: 'broadcasts.start'; broadcastId: number; at?: Date }
  | { queue: 'web-hooks.deliver'; deliveryId: number };

/** Queues `job` on `tx`, so that it exists exactly when what it works on does. */
export type Enqueue = (tx: Db, jobs: Job[]) => Promise<void>;

/** Whose data a store function may touch, on whose behalf, and through which connection or transaction. */
export type Scope = {
  db: Db;
  enqueue: Enqueue;
  organizationId: number;
  accountId: number;
  /** The account's texting number, E.164 with the plus, and the country its numbers are typed for. */
  accountPhone: string;
  country: string;
  user: { id: number; role: string };
};

/** Runs `work` in one transaction; inside it `scope.db` is the transaction (the outer one would deadlock on PGlite). */
export const transaction = <T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T> =>
  scope.db.transaction((db) => work({ ...scope, db }));
