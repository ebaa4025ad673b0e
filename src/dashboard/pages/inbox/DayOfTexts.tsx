import { type CSSProperties, memo } from 'react';
import { standsAt } from '#dashboard/lib/conversation.ts';
import { dayHeading } from '#dashboard/lib/dates.ts';
import { blocksOf, type Day, type Entry } from '#dashboard/lib/thread.ts';
import { Bubble } from './Bubble.tsx';
import classes from './Bubble.module.css';
import { useNear } from './useNear.ts';
import type { OpenThread } from './useThread.ts';

type Props = {
  day: Day;
  open: OpenThread;
  now: Date;
  /** A text that has to be there, wherever one reads. */
  hit: number | undefined;
};

/** The texts of one day under its heading. */
export function DayOfTexts({ day, open, now, hit }: Props) {
  const heading = day.at === 0 ? 'Day not known' : dayHeading(new Date(day.at), now);
  return (
    <section aria-label={heading}>
      <h2 className={classes.day}>{heading}</h2>
      {blocksOf(day.entries).map((entries, index, blocks) => (
        <Block
          // Called after the next, as older texts join the first one there is.
          key={blocks[index + 1]?.[0]?.message.id ?? 'last'}
          entries={entries}
          open={open}
          isWanted={hit !== undefined && entries.some(({ message }) => message.id === hit)}
        />
      ))}
    </section>
  );
}

type BlockProps = Pick<Props, 'open'> & {
  entries: readonly Entry[];
  isWanted: boolean;
};

/** Some texts that are drawn together, while they are near what one reads: a thread may have thousands. */
const Block = memo(
  ({ entries, open, isWanted }: BlockProps) => {
    const { ref, isNear, height } = useNear(standsAt(entries.at(-1)!.message) >= open.recent);
    return isNear || isWanted ? (
      <div ref={ref} className={classes.near}>
        {entries.map((entry) => (
          <Bubble key={entry.message.id} entry={entry} open={open} verdict={open.verdicts.get(entry.message.id)} />
        ))}
      </div>
    ) : (
      <div ref={ref} className={classes.far} style={{ '--texts': entries.length, height } as CSSProperties} />
    );
  },
  // Drawn again only when something in it changed.
  (old, next) =>
    old.open.verdicts === next.open.verdicts &&
    old.isWanted === next.isWanted &&
    old.open.contact === next.open.contact &&
    old.open.userId === next.open.userId &&
    old.open.lastInbound?.id === next.open.lastInbound?.id &&
    old.entries.length === next.entries.length &&
    old.entries.every(({ message, closesRun, opensRun }, index) => {
      const other = next.entries[index];
      return other?.message === message && other.closesRun === closesRun && other.opensRun === opensRun;
    }),
);
