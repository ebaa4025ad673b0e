import { createMiddleware } from 'hono/factory';
import { auth } from 'hono/utils/basic-auth';
import type { Scope } from '#server/store/scope.ts';
import type { Env } from './routes.ts';

/** Whose credentials these are; null when they are nobody's. */
export type Authenticate = (username: string, secret: string) => Promise<Scope | null>;

/** Lets requests with right HTTP Basic credentials through, in their user's name; others get 401. */
export const basicAuth = (authenticate: Authenticate) =>
  createMiddleware<Env>(async (c, next) => {
    const given = auth(c.req.raw);
    const scope = given && (await authenticate(given.username, given.password));
    if (!scope) {
      return c.json({ error: 'Invalid username or API key' }, 401, { 'WWW-Authenticate': 'Basic realm="TextUs API"' });
    }
    c.set('scope', scope);
    await next();
  });
