import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveEvent } from '#contract/events.ts';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { changedElsewhere } from '#dashboard/api/changedElsewhere.ts';
import { connectLive } from '#dashboard/api/live.ts';
import { messageArrived, messagesMissed } from '#dashboard/api/messageEvents.ts';
import { session } from '#dashboard/api/session.ts';
import { tab } from '#dashboard/lib/tabLock.ts';

const POLL_MS = 60_000;

/** Keeps what is shown fresh: by events, or while there are none by asking once a minute. */
export function useLive(): LiveState {
  const cache = useQueryClient();
  const { data } = useQuery(session.current());
  const [state, setState] = useState<LiveState>('connecting');
  const hasEvents = data?.live === true;

  useEffect(() => {
    if (!hasEvents) return;
    return connectLive((event) => apply(cache, event), setState);
  }, [hasEvents, cache]);

  const shown = hasEvents ? state : 'polling';
  useEffect(() => {
    if (shown !== 'polling') return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void messagesMissed(cache);
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [shown, cache]);
  return shown;
}

function apply(cache: QueryClient, event: LiveEvent) {
  if (event.type === 'message') messageArrived(cache, event.message);
  else if (event.type === 'resync')
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  else if (event.type === 'changed' && event.tab !== tab) changedElsewhere(cache, event.resource, event.operation);
}
