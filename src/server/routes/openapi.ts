import { Hono } from 'hono';
import { openapi } from '#contract/openapi.ts';

const document = openapi();

/** The API's description, for everyone: it says nothing of what an account holds. */
export const openapiRoutes = new Hono().get('/api/openapi.json', (c) => c.json(document));
