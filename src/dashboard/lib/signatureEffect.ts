import { plural } from './numbers.ts';
import type { Segments } from './segments.ts';

/** A text of one segment holds as many characters as these. */
const ROOM = { 'GSM-7': 160, 'UCS-2': 70 } as const;

/** What a signature does to a text: how much it adds, and how long a text may be and stay in one segment. */
export function signatureEffect(content: string, segmentsOf: (text: string) => Segments): string {
  // It stands on a line of its own, so the line break counts.
  const { characters, encoding, segments } = segmentsOf(`\n${content}`);
  const room = ROOM[encoding] - characters;
  const adds = `Adds ${plural(characters, 'character')}`;
  if (room <= 0) return `${adds}: every text takes at least ${plural(segments, 'segment')}`;
  return `${adds}: up to ${room} more fit in one segment`;
}
