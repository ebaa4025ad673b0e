import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Credentials } from '#contract/session.ts';
import type { AuditLog } from './auditLog.ts';
import type { Attempts } from './attempts.ts';
import type { BroadcastClocks } from './broadcastClock.ts';
import type { Budget } from './budget.ts';
import type { Channels } from './channels.ts';
import type { Drafts } from './drafts.ts';
import type { Hooks } from './hooks.ts';
import { isLoopback, type Reach } from './hosts.ts';
import type { Live } from './live.ts';
import type { Reads } from './reads.ts';
import type { Relay } from './relay.ts';
import type { ReceivedLog } from './received.ts';
import type { Seen } from './seen.ts';
import type { Sessions } from './sessions.ts';
import type { Tellings } from './tellings.ts';
import type { Turns } from './turns.ts';
import type { Upstream } from './upstream.ts';
import type { AskWhole } from './whole.ts';

/** What the gateway's answers are made with. */
export type Parts = {
  upstream: Upstream;
  /** The same, for calls whose answer is wanted whole. */
  askWhole: AskWhole;
  /** Origin of the upstream. */
  upstreamUrl: string;
  /** How long the upstream may take to begin an answer. */
  timeoutMs: number;
  /** The upstream is the embedded server; with its simulated carrier; with its demo account. */
  embedded: boolean;
  simulator: boolean;
  demo: Credentials | null;
  reach: Reach;
  sessions: Sessions;
  attempts: Attempts;
  budget: Budget;
  clocks: BroadcastClocks;
  turns: Turns;
  reads: Reads;
  drafts: Drafts;
  channels: Channels;
  hooks: Hooks;
  live: Live;
  tellings: Tellings;
  relay: Relay | undefined;
  received: ReceivedLog;
  auditLog: AuditLog;
  seen: Seen;
};

/** `operation` names what a request was, for log and metrics: never its URL, which may hold a phone number. */
export type Env = { Bindings: HttpBindings; Variables: { operation?: string } };

/** The address that a request came from; what a proxy on this machine says of it is believed. */
export function clientAddress(c: Context<Env>, { publicUrl }: Reach): string {
  const direct = (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const told = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return publicUrl && told && isLoopback(direct) ? told : direct;
}
