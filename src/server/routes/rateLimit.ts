import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { tooMany } from '#server/store/errors.ts';
import type { RequestCounts } from '#server/store/requestCounts.ts';
import type { Env } from './routes.ts';

/** Tells every reply how much of the user's hour is left (`X-RateLimit-*`, the reset in seconds since 1970); then 429. */
export const rateLimit = (counts: RequestCounts): MiddlewareHandler<Env> =>
  createMiddleware<Env>(async (c, next) => {
    const { limit, remaining, resetAt, refused } = await counts.spend(c.var.scope.user.id);
    c.header('X-RateLimit-Limit', String(limit));
    c.header('X-RateLimit-Remaining', String(remaining));
    c.header('X-RateLimit-Reset', String(Math.ceil(resetAt / 1_000)));
    if (refused) {
      throw tooMany(`Only ${limit} requests an hour are allowed`, (resetAt - Date.now()) / 1_000);
    }
    await next();
  });
