import type { LiveState } from '#dashboard/api/eventStream.ts';
import { BudgetMeter } from './BudgetMeter.tsx';
import { JobProgress } from './JobProgress.tsx';
import { LiveDot } from './LiveDot.tsx';

/** How things stand: long work, requests left, whether events come in. Fetched once the page stands. */
export function Standing({ live }: { live: LiveState }) {
  return (
    <>
      <JobProgress />
      <BudgetMeter />
      <LiveDot state={live} />
    </>
  );
}
