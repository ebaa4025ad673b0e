import { useMemo, useState } from 'react';
import { count } from '#dashboard/lib/numbers.ts';
import type { Recipient } from '#dashboard/lib/review.ts';
import { presets } from '#dashboard/lib/schedule.ts';
import { sendTime, type Side } from '#dashboard/lib/sendTime.ts';
import { ownZone, readWall, wallOf, zoneName } from '#dashboard/lib/zonedTime.ts';

/** A time that is being chosen: what is typed, in which zone it is meant, and what that comes to. */
export function useSendTime(was: Date | null, reached: readonly Recipient[], now: Date) {
  const [zone, setOnlyZone] = useState(ownZone);
  const [field, setOnlyField] = useState(() => wallOf(was ?? presets(new Date())[0]?.at ?? new Date(), ownZone()));
  const [side, setSide] = useState<Side>();
  const zones = useMemo(() => choicesOf(reached), [reached]);
  const asked = sendTime(field, zone, now);
  return {
    field,
    zone,
    zones,
    side,
    /** Where the clocks change at this time: which of two instants is meant. */
    question: asked.ask,
    chosen: asked.ask && side ? sendTime(field, zone, now, side) : asked,
    setSide,
    setField: (next: string) => {
      setSide(undefined);
      setOnlyField(next);
    },
    /** The instant stays; the clock that names it changes. */
    setZone: (next: string) => {
      const read = readWall(field, zone);
      if (read) setOnlyField(wallOf(read.kind === 'one' ? read.at : read[side ?? 'later'], next));
      setOnlyZone(next);
    },
  };
}

/** The reader's zone, then those of the people, most first. */
function choicesOf(reached: readonly Recipient[]) {
  const own = ownZone();
  const people = new Map<string, number>();
  for (const { zones } of reached) {
    const [zone] = zones;
    if (zone !== undefined && zone !== own) people.set(zone, (people.get(zone) ?? 0) + 1);
  }
  const theirs = [...people].toSorted(([, a], [, b]) => b - a);
  return [
    { value: own, label: `Yours: ${zoneName(own)}` },
    ...theirs.map(([zone, number]) => ({ value: zone, label: `${zoneName(zone)} (${count(number)})` })),
  ];
}
