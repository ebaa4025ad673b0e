import type { Page } from '#contract/common.ts';

/** How far a collection is: `of` is what the service says there is. */
export type Progress = { done: number; of: number };
export type Collected<Item> = { items: Item[]; total: number; /** False where `limit` ended it. */ complete: boolean };

/** As many as the service gives at once: one request for each hundred. */
export const PER_PAGE = 100;

type Options = {
  /** Ends after so many items. */
  limit?: number;
  onProgress?: (progress: Progress) => void;
};

/**
 * Reads a whole list, page after page, each item once although somebody may add or remove some meanwhile. One request
 * for each hundred; `Page.total` decides when it ends, a short page in any case.
 */
export async function collect<Item extends { id: number }>(
  read: (page: number) => Promise<Page<Item>>,
  { limit = Infinity, onProgress }: Options = {},
): Promise<Collected<Item>> {
  const found = new Map<number, Item>();
  let total = 0;
  for (let page = 1; ; page++) {
    const answer = await read(page);
    for (const item of answer.items) found.set(item.id, item);
    total = answer.total;
    onProgress?.({ done: found.size, of: total });
    const isLast = answer.items.length < PER_PAGE || page * PER_PAGE >= total;
    if (isLast || found.size >= limit) return { items: [...found.values()], total, complete: isLast };
  }
}
