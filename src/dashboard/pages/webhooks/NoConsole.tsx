import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { KnownWebHook } from '#dashboard/api/webHooks.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './webhooks.module.css';

/** A hosted service keeps to itself what it sent; what is known of the hook stands here. */
export const NoConsole = ({ hook, head }: { hook: KnownWebHook; head: ReactNode }) => (
  <section className={classes.main} aria-label="Webhook">
    {head}
    <dl className={classes.facts}>
      <dt>Version</dt>
      <dd>{hook.version === '1' ? '1, unsigned' : `${hook.version}, signed`}</dd>
      <dt>For</dt>
      <dd>{hook.web_hookable_type === 'Organization' ? 'The whole organization' : 'This account'}</dd>
      <dt>Made</dt>
      <dd>
        <When at={hook.created_at} as={dayAndTime} />
      </dd>
    </dl>
    <Blank icon={<IconEyeOff aria-hidden />} title="The service does not tell what it sent">
      Deliveries to this installation are shown under <Link to={paths.hookReceiver()}>Switchboard</Link>; those to other
      addresses only their receivers see.
    </Blank>
  </section>
);
