import { fillMergeFields, type MergeContact } from '#contract/mergeFields.ts';

/** The fields a text may carry and what the person at the keyboard calls them. */
export const mergeFields = [
  { name: 'first_name', label: 'First name', tag: '{{contact.first_name}}' },
  { name: 'last_name', label: 'Last name', tag: '{{contact.last_name}}' },
  { name: 'business_name', label: 'Business name', tag: '{{contact.business_name}}' },
] as const;

/** A stretch of a text: as typed, or a field with the value it takes for one contact (empty when they have none). */
export type Part = { text: string; field?: { label: string; value: string } };

const TAG = /\{\{\s*contact\.(\w+)\s*\}\}/g;

/** Cuts a text at its merge fields; one that nobody knows stays as typed. */
export function partsOf(text: string, contact: MergeContact): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: tag, 1: name, index } of text.matchAll(TAG)) {
    const field = mergeFields.find((known) => known.name === name);
    if (!field) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: tag, field: { label: field.label, value: fillMergeFields(tag, contact) } });
    from = index + tag.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The text with the names of its fields in place of their tags: `Hi [First name]`. */
export const withFieldNames = (text: string): string =>
  text.replace(TAG, (tag, name: string) => {
    const field = mergeFields.find((known) => known.name === name);
    return field ? `[${field.label}]` : tag;
  });
