import type { ServerResponse } from 'node:http';
import { heartbeatMs, type LiveEvent } from '#contract/events.ts';
import { type Asked, own } from './bare.ts';
import type { Channels } from './channels.ts';
import { signInFirst } from './forward.ts';
import type { Parts } from './parts.ts';
import type { SignedIn, Sessions } from './sessions.ts';

/** Bytes that may wait for a reader; a slower one is dropped and comes back with its Last-Event-ID. */
const waitingAtMost = 512_000;
const streamsPerSession = 12;

const encoder = new TextEncoder();
const heartbeat = encoder.encode(':\n\n');
const ended = encoder.encode(`data: ${JSON.stringify({ type: 'ended' } satisfies LiveEvent)}\n\n`);

/** The open `/events` streams. */
export class Streams {
  readonly #channels: Channels;
  readonly #bySession = new Map<string, Set<Stream>>();
  #count = 0;
  #beat: NodeJS.Timeout | undefined;

  constructor(channels: Channels) {
    this.#channels = channels;
  }

  get count(): number {
    return this.#count;
  }

  /** Tells the session's streams that it is over, and closes them. */
  end(sessionId: string) {
    for (const stream of this.#bySession.get(sessionId) ?? []) stream.close(ended);
  }

  /** Writes what happens in the session's account to `outgoing`, until the session or the connection ends. */
  open(outgoing: ServerResponse, session: SignedIn, lastEventId: string | undefined, sessions: Sessions) {
    const { id, username, user } = session;
    const others = this.#bySession.get(id) ?? new Set();
    const [oldest] = others;
    if (others.size >= streamsPerSession) oldest?.close();
    const stream = new Stream(outgoing, () => this.#remove(id, stream));
    this.#bySession.set(id, others.add(stream));
    this.#count += 1;
    this.#beat ??= setInterval(() => this.#beatAll(sessions), heartbeatMs).unref();
    stream.until(this.#channels.hear(username, stream.write));
    // Without an account nothing can be known to concern this session; it only learns of its end.
    if (user) stream.until(this.#channels.subscribe(user.account_id, lastEventId, stream.write));
  }

  #remove(sessionId: string, stream: Stream) {
    const left = this.#bySession.get(sessionId);
    if (!left?.delete(stream)) return;
    this.#count -= 1;
    if (left.size === 0) this.#bySession.delete(sessionId);
    if (this.#count > 0) return;
    clearInterval(this.#beat);
    this.#beat = undefined;
  }

  #beatAll(sessions: Sessions) {
    for (const [id, streams] of this.#bySession) {
      const isAlive = sessions.isAlive(id);
      for (const stream of streams) {
        if (isAlive) stream.write(heartbeat);
        else stream.close(ended);
      }
    }
  }
}

/** One browser's end of the line. */
class Stream {
  readonly #outgoing: ServerResponse;
  readonly #whenClosed: () => void;
  readonly #stops: (() => void)[] = [];
  #isOpen = true;

  constructor(outgoing: ServerResponse, whenClosed: () => void) {
    this.#outgoing = outgoing;
    this.#whenClosed = whenClosed;
    outgoing.once('close', () => this.close());
  }

  /** Calls `stop` when the stream closes. */
  until(stop: () => void) {
    if (this.#isOpen) this.#stops.push(stop);
    else stop();
  }

  readonly write = (bytes: Uint8Array) => {
    if (this.#outgoing.writableLength <= waitingAtMost) this.#outgoing.write(bytes);
    else this.#drop();
  };

  close(last?: Uint8Array) {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const stop of this.#stops) stop();
    this.#whenClosed();
    this.#outgoing.end(last);
  }

  /** What waits for a reader that does not read would wait forever. */
  #drop() {
    this.close();
    this.#outgoing.destroy();
  }
}

/** Answers `GET /events`. A stream that reconnects by itself is no activity: it does not prolong the session. */
export const showEvents = (parts: Parts, streams: Streams) => async (asked: Asked) => {
  asked.operation = 'events';
  const session = await parts.sessions.peek(asked.jar);
  if (!session) return own(401, signInFirst);
  void parts.live.takeUp(parts, session);
  const lastEventId = asked.incoming.headers['last-event-id']?.toString();
  return {
    status: 200 as const,
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // Proxies in front must pass events on as they come.
      'X-Accel-Buffering': 'no',
    },
    stream: (outgoing: ServerResponse) => streams.open(outgoing, session, lastEventId, parts.sessions),
  };
};
