import type { Context } from 'hono';
import { limits } from '#contract/common.ts';
import { readWithin } from './body.ts';
import type { Hooks, Verdict } from './hooks.ts';
import type { Env } from './parts.ts';

const refusals = {
  unknown: [404, 'Not found'],
  unsigned: [401, 'The signature does not fit the body'],
  unreadable: [422, 'The body is not a version 2 web hook payload'],
  stale: [422, 'The payload’s timestamp is too old, or ahead of this clock'],
} as const satisfies Partial<Record<Verdict, readonly [number, string]>>;

/** Answers `POST /hooks/:token`: 204 once a delivery is taken, also for one that came before. */
export const receiveHook = (hooks: Hooks) => async (c: Context<Env>) => {
  c.set('operation', 'hooks');
  const body = await readWithin(c.req.raw, limits.bodyBytes);
  if (!body) return c.json({ error: 'The request body is too large' }, 413, { Connection: 'close' });
  const verdict = hooks.receive(c.req.param('token') ?? '', body, c.req.header('X-TextUs-Signature') ?? '');
  if (verdict === 'taken' || verdict === 'repeated') return c.body(null, 204);
  const [status, error] = refusals[verdict];
  return c.json({ error }, status);
};
