import type { LiveEvent } from '#contract/events.ts';
import { followEvents, type LiveState } from './eventStream.ts';

type Note = { kind: 'event'; event: LiveEvent } | { kind: 'state'; state: LiveState } | { kind: 'hello' };

const NAME = 'switchboard:live';

/**
 * Tells this tab what happens in the account. One tab of the browser holds the stream and passes on what it hears:
 * HTTP/1.1 allows six connections to an origin, and every tab with its own would use them up. When that tab closes,
 * the next one takes over and asks for a resync. Returns what ends it.
 */
export function connectLive(onEvent: (event: LiveEvent) => void, onState: (state: LiveState) => void): () => void {
  const end = new AbortController();
  const channel = new BroadcastChannel(NAME);
  let state: LiveState = 'connecting';
  let leads = false;

  const lead = async () => {
    leads = true;
    await followEvents(
      {
        onEvent: (event) => {
          channel.postMessage({ kind: 'event', event } satisfies Note);
          onEvent(event);
        },
        onState: (next) => {
          if (next === state) return;
          state = next;
          channel.postMessage({ kind: 'state', state } satisfies Note);
          onState(next);
        },
      },
      end.signal,
    );
  };
  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if (data.kind === 'hello') {
      if (leads) channel.postMessage({ kind: 'state', state } satisfies Note);
    } else if (data.kind === 'state') {
      state = data.state;
      onState(state);
    } else onEvent(data.event);
  };
  channel.postMessage({ kind: 'hello' } satisfies Note);
  void takeTurns(lead, end.signal);
  return () => {
    end.abort();
    channel.close();
  };
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
