import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { session } from '#dashboard/api/session.ts';
import { reloadWhereServed } from '#dashboard/lib/canReload.ts';
import { patiently } from '#dashboard/lib/patiently.ts';

/** The same file sends what waits: a page that did not get it is made anew. */
const renew = async () => {
  await reloadWhereServed();
  return false;
};

/**
 * Keeps what is shown fresh: by events, or while messages don't arrive by themselves by looking for them. Fetched once
 * the page stands.
 */
export function useLive(): LiveState {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const onOpen = useEffectEvent((path: string) => void navigate(path));
  const { data } = useQuery(session.current());
  const [state, setState] = useState<LiveState>('connecting');
  const isLive = data?.live === true;
  const username = data?.username ?? null;
  const live = useRef(isLive);
  useEffect(() => {
    live.current = isLive;
  }, [isLive]);

  useEffect(() => {
    if (username === null) return;
    let end: (() => void) | undefined;
    let gone = false;
    void patiently(() => import('./liveEvents.ts'), renew).then(({ followLive }) => {
      if (gone) return;
      const from = cache.getQueryData(session.current().queryKey)?.eventsFrom ?? undefined;
      end = followLive(cache, { from, onState: setState, isLive: () => live.current, onOpen: (path) => onOpen(path) });
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [username, cache]);
  return state === 'live' && !isLive ? 'polling' : state;
}
