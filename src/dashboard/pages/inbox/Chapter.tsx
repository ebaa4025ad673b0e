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
  const texts = days.flatMap(({ entries }) => entries);
  const { ref, isNear, height } = useNear(standsAt(texts.at(-1)!.message) >= open.recent);
  const isWanted = hit !== undefined && texts.some(({ message }) => message.id === hit);
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
      style={{ '--texts': texts.length, '--days': days.length, height } as CSSProperties}
    />
  );
}
