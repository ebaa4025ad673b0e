/** Who a text is written to, as far as merge fields know. */
export type MergeContact = { first_name: string | null; last_name: string | null; business_name: string | null };

const fields = ['first_name', 'last_name', 'business_name'] as const;

/**
 * Fills `{{contact.first_name}}`, `{{contact.last_name}}` and `{{contact.business_name}}` in. What the contact lacks
 * becomes nothing; a field nobody knows stays as typed.
 */
export const fillMergeFields = (text: string, contact: MergeContact): string =>
  text.replace(/\{\{\s*contact\.(\w+)\s*\}\}/g, (typed, name: string) => {
    const field = fields.find((known) => known === name);
    return field ? (contact[field] ?? '') : typed;
  });

/** `text` as it leaves: the signature on a line of its own below it. An empty text stays empty. */
export const sign = (text: string, signature: string | null): string =>
  signature && text.trim() !== '' ? `${text}\n${signature}` : text;
