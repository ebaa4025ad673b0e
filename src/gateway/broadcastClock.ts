import type { BroadcastClock } from '#contract/budget.ts';

const keptAtMost = 10_000;

/** Lets each account broadcast once in an interval, as the API does, and says when the next may go. */
export class BroadcastClocks {
  readonly #intervalMs: number;
  readonly #next = new Map<number, number>();

  /** `interval`: seconds between two broadcasts; 0: none is needed. */
  constructor(interval: number) {
    this.#intervalMs = interval * 1_000;
  }

  of(accountId: number | undefined): BroadcastClock {
    const left = accountId === undefined ? 0 : (this.#next.get(accountId) ?? 0) - Date.now();
    return { every: this.#intervalMs / 1_000, nextIn: Math.max(0, Math.ceil(left / 1_000)) };
  }

  /** Takes the account's turn, so that of two at once one goes; or answers the seconds until it comes. */
  take(accountId: number): number {
    const { nextIn } = this.of(accountId);
    if (nextIn === 0) this.wait(accountId, this.#intervalMs);
    return nextIn;
  }

  /** The account's next broadcast may go in `ms`; 0: now, the last one was refused. */
  wait(accountId: number, ms: number) {
    this.#next.delete(accountId);
    if (ms <= 0) return;
    if (this.#next.size >= keptAtMost) this.#next.delete(this.#next.keys().next().value ?? 0);
    this.#next.set(accountId, Date.now() + ms);
  }
}
