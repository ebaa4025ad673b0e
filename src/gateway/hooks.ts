import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import type { LiveEvent } from '#contract/events.ts';
import { WebHookPayload, WebHookPayloadV1 } from '#contract/webHooks.ts';
import type { Channels } from './channels.ts';
import type { ReceivedLog } from './received.ts';
import { isSigned } from './signature.ts';

/** The API repeats a delivery for up to 28 hours; anything older is a replay. A little clock skew is forgiven. */
const oldestMs = 36 * 3_600_000;
const skewMs = 5 * 60_000;
const rememberedAtMost = 50_000;
const hintsApartMs = 5_000;

const hint: LiveEvent = { type: 'changed', resource: 'messages', operation: null, id: null, tab: null };

/** What of a version 2 payload has to be right; whether the message can be passed on is decided later. */
const Payload = z.object({
  timestamp: z.number(),
  web_hook: z.object({ web_hookable_type: z.string(), web_hookable_id: Id }),
  message: z.looseObject({ receiver_type: z.string().optional(), receiver_id: z.number().optional() }),
});

/** A hook that was set up to post here. `accountId` null: each payload names its account itself. */
export type Hook = {
  secret: string;
  accountId: number | null;
  /** Its id upstream, where it was made there. */
  id?: number;
};

/** What became of a delivery: taken, or why not. */
export type Verdict = 'taken' | 'repeated' | 'unknown' | 'unsigned' | 'unreadable' | 'stale';

const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('base64url');

/** Receives web hook deliveries, checks them and tells the account's streams. */
export class Hooks {
  readonly #channels: Channels;
  readonly #received: ReceivedLog;
  // By digest, so that how long a look-up takes says nothing about a token.
  readonly #hooks = new Map<string, Hook>();
  readonly #seen = new Map<string, number>();
  readonly #hinted = new Map<number, number>();

  constructor(channels: Channels, received: ReceivedLog) {
    this.#channels = channels;
    this.#received = received;
  }

  register(token: string, hook: Hook) {
    this.#hooks.set(digest(token), hook);
  }

  /** True when deliveries about the account arrive here. */
  liveFor(accountId: number | undefined): boolean {
    return [...this.#hooks.values()].some((hook) => hook.accountId === null || hook.accountId === accountId);
  }

  /** The hook `id` of an account was changed or deleted upstream: what it did is over. True where that was known. */
  forget(accountId: number, id: number): boolean {
    const found = [...this.#hooks].find(([, hook]) => hook.accountId === accountId && hook.id === id);
    return found !== undefined && this.#hooks.delete(found[0]);
  }

  /** Judges one delivery by its raw body; the same one again is taken for repeated and tells nobody. */
  receive(token: string, body: Uint8Array, signature: string): Verdict {
    const hook = this.#hooks.get(digest(token));
    if (!hook) return 'unknown';
    if (signature === '' && hook.accountId !== null && isVersion1(body)) return this.#hint(hook.accountId);
    const payload = readPayload(body);
    const account = hook.accountId ?? (payload && accountOf(payload));
    const verdict = this.#judge(hook, payload, body, signature);
    if (account) {
      const known = verdict === 'repeated' ? 'taken' : verdict;
      this.#received.note(account, { body, signature, verdict: known, message: payload?.message ?? null });
      if (verdict === 'taken' && payload) queueMicrotask(() => this.#publish(hook, account, eventOf(payload)));
    }
    return verdict;
  }

  #judge(hook: Hook, payload: Payload | null, body: Uint8Array, signature: string) {
    if (!isSigned(body, hook.secret, signature)) return 'unsigned';
    if (!payload) return 'unreadable';
    const sentAt = payload.timestamp * 1_000;
    if (sentAt < Date.now() - oldestMs || sentAt > Date.now() + skewMs) return 'stale';
    if (this.#wasSeen(digest(body), sentAt)) return 'repeated';
    return 'taken';
  }

  /** Every process has a hook of its own on the server it runs; one that others made posts to one process only. */
  #publish(hook: Hook, account: number, event: LiveEvent) {
    if (hook.accountId === null) this.#channels.publishHere(account, event);
    else this.#channels.publish(account, event);
  }

  /** Nobody signed it, so nothing in it is believed; it may make the browsers look, now and then. */
  #hint(accountId: number): Verdict {
    const last = this.#hinted.get(accountId) ?? 0;
    if (Date.now() - last < hintsApartMs) return 'repeated';
    this.#hinted.set(accountId, Date.now());
    queueMicrotask(() => this.#channels.publish(accountId, hint));
    return 'taken';
  }

  #wasSeen(name: string, sentAt: number): boolean {
    if (this.#seen.has(name)) return true;
    for (const [old, at] of this.#seen) {
      if (this.#seen.size < rememberedAtMost && at > Date.now() - oldestMs) break;
      this.#seen.delete(old);
    }
    this.#seen.set(name, sentAt);
    return false;
  }
}

type Payload = z.output<typeof Payload>;

const readPayload = (body: Uint8Array): Payload | null => Payload.safeParse(jsonOf(body)).data ?? null;

const isVersion1 = (body: Uint8Array) => WebHookPayloadV1.safeParse(jsonOf(body)).success;

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** Whose message it is. A hook of an organisation names no account, but a text to us does. */
function accountOf({ web_hook, message }: Payload): number | null {
  if (web_hook.web_hookable_type === 'Account') return web_hook.web_hookable_id;
  return message.receiver_type === 'Account' ? (message.receiver_id ?? null) : null;
}

/** The message, or where it is not as documented the hint that there is one. */
function eventOf({ message }: Payload): LiveEvent {
  const read = WebHookPayload.shape.message.safeParse(message);
  if (read.success) return { type: 'message', message: read.data };
  return hint;
}
