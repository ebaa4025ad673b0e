import { Hono } from 'hono';

/** Made when somebody asks for the first time, as a start waits for nothing that it does not need. */
const described = async () => {
  const { docsPage, docsPolicy, document } = await import('./docsPage.ts');
  return { document, policy: docsPolicy, page: await docsPage() };
};
let made: ReturnType<typeof described> | undefined;

/** The API's description, for machines and for people. Everyone may read it: it says nothing of what an account holds. */
export const openapiRoutes = new Hono()
  .get('/api/openapi.json', async (c) => c.json((await (made ??= described())).document))
  .get('/api/docs', async (c) => {
    const { page, policy } = await (made ??= described());
    return c.html(page, 200, { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' });
  });
