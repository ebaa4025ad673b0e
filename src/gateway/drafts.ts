import type { Context } from 'hono';
import { createHash } from 'node:crypto';
import { type DraftFate, draftKeyHeader } from '#contract/session.ts';
import { jsonOf, type KeptReply, ownReply } from './keptReply.ts';
import type { Env, Parts } from './parts.ts';
import { jarOf } from './sessions.ts';
import { Unanswered } from './upstream.ts';

const keptAtMost = 20_000;
const keptMs = 24 * 3_600_000;

type Handed = { at: number; content: string } & (
  | { fate: 'sending'; reply: Promise<KeptReply> }
  | { fate: 'sent'; reply: KeptReply }
  | { fate: 'unknown' }
  | { fate: 'never' }
);

const isDraftKey = (text: string) => /^[\w.-]{8,100}$/.test(text);

const digest = (bytes: Uint8Array | null) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('base64url');

const unknown = 'This was handed over before, and no answer came. Look up whether it went out.';

/** Remembers what was sent under which key, so that one press of a button, however often it arrives, is one send. */
export class Drafts {
  readonly #handed = new Map<string, Handed>();
  readonly #since = Date.now();
  /** Other processes may have taken what this one has not seen. */
  readonly #alone: boolean;

  constructor(alone: boolean) {
    this.#alone = alone;
  }

  /** Sends by `send`, once for each key; whoever comes later with it gets the reply of the first. */
  async once(owner: string, key: string, body: Uint8Array | null, send: () => Promise<KeptReply>): Promise<KeptReply> {
    const name = `${owner.toLowerCase()} ${key}`;
    const content = digest(body);
    const handed = this.#handed.get(name);
    if (!handed) return this.#hand(name, content, send);
    if (handed.fate === 'never') return refusal('This was given up before it was handed over.');
    if (handed.content !== content) return refusal('Something else was sent under this key.');
    if (handed.fate === 'unknown') return refusal(unknown);
    return handed.reply;
  }

  /** What became of a key. One that was never used is used up: `age` is how many seconds ago it was made. */
  giveUp(owner: string, key: string, age: number): DraftFate {
    const name = `${owner.toLowerCase()} ${key}`;
    const handed = this.#handed.get(name);
    if (handed?.fate === 'sent') return { fate: 'sent', reply: jsonOf(handed.reply) };
    if (handed) return { fate: handed.fate };
    // Only who was there the whole time can say that nothing came.
    const wasThere = this.#alone && Date.now() - this.#since > age * 1_000;
    this.#put(name, { fate: wasThere ? 'never' : 'unknown', at: Date.now(), content: '' });
    return { fate: wasThere ? 'never' : 'unknown' };
  }

  async #hand(name: string, content: string, send: () => Promise<KeptReply>): Promise<KeptReply> {
    const at = Date.now();
    const reply = send();
    this.#put(name, { fate: 'sending', reply, at, content });
    try {
      const answer = await reply;
      if (isDone(answer)) this.#put(name, { fate: 'sent', reply: answer, at, content });
      else if (isRefusal(answer)) this.#handed.delete(name);
      else this.#put(name, { fate: 'unknown', at, content });
      return answer;
    } catch (error) {
      // 503: the upstream was not reached at all.
      if (error instanceof Unanswered && error.status === 503) this.#handed.delete(name);
      else this.#put(name, { fate: 'unknown', at, content });
      throw error;
    }
  }

  #put(name: string, handed: Handed) {
    this.#handed.delete(name);
    this.#handed.set(name, handed);
    for (const [old, { at }] of this.#handed) {
      if (this.#handed.size <= keptAtMost && at > Date.now() - keptMs) break;
      this.#handed.delete(old);
    }
  }
}

const isRefusal = ({ status }: KeptReply) => status >= 400 && status < 500 && status !== 408;

const isDone = (reply: KeptReply) => reply.status >= 200 && reply.status < 300 && jsonOf(reply) !== undefined;

const refusal = (error: string) => ownReply(409, { error });

/** The key that a request names; undefined without one. */
export function draftKeyOf(c: Context): string | undefined {
  const key = c.req.header(draftKeyHeader);
  return key !== undefined && isDraftKey(key) ? key : undefined;
}

/** Answers `DELETE /drafts/:key`. */
export const giveUpDraft = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'drafts.giveUp');
  const session = await parts.sessions.use(jarOf(c));
  if (!session) return c.json({ error: 'Sign in first' }, 401);
  const key = c.req.param('key') ?? '';
  const age = Number(c.req.query('age'));
  if (!isDraftKey(key) || !(age >= 0)) return c.json({ error: 'Not found' }, 404);
  return c.json(parts.drafts.giveUp(session.username, key, age), 200, { 'Cache-Control': 'no-store' });
};
