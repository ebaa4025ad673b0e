import type { EventEmitter } from 'node:events';
import { asOfHeader } from '#contract/session.ts';
import { isJson, type KeptReply, withHeader } from './keptReply.ts';
import { Unanswered } from './upstream.ts';

const bytesAtMost = 24_000_000;
const entryAtMost = 1_000_000;
/** In trouble, or for this hour nothing more is to be had. */
const outOfOrder = new Set([429, 500, 502, 503, 504]);

/** One read of the API: whose it is and what of. */
export type Read = {
  /** Who asks, with which right: nobody else gets the answer. */
  authorization: string;
  accountId: number | undefined;
  address: string;
  /** Only an answer that was asked for now will do. */
  fresh: boolean;
  background: boolean;
  /** Is closed when its reader has gone. */
  reader: Pick<EventEmitter, 'once' | 'off'>;
};

/** Asks upstream, with a condition where there is one. */
type AskUpstream = (condition: string | null, signal: AbortSignal) => Promise<KeptReply>;

type Shared = { reply: Promise<KeptReply>; readers: number; stop: AbortController };

/**
 * Spares the upstream reads: identical ones at the same time are one, one whose answer is known by its ETag is asked for
 * with it, and while the upstream is out of order its last answer stands in, marked with its age.
 */
export class Reads {
  readonly #shared = new Map<string, Shared>();
  readonly #known = new Map<string, KeptReply>();
  #size = 0;
  readonly #changes = new Map<number, number>();

  /** Something of the account has changed: a read that began before does not answer one that begins now. */
  changed(accountId: number) {
    this.#changes.set(accountId, (this.#changes.get(accountId) ?? 0) + 1);
  }

  async read(read: Read, askUpstream: AskUpstream): Promise<KeptReply> {
    const name = `${read.authorization}\n${read.address}`;
    try {
      const reply = await this.#share(read, name, askUpstream);
      return (outOfOrder.has(reply.status) ? this.#lastKnown(read, name) : null) ?? reply;
    } catch (error) {
      const last = error instanceof Unanswered ? this.#lastKnown(read, name) : null;
      if (!last) throw error;
      return last;
    }
  }

  async #share(read: Read, name: string, askUpstream: AskUpstream): Promise<KeptReply> {
    const change = this.#changes.get(read.accountId ?? 0) ?? 0;
    const key = read.fresh ? `${name} ${Math.random()}` : `${name} ${change} ${read.background}`;
    const shared = this.#shared.get(key) ?? this.#begin(name, key, askUpstream);
    shared.readers += 1;
    // When nobody is left to read the answer, nobody asks any longer.
    const leave = () => {
      shared.readers -= 1;
      if (shared.readers === 0) shared.stop.abort();
    };
    read.reader.once('close', leave);
    try {
      return await shared.reply;
    } finally {
      read.reader.off('close', leave);
    }
  }

  #begin(name: string, key: string, askUpstream: AskUpstream): Shared {
    const stop = new AbortController();
    const known = this.#known.get(name);
    const reply = askUpstream(known?.headers.get('ETag') ?? null, stop.signal)
      .then((answer) => this.#learn(name, known, answer))
      .finally(() => this.#shared.delete(key));
    const shared = { reply, readers: 0, stop };
    this.#shared.set(key, shared);
    stop.signal.addEventListener('abort', () => this.#shared.delete(key));
    return shared;
  }

  #learn(name: string, known: KeptReply | undefined, answer: KeptReply): KeptReply {
    if (answer.status === 304 && known) return this.#put(name, { ...known, at: answer.at });
    return answer.status === 200 && isJson(answer.headers) ? this.#put(name, kept(known, answer)) : answer;
  }

  #put(name: string, reply: KeptReply): KeptReply {
    this.#drop(name);
    const size = reply.bytes?.byteLength ?? 0;
    if (size > entryAtMost) return reply;
    this.#known.set(name, reply);
    this.#size += size;
    for (const oldest of this.#known.keys()) {
      if (this.#size <= bytesAtMost) break;
      this.#drop(oldest);
    }
    return reply;
  }

  #drop(name: string) {
    this.#size -= this.#known.get(name)?.bytes?.byteLength ?? 0;
    this.#known.delete(name);
  }

  /** A person sees what was true a while ago rather than nothing. A job, or who looks something up, must not. */
  #lastKnown({ fresh, background }: Read, name: string): KeptReply | null {
    const known = this.#known.get(name);
    if (!known || fresh || background) return null;
    return withHeader(known, asOfHeader, new Date(known.at).toISOString());
  }
}

/** Of bytes that are the same as before one copy is kept, the old one: new ones would outlive the young generation. */
const kept = (known: KeptReply | undefined, answer: KeptReply): KeptReply =>
  known?.bytes && answer.bytes && Buffer.compare(known.bytes, answer.bytes) === 0
    ? { ...answer, bytes: known.bytes }
    : answer;
