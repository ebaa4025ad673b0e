import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What else is told with a resource, and so has changed with it: whether a contact may be texted, who has which tag. */
const toldWith: Record<string, readonly QueryKey[]> = {
  optOuts: [['contacts']],
  contacts: [['tags']],
};

/** How long further changes of a resource are gathered, in milliseconds; longer and longer while they go on. */
const FIRST = 800;
const LONGEST = 30_000;

const gathering = new Map<string, { wait: number; again: boolean }>();

/**
 * Somebody else, or another tab, has changed something of `resource`: reads again what is shown of it, at once. While
 * changes pour in, as from a job of another tab, it is read again ever less often: each reading costs requests.
 */
export function changedElsewhere(cache: QueryClient, resource: string, operation: string | null = null): void {
  const name = operation === 'groups.delete' ? operation : resource;
  const now = gathering.get(name);
  if (now) now.again = true;
  else refresh(cache, name, FIRST);
}

function refresh(cache: QueryClient, name: string, wait: number) {
  // With a group its contacts may have gone.
  const keys = name === 'groups.delete' ? [['groups'], ['contacts']] : [[name], ...(toldWith[name] ?? [])];
  for (const queryKey of keys) void cache.invalidateQueries({ queryKey });
  if (name === 'blockedNumbers') lookAgain(cache);
  const gathered = { wait, again: false };
  gathering.set(name, gathered);
  setTimeout(() => {
    gathering.delete(name);
    if (gathered.again) refresh(cache, name, Math.min(wait * 2, LONGEST));
  }, wait);
}

/** Whether the number of an open conversation is blocked is asked for on demand only; now that is worth a request. */
function lookAgain(cache: QueryClient) {
  const open = cache.getQueryCache().findAll({ queryKey: ['blockedNumbers', 'of'] });
  for (const query of open) if (query.getObserversCount() > 0) void query.fetch().catch(() => undefined);
}
