import type { Context } from 'hono';
import { everyOperation } from '#contract/api.ts';

const patterns = everyOperation.map(({ operation }) => ({
  method: operation.method,
  path: new RegExp(`^/api${operation.path.replace(/:\w+/g, '\\d+')}$`),
}));

/** 405 with `Allow` where the path is known under another method, else 404. */
export function answerUnknown(c: Context) {
  const methods = new Set(patterns.filter(({ path }) => path.test(c.req.path)).map(({ method }) => method));
  if (methods.size === 0) return c.json({ error: 'Not found' }, 404);
  return c.json({ error: `Method ${c.req.method} is not allowed here` }, 405, { Allow: [...methods].join(', ') });
}
