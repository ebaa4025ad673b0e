import { createMiddleware } from 'hono/factory';
import { requestedWith } from '#contract/session.ts';
import { ownOrigin, type Reach } from './hosts.ts';

/**
 * Refuses a state change that a page of ours did not make. Three checks, each enough for a browser that keeps to the
 * rules: the Origin, what the browser says of the request's source, and a header that no foreign page can add.
 */
export const onlyOwnPages = (reach: Reach) =>
  createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const own = ownOrigin(c.req.header('Host') ?? '', reach);
    const site = c.req.header('Sec-Fetch-Site') ?? 'same-origin';
    const refused =
      c.req.header('Origin') !== own
        ? `A change needs the header Origin: ${own}.`
        : site !== 'same-origin'
          ? 'A change can’t be made from another site.'
          : c.req.header(requestedWith.name) !== requestedWith.value
            ? `A change needs the header ${requestedWith.name}: ${requestedWith.value}.`
            : null;
    return refused ? c.json({ error: refused }, 403) : next();
  });
