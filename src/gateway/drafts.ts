import type { Context } from 'hono';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DraftFate, draftKeyHeader } from '#contract/session.ts';
import type { DraftTable, Known } from './draftTable.ts';
import { jsonOf, type KeptReply, ownReply } from './keptReply.ts';
import type { Env, Parts } from './parts.ts';
import { jarOf } from './sessions.ts';
import { Unanswered } from './upstream.ts';

const keptAtMost = 20_000;
const keptMs = 24 * 3_600_000;
/** So often, and so long, it is asked what became of a key that another process has taken. */
const [askEveryMs, askAtMostMs] = [250, 35_000];

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

const givenUp = 'This was given up before it was handed over.';
const other = 'Something else was sent under this key.';
const unknown = 'This was handed over before, and no answer came. Look up whether it went out.';

/** Remembers what was sent under which key, so that one press of a button, however often it arrives, is one send. */
export class Drafts {
  readonly #handed = new Map<string, Handed>();
  readonly #since = Date.now();
  /** Where the keys of all processes are, if there are others. */
  readonly #table: DraftTable | undefined;

  constructor(table?: DraftTable) {
    this.#table = table;
  }

  /** Sends by `send`, once for each key; whoever comes later with it gets the reply of the first. */
  async once(owner: string, key: string, body: Uint8Array | null, send: () => Promise<KeptReply>): Promise<KeptReply> {
    const name = `${owner.toLowerCase()} ${key}`;
    const content = digest(body);
    const handed = this.#handed.get(name);
    if (!handed) return this.#hand(name, content, send);
    if (handed.fate === 'never') return refusal(givenUp);
    if (handed.content !== content) return refusal(other);
    if (handed.fate === 'unknown') return refusal(unknown);
    return handed.reply;
  }

  /** What became of a key. One that was never used is used up: `age` is how many seconds ago it was made. */
  async giveUp(owner: string, key: string, age: number): Promise<DraftFate> {
    const name = `${owner.toLowerCase()} ${key}`;
    const handed = this.#handed.get(name);
    if (handed?.fate === 'sent') return { fate: 'sent', reply: jsonOf(handed.reply) };
    if (handed) return { fate: handed.fate };
    const there = await this.#table?.claim(name, '', 'never');
    if (there) return { fate: there.fate, ...(there.reply && { reply: jsonOf(there.reply) }) };
    const since = this.#table ? await this.#table.since() : this.#since;
    // Only who was there the whole time can say that nothing came.
    const fate = Date.now() - since > age * 1_000 ? 'never' : 'unknown';
    if (fate === 'unknown') await this.#table?.settle(name, fate);
    this.#put(name, { fate, at: Date.now(), content: '' });
    return { fate };
  }

  async #hand(name: string, content: string, send: () => Promise<KeptReply>): Promise<KeptReply> {
    const at = Date.now();
    const reply = this.#table ? this.#claimed(this.#table, name, content, send) : send();
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

  /** Sends once the key is this process's; what another has taken is answered with what became of it. */
  async #claimed(table: DraftTable, name: string, content: string, send: () => Promise<KeptReply>): Promise<KeptReply> {
    const there = await table.claim(name, content, 'sending');
    if (there) return answerOf(await settled(table, name, there), content);
    try {
      const reply = await send();
      if (isDone(reply)) await table.settle(name, 'sent', { status: reply.status, body: jsonOf(reply) });
      else if (isRefusal(reply)) await table.free(name);
      else await table.settle(name, 'unknown');
      return reply;
    } catch (error) {
      if (error instanceof Unanswered && error.status === 503) await table.free(name);
      else await table.settle(name, 'unknown');
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

/** What becomes of a key under which another process is sending. */
async function settled(table: DraftTable, name: string, known: Known): Promise<Known> {
  let now = known;
  for (let waited = 0; now.fate === 'sending' && waited < askAtMostMs; waited += askEveryMs) {
    await pause(askEveryMs);
    now = await table.find(name);
  }
  return now;
}

function answerOf({ content, fate, reply }: Known, asked: string): KeptReply {
  if (fate === 'never') return refusal(givenUp);
  if (content !== asked) return refusal(other);
  return reply ?? refusal(unknown);
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
  return c.json(await parts.drafts.giveUp(session.username, key, age), 200, { 'Cache-Control': 'no-store' });
};
