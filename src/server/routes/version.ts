import { createMiddleware } from 'hono/factory';

/** Answers 406 when the Accept header asks only for a TextUs version other than v2. */
export const version = createMiddleware(async (c, next) => {
  const accept = c.req.header('Accept') ?? '*/*';
  const wanted = accept.split(',').map((range) => range.split(';')[0]?.trim().toLowerCase() ?? '');
  const served = (range: string) =>
    !range.startsWith('application/vnd.textus-') || /^application\/vnd\.textus-v2(\+json)?$/.test(range);
  if (!wanted.some(served)) return c.json({ error: 'This server speaks application/vnd.textus-v2' }, 406);
  await next();
});
