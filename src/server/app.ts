import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { requestId } from 'hono/request-id';
import type { SimulatedCarrier } from './carrier/simulated.ts';
import { autoReplyRoutes } from './routes/autoReplies.ts';
import { type Authenticate, basicAuth } from './routes/basicAuth.ts';
import { blockedNumberRoutes } from './routes/blockedNumbers.ts';
import { limitBody } from './routes/body.ts';
import { broadcastRoutes } from './routes/broadcasts.ts';
import { carrierRoutes } from './routes/carrier.ts';
import { contactRoutes } from './routes/contacts.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { groupRoutes } from './routes/groups.ts';
import { mediaRoutes } from './routes/media.ts';
import { messageSignatureRoutes } from './routes/messageSignatures.ts';
import { messageTemplateRoutes } from './routes/messageTemplates.ts';
import { messageRoutes } from './routes/messages.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { optOutRoutes } from './routes/optOuts.ts';
import { rateLimit } from './routes/rateLimit.ts';
import { answerRefusal } from './routes/refusals.ts';
import type { Env } from './routes/routes.ts';
import { runtime } from './routes/runtime.ts';
import { tagRoutes } from './routes/tags.ts';
import { answerUnknown } from './routes/unknown.ts';
import { userRoutes } from './routes/users.ts';
import { version } from './routes/version.ts';
import { webHookRoutes } from './routes/webHooks.ts';
import type { Credentials } from './store/credentials.ts';
import { RequestCounts } from './store/requestCounts.ts';
import type { Backstage } from './store/scope.ts';

/** How much may be asked. */
export type Limits = {
  /** Requests an hour for each user; 0: any number. */
  rateLimitHour: number;
  /** Seconds an account waits between two broadcasts; 0: none. */
  broadcastIntervalS: number;
};

/** What the API is served with. */
export type Parts = {
  backstage: Backstage;
  credentials: Credentials;
  /** The simulated phone network, where it is to be had under `/carrier`. */
  carrier: SimulatedCarrier | null;
  limits: Limits;
  log: (error: Error) => void;
};

/** Every resource of the API. */
const resources = ({ broadcastIntervalS }: Limits) => [
  autoReplyRoutes,
  blockedNumberRoutes,
  broadcastRoutes(broadcastIntervalS),
  contactRoutes,
  groupRoutes,
  messageRoutes,
  messageSignatureRoutes,
  messageTemplateRoutes,
  optOutRoutes,
  tagRoutes,
  userRoutes,
  webHookRoutes,
];

/** At once: for a page of a list, the way to a thread that digests and back takes longer than the digest. */
const sha1 = (body: Uint8Array) => new Uint8Array(createHash('sha1').update(body).digest()).buffer;

/** The API under `/api`, as the reference describes it, and the images it addresses. */
export function createApp({ backstage, credentials, carrier, limits, log }: Parts) {
  const authenticate: Authenticate = async (username, secret) => {
    const identity = await credentials.verify(username, secret);
    return identity && { ...identity, ...backstage };
  };
  const app = new Hono<Env>();
  app.onError(answerRefusal(log));
  app.notFound(answerUnknown);
  app.route('/', openapiRoutes);
  app.use('/api/*', requestId(), runtime, version, limitBody, basicAuth(authenticate), etag({ generateDigest: sha1 }));
  if (limits.rateLimitHour > 0) app.use('/api/*', rateLimit(new RequestCounts(backstage.db, limits.rateLimitHour)));
  for (const resource of resources(limits)) app.route('/api', resource);
  app.route('/api', deliveryRoutes);
  app.route('/', mediaRoutes(backstage));
  if (carrier) app.route('/', carrierRoutes(backstage, carrier));
  return app;
}
