import { useQuery } from '@tanstack/react-query';
import type { BlockedNumber } from '#contract/blockedNumbers.ts';
import { holder } from '#dashboard/api/holder.ts';
import { calendarDay, dayAndTime } from '#dashboard/lib/dates.ts';
import { reasonsIn } from '#dashboard/lib/reasonNote.ts';
import { When } from '#dashboard/ui/When.tsx';
import classes from './numbers.module.css';

/** Why a number was blocked and unblocked, as far as the notes of its contact tell. */
export function Reasons({ number }: { number: BlockedNumber }) {
  const { data: person } = useQuery(holder(number.phone));
  const reasons = reasonsIn(person?.notes ?? null).filter(({ act }) => /blocked/i.test(act));
  return (
    <section className={classes.section} aria-label="Why">
      <h3 className={classes.heading}>Why, as far as the notes tell</h3>
      <ol className={classes.history}>
        {reasons.toReversed().map(({ day, act, reason }, at) => (
          <li key={at}>
            {act}: <q dir="auto">{reason}</q>
            <When at={`${day}T12:00:00Z`} as={(date, now = new Date()) => calendarDay(date, now)} />
          </li>
        ))}
        <li>
          Blocked
          <When at={number.created_at} as={dayAndTime} />
        </li>
      </ol>
      {person !== undefined && reasons.length === 0 && (
        <p className={classes.dimmed}>
          {person ? 'No reason stands in the notes.' : 'No contact, so no reason is kept.'}
        </p>
      )}
    </section>
  );
}
