import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Credentials } from '#contract/session.ts';
import { showAudit } from './audit.ts';
import { AuditFile } from './auditFile.ts';
import type { AuditLog } from './auditLog.ts';
import { Attempts } from './attempts.ts';
import { takeBare } from './bare.ts';
import { Breaker } from './breaker.ts';
import { BroadcastClocks } from './broadcastClock.ts';
import { Budget } from './budget.ts';
import { Channels } from './channels.ts';
import { onlyOwnPages } from './crossSite.ts';
import { dashboard } from './dashboard.ts';
import { Drafts, giveUpDraft } from './drafts.ts';
import type { DraftTable } from './draftTable.ts';
import { EndedSessions } from './endedSessions.ts';
import { failureOf } from './failures.ts';
import { forwardCarrier, forwardChange } from './forward.ts';
import { forwardRead } from './forwardRead.ts';
import { dataHeaders } from './headers.ts';
import { Hooks } from './hooks.ts';
import { onlyOwnHosts, type Reach } from './hosts.ts';
import { Live, turnOnLive } from './live.ts';
import { showHealth, showMetrics } from './machine.ts';
import { forwardImage } from './media.ts';
import { Metrics } from './metrics.ts';
import { askOverHttp } from './overHttp.ts';
import type { Env, Parts } from './parts.ts';
import { receiveHook } from './receive.ts';
import { ReceivedLog, showReceived } from './received.ts';
import { Reads } from './reads.ts';
import type { Note, Relay } from './relay.ts';
import { type Log, requestLog } from './requestLog.ts';
import { Seal } from './seal.ts';
import { Seen } from './seen.ts';
import { Sessions } from './sessions.ts';
import { showBudget } from './showBudget.ts';
import { showSession, signIn, signOut } from './signIn.ts';
import { showEvents, Streams } from './streams.ts';
import { Tellings } from './tellings.ts';
import { Turns } from './turns.ts';
import type { Upstream } from './upstream.ts';
import { askWholeBy } from './whole.ts';

export type GatewayOptions = {
  /** The server in this process that answers calls to `upstreamUrl`; without it they go there over HTTP. */
  upstream?: Upstream | undefined;
  /** Origin of the upstream, e.g. `https://app.textus.com`. */
  upstreamUrl: string;
  /** Set when the upstream is this installation's own server. */
  embedded: { demo: Credentials | null; simulator: boolean } | null;
  /** A web hook that posts to `/hooks/<token>`, signed with `secret`, on behalf of every account. */
  hook: { token: string; secret: string } | null;
  reach: Reach;
  /** To the other gateway processes of this installation; without it there are none. */
  relay?: Relay | undefined;
  /** Where all of them keep which drafts were sent; belongs to `relay`. */
  draftTable?: DraftTable | undefined;
  /** Folder of the built dashboard. */
  dashboardFolder: string;
  sessionSecret: string;
  /** Where ended sessions are remembered; without it they are until the process ends. */
  endedSessionsFile?: string;
  /** Where writes are remembered; without it they are until the process ends. */
  auditLog?: AuditLog;
  /** Requests a user may make in an hour, as far as the upstream does not say; 0: any number. */
  rateLimitHour: number;
  /** Seconds between two broadcasts of an account; 0: any number may go at once. */
  broadcastIntervalS: number;
  timeoutMs?: number;
  log: Log;
};

/** The whole surface that browsers and TextUs reach, on one origin. */
export function createGateway(options: GatewayOptions) {
  const { log, reach, embedded, upstreamUrl } = options;
  const https = reach.publicUrl?.startsWith('https:') ?? false;
  const metrics = new Metrics();
  const { streams, ...parts } = makeParts(options);
  const app = new Hono<Env>();
  app.onError((error, c) => {
    const failure = failureOf(error, c.get('operation'), log);
    return c.json({ error: failure.error }, failure.status as ContentfulStatusCode, failure.headers);
  });
  app.notFound((c) => c.json({ error: 'Not found' }, 404));
  app.use(requestLog(log, metrics), dataHeaders(https), onlyOwnHosts(reach));
  app.get('/healthz', showHealth(parts));
  app.get('/metrics', showMetrics(parts, metrics, streams));
  // TextUs posts here; its signature stands in for what follows.
  app.post('/hooks/:token', receiveHook(parts.hooks));
  app.use(onlyOwnPages(reach));
  app.get('/session', showSession(parts));
  app.post('/session', signIn(parts));
  app.delete('/session', signOut(parts));
  app.post('/live', turnOnLive(parts));
  app.get('/budget', showBudget(parts));
  app.delete('/drafts/:key', giveUpDraft(parts));
  app.get('/hooks/received/:id?', showReceived(parts));
  app.get('/session/writes', showAudit(parts));
  app.all('/api/*', forwardChange(parts));
  if (parts.simulator) app.all('/carrier/*', forwardCarrier(parts));
  if (embedded) app.get('/media/:token{[A-Za-z0-9_-]{16,64}}', forwardImage(parts));
  // The hosted service keeps images of messages on hosts of its choice.
  app.route('/', dashboard(options.dashboardFolder, { https, images: embedded ? [] : ['https:', upstreamUrl] }));
  const take = takeBare(
    { log, metrics, reach, https },
    { '/api/': forwardRead(parts), '/events': showEvents(parts, streams) },
  );
  return { fetch: app.fetch, take, hooks: parts.hooks };
}

function makeParts(options: GatewayOptions): Parts & { streams: Streams } {
  const { reach, embedded, hook, relay, upstream, upstreamUrl } = options;
  const breaker = new Breaker();
  const ended = new EndedSessions(options.endedSessionsFile);
  const reads = new Reads();
  const channels = new Channels({ relay, onEvent: (accountId) => reads.changed(accountId) });
  const streams = new Streams(channels);
  const received = new ReceivedLog();
  const hooks = new Hooks(channels, received);
  if (hook) hooks.register(hook.token, { secret: hook.secret, accountId: null });
  const seal = new Seal(options.sessionSecret);
  const sessions = new Sessions({ seal, ended, reach, relay }, (id) => streams.end(id));
  const clocks = new BroadcastClocks(options.broadcastIntervalS);
  const budget = new Budget(options.rateLimitHour, relay && ((spent) => relay.tell({ kind: 'spent', ...spent })));
  void relay?.listen(neighbour({ channels, sessions, clocks, budget }));
  return {
    upstream: breaker.guard(upstream ?? fetch),
    askWhole: breaker.guardWhole(upstream ? askWholeBy(upstream, upstreamUrl) : askOverHttp(upstreamUrl)),
    upstreamUrl,
    timeoutMs: options.timeoutMs ?? 30_000,
    embedded: embedded !== null,
    simulator: embedded?.simulator ?? false,
    demo: embedded?.demo ?? null,
    attempts: new Attempts(),
    budget,
    turns: new Turns(),
    drafts: new Drafts(options.draftTable),
    live: new Live(options.sessionSecret),
    tellings: new Tellings(),
    reach,
    reads,
    channels,
    streams,
    hooks,
    sessions,
    clocks,
    relay,
    received,
    auditLog: options.auditLog ?? new AuditFile(),
    seen: new Seen(),
  };
}

/** Does here what another process was told. */
const neighbour = ({
  channels,
  sessions,
  clocks,
  budget,
}: Pick<Parts, 'channels' | 'sessions' | 'clocks' | 'budget'>) => ({
  onNote: (note: Note) => {
    if (note.kind === 'event') channels.publishHere(note.accountId, note.event);
    else if (note.kind === 'ended') sessions.endedElsewhere(note.sessionId, note.until);
    else if (note.kind === 'broadcast') clocks.wait(note.accountId, note.ms);
    else budget.spentElsewhere(note);
  },
  onGap: () => channels.resync(),
});
