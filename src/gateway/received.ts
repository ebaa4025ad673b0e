import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Received, ReceivedWhole } from '#contract/received.ts';
import type { Env, Parts } from './parts.ts';
import { jarOf } from './sessions.ts';

const keptPerAccount = 200;
const accountsAtMost = 500;
const payloadAtMost = 16_000;
const signatureAtMost = 200;

export type Arrival = {
  body: Uint8Array;
  signature: string;
  verdict: Received['verdict'];
  /** What the body says about the message, vouched for or not. */
  message: Record<string, unknown> | null;
};

/** Remembers the last deliveries that came for each account, in memory only. */
export class ReceivedLog {
  readonly #accounts = new Map<number, Map<string, ReceivedWhole>>();
  #ids = 0;

  note(accountId: number, { body, signature, verdict, message }: Arrival) {
    const log = this.#logOf(accountId);
    const digest = createHash('sha256').update(body).update(`\0${verdict}`).digest('base64url');
    const before = log.get(digest);
    const now = new Date().toISOString();
    if (before) {
      log.set(digest, { ...before, attempts: before.attempts + 1, last_at: now });
      return;
    }
    this.#ids += 1;
    log.set(digest, {
      id: this.#ids,
      at: now,
      last_at: now,
      attempts: 1,
      verdict,
      ...told(message),
      payload: new TextDecoder().decode(body.subarray(0, payloadAtMost)),
      signature: signature.slice(0, signatureAtMost),
    });
    if (log.size > keptPerAccount) log.delete(log.keys().next().value ?? '');
  }

  list(accountId: number): Received[] {
    const all = [...(this.#accounts.get(accountId)?.values() ?? [])];
    return all.map(({ payload: _payload, signature: _signature, ...rest }) => rest).toReversed();
  }

  find(accountId: number, id: number): ReceivedWhole | undefined {
    return [...(this.#accounts.get(accountId)?.values() ?? [])].find((kept) => kept.id === id);
  }

  #logOf(accountId: number) {
    const log = this.#accounts.get(accountId) ?? new Map<string, ReceivedWhole>();
    this.#accounts.delete(accountId);
    this.#accounts.set(accountId, log);
    if (this.#accounts.size > accountsAtMost) this.#accounts.delete(this.#accounts.keys().next().value ?? 0);
    return log;
  }
}

function told(message: Arrival['message']) {
  const text = (name: string) => {
    const value = message?.[name];
    return typeof value === 'string' && value !== '' ? value.slice(0, 255) : null;
  };
  const person = text('sender_type') === 'Contact' ? 'sender' : 'receiver';
  const id = message?.['id'];
  return {
    message_id: typeof id === 'number' ? id : null,
    sender_type: text('sender_type'),
    status: text('status'),
    about: text(`${person}_name`) ?? text(`${person}_phone`),
  };
}

/** Asked for again and again by an open page, which is no activity: it does not prolong the session. Answers `GET /hooks/received` and `GET /hooks/received/:id`, to the account they came for. */
export const showReceived =
  ({ sessions, received }: Parts) =>
  async (c: Context<Env>) => {
    c.set('operation', 'hooks.received');
    const session = await sessions.peek(jarOf(c));
    if (!session) return c.json({ error: 'Sign in first' }, 401);
    const account = session.user?.account_id ?? 0;
    const id = c.req.param('id');
    if (id === undefined) return c.json(received.list(account), 200, { 'Cache-Control': 'no-store' });
    const one = received.find(account, Number(id));
    return one ? c.json(one, 200, { 'Cache-Control': 'no-store' }) : c.json({ error: 'Not found' }, 404);
  };
