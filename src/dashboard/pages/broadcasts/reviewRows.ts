import { personName } from '#dashboard/lib/personName.ts';
import { type LeftOut, quietOnes, type Reason, type Recipient, type Review } from '#dashboard/lib/review.ts';

export const reasonWords: Record<Reason, string> = {
  opted_out: 'Opted out',
  landline: 'Landline',
  blocked: 'Blocked',
  invalid: 'Number not valid',
};

/** One part of the people, as the tabs above the table name it. */
export type Part = { value: string; label: string; count: number };

/** The parts that have somebody in them; everybody who gets it and who is left out always do. */
export function partsOf({ reached, leftOut, missing, bySegments, repeated }: Review, at: Date): Part[] {
  return [
    { value: 'all', label: 'Will get it', count: reached.length },
    { value: 'left', label: 'Left out', count: leftOut.length },
    ...missing.map(({ name, label, people }) => ({
      value: `missing:${name}`,
      label: `No ${label.toLowerCase()}`,
      count: people,
    })),
    ...bySegments
      .filter(([segments]) => segments > 1)
      .map(([segments]) => ({
        value: `segments:${segments}`,
        label: `${segments} segments`,
        count: reached.filter((each) => each.segments === segments).length,
      })),
    { value: 'quiet', label: 'In quiet hours', count: quietOnes(reached, at).length },
    { value: 'repeated', label: 'More than once', count: repeated },
  ].filter(({ value, count }) => value === 'all' || value === 'left' || count > 0);
}

/** The people of a part: those who get it, or those who do not. */
export type Rows = { reached: readonly Recipient[] } | { leftOut: readonly LeftOut[] };

export function rowsOf(review: Review, show: string, q: string, at: Date): Rows {
  const [part, value = ''] = show.split(':');
  if (part === 'left') {
    const leftOut = review.leftOut.filter(({ reason }) => value === '' || reason === value);
    return { leftOut: leftOut.filter(finds(q)) };
  }
  return { reached: reachedOf(review, part, value, at).filter(finds(q)) };
}

function reachedOf({ reached }: Review, part: string | undefined, value: string, at: Date): readonly Recipient[] {
  if (part === 'missing') return reached.filter(({ missing }) => missing.some((name) => name === value));
  if (part === 'segments') return reached.filter(({ segments }) => segments === Number(value));
  if (part === 'quiet') return quietOnes(reached, at);
  if (part === 'repeated') return reached.filter(({ copies }) => copies > 1);
  return reached;
}

/** By name, business, number as people type it, or the words they read. */
function finds(q: string) {
  const words = q.trim().toLowerCase();
  const digits = /^[\d\s()+.-]+$/.test(words) ? words.replace(/\D/g, '') : '';
  return (row: Recipient | LeftOut) => {
    if (words === '') return true;
    if (digits !== '' && row.contact.phone.includes(digits)) return true;
    const text = 'text' in row ? row.text : '';
    return `${personName(row.contact)}\n${row.contact.business_name ?? ''}\n${text}`.toLowerCase().includes(words);
  };
}
