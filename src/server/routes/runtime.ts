import { createMiddleware } from 'hono/factory';

/** Headers every reply of the reference carries: how long it took in seconds, and that only its asker may keep it. */
export const runtime = createMiddleware(async (c, next) => {
  const start = performance.now();
  await next();
  c.header('X-Runtime', ((performance.now() - start) / 1000).toFixed(6));
  c.header('Cache-Control', 'max-age=0, private, must-revalidate');
});
