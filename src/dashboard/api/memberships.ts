import { queryOptions } from '@tanstack/react-query';
import type { Group } from '#contract/groups.ts';
import { groupOperations as operations } from '#contract/groups.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE } from './collect.ts';

/** Who is in which group, by contact. */
export type Memberships = Record<number, { id: number; name: string }[]>;

const everyGroup = (signal: AbortSignal | undefined) =>
  collect((page) => callPage(operations.list, { query: { page, per_page: PER_PAGE, order_by: 'name' }, signal }));

/** Requests it takes to look through groups. */
export const costOf = (groups: readonly Pick<Group, 'size'>[]): number =>
  groups.reduce((sum, { size }) => sum + Math.ceil(size / PER_PAGE), 0);

export const memberships = {
  /** All groups; their sizes tell what `of` costs. */
  groups: () =>
    queryOptions({
      queryKey: ['groups', 'every'] as const,
      queryFn: async ({ signal }) => (await everyGroup(signal)).items,
      staleTime: 5 * 60_000,
    }),

  /**
   * The API tells who is in a group, not which groups somebody is in: reads the people of each. Kept for ten minutes and
   * not refreshed by events, which would read them all again and again.
   */
  all: () =>
    queryOptions({
      queryKey: ['memberships'] as const,
      queryFn: async ({ signal }): Promise<Memberships> => {
        const found: Memberships = {};
        for (const { id, name, size } of (await everyGroup(signal)).items) {
          if (size === 0) continue;
          const { items } = await collect((page) =>
            callPage(operations.contacts, { params: { id }, query: { page, per_page: PER_PAGE }, signal }),
          );
          for (const contact of items) (found[contact.id] ??= []).push({ id, name });
        }
        return found;
      },
      staleTime: 10 * 60_000,
    }),
};
