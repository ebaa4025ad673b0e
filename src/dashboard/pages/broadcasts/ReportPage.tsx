import { useQuery } from '@tanstack/react-query';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { stateOf } from '#dashboard/lib/broadcastState.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useIdParam } from '#dashboard/lib/useIdParam.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { BesidePage } from '#dashboard/ui/BesidePage.tsx';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { BroadcastStatus } from './BroadcastStatus.tsx';
import { Report } from './Report.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportWaiting } from './ReportWaiting.tsx';

/** `/broadcasts/:id`: what one broadcast is, and what became of it for each person. */
export function ReportPage() {
  const id = useIdParam('Broadcast');
  const query = useQuery(broadcasts.detail(id));
  useTitle(query.data ? nameOf(query.data) : 'Broadcast', 'Broadcasts');
  if (query.data) return <Open key={id} broadcast={query.data} />;
  if (query.error) return <Failed what="The broadcast" error={query.error} onRetry={query.refetch} />;
  return <SkeletonRows kind="table" rows={12} />;
}

function Open({ broadcast }: { broadcast: Broadcast }) {
  const now = useNow(1_000);
  const state = stateOf(broadcast);
  const waits = state === 'scheduled' || state === 'held' || state === 'starting';
  return (
    <BesidePage label="Broadcast" aside={<ReportFacts broadcast={broadcast} now={now} />}>
      <PageTitle actions={<BroadcastStatus broadcast={broadcast} now={now} />}>{nameOf(broadcast)}</PageTitle>
      {waits ? <ReportWaiting broadcast={broadcast} now={now} /> : <Report broadcast={broadcast} />}
    </BesidePage>
  );
}

const nameOf = ({ message_body }: Broadcast) =>
  withFieldNames(message_body.slice(0, 120)).replace(/\s+/g, ' ').trim() || 'No text';
