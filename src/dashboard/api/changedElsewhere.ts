import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What else is told with a resource, and so has changed with it: whether a contact may be texted, who has which tag. */
const toldWith: Record<string, readonly QueryKey[]> = {
  optOuts: [['contacts']],
  contacts: [['tags'], ['groups']],
  groups: [['contacts']],
};

/** Somebody else, or another tab, has changed something of `resource`: reads again what is shown of it. */
export function changedElsewhere(cache: QueryClient, resource: string): void {
  for (const queryKey of [[resource], ...(toldWith[resource] ?? [])]) void cache.invalidateQueries({ queryKey });
}
