import { z } from 'zod/mini';

const Count = z.int().check(z.nonnegative());

/** What is left, and in how many seconds there is more. */
const Left = z.object({ remaining: Count, refillsIn: Count });

/** For what requests of the hour were spent: a resource of the contract's `api`, `session`, or `elsewhere`. */
const Use = z.object({ what: z.string(), background: z.boolean(), count: Count });
export type Use = z.output<typeof Use>;

/**
 * What a user may still spend: `GET /budget`, and the event `budget` whenever it changes. Times are in seconds from
 * now, so that a wrong clock does no harm. Asking costs nothing of it.
 */
export const Budget = z.object({
  /** Requests an hour; 0: any number, and nothing is counted. */
  limit: Count,
  /** For what a person does now. */
  hour: Left,
  /** For work that can wait: a share of the hour is kept for people. */
  background: Left,
  /** Background requests that wait for their turn in the gateway. */
  waiting: Count,
  uses: z.array(Use),
  /** The account may send one broadcast in so many seconds (0: any number), and the next in so many (0: now). */
  broadcast: z.object({ every: Count, nextIn: Count }),
});
export type Budget = z.output<typeof Budget>;

/** The share of an hour's requests that background work leaves for people. */
export const keptForPeople = 0.2;

/** The session's account may broadcast again in `Budget.broadcast.nextIn` seconds; earlier ones get 429 with `Retry-After`. */
export type BroadcastClock = Budget['broadcast'];

/**
 * On a request that can wait (a job, a poll): it stands back behind people, a few at a time go upstream, and when only
 * the people's share is left it gets 429 with `Retry-After` from the gateway, at no cost.
 */
export const priorityHeader = { name: 'X-Priority', background: 'background' } as const;

/**
 * On every forwarded reply, as of draft-ietf-httpapi-ratelimit-headers: the policies `hour`, `background` and
 * `broadcast`, e.g. `RateLimit: "hour";r=950;t=1800, "background";r=750;t=1800, "broadcast";r=0;t=43`.
 */
const budgetHeaders = { policy: 'RateLimit-Policy', state: 'RateLimit' } as const;

/** The two headers for a budget. */
export function writeBudget({ limit, hour, background, broadcast }: Omit<Budget, 'waiting' | 'uses'>) {
  const policies: string[] = [];
  const states: string[] = [];
  if (limit > 0) {
    policies.push(`"hour";q=${limit};w=3600`, `"background";q=${limit - Math.floor(limit * keptForPeople)};w=3600`);
    states.push(
      `"hour";r=${hour.remaining};t=${hour.refillsIn}`,
      `"background";r=${background.remaining};t=${background.refillsIn}`,
    );
  }
  if (broadcast.every > 0) {
    policies.push(`"broadcast";q=1;w=${broadcast.every}`);
    states.push(`"broadcast";r=${broadcast.nextIn > 0 ? 0 : 1};t=${broadcast.nextIn}`);
  }
  if (states.length === 0) return {};
  return { [budgetHeaders.policy]: policies.join(', '), [budgetHeaders.state]: states.join(', ') };
}

/** What the two headers say; null for a reply without them. */
export function readBudget(headers: Headers): Omit<Budget, 'waiting' | 'uses'> | null {
  const policy = items(headers.get(budgetHeaders.policy));
  const state = items(headers.get(budgetHeaders.state));
  if (state.size === 0) return null;
  const left = (name: string) => ({ remaining: state.get(name)?.['r'] ?? 0, refillsIn: state.get(name)?.['t'] ?? 0 });
  return {
    limit: policy.get('hour')?.['q'] ?? 0,
    hour: left('hour'),
    background: left('background'),
    broadcast: { every: policy.get('broadcast')?.['w'] ?? 0, nextIn: left('broadcast').refillsIn },
  };
}

/** `{hour: {r: 950, t: 1800}}` of `"hour";r=950;t=1800`. */
const items = (header: string | null) =>
  new Map(
    [...(header ?? '').matchAll(/"(\w+)"((?:;\w+=\d{1,12})*)/g)].map(([, name = '', parameters = '']) => [
      name,
      Object.fromEntries(
        [...parameters.matchAll(/;(\w+)=(\d+)/g)].map(([, key = '', value]) => [key, Number(value)]),
      ) as Record<string, number>,
    ]),
  );
