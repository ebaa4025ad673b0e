import type { QueryClient } from '@tanstack/react-query';

const own = new Set<unknown>(['session', 'budget', 'age']);

/** Everything may have changed: reads again what is shown. Who has signed in, and what was counted, has not. */
export function missedSomething(cache: QueryClient): void {
  void cache.invalidateQueries({ predicate: ({ queryKey }) => !own.has(queryKey[0]) });
}
