import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { requestId } from 'hono/request-id';
import type { Db } from './db/database.ts';
import { type Authenticate, basicAuth } from './routes/basicAuth.ts';
import { limitBody } from './routes/body.ts';
import { contactRoutes } from './routes/contacts.ts';
import { answerRefusal } from './routes/refusals.ts';
import type { Env } from './routes/routes.ts';
import { runtime } from './routes/runtime.ts';
import { tagRoutes } from './routes/tags.ts';
import { answerUnknown } from './routes/unknown.ts';
import { userRoutes } from './routes/users.ts';
import { version } from './routes/version.ts';
import type { Credentials } from './store/credentials.ts';
import type { Enqueue } from './store/scope.ts';

/** What the API is served with. */
export type Parts = { db: Db; enqueue: Enqueue; credentials: Credentials; log: (error: Error) => void };

/** Every resource of the API that this server has. */
const resources = [contactRoutes, tagRoutes, userRoutes];

/** The API under `/api`, as the reference describes it. */
export function createApp({ db, enqueue, credentials, log }: Parts) {
  const authenticate: Authenticate = async (username, secret) => {
    const identity = await credentials.verify(username, secret);
    return identity && { ...identity, db, enqueue };
  };
  const app = new Hono<Env>();
  app.onError(answerRefusal(log));
  app.notFound(answerUnknown);
  app.use('/api/*', requestId(), runtime, version, limitBody, basicAuth(authenticate), etag());
  for (const resource of resources) app.route('/api', resource);
  return app;
}
