import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Broadcast, BroadcastFilter, BroadcastInput } from '#contract/broadcasts.ts';
import type { Page } from '#contract/common.ts';
import { broadcasts } from '#server/db/schema/broadcasts.ts';
import { groups } from '#server/db/schema/contacts.ts';
import { accounts, users } from '#server/db/schema/tenants.ts';
import { broadcastColumns, broadcastPage, toBroadcast } from './broadcastsRow.ts';
import { invalid, notFound, tooMany } from './errors.ts';
import { requireFuture } from './schedule.ts';
import { type Scope, transaction } from './scope.ts';

const dayMs = 86_400_000;

/** Broadcasts of the account, newest first. */
export async function listBroadcasts(scope: Scope, filter: BroadcastFilter): Promise<Page<Broadcast>> {
  const where = filter.date === undefined ? undefined : onDay(filter.date);
  if (!filter.last_broadcast_to_each_group) return broadcastPage(scope, where, filter);
  const last = scope.db
    .selectDistinctOn([broadcasts.groupId], { id: broadcasts.id })
    .from(broadcasts)
    .where(and(eq(broadcasts.accountId, scope.accountId), isNotNull(broadcasts.groupId), where))
    .orderBy(broadcasts.groupId, desc(broadcasts.createdAt), desc(broadcasts.id));
  return broadcastPage(scope, inArray(broadcasts.id, last), filter);
}

function onDay(date: string): SQL | undefined {
  const day = new Date(`${new Date(date).toISOString().slice(0, 10)}T00:00:00Z`);
  return and(gte(broadcasts.at, day), lt(broadcasts.at, new Date(day.getTime() + dayMs)));
}

const own = (scope: Scope, id: number) => and(eq(broadcasts.id, id), eq(broadcasts.accountId, scope.accountId));

/** Throws 404. */
export async function getBroadcast(scope: Scope, id: number): Promise<Broadcast> {
  const [row] = await scope.db.select(broadcastColumns).from(broadcasts).where(own(scope, id));
  if (!row) throw notFound('Broadcast');
  return toBroadcast(row);
}

/**
 * Starts a broadcast, or schedules it. Throws 422 for who or what is not the account's, and 429 when the account's last
 * one is less than `intervalS` seconds old.
 */
export function createBroadcast(scope: Scope, input: BroadcastInput, intervalS: number): Promise<Broadcast> {
  const deliverAt = input.deliver_at ?? null;
  requireFuture(deliverAt);
  return transaction(scope, async (tx) => {
    const userId = await senderOf(tx, input.sender);
    const group = await groupOf(tx, input.group);
    await takeTurn(tx, intervalS);
    const [row] = await tx.db
      .insert(broadcasts)
      .values({
        accountId: tx.accountId,
        userId,
        groupId: group.id,
        groupName: group.name,
        messageBody: input.message_body,
        fromTemplate: input.from_template ?? false,
        deliverAt,
        ...(deliverAt && { at: deliverAt }),
      })
      .returning(broadcastColumns);
    await tx.enqueue(tx.db, [{ queue: 'broadcasts.start', broadcastId: row!.id, ...(deliverAt && { at: deliverAt }) }]);
    return toBroadcast(row!);
  });
}

async function senderOf({ db, accountId }: Scope, id: number): Promise<number> {
  const sender = and(eq(users.id, id), eq(users.accountId, accountId), eq(users.archived, false));
  if ((await db.$count(users, sender)) === 0) throw invalid('Sender', 'must be the id of a user');
  return id;
}

async function groupOf({ db, accountId }: Scope, id: number) {
  const [group] = await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.id, id), eq(groups.accountId, accountId)));
  if (!group) throw invalid('Group', 'must be the id of a group');
  return group;
}

/** Notes that the account broadcasts now. Its row stays locked, so that of two at once the second is refused. */
async function takeTurn({ db, accountId }: Scope, intervalS: number): Promise<void> {
  const now = new Date();
  const free = or(isNull(accounts.broadcastAt), lte(accounts.broadcastAt, new Date(now.getTime() - intervalS * 1_000)));
  const [taken] = await db
    .update(accounts)
    .set({ broadcastAt: now, updatedAt: sql`${accounts.updatedAt}` })
    .where(and(eq(accounts.id, accountId), intervalS > 0 ? free : undefined))
    .returning({ id: accounts.id });
  if (taken) return;
  const [account] = await db.select({ at: accounts.broadcastAt }).from(accounts).where(eq(accounts.id, accountId));
  const passedS = (now.getTime() - (account?.at?.getTime() ?? 0)) / 1_000;
  throw tooMany(`Only one broadcast every ${intervalS} seconds is allowed`, intervalS - Math.max(0, passedS));
}

/** Deletes a broadcast that has not started and answers it as it was. Throws 404, and 422 once it has started. */
export const deleteBroadcast = (scope: Scope, id: number): Promise<Broadcast> =>
  transaction(scope, async (tx) => {
    await getBroadcast(tx, id);
    const waiting = or(isNull(broadcasts.status), eq(broadcasts.status, 'held'));
    const [gone] = await tx.db
      .delete(broadcasts)
      .where(and(own(tx, id), waiting))
      .returning(broadcastColumns);
    if (!gone) throw invalid('Broadcast', 'has already started');
    return toBroadcast(gone);
  });
