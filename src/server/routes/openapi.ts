import { Hono } from 'hono';
import { openapi } from '#contract/openapi.ts';
import { docsPage, docsPolicy } from './docsPage.ts';

const document = openapi();
const page = await docsPage();

/** The API's description, for machines and for people. Everyone may read it: it says nothing of what an account holds. */
export const openapiRoutes = new Hono()
  .get('/api/openapi.json', (c) => c.json(document))
  .get('/api/docs', (c) =>
    c.html(page, 200, { 'Content-Security-Policy': docsPolicy, 'X-Content-Type-Options': 'nosniff' }),
  );
