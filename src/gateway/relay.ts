import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { LiveEvent } from '#contract/events.ts';

const channel = 'switchboard_gateway';
/** PostgreSQL carries 8,000 bytes in one notification. */
const bytesAtMost = 7_900;
const firstWaitMs = 250;
const longestWaitMs = 10_000;

/** What one gateway process tells the others. */
const Note = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), accountId: z.number(), event: LiveEvent }),
  /** A session was signed out; `until`: when it would have ended anyway. */
  z.object({ kind: z.literal('ended'), sessionId: z.string(), until: z.number() }),
  /** An account has broadcast, or was held back: the next may go in `ms`. */
  z.object({ kind: z.literal('broadcast'), accountId: z.number(), ms: z.number() }),
  /** Requests of a user's hour were spent. */
  z.object({
    kind: z.literal('spent'),
    username: z.string(),
    what: z.string(),
    background: z.boolean(),
    count: z.number(),
  }),
]);
export type Note = z.output<typeof Note>;

const Envelope = z.object({ from: z.string(), note: Note });

type Listener = {
  onNote: (note: Note) => void;
  /** Notes may have been missed. */
  onGap: () => void;
};

/** Carries notes between the gateway processes on one PostgreSQL, by LISTEN and NOTIFY. */
export class Relay {
  readonly #url: string;
  readonly #me = randomUUID();
  #client: pg.Client | null = null;
  #closed = false;
  #wait = firstWaitMs;
  #listener: Listener | null = null;
  #told: Promise<unknown> = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  /** Begins to listen, and goes on listening after every break. */
  async listen(listener: Listener) {
    this.#listener = listener;
    await this.#connect();
  }

  /** Tells every other process. Nothing is told while there is no connection: they learn of a gap when it is back. */
  tell(note: Note): void {
    const text = JSON.stringify({ from: this.#me, note } satisfies z.input<typeof Envelope>);
    const fits = Buffer.byteLength(text) <= bytesAtMost;
    if (!fits && note.kind === 'event') return this.tell({ ...note, event: hintOf(note.event) });
    // A lost connection shows in its `error` and `end`, too.
    const notify = () => this.#client?.query('SELECT pg_notify($1, $2)', [channel, text]);
    this.#told = this.#told.then(notify).catch(() => undefined);
  }

  async close() {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect() {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    const again = once(() => this.#later(client));
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.#client = client;
      this.#wait = firstWaitMs;
    } catch {
      again();
    }
  }

  #later(client: pg.Client) {
    if (this.#client === client) this.#client = null;
    if (this.#closed) return;
    void client.end().catch(() => undefined);
    setTimeout(() => void this.#connect().then(() => this.#client && this.#listener?.onGap()), this.#wait).unref();
    this.#wait = Math.min(2 * this.#wait, longestWaitMs);
  }

  #hear(payload: string) {
    const read = Envelope.safeParse(parsed(payload));
    if (read.success && read.data.from !== this.#me) this.#listener?.onNote(read.data.note);
  }
}

function once(run: () => void) {
  let done = false;
  return () => {
    if (!done) run();
    done = true;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is too long to be told is at least hinted at. */
const hintOf = (event: LiveEvent): LiveEvent =>
  event.type === 'message'
    ? { type: 'changed', resource: 'messages', operation: null, id: null, tab: null }
    : { type: 'resync' };
