import type { Context } from 'hono';
import { hostname, isLoopback } from './hosts.ts';
import type { Metrics } from './metrics.ts';
import type { Env, Parts } from './parts.ts';
import type { Streams } from './streams.ts';
import { ask, upstreamUrl } from './upstream.ts';

// An image that can't exist: the embedded server has to look it up in its database, and asks for no credential.
const lookUp = `/media/${'0'.repeat(32)}`;

/** Answers `GET /healthz`: this process runs, and the embedded server reaches its database. Spends no request of anybody's. */
export const showHealth = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'healthz');
  if (!parts.embedded) return c.json({ status: 'ok' });
  const url = upstreamUrl(parts.upstreamUrl, lookUp);
  const reply = await ask({ upstream: parts.upstream, url, init: {}, timeoutMs: 3_000 }).catch(() => null);
  await reply?.body?.cancel();
  const isWell = reply !== null && reply.status < 500;
  return c.json({ status: isWell ? 'ok' : 'the database does not answer' }, isWell ? 200 : 503);
};

/** Answers `GET /metrics`, to this machine only. */
export const showMetrics = (parts: Parts, metrics: Metrics, streams: Streams) => (c: Context<Env>) => {
  c.set('operation', 'metrics');
  const direct = (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  // A proxy on this machine speaks for others.
  const isLocal =
    isLoopback(direct) && isLoopback(hostname(c.req.header('Host') ?? '')) && !c.req.header('X-Forwarded-For');
  if (!isLocal) return c.json({ error: 'Not found' }, 404);
  const gauges = { switchboard_sessions: parts.sessions.count, switchboard_event_streams: streams.count };
  return c.body(metrics.text(gauges), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
};
