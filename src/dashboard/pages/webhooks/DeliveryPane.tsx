import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Delivery } from '#contract/deliveries.ts';
import { deliveries } from '#dashboard/api/deliveries.ts';
import type { KnownWebHook } from '#dashboard/api/webHooks.ts';
import { countdown, dayAndTime, instant } from '#dashboard/lib/dates.ts';
import { factsOf } from '#dashboard/lib/hookPayload.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { Answer } from './deliveryColumns.tsx';
import { Payload } from './Payload.tsx';
import { SidePane } from './SidePane.tsx';
import classes from './webhooks.module.css';

type Props = { hook: KnownWebHook; delivery: Delivery; onClose: () => void };

const tabs = [
  { value: 'payload', label: 'Payload' },
  { value: 'answer', label: 'Answer' },
] as const;

/** One delivery: how often it was tried, what was sent and what came back. */
export function DeliveryPane({ hook, delivery, onClose }: Props) {
  const [tab, setTab] = useState<'payload' | 'answer'>('payload');
  const { event, about } = factsOf(delivery.payload);
  const again = useMutation({
    ...deliveries.redeliver(hook.id),
    onSuccess: () => notify('It is on its way again'),
    onError: ({ message }) => alertThat(`Not sent again: ${message}`),
  });
  const redeliver = (
    <Button
      leftSection={<IconRefresh aria-hidden />}
      loading={again.isPending}
      onClick={() => again.mutate({ id: delivery.id })}
    >
      Redeliver
    </Button>
  );
  return (
    <SidePane
      title={`${event || 'Delivery'} ${event === 'Received' ? 'from' : 'to'} ${about || 'somebody unknown'}`}
      onClose={onClose}
      actions={redeliver}
    >
      <dl className={classes.facts}>
        <dt>Delivery</dt>
        <dd className="figures">{delivery.id}</dd>
        <dt>Signature</dt>
        <dd>
          {hook.version === '1' ? 'Unsigned: version 1 carries none' : 'HMAC-SHA256 of the raw body'}{' '}
          {hook.version !== '1' && <Link to={paths.checkSignature()}>Check one</Link>}
        </dd>
        <dt>Tries</dt>
        <dd>
          <Attempts delivery={delivery} />
        </dd>
      </dl>
      <div className={classes.tabs}>
        <ScopeTabs label="Part" scopes={tabs} value={tab} onChange={(next) => setTab(next ?? 'payload')} />
      </div>
      {tab === 'payload' ? (
        <Payload label="Payload" text={delivery.payload} json />
      ) : (
        <Payload label="Answer" text={delivery.response_excerpt ?? ''} json />
      )}
    </SidePane>
  );
}

function Attempts({ delivery }: { delivery: Delivery }) {
  const { attempts, attempted_at, next_attempt_at, latency_ms } = delivery;
  const now = useNow(1_000);
  const next = instant(next_attempt_at);
  if (attempts === 0) return 'Not tried yet';
  return (
    <>
      {plural(attempts, 'attempt')}, last <When at={attempted_at} as={dayAndTime} />
      <br />
      <Answer delivery={delivery} />
      {delivery.status !== 'delivered' && latency_ms !== null && (
        <span className="figures"> after {count(latency_ms)} ms</span>
      )}
      {next && (
        <>
          <br />
          Next try in {countdown(next, now)}
        </>
      )}
    </>
  );
}
