import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import type { Before } from './contactCache.ts';

type Switched = { id: number; is_active: boolean };

/** What a switch is to do: `on` takes the place of the one that was on. */
export type Switching = { id: number; on: boolean };

/** Shows one switched and, as at most one is on, the others off. Answers what was there, for `restore`. */
export async function showSwitched<T extends Switched>(cache: QueryClient, list: QueryKey, { id, on }: Switching) {
  // An answer that was asked for before would undo what is shown.
  await cache.cancelQueries({ queryKey: list });
  const before: Before = cache.getQueriesData({ queryKey: list });
  cache.setQueriesData<Page<T>>({ queryKey: list }, (page) => {
    if (!page) return page;
    const items = page.items.map((each) => ({ ...each, is_active: each.id === id ? on : each.is_active && !on }));
    return { ...page, items };
  });
  return before;
}
