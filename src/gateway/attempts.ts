/** A wrong sign-in costs one of these; they come back one by one. */
const bucket = { perUser: 8, perAddress: 40, refillMs: 30_000, keptAtMost: 20_000 };

type Level = { left: number; at: number };

/**
 * Limits wrong sign-ins per username and address, and per address over all usernames, so that guessing neither
 * succeeds nor spends the upstream's quota. Right ones cost nothing.
 */
export class Attempts {
  readonly #levels = new Map<string, Level>();

  /**
   * Takes one attempt before it is made, so that many at once can't overtake the count. Answers the seconds to wait
   * when there is none left, else 0.
   */
  take(username: string, address: string): number {
    const levels = this.#keys(username, address).map(({ key, max }) => this.#level(key, max));
    const empty = levels.filter(({ left }) => left < 1);
    if (empty.length > 0) {
      const waits = empty.map(({ left, at }) => (1 - left) * bucket.refillMs - (Date.now() - at));
      return Math.max(1, Math.ceil(Math.max(...waits) / 1_000));
    }
    for (const level of levels) level.left -= 1;
    return 0;
  }

  /** Gives back what `take` took: the sign-in was right, or was never judged. */
  giveBack(username: string, address: string) {
    for (const { key, max } of this.#keys(username, address)) {
      const level = this.#level(key, max);
      level.left = Math.min(max, level.left + 1);
    }
  }

  #keys = (username: string, address: string) => [
    { key: `${address} ${username.toLowerCase()}`, max: bucket.perUser },
    { key: address, max: bucket.perAddress },
  ];

  #level(key: string, max: number): Level {
    const now = Date.now();
    const level = this.#levels.get(key) ?? { left: max, at: now };
    level.left = Math.min(max, level.left + (now - level.at) / bucket.refillMs);
    level.at = now;
    if (!this.#levels.has(key) && this.#levels.size >= bucket.keptAtMost) {
      this.#levels.delete(this.#levels.keys().next().value ?? '');
    }
    this.#levels.set(key, level);
    return level;
  }
}
