import { budgetHeaders } from '#contract/session.ts';

const hourMs = 3_600_000;
const keptAtMost = 10_000;

type Ledger = {
  /** When each request of the last hour was made, oldest first. */
  made: number[];
  /** What the upstream said last, and when its hour ends. */
  told?: { limit: number; remaining: number; resetAt: number };
};

/** Counts what each user has spent of the upstream's hourly requests; the upstream's own count wins where it sends one. */
export class Budget {
  readonly #ledgers = new Map<string, Ledger>();
  readonly #limit: number;

  /** `limit`: requests an hour while the upstream says nothing; 0 when it has no limit. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Notes a request of `username`, about to be made. */
  spend(username: string) {
    const ledger = this.#ledger(username);
    ledger.made.push(Date.now());
    if (ledger.told) ledger.told.remaining = Math.max(0, ledger.told.remaining - 1);
  }

  /** Takes over the count of a reply's `X-RateLimit-*` and `Retry-After` headers. */
  learn(username: string, { status, headers }: Response) {
    const ledger = this.#ledger(username);
    const limit = numeric(headers.get('X-RateLimit-Limit'));
    const remaining = numeric(headers.get('X-RateLimit-Remaining'));
    const reset = numeric(headers.get('X-RateLimit-Reset') ?? headers.get('Retry-After'));
    if (limit !== null && remaining !== null) {
      ledger.told = { limit, remaining, resetAt: reset === null ? Date.now() + hourMs : instant(reset) };
    } else if (status === 429 && reset !== null) {
      ledger.told = { limit: this.#limit, remaining: 0, resetAt: instant(reset) };
    }
  }

  /** The headers that tell the browser; see `budgetHeaders` of the contract. None where there is no limit. */
  headers(username: string): Record<string, string> {
    if (this.#limit === 0) return {};
    const { limit, remaining, resetAt } = this.#standing(this.#ledger(username));
    return {
      [budgetHeaders.limit]: String(limit),
      [budgetHeaders.remaining]: String(remaining),
      [budgetHeaders.reset]: String(Math.max(0, Math.ceil((resetAt - Date.now()) / 1_000))),
    };
  }

  #standing({ made, told }: Ledger) {
    if (told && told.resetAt > Date.now()) return told;
    const recent = made.length;
    const resetAt = (made[0] ?? Date.now() - hourMs) + hourMs;
    const limit = told?.limit ?? this.#limit;
    return { limit, remaining: Math.max(0, limit - recent), resetAt };
  }

  #ledger(username: string): Ledger {
    const name = username.toLowerCase();
    const ledger = this.#ledgers.get(name) ?? { made: [] };
    if (!this.#ledgers.has(name) && this.#ledgers.size >= keptAtMost)
      this.#ledgers.delete(this.#ledgers.keys().next().value ?? '');
    this.#ledgers.set(name, ledger);
    const since = Date.now() - hourMs;
    const recent = ledger.made.findIndex((at) => at > since);
    ledger.made.splice(0, recent === -1 ? ledger.made.length : recent);
    return ledger;
  }
}

const numeric = (text: string | null) => (text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null);

/** Servers count either the seconds that are left or the seconds since 1970. */
const instant = (seconds: number) => (seconds > 1_000_000_000 ? seconds * 1_000 : Date.now() + seconds * 1_000);
