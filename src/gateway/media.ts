import type { Context } from 'hono';
import type { Env, Parts } from './parts.ts';
import { ask, upstreamUrl } from './upstream.ts';

const images = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** Answers `GET /media/:token`: an image of the embedded server. Whoever knows the token may see it. */
export const forwardImage =
  ({ upstream, upstreamUrl: origin, timeoutMs }: Parts) =>
  async (c: Context<Env>) => {
    c.set('operation', 'media');
    const url = upstreamUrl(origin, `/media/${c.req.param('token')}`);
    const reply = await ask({ upstream, url, init: {}, timeoutMs, cancelled: c.req.raw.signal });
    const type = reply.headers.get('Content-Type')?.split(';')[0]?.trim() ?? '';
    if (reply.status !== 200 || !reply.body || !images.has(type)) {
      await reply.body?.cancel();
      return c.json({ error: 'Not found' }, 404);
    }
    const length = reply.headers.get('Content-Length');
    return c.body(reply.body, 200, {
      'Content-Type': type,
      'Cache-Control': 'private, max-age=86400, immutable',
      ...(length && { 'Content-Length': length }),
    });
  };
