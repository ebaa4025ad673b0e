import { IconCalculator } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { budget } from '#dashboard/api/budget.ts';
import type { Progress } from '#dashboard/api/collect.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { findCarriers } from '#dashboard/api/tagCarriers.ts';
import { available } from '#dashboard/jobs/pace.ts';
import { pagesFor } from '#dashboard/jobs/people.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { ActionPopover } from '#dashboard/ui/ActionPopover.tsx';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import classes from './tags.module.css';

/** Counts who carries each tag: the API does not tell, so all contacts are read, within what the hour has left. */
export function CountPeople() {
  const { data: first } = useQuery(contacts.list({ per_page: 1 }));
  const { data: left } = useQuery(budget());
  const now = useNow(60_000);
  const [progress, setProgress] = useState<Progress | null>(null);
  const total = first?.total ?? 0;
  const cost = pagesFor(total);
  const { facts } = useCost(cost);
  if (progress) {
    return (
      <span className={`${classes.progress} figures`}>
        <ProgressBar label="Counting people" value={progress.done} max={progress.of} />
        {count(progress.done)} of {count(progress.of)} contacts read
      </span>
    );
  }
  const requests = Math.min(cost, available(left, now.getTime()));
  return (
    <ActionPopover
      label="Count people"
      icon={<IconCalculator aria-hidden />}
      title="Count who carries each tag"
      facts={facts}
      note={
        requests < cost
          ? 'The API does not tell, so contacts are read, as many as this hour’s requests allow.'
          : 'The API does not tell, so all contacts are read once.'
      }
      action="Count"
      obstacle={first && requests < 1 ? 'No request of this hour is left for it.' : undefined}
      onConfirm={async () => {
        setProgress({ done: 0, of: total });
        await findCarriers(requests, setProgress).finally(() => setProgress(null));
      }}
    />
  );
}
