import type { Paging } from '#contract/common.ts';

/** At most `limit` rows after the first `offset`. */
export type Slice = { limit: number; offset: number };

/** `limit` and `offset` of a page: `offset` adds to what the page skips. */
export const slice = ({ page, per_page, offset }: Paging): Slice => ({
  limit: per_page,
  offset: (page - 1) * per_page + offset,
});

/** An instant as the API writes it: ISO 8601 in UTC without milliseconds, as the reference's samples. */
export function timestamp(date: Date): string;
export function timestamp(date: Date | null): string | null;
export function timestamp(date: Date | null): string | null {
  return date && `${date.toISOString().slice(0, 19)}Z`;
}

/** `text` as a pattern for LIKE that finds it anywhere, its own wildcards taken literally. */
export const anywhere = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
