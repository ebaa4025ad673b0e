import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { age } from '#dashboard/api/age.ts';
import { budget } from '#dashboard/api/budget.ts';
import { missedSomething } from '#dashboard/api/refresh.ts';
import { OfflineStrip, Strip } from '#dashboard/ui/Strip.tsx';

/** While nobody answers, or answers of a while ago stand in for new ones: since when, why, and Refresh. */
export function AgeStrip({ online }: { online: boolean }) {
  const cache = useQueryClient();
  const { data: since } = useQuery(age());
  const { data: left } = useQuery(budget());
  const busy = useIsFetching() > 0;
  if (!online) return <OfflineStrip />;
  if (since === null) return null;
  const isUsedUp = left !== null && left.limit > 0 && left.remaining === 0;
  const reason = isUsedUp ? 'All requests of this hour are used.' : 'TextUs does not answer at the moment.';
  return <Strip since={since} reason={reason} busy={busy} onRefresh={() => missedSomething(cache)} />;
}
