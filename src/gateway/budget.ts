import { type Budget as Standing, keptForPeople, type Use } from '#contract/budget.ts';
import type { ReplyHeaders } from './keptReply.ts';

const hourMs = 3_600_000;
const keptAtMost = 10_000;
/** Two replies that name resets this close speak of the same hour. */
const sameHourMs = 5_000;
/** Other processes are told this often of what was spent here. */
const toldEveryMs = 1_000;

/** Requests made within the same second for the same; `at`: when the last of them was. */
type Spent = { at: number; what: string; background: boolean; count: number };
type Told = { limit: number; remaining: number; resetAt: number };
type Ledger = {
  /** The requests of the last hour, oldest first. */
  spent: Spent[];
  /** How many they are. */
  count: number;
  /** Requests under way, which the upstream's count may or may not have in it. */
  open: number;
  /** What the upstream said last, and when its hour ends. */
  told?: Told;
};

/** For what a request is about to be spent. */
export type Spending = { username: string; what: string; background: boolean };

/** So many requests of a user that were spent for the same. */
export type SpentElsewhere = Spending & { count: number };

/**
 * Keeps what each user has spent of the upstream's hourly requests, over the last sixty minutes whenever they are
 * looked at; the upstream's own count wins where it sends one. Background work leaves a share for people.
 */
export class Budget {
  readonly #ledgers = new Map<string, Ledger>();
  readonly #limit: number;
  readonly #tell: ((spent: SpentElsewhere) => void) | undefined;
  /** What other processes have not been told yet. */
  readonly #untold = new Map<string, SpentElsewhere>();

  /** `limit`: requests an hour while the upstream says nothing; 0 when it has no limit. `tell`: tells other processes. */
  constructor(limit: number, tell?: (spent: SpentElsewhere) => void) {
    this.#limit = limit;
    this.#tell = tell;
  }

  /** Another process of this installation has spent for the same user. */
  spentElsewhere({ username, what, background, count }: SpentElsewhere) {
    note(this.#ledger(username), what, background, count);
  }

  /** Takes one request, about to be made; or answers the seconds until there is one, without taking it. */
  take({ username, what, background }: Spending): number {
    const ledger = this.#ledger(username);
    const { limit, hour, background: waiting } = this.#standing(ledger);
    const { remaining, refillsIn } = background ? waiting : hour;
    if (limit > 0 && remaining <= 0) return Math.max(1, refillsIn);
    note(ledger, what, background, 1);
    this.#tellSoon({ username, what, background });
    ledger.open += 1;
    if (ledger.told) ledger.told.remaining = Math.max(0, ledger.told.remaining - 1);
    return 0;
  }

  #tellSoon(spending: Spending) {
    if (!this.#tell) return;
    const key = `${spending.username} ${spending.what} ${spending.background}`;
    if (this.#untold.size === 0) setTimeout(() => this.#tellAll(), toldEveryMs).unref();
    this.#untold.set(key, { ...spending, count: (this.#untold.get(key)?.count ?? 0) + 1 });
  }

  #tellAll() {
    for (const spent of this.#untold.values()) this.#tell?.(spent);
    this.#untold.clear();
  }

  /** Takes over what the answer to a taken request says of the hour; null: none came. */
  settle(username: string, reply: { status: number; headers: ReplyHeaders } | null, counts = true) {
    const ledger = this.#ledger(username);
    ledger.open = Math.max(0, ledger.open - 1);
    if (!reply || !counts) return;
    const { status, headers } = reply;
    const limit = numeric(headers.get('X-RateLimit-Limit'));
    const remaining = numeric(headers.get('X-RateLimit-Remaining'));
    const reset = resetOf(headers);
    if (limit !== null && remaining !== null) {
      const resetAt = reset ?? Date.now() + hourMs;
      ledger.told = { limit, remaining: this.#believable(ledger, remaining, resetAt), resetAt };
    } else if (status === 429 && reset !== null) {
      ledger.told = { limit: this.#limit, remaining: 0, resetAt: reset };
    }
  }

  /** What `username` may still spend. */
  standing(username: string): Pick<Standing, 'limit' | 'hour' | 'background'> {
    return this.#standing(this.#ledger(username));
  }

  /** What `username` may still spend and spent it for. */
  of(username: string): Pick<Standing, 'limit' | 'hour' | 'background' | 'uses'> {
    const ledger = this.#ledger(username);
    return { ...this.#standing(ledger), uses: usesOf(ledger, this.#used(ledger)) };
  }

  /** Answers overtake each other: within an hour the count only falls, and what is under way may not be in it yet. */
  #believable({ told, open }: Ledger, remaining: number, resetAt: number) {
    if (told && Math.abs(told.resetAt - resetAt) < sameHourMs) return Math.min(told.remaining, remaining);
    return Math.max(0, remaining - open);
  }

  #standing(ledger: Ledger): Pick<Standing, 'limit' | 'hour' | 'background'> {
    const { spent, count, told } = ledger;
    const now = Date.now();
    const isTold = told !== undefined && told.resetAt > now;
    const limit = told?.limit ?? this.#limit;
    const remaining = isTold ? told.remaining : Math.max(0, limit - count);
    const kept = Math.floor(limit * keptForPeople);
    // Own counts come back one by one, as each request turns an hour old; the upstream's all at once.
    const backAfter = (requests: number) =>
      seconds((isTold ? told.resetAt : (timeOf(spent, requests) ?? now - hourMs) + hourMs) - now);
    return {
      limit,
      hour: { remaining, refillsIn: backAfter(1) },
      background: {
        remaining: Math.max(0, remaining - kept),
        refillsIn: backAfter(Math.max(1, kept - remaining + 1)),
      },
    };
  }

  #used({ told, count }: Ledger) {
    return told && told.resetAt > Date.now() ? told.limit - told.remaining : count;
  }

  #ledger(username: string): Ledger {
    const name = username.toLowerCase();
    const ledger = this.#ledgers.get(name) ?? { spent: [], count: 0, open: 0 };
    if (!this.#ledgers.has(name) && this.#ledgers.size >= keptAtMost)
      this.#ledgers.delete(this.#ledgers.keys().next().value ?? '');
    this.#ledgers.set(name, ledger);
    const since = Date.now() - hourMs;
    while (ledger.spent[0] && ledger.spent[0].at <= since) ledger.count -= ledger.spent.shift()?.count ?? 0;
    return ledger;
  }
}

function note(ledger: Ledger, what: string, background: boolean, count: number) {
  const at = Date.now();
  const last = ledger.spent.at(-1);
  const isSame = last?.what === what && last.background === background;
  if (isSame && Math.floor(last.at / 1_000) === Math.floor(at / 1_000)) {
    last.at = at;
    last.count += count;
  } else ledger.spent.push({ at, what, background, count });
  ledger.count += count;
}

/** When the request with this number was made, counted from the oldest; of more than there are the last. */
function timeOf(spent: Spent[], number: number): number | undefined {
  let before = 0;
  for (const { at, count } of spent) {
    before += count;
    if (before >= number) return at;
  }
  return spent.at(-1)?.at;
}

/** By what they were for, most first. What the upstream counted and we did not was spent elsewhere. */
function usesOf({ spent, count: all }: Ledger, used: number): Use[] {
  const uses = new Map<string, Use>();
  for (const { what, background, count } of spent) {
    const key = `${what} ${background}`;
    uses.set(key, { what, background, count: (uses.get(key)?.count ?? 0) + count });
  }
  const elsewhere = used - all;
  if (elsewhere > 0) uses.set('', { what: 'elsewhere', background: false, count: elsewhere });
  return [...uses.values()].toSorted((a, b) => b.count - a.count);
}

const seconds = (ms: number) => Math.max(0, Math.ceil(ms / 1_000));

const numeric = (text: string | null) => (text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null);

/** When the hour ends, in milliseconds since 1970: of `X-RateLimit-Reset` or `Retry-After`, in seconds or as a date. */
export function resetOf(headers: ReplyHeaders): number | null {
  const text = headers.get('X-RateLimit-Reset') ?? headers.get('Retry-After');
  const reset = numeric(text);
  if (reset !== null) return instant(reset);
  const date = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : date;
}

/** Servers count either the seconds that are left or the seconds since 1970. */
const instant = (seconds: number) => (seconds > 1_000_000_000 ? seconds * 1_000 : Date.now() + seconds * 1_000);
