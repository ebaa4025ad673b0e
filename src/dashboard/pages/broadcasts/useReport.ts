import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcastPeople } from '#dashboard/api/broadcastPeople.ts';
import { broadcastTexts } from '#dashboard/api/broadcastTexts.ts';
import { type ReportRow, reportRows } from '#dashboard/lib/broadcastReport.ts';
import { standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import type { BroadcastTexts } from '#dashboard/api/broadcastReports.ts';

/** How much of a report has been read. */
export type Reading = {
  far: BroadcastTexts | undefined;
  /** All that can be known is known, as of `far.readAt` and the events since. */
  isWhole: boolean;
  error: Error | null;
  /** False where the group is gone or its people can't be read: who was left out is not known. */
  knowsMembers: boolean;
  refresh: () => void;
  busy: boolean;
};

/** What became of a broadcast for each person, filling while it is read. */
export function useReport(broadcast: Broadcast): { rows: ReportRow[]; reading: Reading } {
  const cache = useQueryClient();
  const state = stateOf(broadcast);
  const hasBegun = state === 'sending' || state === 'sent' || state === 'other';
  const since = Math.floor(standsAt(broadcast).getTime() / 1_000) * 1_000;
  const texts = useQuery({ ...broadcastTexts.of(broadcast), enabled: hasBegun });
  const members = useQuery({
    ...broadcastPeople.members(broadcast.group_id ?? 0),
    enabled: hasBegun && broadcast.group_id !== null,
  });
  const optOuts = useQuery({ ...broadcastPeople.optOuts(since), enabled: hasBegun });
  const blocked = useQuery({ ...broadcastPeople.blocked(), enabled: hasBegun });
  const far = texts.data;
  const isOver = state !== 'sending' && far?.complete === true;
  const knowsMembers = broadcast.group_id !== null && members.data !== null;
  const isWhole = isOver && !members.isPending && !optOuts.isPending && !blocked.isPending;
  const parts = [texts, members, optOuts, blocked];

  const { refetch } = texts;
  // Texts that were made before this page listened to events: once it is over, those that are missing are read.
  const isShort = isOver && far.texts.length < broadcast.total_messages;
  useEffect(() => {
    if (isShort) void refetch();
  }, [isShort, refetch]);

  const rows = useMemo(
    () =>
      reportRows({
        texts: far?.texts ?? [],
        inbound: far?.inbound ?? [],
        isWhole: isWhole || (isOver && broadcast.group_id === null),
        members: members.data ?? null,
        optOuts: optOuts.data ?? [],
        blocked: blocked.data,
        endedAt: Date.parse(broadcast.updated_at),
      }),
    [far, isWhole, isOver, members.data, optOuts.data, blocked.data, broadcast.group_id, broadcast.updated_at],
  );
  return {
    rows,
    reading: {
      far,
      isWhole: isOver && parts.every(({ isLoading }) => !isLoading),
      error: parts.find(({ error }) => error)?.error ?? null,
      knowsMembers,
      busy: parts.some(({ isFetching }) => isFetching),
      refresh: () => {
        void refetch();
        void cache.invalidateQueries({ queryKey: broadcastPeople.root });
      },
    },
  };
}
