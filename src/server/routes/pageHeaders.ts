import type { Paging } from '#contract/common.ts';

/** The paging headers of the reference, for a page of a list with `total` matches. */
export function pageHeaders({ page, per_page, offset }: Paging, total: number): Record<string, string> {
  const pages = Math.ceil(Math.max(total - offset, 0) / per_page);
  return {
    'X-Total': String(total),
    'X-Total-Pages': String(pages),
    'X-Page': String(page),
    'X-Per-Page': String(per_page),
    'X-Offset': String(offset),
    'X-Next-Page': page < pages ? String(page + 1) : '',
  };
}
