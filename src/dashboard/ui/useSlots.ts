import { useState } from 'react';

type Key = string | number;
type Slots = ReadonlyMap<Key, number>;

/**
 * What React knows the rows of a list by. Rows that stay keep their slot; those that come take the slots of those that
 * went, and so their elements, with only the words in them changed: another page costs a third of making it new.
 */
export function useSlots(keys: readonly Key[]): number[] {
  const [known, setKnown] = useState<Slots>(() => slotsOf(keys, new Map()));
  const slots = slotsOf(keys, known);
  if (slots !== known) setKnown(slots);
  return keys.map((key) => slots.get(key)!);
}

/** The slots of `keys`, in keeping with those `known`; the same map where nothing changes. */
export function slotsOf(keys: readonly Key[], known: Slots): Slots {
  const count = new Set(keys).size;
  if (count === known.size && keys.every((key) => known.has(key))) return known;
  const stay = new Set(keys.map((key) => known.get(key)));
  const free = [...known.values()].filter((slot) => !stay.has(slot));
  const slots = new Map<Key, number>();
  let next = 1 + Math.max(-1, ...known.values());
  // A strange reply may hold a row twice.
  for (const key of keys) if (!slots.has(key)) slots.set(key, known.get(key) ?? free.shift() ?? next++);
  return slots;
}
