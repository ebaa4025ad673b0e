import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Page, Paging } from '#contract/common.ts';
import { tags } from '#server/db/schema/contacts.ts';
import { slice } from './paging.ts';
import type { Scope } from './scope.ts';

/** The tags that the account's contacts carry, in alphabetical order. */
export async function listTags(scope: Scope, paging: Paging): Promise<Page<string>> {
  const where = and(eq(tags.accountId, scope.accountId), gt(tags.uses, 0));
  const { limit, offset } = slice(paging);
  const [rows, total] = await Promise.all([
    scope.db
      .select({ name: tags.name })
      .from(tags)
      .where(where)
      .orderBy(asc(sql`lower(${tags.name})`), asc(tags.name))
      .limit(limit)
      .offset(offset),
    scope.db.$count(tags, where),
  ]);
  return { items: rows.map(({ name }) => name), total };
}

/** Counts a contact's move from the tags `before` to the tags `after`; in the transaction that makes it. */
export async function retag(scope: Scope, before: readonly string[], after: readonly string[]): Promise<void> {
  await countTags(scope, [
    ...after.filter((tag) => !before.includes(tag)).map((name) => ({ name, change: 1 })),
    ...before.filter((tag) => !after.includes(tag)).map((name) => ({ name, change: -1 })),
  ]);
}

/** Adds `change` to how often each tag is used, and forgets those that nobody uses any more. */
export async function countTags(scope: Scope, changes: { name: string; change: number }[]): Promise<void> {
  if (changes.length === 0) return;
  // One statement in one order: two transactions that meet on the same tags wait for each other and never in a circle.
  const ordered = changes.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  await scope.db
    .insert(tags)
    .values(ordered.map(({ name, change }) => ({ accountId: scope.accountId, name, uses: change })))
    .onConflictDoUpdate({ target: [tags.accountId, tags.name], set: { uses: sql`${tags.uses} + excluded.uses` } });
  const fewer = ordered.filter(({ change }) => change < 0).map(({ name }) => name);
  if (fewer.length === 0) return;
  await scope.db
    .delete(tags)
    .where(and(eq(tags.accountId, scope.accountId), inArray(tags.name, fewer), lte(tags.uses, 0)));
}
