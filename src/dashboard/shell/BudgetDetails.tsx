import { Popover } from '@mantine/core';
import '@mantine/core/styles/Popover.layer.css';
import { type ReactNode, useEffect } from 'react';
import { askBudget } from '#dashboard/api/askBudget.ts';
import type { Budget } from '#dashboard/api/budget.ts';
import { clock, countdown } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import classes from './BudgetDetails.module.css';

type Props = {
  left: Budget;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The button that opens it. */
  children: ReactNode;
};

/** What is left of the hour, what has used it, and when there is more. */
export function BudgetDetails({ left, opened, onChange, children }: Props) {
  useEffect(() => {
    // What it shows besides is old, not wrong, when this fails.
    if (opened) void askBudget().catch(() => undefined);
  }, [opened]);
  return (
    <Popover opened={opened} onChange={onChange} width={320} position="bottom-end" trapFocus={false} returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label="Requests of this hour">
        <Figures left={left} />
        <Uses uses={left.details?.uses ?? []} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Figures({ left }: { left: Budget }) {
  const now = useNow();
  const { limit, remaining, refillsAt, background, nextBroadcastAt, details } = left;
  const kept = Math.max(0, remaining - background.remaining);
  return (
    <dl className={classes.figures}>
      <dt>Left of {count(limit)} this hour</dt>
      <dd>{count(remaining)}</dd>
      {remaining < limit && (
        <>
          <dt>More from</dt>
          <dd>{clock(new Date(refillsAt))}</dd>
        </>
      )}
      <dt>Kept for people, not for jobs</dt>
      <dd>{count(kept)}</dd>
      {background.remaining === 0 && (
        <>
          <dt>Jobs go on</dt>
          <dd>{clock(new Date(background.refillsAt))}</dd>
        </>
      )}
      {details !== null && details.waiting > 0 && (
        <>
          <dt>Wait behind people</dt>
          <dd>{plural(details.waiting, 'request')}</dd>
        </>
      )}
      {nextBroadcastAt > now.getTime() && (
        <>
          <dt>Next broadcast may go in</dt>
          <dd>{countdown(new Date(nextBroadcastAt), now)}</dd>
        </>
      )}
    </dl>
  );
}

const SHOWN = 6;

function Uses({ uses }: { uses: NonNullable<Budget['details']>['uses'] }) {
  if (uses.length === 0) return null;
  const shown = uses.slice(0, SHOWN);
  const others = uses.slice(SHOWN).reduce((sum, use) => sum + use.count, 0);
  return (
    <>
      <h2 className={classes.title}>Used in the last hour</h2>
      <dl className={classes.figures}>
        {shown.map(({ what, background, count: times }) => (
          <div key={`${what} ${background}`} className={classes.row}>
            <dt>
              {words.get(what) ?? what}
              {background && ' · in the background'}
            </dt>
            <dd>{count(times)}</dd>
          </div>
        ))}
        {others > 0 && (
          <div className={classes.row}>
            <dt>Other</dt>
            <dd>{count(others)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

const words = new Map([
  ['autoReplies', 'Auto replies'],
  ['blockedNumbers', 'Blocked numbers'],
  ['broadcasts', 'Broadcasts'],
  ['contacts', 'Contacts'],
  ['groups', 'Groups'],
  ['messageSignatures', 'Signatures'],
  ['messageTemplates', 'Templates'],
  ['messages', 'Messages'],
  ['optOuts', 'Opt-outs'],
  ['session', 'Signing in'],
  ['tags', 'Tags'],
  ['users', 'Users'],
  ['webHooks', 'Webhooks'],
  ['elsewhere', 'Outside of Switchboard'],
]);
