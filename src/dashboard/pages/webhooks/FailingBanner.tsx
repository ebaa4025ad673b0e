import { Alert } from '@mantine/core';
import '@mantine/core/styles/Alert.layer.css';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Delivery } from '#contract/deliveries.ts';
import { deliveries } from '#dashboard/api/deliveries.ts';
import { countdown, instant } from '#dashboard/lib/dates.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { isFailing } from './deliveryColumns.tsx';
import classes from './webhooks.module.css';

type Props = { hookId: number; failing: readonly Delivery[]; latest: Delivery | undefined };

/** While the receiver does not take what is sent: since when, how much waits, and when it is tried again. */
export function FailingBanner({ hookId, failing, latest }: Props) {
  const now = useNow(1_000);
  const again = useMutation({ ...deliveries.redeliver(hookId), onError: ({ message }) => alertThat(message) });
  const waiting = failing.filter(({ status }) => status === 'pending');
  const [first] = waiting;
  if (!latest || !isFailing(latest) || !first) return null;
  const next = instant(
    waiting.flatMap(({ next_attempt_at }) => (next_attempt_at ? [next_attempt_at] : [])).toSorted()[0],
  );
  const tryNow = () => waiting.forEach((delivery) => again.mutate(delivery));
  return (
    <Alert className={classes.banner ?? ''} color="red" role="status" icon={<IconAlertCircle aria-hidden />}>
      <b>
        {latest.response_status === null
          ? 'The receiver does not answer.'
          : `The receiver answers ${latest.response_status}.`}
      </b>{' '}
      {plural(waiting.length, 'delivery waits', 'deliveries wait')} and will be tried again by{' '}
      {waiting.length === 1 ? 'itself' : 'themselves'}; nothing is lost.
      {next && ` Next try in ${countdown(next, now)}.`}{' '}
      <Button size="xs" variant="subtle" loading={again.isPending} onClick={tryNow}>
        Try now
      </Button>
    </Alert>
  );
}
