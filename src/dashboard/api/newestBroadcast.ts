import type { QueryClient } from '@tanstack/react-query';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { Page } from '#contract/common.ts';
import { broadcasts } from './broadcasts.ts';

/** The newest broadcast that any list here has shown; what is made later has a higher id. Null when none was seen. */
export function newestBroadcast(cache: QueryClient): number | null {
  const lists = cache.getQueriesData<Page<Broadcast>>({ queryKey: broadcasts.lists });
  const single = cache.getQueriesData<Broadcast>({ queryKey: [...broadcasts.all, 'detail'] });
  const ids = [
    ...lists.flatMap(([, page]) => page?.items.map(({ id }) => id) ?? []),
    ...single.flatMap(([, broadcast]) => broadcast?.id ?? []),
  ];
  return ids.length > 0 ? Math.max(...ids) : null;
}
