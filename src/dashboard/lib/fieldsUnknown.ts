import { mergeFields } from './mergeFields.ts';

/** A stretch of a text, as typed; `unknown` where it looks like a merge field that nobody knows. */
export type Stretch = { text: string; known?: true; unknown?: true };

const BRACES = /\{\{[^{}\n]*(?:\}\}?)?/g;
const KNOWN = /^\{\{\s*contact\.(\w+)\s*\}\}$/;

const isKnown = (tag: string) => {
  const [, name] = KNOWN.exec(tag) ?? [];
  return mergeFields.some((field) => field.name === name);
};

/** Cuts a text where something stands in double braces. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { 0: tag, index } of text.matchAll(BRACES)) {
    if (index > from) stretches.push({ text: text.slice(from, index) });
    stretches.push(isKnown(tag) ? { text: tag, known: true } : { text: tag, unknown: true });
    from = index + tag.length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from) });
  return stretches;
}

/** The fields of a text that would go out as typed, each once. */
export const unknownFields = (text: string): string[] => [
  ...new Set(stretchesOf(text).flatMap(({ text: tag, unknown }) => (unknown ? [tag] : []))),
];

/** All that looks like a field, each once. */
export const fieldsIn = (text: string): string[] => [
  ...new Set(stretchesOf(text).flatMap(({ text: tag, known, unknown }) => (known || unknown ? [tag] : []))),
];

/** The field that was probably meant: at most a third of its letters differ. */
export function meantBy(tag: string): (typeof mergeFields)[number] | undefined {
  const name = tag
    .toLowerCase()
    .replace(/^.*\./, '')
    .replace(/[^a-z]+/g, '');
  const near = mergeFields
    .map((field) => ({ field, away: distance(name, field.name.replace('_', '')) }))
    .toSorted((a, b) => a.away - b.away)[0];
  return near && near.away <= near.field.name.length / 3 ? near.field : undefined;
}

/** Letters to insert, drop or replace until `a` is `b`. */
function distance(a: string, b: string): number {
  if (a.length > 40) return a.length;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
