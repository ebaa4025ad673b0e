import { heartbeatMs, LiveEvent } from '#contract/events.ts';
import { EventReader } from '#dashboard/lib/serverSentEvents.ts';
import { SESSION_ENDED } from './http.ts';

/** `live`: events come in. `polling`: the gateway answers but has no stream. `offline`: nobody answers. */
export type LiveState = 'connecting' | 'live' | 'polling' | 'offline';
type Listeners = {
  /** `id`: what a stream that comes back, here or in another tab, begins after. */
  onEvent: (event: LiveEvent, id?: string) => void;
  onState: (state: LiveState) => void;
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/**
 * Reads `/events` until `signal` aborts or the session ends, and comes back after every break, a 502 and a silent
 * line among them; first with what came after the event `lastId`. Not an EventSource: that gives up for good on the
 * first answer that is no stream.
 */
export async function followEvents(
  lastId: string | undefined,
  { onEvent, onState }: Listeners,
  signal: AbortSignal,
): Promise<void> {
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    const end = await readOnce(lastId, signal, (event, id) => {
      lastId = id ?? lastId;
      wait = FIRST_WAIT;
      onState('live');
      onEvent(event, id);
    });
    if (signal.aborted || end === 'ended') return;
    onState(end);
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

type End = 'ended' | 'polling' | 'offline';

async function readOnce(
  lastId: string | undefined,
  signal: AbortSignal,
  tell: (event: LiveEvent, id?: string) => void,
) {
  const silence = new AbortController();
  let watch = setTimeout(() => silence.abort(), 2 * heartbeatMs);
  let end: End = 'offline';
  try {
    const response = await fetch('/events', {
      headers: { Accept: 'text/event-stream', ...(lastId !== undefined && { 'Last-Event-ID': lastId }) },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status === 401) return sessionEnded();
    end = 'polling';
    if (!response.ok || !response.body) return end;
    const events = new EventReader();
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(watch);
      watch = setTimeout(() => silence.abort(), 2 * heartbeatMs);
      for (const { id, data } of events.take(piece)) {
        const event = readEvent(data);
        if (event?.type === 'ended') return sessionEnded();
        if (event) tell(event, id);
      }
    }
  } catch {
    // The line broke or fell silent: come back.
  } finally {
    clearTimeout(watch);
  }
  return end;
}

function sessionEnded(): End {
  dispatchEvent(new Event(SESSION_ENDED));
  return 'ended';
}

function readEvent(data: string): LiveEvent | undefined {
  try {
    return LiveEvent.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

/** Waits, but not while there is a better moment: the network coming back ends it. */
function pause(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
