import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { dashboard } from '#gateway/dashboard.ts';

// Serves a built app as the gateway serves the dashboard, by the same code: compressed when it was built, kept for good
// where a name has a hash. What it asks of the API is passed on with the credential put on, and nothing else is done.

const [folder = '', api = '', authorization = ''] = process.argv.slice(2);

const app = new Hono();
app.get('/api/*', (c) => {
  const { pathname, search } = new URL(c.req.url);
  return proxy(`${api}${pathname}${search}`, { headers: { authorization } });
});
app.route('/', dashboard(folder, { https: false, images: [] }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
