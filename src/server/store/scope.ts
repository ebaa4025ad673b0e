import type { Db } from '#server/db/database.ts';

/** Work that must follow a write, put into the same transaction by `Scope.enqueue`. */
export type Job =
  /** `always`: also to someone who opted out, as the confirmation of an opt-out is. */
  | { queue: 'messages.send'; messageId: number; at?: Date; always?: true }
  /** `after`: the contact up to whom everybody was seen to. */
  | { queue: 'broadcasts.start'; broadcastId: number; after?: number; at?: Date }
  /** Messages of one broadcast, made together and handed over together. */
  | { queue: 'broadcasts.send'; messageIds: number[]; at?: Date }
  /** `attempt`: only as the attempt after so many. */
  | { queue: 'web-hooks.deliver'; deliveryId: number; attempt?: number; at?: Date }
  /** To this installation's own gateway, which waits for nobody else's slow server. */
  | { queue: 'web-hooks.deliver-live'; deliveryId: number; attempt?: number; at?: Date }
  /** Not queued where one waits already. */
  | { queue: 'web-hooks.prune'; at?: Date };

/** Queues `job` on `tx`, so that it exists exactly when what it works on does. */
export type Enqueue = (tx: Db, jobs: Job[]) => Promise<void>;

/** Whose data a store function may touch, on whose behalf, and through which connection or transaction. */
export type Scope = {
  db: Db;
  enqueue: Enqueue;
  /** Where this server is reached, e.g. `http://127.0.0.1:8081`: images are addressed from here. */
  origin: string;
  /** Web hooks may post to this computer, as only people at this computer set them up. */
  loopbackHooks: boolean;
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

/** What work in nobody's name needs: jobs and texts that come in. */
export type Backstage = Pick<Scope, 'db' | 'enqueue' | 'origin' | 'loopbackHooks'>;
