import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { broadcastOutbox } from '#dashboard/api/broadcastsGoingOut.ts';
import { session } from '#dashboard/api/session.ts';
import type { Dispatch } from '#dashboard/lib/dispatch.ts';

/** What whoever is signed in has on its way to groups, in the order of the turns. */
export function useDispatches(): readonly Dispatch[] {
  const { data } = useQuery(session.current());
  const owner = data?.username;
  const rows = useSyncExternalStore(broadcastOutbox.subscribe, broadcastOutbox.get);
  return useMemo(() => rows.filter((row) => row.owner === owner), [rows, owner]);
}
