import { sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { requestCounts } from '#server/db/schema/tenants.ts';

const hourMs = 3_600_000;
/** Requests set aside at once are at most this share of what is left, and at most this many. */
const portion = 50;
const setAsideAtMost = 20;
const keptAtMost = 10_000;

/** What one user may still ask in the current hour. `refused`: this request was one too many. */
export type Standing = { limit: number; remaining: number; resetAt: number; refused: boolean };

/** What this process set aside for a user and has not used, and what was left in the database then. */
type Share = { own: number; left: number; resetAt: number };

/**
 * Counts requests against an hourly limit that all processes on one database share. To keep that cheap a process sets
 * some aside at a time, the fewer the closer the limit is; a user's last ones are counted one by one.
 */
export class RequestCounts {
  readonly #db: Db;
  readonly #limit: number;
  readonly #shares = new Map<number, Share>();
  readonly #waiting = new Map<number, Promise<Share>>();

  /** `limit`: requests an hour for each user. */
  constructor(db: Db, limit: number) {
    this.#db = db;
    this.#limit = limit;
  }

  /** Counts one request of a user. */
  async spend(userId: number): Promise<Standing> {
    for (;;) {
      const share = this.#shares.get(userId);
      if (share && share.resetAt > Date.now()) {
        const refused = share.own === 0;
        if (!refused) share.own -= 1;
        if (!refused || share.left === 0) return this.#standing(share, refused);
      }
      await this.#renew(userId, share?.left ?? this.#limit);
    }
  }

  #standing({ own, left, resetAt }: Share, refused: boolean): Standing {
    return { limit: this.#limit, remaining: own + left, resetAt, refused };
  }

  /** Several requests of one user that come together wait for the same share. */
  async #renew(userId: number, left: number): Promise<void> {
    const waiting = this.#waiting.get(userId) ?? this.#take(userId, left).finally(() => this.#waiting.delete(userId));
    this.#waiting.set(userId, waiting);
    const share = await waiting;
    if (!this.#shares.has(userId) && this.#shares.size >= keptAtMost) {
      this.#shares.delete(this.#shares.keys().next().value ?? 0);
    }
    this.#shares.set(userId, share);
  }

  async #take(userId: number, left: number): Promise<Share> {
    const wanted = Math.max(1, Math.min(setAsideAtMost, Math.floor(left / portion)));
    const now = new Date();
    const { since, used } = requestCounts;
    const running = sql`${since} > ${new Date(now.getTime() - hourMs).toISOString()}::timestamptz`;
    const [row] = await this.#db
      .insert(requestCounts)
      .values({ userId, since: now, used: wanted })
      .onConflictDoUpdate({
        target: requestCounts.userId,
        set: {
          since: sql`case when ${running} then ${since} else excluded.since end`,
          used: sql`case when ${running} then ${used} + excluded.used else excluded.used end`,
        },
      })
      .returning({ since, used });
    const before = row!.used - wanted;
    const own = Math.max(0, Math.min(wanted, this.#limit - before));
    return { own, left: Math.max(0, this.#limit - row!.used), resetAt: row!.since.getTime() + hourMs };
  }
}
