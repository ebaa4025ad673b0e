import type { Context } from 'hono';
import { heartbeatMs, type LiveEvent } from '#contract/events.ts';
import type { Channels } from './channels.ts';
import type { Env, Parts } from './parts.ts';
import type { SignedIn, Sessions } from './sessions.ts';
import { jarOf } from './sessions.ts';

/** Bytes that may wait for a reader; a slower one is dropped and comes back with its Last-Event-ID. */
const waitingAtMost = 512_000;
const streamsPerSession = 12;

const encoder = new TextEncoder();
const heartbeat = encoder.encode(':\n\n');
const ended = encoder.encode(`data: ${JSON.stringify({ type: 'ended' } satisfies LiveEvent)}\n\n`);

type Stream = { sessionId: string; close: (last?: Uint8Array) => void };

/** The open `/events` streams. */
export class Streams {
  readonly #channels: Channels;
  readonly #open = new Set<Stream>();

  constructor(channels: Channels) {
    this.#channels = channels;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Tells the session's streams that it is over, and closes them. */
  end(sessionId: string) {
    for (const stream of this.#of(sessionId)) stream.close(ended);
  }

  /** A stream of what happens in the session's account, until the session or the connection ends. */
  open(session: SignedIn, lastEventId: string | undefined, sessions: Sessions): ReadableStream<Uint8Array> {
    const [oldest, ...others] = this.#of(session.id);
    if (others.length + 1 >= streamsPerSession) oldest?.close();
    let close = () => {};
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          close = this.#attach(controller, session, lastEventId, sessions);
        },
        cancel: () => close(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: waitingAtMost }),
    );
  }

  #attach(
    controller: ReadableStreamDefaultController<Uint8Array>,
    { id: sessionId, username, user }: SignedIn,
    lastEventId: string | undefined,
    sessions: Sessions,
  ) {
    let stop = () => {};
    let stopHearing = () => {};
    const stream: Stream = {
      sessionId,
      close: (last) => {
        if (!this.#open.delete(stream)) return;
        stop();
        stopHearing();
        clearInterval(beat);
        if (last) controller.enqueue(last);
        controller.close();
      },
    };
    const write = (bytes: Uint8Array) => {
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes);
      else stream.close();
    };
    const beat = setInterval(() => (sessions.isAlive(sessionId) ? write(heartbeat) : stream.close(ended)), heartbeatMs);
    this.#open.add(stream);
    stopHearing = this.#channels.hear(username, write);
    // Without an account nothing can be known to concern this session; it only learns of its end.
    if (user) stop = this.#channels.subscribe(user.account_id, lastEventId, write);
    return () => stream.close();
  }

  #of = (sessionId: string) => [...this.#open].filter((stream) => stream.sessionId === sessionId);
}

/** Answers `GET /events`. A stream that reconnects by itself is no activity: it does not prolong the session. */
export const showEvents = (parts: Parts, streams: Streams) => async (c: Context<Env>) => {
  c.set('operation', 'events');
  const session = await parts.sessions.peek(jarOf(c));
  if (!session) return c.json({ error: 'Sign in first' }, 401);
  void parts.live.takeUp(parts, session);
  return c.body(streams.open(session, c.req.header('Last-Event-ID'), parts.sessions), 200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    // Proxies in front must pass events on as they come.
    'X-Accel-Buffering': 'no',
  });
};
