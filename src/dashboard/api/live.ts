import type { LiveEvent } from '#contract/events.ts';
import { followEvents, type LiveState } from './eventStream.ts';

type Note =
  | { kind: 'event'; event: LiveEvent; id?: string | undefined }
  | { kind: 'state'; state: LiveState; id?: string | undefined }
  | { kind: 'hello' };

type Listeners = {
  /** The event after which what this tab has read may be out of date (`Session.eventsFrom`). */
  from: string | undefined;
  /** `leads`: this tab heard it first, and may do once what is to be done once. */
  onEvent: (event: LiveEvent, leads: boolean) => void;
  onState: (state: LiveState) => void;
  /** Whether messages arrive by themselves while there is a stream. */
  isLive: () => boolean;
};

const NAME = 'switchboard:live';
/** A stream that comes back brings what was missed; only one that stays away has to be made up for. In ms. */
const STREAM_MISSED = 120_000;

/**
 * Tells this tab what happens in the account. One tab of the browser holds the stream and passes on what it hears:
 * HTTP/1.1 allows six connections to an origin, and every tab with its own would use them up. Where messages don't
 * arrive by themselves, that tab also looks for them. When it closes, the next one takes over where it was.
 * Returns what ends it.
 */
export function connectLive({ from, onEvent, onState, isLive }: Listeners): () => void {
  const end = new AbortController();
  const channel = new BroadcastChannel(NAME);
  let state: LiveState = 'connecting';
  let leads = false;
  let lastId = from;
  let lastLive = Date.now();

  const tell = (event: LiveEvent, id?: string) => {
    lastId = id ?? lastId;
    channel.postMessage({ kind: 'event', event, id } satisfies Note);
    onEvent(event, true);
  };
  const lead = async () => {
    leads = true;
    const look = new AbortController();
    const { pollMessages } = await import('./poll.ts');
    const polling = pollMessages(
      {
        isNeeded: () =>
          state !== 'offline' && !(isLive() && (state === 'live' || Date.now() - lastLive < STREAM_MISSED)),
        tell,
      },
      AbortSignal.any([end.signal, look.signal]),
    );
    await followEvents(
      lastId,
      {
        onEvent: tell,
        onState: (next) => {
          if (next === 'live' || state === 'live') lastLive = Date.now();
          if (next === state) return;
          state = next;
          channel.postMessage({ kind: 'state', state } satisfies Note);
          onState(next);
        },
      },
      end.signal,
    );
    look.abort();
    await polling;
  };
  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if (data.kind === 'hello') return leads && channel.postMessage({ kind: 'state', state, id: lastId } satisfies Note);
    const before = lastId;
    lastId = data.id ?? lastId;
    if (data.kind === 'event') return onEvent(data.event, false);
    onState((state = data.state));
    // What the tab that leads had heard before this one listened.
    if (isBefore(before, lastId)) onEvent({ type: 'resync' }, false);
  };
  channel.postMessage({ kind: 'hello' } satisfies Note);
  void takeTurns(lead, end.signal);
  return () => {
    end.abort();
    channel.close();
  };
}

/** Whether something happened after the event `mine`, as far as `theirs`: ids of one gateway's life count up. */
function isBefore(mine: string | undefined, theirs: string | undefined): boolean {
  if (mine === undefined || theirs === undefined) return false;
  const [[life, at], [otherLife, otherAt]] = [mine.split('.'), theirs.split('.')];
  return life !== otherLife || Number(at) < Number(otherAt);
}

/** Runs `lead` in one tab at a time. Without locks (a page that is not served securely) every tab leads. */
async function takeTurns(lead: () => Promise<void>, signal: AbortSignal) {
  if (!('locks' in navigator)) return lead();
  try {
    await navigator.locks.request(NAME, { signal }, lead);
  } catch {
    // Aborted while it waited for its turn.
  }
}
