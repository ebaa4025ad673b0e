import type { Db } from '#server/db/database.ts';

/** A text on its way to a phone. The network takes the same `idempotencyId` any number of times and delivers it once. */
export type Handover = {
  idempotencyId: string;
  broadcastId: number | null;
  /** E.164 with the plus. */
  from: string;
  to: string;
  content: string;
  mediaUrls: string[];
};

/** What became of a text that was handed over; `reason` is for people. */
export type Report = { idempotencyId: string; outcome: 'delivered' | 'failed'; reason: string | null };

/**
 * The way out to phones. Reports come later, at least once for each text. `within` is the transaction that the texts are
 * claimed in: nobody opts out while it is open.
 */
export type Carrier = { handOver(texts: Handover[], within: Db): Promise<void> };
