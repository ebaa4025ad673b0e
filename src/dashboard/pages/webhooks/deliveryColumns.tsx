import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import type { Delivery } from '#contract/deliveries.ts';
import { short } from '#dashboard/lib/dates.ts';
import { factsOf } from '#dashboard/lib/hookPayload.ts';
import { count } from '#dashboard/lib/numbers.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { Verdict } from './Verdict.tsx';

/** It was tried and not taken. */
export const isFailing = ({ status, attempts }: Delivery) =>
  status === 'failed' || (status === 'pending' && attempts > 0);

/** `200 in 82 ms`, `500, retrying`, `No answer, given up`. */
export function Answer({ delivery }: { delivery: Delivery }) {
  const { status, attempts, response_status, latency_ms } = delivery;
  if (attempts === 0) {
    return (
      <Status tone="dimmed" icon={<IconClock className="icon-sm" aria-hidden />}>
        On its way
      </Status>
    );
  }
  const answer = response_status === null ? 'No answer' : String(response_status);
  if (status === 'delivered') return <span className="figures">{`${answer} in ${count(latency_ms ?? 0)} ms`}</span>;
  return (
    <Status tone="danger" icon={<IconAlertCircle className="icon-sm" aria-hidden />}>
      {answer}, {status === 'pending' ? 'retrying' : 'given up'}
    </Status>
  );
}

const commonColumns: Column<Delivery>[] = [
  {
    key: 'at',
    head: 'Made',
    width: '6rem',
    figures: true,
    cell: ({ created_at }) => <When at={created_at} as={short} />,
  },
  { key: 'event', head: 'Event', width: '5.5rem', onPhone: 'below', cell: ({ payload }) => factsOf(payload).event },
  {
    key: 'about',
    head: 'About',
    cell: ({ payload }) => <bdi className="one-line">{factsOf(payload).about || '(unknown)'}</bdi>,
  },
];

const signatureColumn = (version: string): Column<Delivery> => ({
  key: 'signature',
  head: 'Signature',
  width: '8rem',
  hideBelow: 'wide',
  cell: () => <Verdict verdict={version === '1' ? 'unsigned' : 'signed'} />,
});

const endColumns: Column<Delivery>[] = [
  { key: 'answer', head: 'Answer', width: '10rem', onPhone: 'end', cell: (delivery) => <Answer delivery={delivery} /> },
  { key: 'tries', head: 'Tries', width: '4rem', end: true, figures: true, cell: ({ attempts }) => count(attempts) },
];

/** `beside`: a delivery is open and takes a part of the width. */
export const deliveryColumns = (version: string, beside: boolean): Column<Delivery>[] => [
  ...commonColumns,
  ...(beside ? [] : [signatureColumn(version)]),
  ...endColumns,
];
