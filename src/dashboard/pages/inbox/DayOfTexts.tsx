import { memo } from 'react';
import { dayHeading } from '#dashboard/lib/dates.ts';
import type { Day } from '#dashboard/lib/thread.ts';
import { Bubble } from './Bubble.tsx';
import classes from './Bubble.module.css';
import type { OpenThread } from './useThread.ts';

type Props = { day: Day; open: OpenThread; verdicts: OpenThread['verdicts']; now: Date };

const headingOf = ({ at }: Day, now: Date) => (at === 0 ? 'Day not known' : dayHeading(new Date(at), now));

/** The texts of one day under its heading. */
export const DayOfTexts = memo(
  function DayOfTexts({ day, open, verdicts, now }: Props) {
    const heading = headingOf(day, now);
    return (
      <section aria-label={heading}>
        <h2 className={classes.day}>{heading}</h2>
        {day.entries.map((entry) => (
          <Bubble key={entry.message.id} entry={entry} open={open} verdict={verdicts.get(entry.message.id)} />
        ))}
      </section>
    );
  },
  // Threads grow long: a day is drawn again only when something in it changed.
  (old, next) =>
    old.verdicts === next.verdicts &&
    old.open.contact === next.open.contact &&
    old.open.userId === next.open.userId &&
    old.open.lastInbound?.id === next.open.lastInbound?.id &&
    headingOf(old.day, old.now) === headingOf(next.day, next.now) &&
    old.day.entries.length === next.day.entries.length &&
    old.day.entries.every(({ message, closesRun, opensRun }, index) => {
      const other = next.day.entries[index];
      return other?.message === message && other.closesRun === closesRun && other.opensRun === opensRun;
    }),
);
