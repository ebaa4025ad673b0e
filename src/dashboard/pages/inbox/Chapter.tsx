import type { CSSProperties } from 'react';
import { standsAt } from '#dashboard/lib/conversation.ts';
import type { Day } from '#dashboard/lib/thread.ts';
import classes from './Bubble.module.css';
import { DayOfTexts } from './DayOfTexts.tsx';
import { useNear } from './useNear.ts';
import type { OpenThread } from './useThread.ts';

type Props = {
  days: readonly Day[];
  open: OpenThread;
  now: Date;
  /** A text that has to be there, wherever one reads. */
  hit: number | undefined;
};

/** Some hundred texts, by their days; one empty box while they are far from what is read, as watching each costs time. */
export function Chapter({ days, open, now, hit }: Props) {
  const newest = days.at(-1)!.entries.at(-1)!.message;
  const { ref, isNear, height } = useNear(standsAt(newest) >= open.recent);
  const isWanted = hit !== undefined && days.some(({ entries }) => entries.some(({ message }) => message.id === hit));
  const texts = days.reduce((sum, { entries }) => sum + entries.length, 0);
  return isNear || isWanted ? (
    <div ref={ref} className={classes.near}>
      {days.map((day) => (
        <DayOfTexts key={day.key} day={day} open={open} now={now} hit={hit} />
      ))}
    </div>
  ) : (
    <div
      ref={ref}
      className={classes.far}
      style={{ '--texts': texts, '--days': days.length, height } as CSSProperties}
    />
  );
}
