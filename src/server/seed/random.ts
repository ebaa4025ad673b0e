/** A repeatable stream of chance: the same seed gives the same demo, so that tests and pictures can rely on it. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0, below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True in `share` of all cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  /** `count` different ones of `items`, in their order. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const left = items.map((item, place) => ({ place, item, key: this.next() }));
    const chosen = left.toSorted((a, b) => a.key - b.key).slice(0, count);
    return chosen.toSorted((a, b) => a.place - b.place).map(({ item }) => item);
  }
}
