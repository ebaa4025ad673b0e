import { Hono } from 'hono';
import { getImage } from '#server/store/media.ts';
import type { Backstage } from '#server/store/scope.ts';

/** Images of messages, to whoever knows their address: phone networks fetch them without a login. */
export const mediaRoutes = ({ db }: Pick<Backstage, 'db'>) =>
  new Hono().get('/media/:token{[A-Za-z0-9_-]{16,64}}', async (c) => {
    const { type, bytes } = await getImage(db, c.req.param('token'));
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
