import { createMiddleware } from 'hono/factory';
import { randomUUID } from 'node:crypto';
import type { Metrics } from './metrics.ts';
import type { Env } from './parts.ts';

/** Where the gateway writes what happens: fields that name no person, and a word. */
export type Log = {
  info: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};

/** One line for each request, and its number in `X-Request-Id`: neither URL, nor body, nor who made it. */
export const requestLog = (log: Log, metrics: Metrics) =>
  createMiddleware<Env>(async (c, next) => {
    const start = performance.now();
    const id = randomUUID();
    await next();
    c.header('X-Request-Id', id);
    const ms = performance.now() - start;
    const operation = c.get('operation') ?? 'other';
    const { status } = c.res;
    metrics.observe(operation, status, ms / 1_000);
    log.info({ id, operation, status, ms: Math.round(ms * 10) / 10 }, 'request');
  });
