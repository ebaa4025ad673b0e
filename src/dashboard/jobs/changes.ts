const NAME = 'switchboard:jobs';

const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

const tellHere = () => {
  for (const listener of listeners) listener();
};
if (channel) channel.onmessage = tellHere;

/** Tells every tab that a job has changed. */
export function tellAll(): void {
  tellHere();
  channel?.postMessage(null);
}

/** Calls back whenever a job changes, in whichever tab. Returns what ends it. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Settles at the next change, after `ms`, or when `signal` ends it. */
export function changeOr(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listeners.delete(end);
      signal.removeEventListener('abort', end);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    listeners.add(end);
    signal.addEventListener('abort', end);
    addEventListener('online', end);
    if (signal.aborted) end();
  });
}
